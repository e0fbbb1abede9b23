/** "7,5" → 750 basis points; null when it is not a percentage from 0 to 100 with up to two decimals. */
export function parsePercent(text: string): number | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  if (!parts) return null;
  const basisPoints = Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
  return basisPoints <= 10_000 ? basisPoints : null;
}
