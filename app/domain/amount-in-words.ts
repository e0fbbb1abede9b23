import type { Locale } from "./locale.ts";
import { spokenParts } from "./spoken-rupiah.ts";

const ONES = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas"];
const ENGLISH_ONES = [
  ...["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
];
const ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const SCALE_WORDS = {
  id: { trillion: "triliun", billion: "miliar", million: "juta", thousand: "ribu", one: "" },
  en: { trillion: "trillion", billion: "billion", million: "million", thousand: "thousand", one: "" },
} as const;

/** 1 to 999 in Indonesian: 100 is "seratus", 111 "seratus sebelas". */
function indonesian(count: number): string {
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  const tens = Math.floor(rest / 10);
  const said = hundreds === 0 ? [] : hundreds === 1 ? ["seratus"] : [ONES[hundreds], "ratus"];
  if (rest < 12) return [...said, ONES[rest]].filter(Boolean).join(" ");
  if (rest < 20) return [...said, ONES[rest - 10], "belas"].join(" ");
  return [...said, ONES[tens], "puluh", ONES[rest % 10]].filter(Boolean).join(" ");
}

/** 1 to 999 in British English: 105 is "one hundred and five". */
function english(count: number): string {
  const hundreds = Math.floor(count / 100);
  const rest = count % 100;
  const tens = Math.floor(rest / 10);
  const small =
    rest < 20 ? ENGLISH_ONES[rest] : [ENGLISH_TENS[tens], ENGLISH_ONES[rest % 10]].filter(Boolean).join("-");
  const great = hundreds === 0 ? "" : `${ENGLISH_ONES[hundreds]} hundred`;
  return [great, small].filter(Boolean).join(" and ");
}

/**
 * An amount as a receipt writes it out, so that no digit can be changed: 62.500 is "enam puluh dua ribu lima ratus rupiah" (terbilang).
 * One thousand is "seribu", but 21.000 is "dua puluh satu ribu".
 * @param amount whole rupiah, not negative, below a thousand trillion
 * @throws RangeError otherwise
 */
export function amountInWords(amount: number, locale: Locale): string {
  if (amount < 0 || amount >= 1e15) throw new RangeError(`not an amount for a receipt: ${amount}`);
  if (amount === 0) return locale === "id" ? "nol rupiah" : "zero rupiah";
  const { parts } = spokenParts(amount);
  const said = parts.map(({ scale, count }) => {
    if (locale === "id" && scale === "thousand" && count === 1) return "seribu";
    const number = locale === "id" ? indonesian(count) : english(count);
    return [number, SCALE_WORDS[locale][scale]].filter(Boolean).join(" ");
  });
  return [...said, "rupiah"].join(" ");
}
