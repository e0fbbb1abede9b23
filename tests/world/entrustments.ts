import type { aFarm } from "./lots.ts";

type Farm = Awaited<ReturnType<typeof aFarm>>;
type Row = { quantity: string; price?: string; at?: number };

/** A note as the form would send it: the first member's goods at the group's own place, two kilograms unless said otherwise. */
export function aNote(farm: Farm, rows: Row[] = [{ quantity: "2" }]) {
  return {
    groupId: farm.group.id,
    memberId: farm.group.members[0]?.id ?? "",
    placeKind: "shop" as "hub" | "shop" | "other",
    placeName: "",
    day: "2026-11-24",
    variantId: rows.map(({ at = 0 }) => farm.listing.variants[at]?.id ?? ""),
    quantity: rows.map((row) => row.quantity),
    price: rows.map((row) => row.price ?? "50.000"),
    note: "",
  };
}
