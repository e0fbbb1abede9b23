import { beforeAll, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { recordStockCost } from "#app/usecases/books/record-stock-cost.ts";
import { testContext } from "#tests/world/context.ts";
import { aCooperative, aKey, decided, saves } from "#tests/world/cooperative.ts";
import { aListing } from "#tests/world/listings.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

// What members saved, what a meeting decided and what goods cost stays as it was written, also for who has the database's password.

let groupId = "";

beforeAll(async () => {
  const at = await aCooperative();
  groupId = at.group.id;
  await saves(at.ctx, { groupId, memberId: at.group.members[1]?.id ?? "", sukarela: 5_000 });
  await decided({ ...at.ctx, now: new Date("2027-01-04T03:00:00Z") }, groupId, { reserve: 4000, business: 6000 });
  const listing = await aListing({ group: at.group });
  await recordStockCost(testContext({ actor: at.group.officer }), {
    ...{ groupId, goods: listing.variants[0]?.id ?? "", unitCost: rupiah(500), basis: "paid", source: "Nota" },
    ...{ voucherId: "", formKey: aKey() },
  });
});

const ROWS = [
  ["savings_terms", "wajib = 1"],
  ["savings_movements", "sukarela = 1"],
  ["meetings", "present = 1"],
  ["surplus_policies", "version = 9"],
  ["stock_costs", "unit_cost = 1"],
] as const;

it.each(ROWS)("refuses to change %s", async (table, change) => {
  await expect(rawSql(`UPDATE ${table} SET ${change} WHERE group_id = '${groupId}'`)).rejects.toThrow(/append-only/);
});

it.each(ROWS)("refuses to delete from %s", async (table) => {
  await expect(rawSql(`DELETE FROM ${table} WHERE group_id = '${groupId}'`)).rejects.toThrow(/append-only/);
});
