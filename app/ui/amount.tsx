import { Money } from "./money.tsx";

/** Why an amount has no page of its own that explains it. docs/money.md says what each means. */
export type PlainReason =
  /** It is reckoned on this page from amounts that each open, or this page itself is the explanation. */
  | "here"
  /** A price, rate, limit or plan: nobody has posted it. */
  | "agreed"
  /** What somebody counted, asked for or is about to be paid: it is posted when it happens. */
  | "not-yet"
  /** Somebody else's books make it up. */
  | "not-yours";

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
