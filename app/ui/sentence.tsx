import { createElement } from "react";
import { Amount, type Explained } from "./amount.tsx";
import { Money } from "./money.tsx";

/** An amount as formatRupiah writes it. */
const AMOUNT = /(−?Rp[ \u00a0]\d{1,3}(?:\.\d{3})*)/;

/** A number of an order; it stands on one line. */
const ORDER = /(LB-\d{6}-\w{4})/;

type SentenceProps = {
  children: string;
  /** What explains each amount, in the order they stand in; what has none repeats an amount that opens elsewhere. */
  opens?: readonly Explained[];
};

/** A sentence whose amounts are read aloud in words, like all money: "hemat 1 juta 240 ribu rupiah". */
export function Sentence({ children, opens = [] }: SentenceProps) {
  const parts = children.split(AMOUNT);
  const said = parts.flatMap((part, at) => {
    if (at % 2 === 0) return withOrdersWhole(part);
    const explained = opens[(at - 1) / 2];
    const amount = amountOf(part);
    return explained ? <Amount key={part} amount={amount} {...explained} /> : <Money key={part} amount={amount} />;
  });
  // One box: a row of boxes would set its gap between words and amount.
  return createElement("span", null, ...said);
}

function withOrdersWhole(text: string) {
  return text.split(ORDER).map((part, at) =>
    at % 2 === 1 ? (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

function amountOf(text: string): number {
  const digits = Number(text.replaceAll(/\D/g, ""));
  return text.startsWith("−") ? -digits : digits;
}
