import { describe, expect, it } from "vitest";
import { DELIVERY_COLUMNS, type DeliveryColumn, deliveryRows } from "#app/domain/bulk-deliveries.ts";
import type { SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";
import { type Actor, NotAllowed } from "#app/domain/permissions.ts";
import { acceptImport } from "#app/usecases/sell/accept-import.ts";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { columnNamed, sheetFor } from "#app/web/bulk.server.ts";
import { findImport, listBulkDeliveries } from "#db/read/bulk.ts";
import { readStockOf } from "#db/read/lot-stock.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { aFarm, bring } from "#tests/world/lots.ts";
import { anOfficer } from "#tests/world/people.ts";

type Farm = Awaited<ReturnType<typeof aFarm>>;

/** A sheet on its way out of the house, through a file, and in again. */
async function send(farm: Farm, rows: SheetRows, { format = "csv" as SheetFormat, actor = farm.group.officer } = {}) {
  const ctx = testContext({ actor });
  const answer = await checkImport(ctx, {
    ...{ groupId: farm.group.id, kind: "deliveries", formKey: testId(), fileName: "setoran.csv" },
    upload: await ctx.sheets.write(sheetFor({ kind: "deliveries", locale: "id", rows }), format),
    columnOf: (name) => columnNamed("deliveries", name),
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.importId;
}

const accept = (farm: Farm, importId: string, actor: Actor = farm.group.officer) =>
  acceptImport(testContext({ actor }), { groupId: farm.group.id, importId });
const brought = (farm: Farm) => listBulkDeliveries(farm.group.officer, farm.group.id);

/** What the paper book says: two mornings of two members. */
function fromPaper(farm: Farm): SheetRows {
  const goods = `${farm.listing.name}, Grade 1`;
  const row = (cells: Partial<Record<DeliveryColumn, string>>) =>
    DELIVERY_COLUMNS.map((column) => ({ goods, ...cells })[column] ?? "");
  return [
    row({ day: "2026-11-20", number: "1", quantity: "12,5" }),
    row({ day: "2026-11-20", number: "2", quantity: "7,25 kg", note: "=pagi" }),
  ];
}

describe("a sheet of deliveries", () => {
  it.each(["csv", "xlsx"] as const)("from the paper book is in stock and in the day's lot, by %s", async (format) => {
    const farm = await aFarm();
    const importId = await send(farm, fromPaper(farm), { format });
    expect(await brought(farm)).toEqual([]);
    expect(await accept(farm, importId)).toEqual({ ok: true, added: 2, changed: 0 });
    expect(await accept(farm, importId)).toEqual({ ok: true, added: 0, changed: 0 });
    expect((await brought(farm)).map(({ quantityMilli, note }) => [quantityMilli, note])).toEqual([
      [12_500, ""],
      [7250, "=pagi"],
    ]);
    const { lots, untracedMilli } = await readStockOf([farm.variant.id]);
    // Nothing of the stock is without its lot, and nothing of a lot without stock.
    expect(untracedMilli.get(farm.variant.id) ?? 0).toBe(0);
    expect(lots.map((lot) => lot.parts.map((part) => part.leftMilli))).toEqual([[12_500, 7250]]);
  });

  it.each(["csv", "xlsx"] as const)("changes nothing on a round trip as %s", async (format) => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "3,125" });
    await bring(farm, { member: 1, quantity: "40" });
    const before = await brought(farm);
    const importId = await send(farm, deliveryRows(before), { format });
    expect(await accept(farm, importId)).toEqual({ ok: true, added: 0, changed: 0 });
    expect(await brought(farm)).toEqual(before);
  });

  it("sent again is refused whole: nothing is brought twice", async () => {
    const farm = await aFarm();
    await accept(farm, await send(farm, fromPaper(farm)));
    const [first = [], ...rest] = fromPaper(farm);
    const more = first.map((cell, at) => (DELIVERY_COLUMNS[at] === "quantity" ? "99" : cell));
    expect(await accept(farm, await send(farm, [more, first, ...rest]))).toMatchObject({ reason: "import-wrong" });
    expect(await brought(farm)).toHaveLength(2);
  });

  it("whose last row is refused leaves nothing of the rows before it", async () => {
    const farm = await aFarm();
    // Each alone is a quantity; the second is more than a stock can hold.
    const tooMuch = (cell: string, at: number) => (DELIVERY_COLUMNS[at] === "quantity" ? "600000" : cell);
    const rows = fromPaper(farm).map((row) => row.map(tooMuch));
    const importId = await send(farm, rows);
    const sent = () => findImport(farm.group.officer, { groupId: farm.group.id, importId });
    const before = await sent();
    expect(before?.rows).toHaveLength(3);
    expect(await accept(farm, importId)).toEqual({ ok: false, reason: "import-too-much" });
    expect(await brought(farm)).toEqual([]);
    expect((await readStockOf([farm.variant.id])).lots).toEqual([]);
    // Nor is it taken as accepted.
    expect(await sent()).toEqual(before);
  });

  it("is for whoever may record a delivery", async () => {
    const farm = await aFarm();
    const importId = await send(farm, fromPaper(farm));
    const member = await anOfficer(farm.group, ["auditor"]);
    await expect(accept(farm, importId, member.actor)).rejects.toThrow(NotAllowed);
    await expect(send(farm, fromPaper(farm), { actor: member.actor })).rejects.toThrow(NotAllowed);
    await expect(listBulkDeliveries(member.actor, farm.group.id)).rejects.toThrow(NotAllowed);
  });
});
