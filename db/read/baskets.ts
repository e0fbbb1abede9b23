import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Rupiah } from "#app/domain/money.ts";
import { rupiah } from "#app/domain/money.ts";
import { goodsValueOf } from "#app/domain/sale-line.ts";
import { isUnit, type Unit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { basketLines, baskets, groups, hubs, listings, variants } from "../schema.ts";
import { listRooms } from "./capacity.ts";
import { listOrderedAhead } from "./cycle-stock.ts";

/** Whose basket: a person's, or that of a visitor whom only a cookie names (by its hash). */
export type BasketOwner = { personId: string } | { basketId: string };

export function ownedBy(owner: BasketOwner) {
  return "personId" in owner ? eq(baskets.personId, owner.personId) : eq(baskets.id, owner.basketId);
}

export async function countBasketLines(owner: BasketOwner | null): Promise<number> {
  if (!owner) return 0;
  const [row] = await db()
    .select({ lines: count().mapWith(Number) })
    .from(basketLines)
    .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
    .where(ownedBy(owner));
  return row?.lines ?? 0;
}

/** Why a line cannot be ordered as it stands. */
export type LineTrouble = "off-sale" | "cycle-not-open" | "sold-out" | "not-enough" | "makers-full" | "too-large";

/** What a sale needs to know of goods. */
export const SOLD_GOODS = {
  variantId: variants.id,
  variantName: variants.name,
  price: variants.price,
  stockMilli: variants.stockMilli,
  packedGrams: variants.packedGrams,
  lengthMm: variants.lengthMm,
  widthMm: variants.widthMm,
  heightMm: variants.heightMm,
  retiredAt: variants.retiredAt,
  listingId: listings.id,
  listingName: listings.name,
  slug: listings.slug,
  kind: listings.kind,
  unit: listings.unit,
  listingState: listings.state,
  splitRuleId: listings.splitRuleId,
  splitRuleName: variants.splitRuleName,
  madeToOrderDays: listings.madeToOrderDays,
  openPiecesPerMaker: listings.openPiecesPerMaker,
  catchWeight: listings.catchWeight,
  travels: listings.travels,
  fragile: listings.fragile,
  shelfDays: listings.shelfDays,
  harvestUntil: listings.harvestUntil,
  fromVillage: groups.villageCode,
  groupId: groups.id,
  hubId: groups.hubId,
  groupName: groups.name,
  groupSlug: groups.slug,
  groupState: groups.state,
  hubName: hubs.name,
  hubAddress: hubs.address,
};

/** The basket's lines as things stand now: today's price and stock, and what is in the way of ordering them. By group, then as added. */
export async function listBasketLines(owner: BasketOwner | null, now: Date) {
  if (!owner) return [];
  const rows = await db()
    .select({ ...SOLD_GOODS, basketId: baskets.id, quantityMilli: basketLines.quantityMilli })
    .from(basketLines)
    .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
    .innerJoin(variants, eq(variants.id, basketLines.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .where(ownedBy(owner))
    .orderBy(asc(groups.name), asc(groups.id), asc(basketLines.addedAt), asc(variants.id));
  return asTheyStand(rows, now);
}

/** So much of these goods as they stand now, in the order asked for; what there is no such thing of is left out. */
export async function listWantedLines(wanted: readonly { variantId: string; quantityMilli: number }[], now: Date) {
  const ids = wanted.map((each) => each.variantId);
  if (ids.length === 0) return [];
  const rows = await db()
    .select(SOLD_GOODS)
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .where(inArray(variants.id, ids));
  const lines = wanted.flatMap(({ variantId, quantityMilli }) => {
    const row = rows.find((each) => each.variantId === variantId);
    return row ? [{ ...row, quantityMilli }] : [];
  });
  return asTheyStand(lines, now);
}

type WantedRow = Pick<typeof variants.$inferSelect, "price" | "stockMilli" | "retiredAt"> &
  Pick<typeof listings.$inferSelect, "unit" | "madeToOrderDays" | "openPiecesPerMaker"> & {
    variantId: string;
    listingId: string;
    listingState: string;
    groupState: string;
    quantityMilli: number;
  };

/** Each of the wanted goods at today's price, with what is in the way of selling it. */
export async function asTheyStand<Row extends WantedRow>(rows: readonly Row[], now: Date) {
  const rooms = await listRooms(rows);
  const variantIds = rows.map((row) => row.variantId);
  const ahead = await listOrderedAhead(variantIds, now);
  return rows.map(({ retiredAt, listingState, groupState, unit, ...stored }) => {
    const cycle = ahead.get(stored.variantId) ?? null;
    const row = cycle ? { ...stored, stockMilli: cycle.roomMilli, harvestUntil: cycle.handOverDay } : stored;
    const price = rupiah(row.price);
    const goodsValue = goodsValueOf({ price, quantityMilli: row.quantityMilli });
    const isOnSale = !retiredAt && listingState === "published" && groupState === "active";
    const roomMilli = rooms.get(row.listingId) ?? null;
    // All variants of a listing are made by the same hands.
    const wantedMilli = rows
      .filter((each) => each.listingId === row.listingId)
      .reduce((all, each) => all + each.quantityMilli, 0);
    const isFull = roomMilli !== null && wantedMilli > roomMilli;
    const trouble = troubleOf({ ...row, isOnSale, isClosed: cycle?.isOpen === false, goodsValue, isFull });
    // What can still be had of it: by the stock, or by the makers' hands.
    const leftMilli = isFull ? roomMilli : row.stockMilli;
    const orderedAhead = { cycleId: cycle?.cycleId ?? null, readyOn: cycle?.handOverDay ?? null };
    return { ...row, ...orderedAhead, price, unit: unitOf(unit), goodsValue, leftMilli, trouble };
  });
}

export type BasketLine = Awaited<ReturnType<typeof listBasketLines>>[number];

type Standing = {
  isOnSale: boolean;
  /** Its cycle takes no orders yet, or no more. */
  isClosed: boolean;
  stockMilli: number;
  quantityMilli: number;
  goodsValue: Rupiah | null;
  isFull: boolean;
};

function troubleOf({
  isOnSale,
  isClosed,
  stockMilli,
  quantityMilli,
  goodsValue,
  isFull,
}: Standing): LineTrouble | null {
  if (!isOnSale) return "off-sale";
  if (isClosed) return "cycle-not-open";
  if (stockMilli === 0) return "sold-out";
  if (stockMilli < quantityMilli) return "not-enough";
  if (isFull) return "makers-full";
  return goodsValue === null ? "too-large" : null;
}

function unitOf(text: string): Unit {
  return isUnit(text) ? text : "buah";
}

/** A variant that can be bought now, and how much of it this basket holds already. */
export async function findBuyable(variantId: string, owner: BasketOwner | null, now: Date) {
  const [row] = await db()
    .select(SOLD_GOODS)
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(hubs, eq(hubs.id, groups.hubId))
    .where(and(eq(variants.id, variantId), eq(listings.state, "published"), eq(groups.state, "active")));
  if (!row || row.retiredAt) return undefined;
  const [held] = owner
    ? await db()
        .select({ quantityMilli: basketLines.quantityMilli })
        .from(basketLines)
        .innerJoin(baskets, eq(baskets.id, basketLines.basketId))
        .where(and(ownedBy(owner), eq(basketLines.variantId, variantId)))
    : [];
  const cycle = (await listOrderedAhead([variantId], now)).get(variantId);
  const stockMilli = cycle ? cycle.roomMilli : row.stockMilli;
  return { ...row, stockMilli, price: rupiah(row.price), unit: unitOf(row.unit), heldMilli: held?.quantityMilli ?? 0 };
}
