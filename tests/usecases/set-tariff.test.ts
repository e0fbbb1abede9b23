import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { NO_EXTRAS } from "#app/domain/tariff.ts";
import { addZone } from "#app/usecases/operate/add-zone.ts";
import { addZoneArea } from "#app/usecases/operate/add-zone-area.ts";
import { removeZoneArea } from "#app/usecases/operate/remove-zone-area.ts";
import { type SetTariffInput, setTariff } from "#app/usecases/operate/set-tariff.ts";
import { findZone, listTariffSeries, listTariffsInForce } from "#db/read/tariffs.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aPerson } from "#tests/world/people.ts";
import { anOpenRun, aZone, hoursLater } from "#tests/world/runs.ts";

const operator = testContext({ actor: (await aPerson({ isOperator: true })).actor });

function aForm(zoneId: string, over: Partial<SetTariffInput> = {}): SetTariffInput {
  return {
    formKey: operator.secrets.token(),
    zoneId,
    ...NO_EXTRAS,
    service: "Kapal cepat",
    perKg: rupiah(12_000),
    perParcel: rupiah(5000),
    minKg: 1,
    toleranceGrams: 300,
    stepGrams: 1000,
    maxParcelGrams: 30_000,
    volumeDivisor: 4000,
    maxSideMm: null,
    validFrom: null,
    ...over,
  };
}

async function inForceAt(zoneId: string, at: Date) {
  return (await listTariffsInForce(at)).filter((tariff) => tariff.zoneId === zoneId).map((tariff) => tariff.perKg);
}

describe("set-tariff", () => {
  it("ends the old tariff the same moment as the new one begins: never two, never none", async () => {
    const zone = await aZone();
    const later = { ...operator, now: hoursLater(10) };
    expect(await setTariff(operator, aForm(zone.id))).toEqual({ ok: true });
    expect(await setTariff(later, aForm(zone.id, { perKg: rupiah(13_000) }))).toEqual({ ok: true });
    // One for the first of next month, and one that comes between.
    await setTariff(later, aForm(zone.id, { perKg: rupiah(15_000), validFrom: hoursLater(100) }));
    await setTariff(later, aForm(zone.id, { perKg: rupiah(14_000), validFrom: hoursLater(50) }));
    const at = [-1, 0, 9.999, 10, 49.999, 50, 99.999, 100, 9999];
    expect(await Promise.all(at.map((hours) => inForceAt(zone.id, hoursLater(hours))))).toEqual([
      [],
      [12_000],
      [12_000],
      [13_000],
      [13_000],
      [14_000],
      [14_000],
      [15_000],
      [15_000],
    ]);
  });

  it("ends by itself where it is asked to, and then there is no price", async () => {
    const zone = await aZone();
    await setTariff(operator, aForm(zone.id, { validTo: hoursLater(10) }));
    await setTariff(operator, aForm(zone.id, { perKg: rupiah(15_000), validFrom: hoursLater(20) }));
    const at = [0, 9.999, 10, 19.999, 20, 9999];
    expect(await Promise.all(at.map((hours) => inForceAt(zone.id, hoursLater(hours))))).toEqual([
      [12_000],
      [12_000],
      [],
      [],
      [15_000],
      [15_000],
    ]);
    expect(await setTariff(operator, aForm(zone.id, { validFrom: hoursLater(30), validTo: hoursLater(30) }))).toEqual({
      ok: false,
      reason: "fields",
      fields: { validTo: "tariff-ends-early" },
    });
  });

  it("keeps a first block, the boat's fee, the longest side, and who entered them from where", async () => {
    const zone = await aZone();
    const extras = {
      ...{ firstBlockGrams: 10_000, firstBlockFee: rupiah(100_000), boatFee: rupiah(20_000), maxSideMm: 1200 },
      source: "Daftar harga, 3 November",
    };
    expect(await setTariff(operator, aForm(zone.id, extras))).toEqual({ ok: true });
    const [saved] = (await findZone(zone.id))?.tariffs ?? [];
    expect(saved).toMatchObject({ ...extras, enteredBy: operator.actor.personId, enteredAt: operator.now });
    for (const [half, field] of [
      [{ firstBlockGrams: 10_000 }, "firstBlockFee"],
      [{ firstBlockFee: rupiah(1) }, "firstBlockGrams"],
    ] as const)
      expect(await setTariff(operator, aForm(zone.id, half))).toMatchObject({
        fields: { [field]: "first-block-half" },
      });
  });

  it("leaves another carrier's tariff, and the runs that are open, alone", async () => {
    const run = await anOpenRun();
    await setTariff(operator, aForm(run.zone.id, { service: "Kargo", perKg: rupiah(9000) }));
    expect((await inForceAt(run.zone.id, operator.now)).toSorted()).toEqual([38_000, 9000]);
    await setTariff(operator, aForm(run.zone.id, { perKg: rupiah(50_000) }));
    const series = await listTariffSeries({ zoneId: run.zone.id, service: "Kapal cepat" });
    expect(series.map((each) => each.validTo)).toEqual([operator.now, null]);
    expect(series[0]?.id).toBe(run.tariffId);
  });

  it("saves one tariff for one form, and none from the past or at the same moment", async () => {
    const zone = await aZone();
    const form = aForm(zone.id);
    await Promise.all([setTariff(operator, form), setTariff(operator, form)]);
    expect(await setTariff({ ...operator, now: hoursLater(1) }, form)).toEqual({ ok: true });
    expect(await listTariffSeries(form)).toHaveLength(1);
    expect(await setTariff(operator, aForm(zone.id, { validFrom: hoursLater(-1) }))).toMatchObject({
      fields: { validFrom: "tariff-from-past" },
    });
    expect(await setTariff(operator, aForm(zone.id))).toMatchObject({ reason: "tariff-same-moment" });
    expect(await setTariff(operator, aForm("none"))).toMatchObject({ reason: "zone-gone" });
  });

  it("makes zones of regions, each region in one zone", async () => {
    const formKey = operator.secrets.token();
    const made = await addZone(operator, { formKey, name: "Lingga" });
    expect(await addZone(operator, { formKey, name: "Lingga" })).toEqual(made);
    const zoneId = made.ok ? made.zoneId : "";
    const other = await aZone();
    const area = { zoneId, regionCode: "21.04" };
    expect([await addZoneArea(operator, area), await addZoneArea(operator, area)]).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(await addZoneArea(operator, { ...area, zoneId: other.id })).toMatchObject({ reason: "region-taken" });
    expect(await addZoneArea(operator, { ...area, regionCode: "99.99" })).toMatchObject({ reason: "region-code" });
    expect(await addZoneArea(operator, { ...area, zoneId: "none" })).toMatchObject({ reason: "zone-gone" });
    expect((await findZone(zoneId))?.regionCodes).toEqual(["21.04"]);
    await removeZoneArea(operator, { ...area, zoneId: other.id });
    expect((await findZone(zoneId))?.regionCodes).toEqual(["21.04"]);
    await removeZoneArea(operator, area);
    expect(await addZoneArea(operator, { ...area, zoneId: other.id })).toEqual({ ok: true });
  });

  it("is for the operator alone", async () => {
    const run = await anOpenRun();
    const keeper = as(operator, run.hub.keeper);
    for (const attempt of [
      () => setTariff(keeper, aForm(run.zone.id)),
      () => addZone(keeper, { formKey: "x".repeat(20), name: "x" }),
      () => addZoneArea(keeper, { zoneId: run.zone.id, regionCode: "21.05" }),
      () => removeZoneArea(keeper, { zoneId: run.zone.id, regionCode: "21.05" }),
    ])
      await expect(attempt()).rejects.toThrow(NotAllowed);
  });
});
