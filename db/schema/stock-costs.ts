import { COST_BASES } from "#app/domain/stock-cost.ts";
import { check, instant, integer, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { cashMovements } from "./cash-movements.ts";
import { groups } from "./groups.ts";
import { variants } from "./listings.ts";
import { lots } from "./lots.ts";
import { people } from "./people.ts";

/** What goods on hand cost the group, for one unit; never edited, only followed by the next record. Append-only by trigger. */
export const stockCosts = table(
  "stock_costs",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    /** Counts from 1 in each group. */
    number: integer("number").notNull(),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    /** Of this lot alone; null for all of the variant that has no record of its own. */
    lotId: text("lot_id").references(() => lots.id),
    /** Whole rupiah for one unit of the listing. */
    unitCost: money("unit_cost").notNull(),
    basis: text("basis", { enum: COST_BASES }).notNull(),
    /** Where the figure comes from: a receipt, who was paid, how it was reckoned. */
    source: text("source").notNull(),
    /** The voucher of the cash book that paid it. */
    voucherId: text("voucher_id").references(() => cashMovements.id),
    formKey: text("form_key").notNull().unique(),
    recordedBy: text("recorded_by")
      .notNull()
      .references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    uniqueIndex("stock_costs_number").on(t.groupId, t.number),
    check("stock_costs_sane", sql`${t.unitCost} >= 0 and ${t.number} > 0`),
  ],
);
