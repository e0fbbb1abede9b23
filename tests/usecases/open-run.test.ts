import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import { type OpenRunInput, openRun } from "#app/usecases/ship/open-run.ts";
import { db } from "#db/client.server.ts";
import { findRun, listRuns } from "#db/read/runs.ts";
import { runs } from "#db/schema.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aPerson } from "#tests/world/people.ts";
import { aHub, anOpenRun, aTariff, aZone, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();

async function aForm(over: Partial<OpenRunInput> = {}) {
  const [zone, hub] = [await aZone(), await aHub()];
  const tariff = await aTariff({ zoneId: zone.id });
  const form: OpenRunInput = {
    formKey: ctx.secrets.token(),
    hubId: hub.id,
    tariffId: tariff.id,
    vessel: "MV Lintas Kepri",
    opensAt: null,
    cutOffAt: hoursLater(24),
    departsAt: hoursLater(30),
    doorFee: rupiah(10_000),
    limit: NO_LIMIT,
    pickUpPointIds: [],
    ...over,
  };
  return { form, zone, hub, tariff, keeper: as(ctx, hub.keeper) };
}

describe("open-run", () => {
  it("opens one run for one form, pressed twice or at once, to the tariff's zone", async () => {
    const { form, keeper, zone } = await aForm();
    const answers = await Promise.all([openRun(keeper, form), openRun(keeper, form)]);
    const again = await openRun(keeper, { ...form, vessel: "Kapal lain" });
    const codes = new Set([...answers, again].map((answer) => (answer.ok ? answer.code : "refused")));
    expect(codes.size).toBe(1);
    const [code = ""] = codes;
    expect(code).toMatch(/^PB-261125-[A-Z0-9]{3}$/);
    expect(await db().$count(runs, eq(runs.hubId, form.hubId))).toBe(1);
    expect(await findRun(keeper.actor, code)).toMatchObject({
      zoneId: zone.id,
      state: "open",
      vessel: "MV Lintas Kepri",
    });
  });

  it("says in plain words what is wrong", async () => {
    const { form, keeper } = await aForm();
    expect(await openRun(keeper, { ...form, cutOffAt: ctx.now })).toMatchObject({
      fields: { cutOffAt: "cut-off-past" },
    });
    expect(await openRun(keeper, { ...form, departsAt: form.cutOffAt })).toMatchObject({
      fields: { departsAt: "departs-before-cut-off" },
    });
    expect(await openRun(keeper, { ...form, tariffId: "none" })).toMatchObject({
      fields: { tariffId: "tariff-not-in-force" },
    });
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    expect(await openRun(operator, { ...form, hubId: "none" })).toMatchObject({ fields: { hubId: "hub-unknown" } });
  });

  it("takes only a tariff that is in force", async () => {
    const { form, keeper, zone } = await aForm();
    const over = await aTariff({ zoneId: zone.id, validTo: ctx.now });
    const soon = await aTariff({ zoneId: zone.id, validFrom: hoursLater(1) });
    for (const tariff of [over, soon])
      expect(await openRun(keeper, { ...form, tariffId: tariff.id })).toMatchObject({
        fields: { tariffId: "tariff-not-in-force" },
      });
  });

  it("is the operator's and that hub's keeper's; a keeper sees the runs of the own hub only", async () => {
    const { form } = await aForm();
    const run = await anOpenRun();
    const stranger = as(ctx, run.hub.keeper);
    await expect(openRun(stranger, form)).rejects.toThrow(NotAllowed);
    await expect(openRun(as(ctx, (await aPerson()).actor), form)).rejects.toThrow(NotAllowed);
    const own = await openRun(as(ctx, (await aPerson({ isOperator: true })).actor), form);
    expect(own.ok).toBe(true);
    const seen = await listRuns(stranger.actor, { states: ["open"] });
    expect(seen.map((each) => each.id)).toEqual([run.id]);
    await expect(findRun(stranger.actor, own.ok ? own.code : "")).rejects.toThrow(NotAllowed);
    await expect(listRuns((await aPerson()).actor, { states: ["open"] })).rejects.toThrow(NotAllowed);
  });
});
