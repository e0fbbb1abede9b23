import type { ReactNode } from "react";
import { Money } from "./money.tsx";
import { Card } from "./page.tsx";

type FigureProps = { label: ReactNode; amount: number; note?: string; to?: string };

/** One sum of money of a list of them: what it is, how much, and what it means or where it comes from. */
export function Figure({ label, amount, note, to }: FigureProps) {
  return (
    <Card>
      <dt className="text-sm font-semibold text-quiet">{label}</dt>
      <dd className="text-lg font-bold sm:text-xl">
        {to ? (
          <a href={to} className="inline-flex min-h-11 items-center text-sea underline">
            <Money amount={amount} />
          </a>
        ) : (
          <Money amount={amount} />
        )}
      </dd>
      {note ? <dd className="text-sm text-quiet">{note}</dd> : null}
    </Card>
  );
}
