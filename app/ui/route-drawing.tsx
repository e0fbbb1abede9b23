type Stop = { key: string; label: string; isSea: boolean };

const STEP = 88;
const SIDE = 44;
const LINE = 46;

/** A way in stops from left to right, drawn for the eye; `label` says the same for an ear, and the words below it say more. */
export function RouteDrawing({ stops, here, label }: { stops: Stop[]; here: number; label: string }) {
  const width = 2 * SIDE + (stops.length - 1) * STEP;
  const x = (at: number): number => SIDE + at * STEP;
  return (
    <div className="overflow-x-auto">
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} 106`} className="h-auto w-full max-w-xl min-w-72">
        {stops.slice(1).map((stop, at) => (
          <path
            key={stop.key}
            d={stop.isSea || stops[at]?.isSea ? waves(x(at), x(at + 1)) : `M${x(at)} ${LINE}H${x(at + 1)}`}
            className={at < here ? "stroke-mangrove" : "stroke-line"}
            fill="none"
            strokeWidth="4"
            strokeLinecap="round"
          />
        ))}
        {stops.map((stop, at) => (
          <g key={stop.key}>
            <circle
              cx={x(at)}
              cy={LINE}
              r={at === here ? 13 : 9}
              strokeWidth="3"
              className={
                at === here
                  ? "fill-gold stroke-ink"
                  : at < here
                    ? "fill-mangrove stroke-mangrove"
                    : "fill-card stroke-edge"
              }
            />
            {at < here ? (
              <path d={`M${x(at) - 4} ${LINE}l3 3 5-6`} fill="none" strokeWidth="2.5" className="stroke-card" />
            ) : null}
            {stop.isSea ? <Boat x={x(at)} /> : null}
            {linesOf(stop.label).map((line, row) => (
              <text
                key={line}
                x={x(at)}
                y={LINE + 34 + row * 17}
                textAnchor="middle"
                fontSize="15"
                className={at === here ? "fill-ink font-bold" : "fill-quiet"}
              >
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

function waves(from: number, to: number): string {
  const quarter = (to - from) / 4;
  return `M${from} ${LINE}q${quarter / 2} -8 ${quarter} 0t${quarter} 0 ${quarter} 0 ${quarter} 0`;
}

function Boat({ x }: { x: number }) {
  return (
    <path
      d={`M${x - 13} 22h26l-5 9h-16zM${x} 22V6l9 12h-9`}
      fill="none"
      strokeWidth="2"
      strokeLinejoin="round"
      className="stroke-sea"
    />
  );
}

const MOST_SIGNS = 10;

/** A name in at most three short lines. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= MOST_SIGNS) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2] ?? ""} …`] : lines;
}
