import { useId } from "react";

type Bar = { value: number; said: string };
type Mark = { key: string; label: string; bars: Bar[] };

type BarChartProps = { title: string; marks: Mark[]; legend: string[]; isNarrow?: boolean };

const HEIGHT = 100;
/** Of a group of bars: room for two with a word below, or for one of a dozen with three letters. */
const WIDTHS = { usual: 48, narrow: 24 };

/**
 * Bars in groups, drawn on the server: a picture with a name and a description in words. The first bar of a group is hollow, the second full, so
 * that nothing hangs on the colour. The table with the same figures stands beside it.
 */
export function BarChart({ title, marks, legend, isNarrow = false }: BarChartProps) {
  const place = isNarrow ? WIDTHS.narrow : WIDTHS.usual;
  const gap = place / 8;
  const id = useId();
  const most = Math.max(1, ...marks.flatMap((mark) => mark.bars.map((bar) => bar.value)));
  const said = marks.map((mark) => `${mark.label}: ${mark.bars.map((bar) => bar.said).join(", ")}.`).join(" ");
  const width = Math.max(1, marks.length) * place;
  return (
    <figure className="grid gap-2">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-said`}
        viewBox={`0 0 ${width} ${HEIGHT + 16}`}
        width={Math.min(576, marks.length * 112)}
        className="h-auto max-w-full"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-said`}>{said}</desc>
        <line x1="0" x2={width} y1={HEIGHT} y2={HEIGHT} className="stroke-edge" strokeWidth="1" />
        {marks.map((mark, at) => (
          <g key={mark.key}>
            {mark.bars.map((bar, turn) => {
              const height = Math.max(bar.value > 0 ? 2 : 0, (bar.value / most) * (HEIGHT - 6));
              const thick = (place - 2 * gap) / mark.bars.length;
              return (
                <rect
                  key={legend[turn] ?? turn}
                  x={at * place + gap + turn * thick + 1}
                  y={HEIGHT - height}
                  width={thick - 2}
                  height={height}
                  strokeWidth="1.5"
                  className={LOOKS[mark.bars.length === 1 ? 1 : turn] ?? "fill-sea stroke-sea"}
                />
              );
            })}
            <text x={at * place + place / 2} y={HEIGHT + 11} textAnchor="middle" fontSize="8" className="fill-ink">
              {mark.label}
            </text>
          </g>
        ))}
      </svg>
      {legend.length > 1 ? (
        <figcaption className="flex flex-wrap gap-x-4 text-sm">
          {legend.map((name, turn) => (
            <span key={name} className="inline-flex items-center gap-2">
              <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
                <rect x="1" y="1" width="10" height="10" strokeWidth="1.5" className={LOOKS[turn] ?? ""} />
              </svg>
              {name}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  );
}

const LOOKS = ["fill-card stroke-edge", "fill-mangrove stroke-mangrove"];
