import { describe, expect, it } from "vitest";
import type { SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";
import { TARIFF_COLUMNS, type TariffColumn, tariffRows } from "#app/domain/bulk-tariffs.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { acceptTariffImport } from "#app/usecases/operate/accept-tariff-import.ts";
import { checkTariffImport } from "#app/usecases/operate/check-tariff-import.ts";
import { columnNamed, sheetFor } from "#app/web/bulk.server.ts";
import { findTariffBulkFacts, findTariffImport, listWaitingTariffs } from "#db/read/bulk.ts";
import { findZone } from "#db/read/tariffs.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { aTariff, aZone, hoursLater } from "#tests/world/runs.ts";

const operator = testContext({ actor: (await aPerson({ isOperator: true })).actor });

type Sending = { format?: SheetFormat; locale?: "id" | "en"; ctx?: typeof operator; formKey?: string };

/** A sheet on its way out of the house, through a file, and in again. */
async function send(
  rows: SheetRows,
  { format = "csv", locale = "id", ctx = operator, formKey = testId() }: Sending = {},
) {
  const answer = await checkTariffImport(ctx, {
    ...{ formKey, fileName: "tarif.csv" },
    upload: await ctx.sheets.write(sheetFor({ kind: "tariffs", locale, rows }), format),
    columnOf: (name) => columnNamed("tariffs", name),
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.importId;
}

const accept = (importId: string, ctx = operator) => acceptTariffImport(ctx, { importId });

function aRow(zone: string, cells: Partial<Record<TariffColumn, string>> = {}): string[] {
  const usual: Partial<Record<TariffColumn, string>> = {
    ...{ zone, service: '=Kapal, "cepat"', perKg: "12.000", perParcel: "5000", minKg: "1", toleranceGrams: "300" },
    ...{ stepGrams: "1000", maxParcelGrams: "30 kg", volumeDivisor: "4000", daysUnderWay: "2", source: "-leaflet" },
  };
  return TARIFF_COLUMNS.map((column) => ({ ...usual, ...cells })[column] ?? "");
}

/** What the operator's own page says of a zone, in the order in which the prices hold. */
async function pricesIn(zoneId: string) {
  const all = (await findZone(zoneId))?.tariffs ?? [];
  return all
    .toSorted((a, b) => +a.validFrom - +b.validFrom)
    .map(({ service, perKg, validFrom, validTo, enteredBy }) => ({ service, perKg, validFrom, validTo, enteredBy }));
}

describe("a sheet of tariffs", () => {
  it.each([
    ["csv", "id"],
    ["xlsx", "en"],
  ] as const)("changes nothing on a round trip as %s in %s", async (format, locale) => {
    const zone = await aZone({ name: `=Zona ${testId()}` });
    await aTariff({
      ...{ zoneId: zone.id, service: "'Kargo", boatFee: rupiah(7500), firstBlockGrams: 49, firstBlockFee: rupiah(9) },
      ...{
        maxSideMm: 1205,
        keepsCold: true,
        countsBox: true,
        validFrom: new Date(hoursLater(-3).getTime() + 123),
        source: "+62 778",
      },
      validTo: hoursLater(30),
    });
    const before = await findTariffBulkFacts(operator.actor, operator.now);
    const importId = await send(tariffRows(before), { format, locale });
    expect(await accept(importId)).toEqual({ ok: true, added: 0 });
    expect(await findTariffBulkFacts(operator.actor, operator.now)).toEqual(before);
  });

  it("writes nothing before it is accepted, then each price in its series, once", async () => {
    const zone = await aZone();
    const old = await aTariff({ zoneId: zone.id, service: '=Kapal, "cepat"' });
    const rows = [
      aRow(zone.name, { validFrom: "2027-01-01 08:00", perKg: "15.000" }),
      aRow(zone.name, { validTo: "2027-06-01" }),
      aRow(zone.name, { service: "Kurir" }),
    ];
    const importId = await send(rows);
    expect(await pricesIn(zone.id)).toHaveLength(1);
    expect((await listWaitingTariffs(operator.actor)).map((sent) => sent.id)).toContain(importId);
    const answers = await Promise.all([accept(importId), accept(importId)]);
    expect(answers.map((answer) => (answer.ok ? answer.added : answer.reason)).toSorted()).toEqual([0, 3]);
    const cut = new Date("2027-01-01T08:00:00+07:00");
    const { now, actor } = operator;
    const by = actor.personId;
    expect((await pricesIn(zone.id)).filter((price) => price.service !== "Kurir")).toMatchObject([
      { perKg: 38_000, validFrom: old.validFrom, validTo: now, enteredBy: null },
      { perKg: 12_000, validFrom: now, validTo: cut, enteredBy: by },
      { perKg: 15_000, validFrom: cut, validTo: null, enteredBy: by },
    ]);
    // The same file again: what begins now is in force, what begins later is there.
    expect(await accept(await send(rows))).toEqual({ ok: false, reason: "import-wrong" });
    expect(await pricesIn(zone.id)).toHaveLength(4);
  });

  it("is refused whole for one wrong cell, and keeps one file for one form", async () => {
    const zone = await aZone();
    const formKey = testId();
    const rows = [aRow(zone.name), aRow(zone.name, { service: "Kurir", perKg: "-1" })];
    const importId = await send(rows, { formKey });
    expect(await send(rows, { formKey })).toBe(importId);
    expect(await accept(importId)).toEqual({ ok: false, reason: "import-wrong" });
    expect(await pricesIn(zone.id)).toEqual([]);
    expect((await findTariffImport(operator.actor, importId))?.acceptedAt).toBeNull();
    expect(await accept("none")).toEqual({ ok: false, reason: "import-gone" });
  });

  it("is for the operator alone", async () => {
    const zone = await aZone();
    const importId = await send([aRow(zone.name)]);
    const officer = as(operator, (await aGroup()).officer);
    for (const attempt of [
      () => send([aRow(zone.name)], { ctx: officer }),
      () => accept(importId, officer),
      async () => listWaitingTariffs(officer.actor),
      () => findTariffBulkFacts(officer.actor, officer.now),
    ])
      await expect(attempt()).rejects.toThrow(NotAllowed);
  });
});
