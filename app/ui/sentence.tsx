import { createElement } from "react";
import { Money } from "./money.tsx";

/** An amount as formatRupiah writes it. */
const AMOUNT = /(−?Rp[ \u00a0]\d{1,3}(?:\.\d{3})*)/;

/** A number of an order; it stands on one line. */
const ORDER = /(LB-\d{6}-\w{4})/;

/** A sentence whose amounts are read aloud in words, like all money: "hemat 1 juta 240 ribu rupiah". */
export function Sentence({ children }: { children: string }) {
  const parts = children.split(AMOUNT);
  const said = parts.flatMap((part, at) =>
    at % 2 === 1 ? <Money key={part} amount={amountOf(part)} /> : withOrdersWhole(part),
  );
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
