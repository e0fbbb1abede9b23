import { and, desc, eq, inArray } from "drizzle-orm";
import { EXPENSE_CATEGORIES } from "#app/domain/cash-movement.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { cashMovements, listings, lots, people, stockCosts, variants } from "../schema.ts";

/** Every record of what a group's goods cost, the newest first. Whoever calls looks who asks. */
export function listCostRecords(groupId: string) {
  const { number, variantId, lotId, unitCost } = stockCosts;
  return db()
    .select({ number, variantId, lotId, unitCost })
    .from(stockCosts)
    .where(eq(stockCosts.groupId, groupId))
    .orderBy(desc(number));
}

/** The same with what it was for, where the figure comes from, and who recorded it. */
export async function listStockCosts(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  return db()
    .select({
      ...{ id: stockCosts.id, number: stockCosts.number, unitCost: stockCosts.unitCost, basis: stockCosts.basis },
      ...{ source: stockCosts.source, recordedAt: stockCosts.recordedAt, recorder: people.name },
      ...{ listing: listings.name, variant: variants.name, unit: listings.unit },
      ...{ lotId: stockCosts.lotId, lotDay: lots.day, voucherId: stockCosts.voucherId },
      ...{ voucherYear: cashMovements.year, voucherNumber: cashMovements.number },
    })
    .from(stockCosts)
    .innerJoin(variants, eq(variants.id, stockCosts.variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .innerJoin(people, eq(people.id, stockCosts.recordedBy))
    .leftJoin(lots, eq(lots.id, stockCosts.lotId))
    .leftJoin(cashMovements, eq(cashMovements.id, stockCosts.voucherId))
    .where(eq(stockCosts.groupId, groupId))
    .orderBy(desc(stockCosts.number));
}

/** The vouchers of cash that went out, which may be what goods cost; the newest first. */
export async function listExpenseVouchers(actor: Actor, groupId: string) {
  permit(actor, "see-books", { groupId });
  const { id, year, number, amount, counterpart } = cashMovements;
  return db()
    .select({ id, year, number, amount, counterpart })
    .from(cashMovements)
    .where(and(eq(cashMovements.groupId, groupId), inArray(cashMovements.category, [...EXPENSE_CATEGORIES])))
    .orderBy(desc(year), desc(number))
    .limit(100);
}

/** Whether a group has such goods: the variant, and the lot of it. */
export async function hasGoods(groupId: string, { variantId, lotId }: { variantId: string; lotId: string | null }) {
  const [own] = await db()
    .select({ id: variants.id })
    .from(variants)
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(and(eq(variants.id, variantId), eq(listings.groupId, groupId)));
  if (!own || !lotId) return own !== undefined;
  const [lot] = await db()
    .select({ id: lots.id })
    .from(lots)
    .where(and(eq(lots.id, lotId), eq(lots.variantId, variantId)));
  return lot !== undefined;
}

/** The record that a form has made already, if it has. */
export async function findCostByForm(formKey: string) {
  const { groupId, variantId, lotId, unitCost } = stockCosts;
  const [row] = await db()
    .select({ groupId, variantId, lotId, unitCost })
    .from(stockCosts)
    .where(eq(stockCosts.formKey, formKey));
  return row;
}
