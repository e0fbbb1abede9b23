import type { PlainReason } from "#app/domain/why.ts";
import { Money } from "./money.tsx";

export type Explained = { why: string; plain?: never } | { plain: PlainReason; why?: never };

/** An amount that opens to the postings that make it, or says in the code why it does not. */
export function Amount({ amount, className = "", why, plain }: { amount: number; className?: string } & Explained) {
  if (plain !== undefined) return <Money amount={amount} className={className} />;
  return (
    <a href={why} className={`explained ${className}`}>
      <Money amount={amount} />
    </a>
  );
}
