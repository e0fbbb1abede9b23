import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { NO_LIMIT } from "#app/domain/run-room.ts";
import type { ShareRule } from "#app/domain/share-rule.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { attachCarrierBill } from "#app/usecases/ship/attach-carrier-bill.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { db } from "#db/client.server.ts";
import { trialBalance } from "#db/read/ledger.ts";
import { listSettled } from "#db/read/run-settlement.ts";
import { findRun } from "#db/read/runs.ts";
import { entries, postings, runs } from "#db/schema.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { aHub, anOpenRun, aTariff, aZone, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
const operator = as(ctx, (await aPerson({ isOperator: true })).actor);

/** A run with consignments of these grams, of one group each, that has arrived. */
async function arrived(shareRule: ShareRule, grams: readonly number[]) {
  const run = await anOpenRun({ shareRule });
  const group = await aGroup();
  const officer = as(ctx, group.officer);
  for (const each of grams) {
    const order = await anOrder({ run, parts: [{ group, grams: each }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    await packConsignment(officer, { groupId: group.id, consignmentId, packedGrams: each });
    await handOverConsignment(officer, { consignmentId });
  }
  for (const step of [lockRun, departRun, arriveRun])
    expect(await step(operator, { runId: run.id })).toMatchObject({ ok: true });
  return run;
}

async function sharesOf(runId: string): Promise<Map<number, number | null>> {
  const rows = await listSettled(operator.actor, { id: runId });
  return new Map(rows.map((row) => [row.grams, row.share]));
}

describe("settle-run", () => {
  it.each([
    ["equal-saving", [25_334, 25_333]],
    ["by-weight", [38_000, 20_000]],
    ["by-addition", [38_000, 19_000]],
  ] as const)(
    "divides 76,000 over 1,300, 500 and 450 g by the run's rule, %s, in one entry that balances",
    async (rule, [heavy, middle]) => {
      const run = await arrived(rule, [1300, 500, 450]);
      expect(await settleRun(operator, { runId: run.id, bill: rupiah(76_000), seenReturned: rupiah(38_000) })).toEqual({
        ok: true,
      });
      const shares = await sharesOf(run.id);
      expect([...shares.values()].reduce<number>((all, share) => all + (share ?? 0), 0)).toBe(76_000);
      // Of equal prices alone the rupiah over goes to the first order, whichever that is.
      expect(Math.abs((shares.get(1300) ?? 0) - heavy)).toBeLessThanOrEqual(1);
      expect(Math.abs((shares.get(500) ?? 0) - middle)).toBeLessThanOrEqual(1);
      const posted = await db()
        .select({ entryId: postings.entryId, amount: postings.amount })
        .from(postings)
        .innerJoin(entries, eq(entries.id, postings.entryId))
        .where(eq(entries.key, `settled:${run.id}`));
      expect(new Set(posted.map((each) => each.entryId)).size).toBe(1);
      expect(posted.reduce((all, each) => all + each.amount, 0)).toBe(0);
      expect((await trialBalance()).total).toBe(0);
    },
  );

  it("keeps the rule that was the network's when the run was opened", async () => {
    await aNetwork({ shareRule: "by-weight" });
    const [zone, hub] = [await aZone(), await aHub()];
    const tariff = await aTariff({ zoneId: zone.id });
    const answer = await openRun(operator, {
      ...{ formKey: ctx.secrets.token(), hubId: hub.id, tariffId: tariff.id, vessel: "MV Lintas Kepri" },
      ...{ opensAt: null, cutOffAt: hoursLater(24), departsAt: hoursLater(30), doorFee: rupiah(0) },
      ...{ limit: NO_LIMIT, pickUpPointIds: [] },
    });
    if (!answer.ok) return expect.fail("not opened");
    await aNetwork({ shareRule: "equal-saving" });
    expect(await findRun(operator.actor, answer.code)).toMatchObject({ shareRule: "by-weight" });
  });
});

describe("attach-carrier-bill", () => {
  const picture = Uint8Array.from(
    atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    (sign) => sign.charCodeAt(0),
  );

  it("keeps a picture of the bill for a run that has arrived, and nothing that is no picture", async () => {
    const open = await anOpenRun();
    expect(await attachCarrierBill(operator, { runId: open.id, picture })).toMatchObject({ reason: "run-not-arrived" });
    const run = await arrived("equal-saving", [500]);
    expect(await attachCarrierBill(operator, { runId: run.id, picture: Uint8Array.of(1, 2, 3) })).toMatchObject({
      ok: false,
    });
    expect(await attachCarrierBill(operator, { runId: run.id, picture })).toEqual({ ok: true });
    const [row] = await db().select().from(runs).where(eq(runs.id, run.id));
    expect(row?.billPhotoId).not.toBeNull();
  });

  it("is the operator's", async () => {
    const run = await arrived("equal-saving", [500]);
    await expect(attachCarrierBill(as(ctx, run.hub.keeper), { runId: run.id, picture })).rejects.toThrow(NotAllowed);
  });
});
