import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import { leftOf } from "#app/domain/lot.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { costRecordFor, stockTotals } from "#app/domain/stock-cost.ts";
import { db } from "../client.server.ts";
import { listings, variants } from "../schema.ts";
import { readEntrustedLines } from "./entrustments.ts";
import { readStockOf } from "./lot-stock.ts";
import { listCostRecords } from "./stock-costs.ts";

/** What lies on a group's shelves: by lot where a harvest was brought, else by kind of goods. Entrusted goods are listed apart. */
export async function listStockOnHand(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  const onHand = await readStockOnHand(groupId);
  const entrusted = (await readEntrustedLines(groupId)).filter((line) => line.leftMilli > 0).toReversed();
  return { onHand, entrusted };
}

/** What the goods on hand cost the group, as far as it is on record; whole rupiah. Whoever calls looks who asks. */
export async function sumStockAtCost(groupId: string): Promise<Rupiah> {
  return stockTotals(await readStockOnHand(groupId)).atCost;
}

async function readStockOnHand(groupId: string) {
  const records = await listCostRecords(groupId);
  const rows = await db()
    .select({
      ...{ id: variants.id, slug: listings.slug, listing: listings.name, variant: variants.name, unit: listings.unit },
      ...{ price: variants.price, stockMilli: variants.stockMilli },
    })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(listings.groupId, groupId), or(isNull(variants.retiredAt), gt(variants.stockMilli, 0))))
    .orderBy(asc(listings.name), asc(listings.id), asc(variants.position));
  const { lots, untracedMilli } = await readStockOf(rows.map(({ id }) => id));
  return rows.flatMap(({ stockMilli, ...row }) => {
    const own = lots.filter((lot) => lot.variantId === row.id);
    const loose = untracedMilli.get(row.id) ?? stockMilli;
    return [
      ...own.map((lot) => ({ ...row, lot: { id: lot.id, day: lot.day, number: lot.number }, leftMilli: leftOf(lot) })),
      { ...row, lot: null, leftMilli: loose },
    ]
      .filter((each) => each.leftMilli > 0)
      .map((each) => {
        const record = costRecordFor(records, { variantId: row.id, lotId: each.lot?.id ?? null });
        return { ...each, unitCost: record?.unitCost ?? null, costNumber: record?.number ?? null };
      });
  });
}
