import { createElement } from "react";
import { Money } from "./money.tsx";

/** An amount as formatRupiah writes it. */
const AMOUNT = /(−?Rp[ \u00a0]\d{1,3}(?:\.\d{3})*)/;

/** A sentence whose amounts are read aloud in words, like all money: "hemat 1 juta 240 ribu rupiah". */
export function Sentence({ children }: { children: string }) {
  const parts = children.split(AMOUNT);
  const said = parts.map((part, at) => (at % 2 === 1 ? <Money key={part} amount={amountOf(part)} /> : part));
  // One box: a row of boxes would set its gap between words and amount.
  return createElement("span", null, ...said);
}

function amountOf(text: string): number {
  const digits = Number(text.replaceAll(/\D/g, ""));
  return text.startsWith("−") ? -digits : digits;
}
