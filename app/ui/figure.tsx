import type { ReactNode } from "react";
import { Amount, type Explained } from "./amount.tsx";
import { Card } from "./page.tsx";

type FigureProps = { label: ReactNode; amount: number; note?: string } & Explained;

/** One sum of money of a list of them: what it is, how much, and what it means; the amount leads to what makes it. */
export function Figure({ label, amount, note, ...explained }: FigureProps) {
  return (
    <Card>
      <dt className="text-sm font-semibold text-quiet">{label}</dt>
      <dd className="text-lg font-bold sm:text-xl">
        <Amount amount={amount} {...explained} />
      </dd>
      {note ? <dd className="text-sm text-quiet">{note}</dd> : null}
    </Card>
  );
}
