import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { correctDelivery } from "#app/usecases/sell/correct-delivery.ts";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { receiveForEntrusted } from "#app/usecases/sell/receive-for-entrusted.ts";
import { writeOffLot } from "#app/usecases/sell/write-off-lot.ts";
import { isPostgres } from "#db/dialect.ts";
import { readEntrustedLines } from "#db/read/entrustments.ts";
import { findDeliveryTrace } from "#db/read/harvest-deliveries.ts";
import { testId } from "#tests/world/context.ts";
import { aNote } from "#tests/world/entrustments.ts";
import { aFarm, bring, stockOf } from "#tests/world/lots.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

let farm: Awaited<ReturnType<typeof aFarm>>;
let standing = "";

beforeAll(async () => {
  farm = await aFarm();
  standing = await bring(farm, { member: 0, quantity: "5" });
  const [part] = (await stockOf(farm.variant.id)).parts;
  const groupId = farm.group.id;
  const slip = { groupId, deliveryId: standing, kind: "slip", quantity: "1", reason: "salah tulis" } as const;
  const loss = { groupId, lotId: part?.lotId ?? "", quantity: "0,5", reason: "spoiled", note: "" } as const;
  for (const done of [
    await correctDelivery(farm.officer, { ...slip, formKey: testId() }),
    await writeOffLot(farm.officer, { ...loss, formKey: testId() }),
  ])
    expect(done).toEqual({ ok: true });
  const note = { ...aNote(farm), formKey: testId() };
  expect(await entrustGoods(farm.officer, note)).toMatchObject({ ok: true });
  const [line] = await readEntrustedLines(groupId);
  const count = { groupId, place: line?.place ?? "", line: [line?.id ?? ""], counted: ["1"], lost: [], day: note.day };
  expect(await countEntrusted(farm.officer, { ...count, formKey: testId() })).toEqual({ ok: true });
  const money = { groupId, place: count.place, amount: rupiah(10_000), formKey: testId() };
  expect(await receiveForEntrusted(farm.officer, money)).toEqual({ ok: true });
});

/** The database's own words for the refusal, wherever the engine's driver put them. */
async function refusalOf(statement: string): Promise<string> {
  try {
    await rawSql(statement);
  } catch (error) {
    return `${error} ${error instanceof Error ? (error.cause ?? "") : ""}`;
  }
  return "was not refused";
}

const changed = {
  ...{ deliveries: "quantity_milli = 9", delivery_corrections: "quantity_milli = 9" },
  ...{ write_offs: "quantity_milli = 9", write_off_parts: "quantity_milli = 9" },
  ...{ entrustments: "number = 9", entrusted_lines: "agreed_price = 9" },
  ...{ entrusted_receipts: "amount = 9", entrusted_receipt_parts: "amount = 9" },
  ...{ entrusted_changes: "day = '2026-11-01'", entrusted_change_lines: "sold_milli = 0" },
};
const tables = Object.keys(changed) as (keyof typeof changed)[];

describe("the database by itself", () => {
  it.each(tables)("refuses to change a row of %s", async (table) => {
    const said = await refusalOf(`UPDATE ${table} SET ${changed[table]}`);
    expect(said).toContain(`${table} are append-only`);
  });

  // The rows that others point at would be kept by their foreign keys alone; the words say that the guard refused.
  it.each(tables)("refuses to delete a row of %s", async (table) => {
    expect(await refusalOf(`DELETE FROM ${table}`)).toContain(`${table} are append-only`);
  });

  it.each(tables)("refuses to empty %s or to put a row in place of another", async (table) => {
    const statement = isPostgres
      ? `TRUNCATE ${table} CASCADE`
      : `INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`;
    expect(await refusalOf(statement)).toContain(`${table} are append-only`);
  });

  it("has kept everything as it was written", async () => {
    const trace = await findDeliveryTrace(farm.group.officer, { groupId: farm.group.id, deliveryId: standing });
    expect(trace).toMatchObject({ quantityMilli: 5000, lostMilli: 500, leftMilli: 3500 });
    expect(trace?.corrections).toMatchObject([{ quantityMilli: 1000 }]);
  });
});
