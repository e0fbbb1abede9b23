import type { ReactNode } from "react";
import { Amount, type Explained } from "./amount.tsx";

type Part = { key: string; label: ReactNode; note?: ReactNode; amount: number; tone: PartTone; why?: string };
type PartTone = "member" | "fund" | "cost" | "fee" | "provider";

// The list below the bar says the same in words: nothing hangs on the colour.
const TONES: Record<PartTone, string> = {
  member: "bg-mangrove",
  fund: "bg-gold",
  cost: "bg-edge",
  fee: "bg-sea",
  provider: "bg-clay",
};

export function toneOf(party: string): PartTone {
  if (party === "member") return "member";
  if (party === "group-fund") return "fund";
  if (party === "network-fee") return "fee";
  return party === "fixed-cost" ? "cost" : "provider";
}

type SplitPictureProps = { parts: Part[]; total: number; totalLabel: ReactNode; totalWhy?: string };

/** An amount without a page of its own is explained by the picture: by its neighbours, and the note beside it. */
const explained = (why: string | undefined): Explained => (why === undefined ? { plain: "here" } : { why });

/** Where each rupiah of an amount goes: a bar to look at, a list to read, and a sum that proves it. */
export function SplitPicture({ parts, total, totalLabel, totalWhy }: SplitPictureProps) {
  return (
    <div className="grid gap-3">
      {total > 0 ? (
        <svg
          aria-hidden="true"
          viewBox="0 0 1000 36"
          preserveAspectRatio="none"
          className="h-9 w-full overflow-hidden rounded-field"
        >
          {barsOf(parts, total).map((bar) => (
            <rect
              key={bar.key}
              x={bar.start}
              y="0"
              width={Math.max(bar.width - 3, 1)}
              height="36"
              className={FILLS[bar.tone]}
            />
          ))}
        </svg>
      ) : null}
      <dl className="divide-y divide-line">
        {parts.map((part) => (
          <div key={part.key} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <dt className="min-w-0">
              <span aria-hidden="true" className={`me-2 inline-block size-3 rounded-sm ${TONES[part.tone]}`} />
              {part.label}
              {part.note ? <span className="block ps-5 text-sm text-quiet">{part.note}</span> : null}
            </dt>
            <dd className="ms-auto">
              <Amount amount={part.amount} {...explained(part.why)} />
            </dd>
          </div>
        ))}
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-t-2 border-edge py-2 font-bold">
          <dt>{totalLabel}</dt>
          <dd>
            <Amount amount={total} {...explained(totalWhy)} />
          </dd>
        </div>
      </dl>
    </div>
  );
}

const FILLS: Record<PartTone, string> = {
  member: "fill-mangrove",
  fund: "fill-gold",
  cost: "fill-edge",
  fee: "fill-sea",
  provider: "fill-clay",
};

function barsOf(parts: Part[], total: number) {
  let start = 0;
  return parts
    .filter((part) => part.amount > 0)
    .map((part) => {
      const width = (part.amount / total) * 1000;
      const bar = { key: part.key, tone: part.tone, start, width };
      start += width;
      return bar;
    });
}
