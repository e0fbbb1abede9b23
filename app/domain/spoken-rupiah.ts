/** Steps of a thousand, largest first, as both languages name them. */
const SCALES = [
  { scale: "trillion", size: 1_000_000_000_000 },
  { scale: "billion", size: 1_000_000_000 },
  { scale: "million", size: 1_000_000 },
  { scale: "thousand", size: 1_000 },
  { scale: "one", size: 1 },
] as const;

export type SpokenScale = (typeof SCALES)[number]["scale"];
export type SpokenPart = { scale: SpokenScale; count: number };

/**
 * An amount as it is said aloud: 1.240.000 is 1 million and 240 thousand. A voice that reads "1.240.000" may say "one point two four".
 * @param amount whole rupiah, possibly negative
 * @returns the parts that are not zero, largest first; for nothing at all one part of zero. Each count but the first scale's is below 1000.
 * @throws RangeError when the amount is no whole number of rupiah
 */
export function spokenParts(amount: number): { isNegative: boolean; parts: SpokenPart[] } {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of rupiah: ${amount}`);
  let rest = Math.abs(amount);
  const parts: SpokenPart[] = [];
  for (const { scale, size } of SCALES) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push({ scale, count });
  }
  return { isNegative: amount < 0, parts: parts.length > 0 ? parts : [{ scale: "one", count: 0 }] };
}
