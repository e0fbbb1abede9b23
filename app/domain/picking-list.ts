export type PickLine = {
  variantId: string;
  listingName: string;
  variantName: string;
  unit: string;
  quantityMilli: number;
};

/** What to fetch from the shelf for all of these lines together: one row for each variant, by name; quantities in thousandths. */
export function pickingList(lines: readonly PickLine[]): (PickLine & { lines: number })[] {
  const rows = new Map<string, PickLine & { lines: number }>();
  for (const { variantId, listingName, variantName, unit, quantityMilli } of lines) {
    // The unit was fixed when it was sold: a later change of the listing must not add kilograms to pieces.
    const key = `${variantId} ${unit}`;
    const known = rows.get(key);
    rows.set(key, {
      ...{ variantId, listingName, variantName, unit },
      quantityMilli: (known?.quantityMilli ?? 0) + quantityMilli,
      lines: (known?.lines ?? 0) + 1,
    });
  }
  return [...rows.values()].toSorted((a, b) =>
    `${a.listingName} ${a.variantName}` < `${b.listingName} ${b.variantName}` ? -1 : 1,
  );
}
