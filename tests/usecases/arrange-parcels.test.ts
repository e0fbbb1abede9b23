import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { planParcels } from "#app/domain/packing-plan.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { consignments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();

/** A locked run of paid consignments of these grams. */
async function aLockedRun(grams: number[]) {
  const run = await anOpenRun();
  const keeper = as(ctx, run.hub.keeper);
  const ids: string[] = [];
  for (const each of grams) {
    const order = await anOrder({ run, parts: [{ group: await aGroup() }] });
    const id = order.consignments[0]?.id ?? "";
    await inTransaction((tx) =>
      tx
        .update(consignments)
        .set({ grams: each, volumetricGrams: 0, packedGrams: null, state: "to-pack" })
        .where(eq(consignments.id, id)),
    );
    ids.push(id);
  }
  const plan = async () => {
    const facts = await findRunFacts(run.id);
    if (!facts) throw new Error("no run");
    return planParcels({ tariff: facts.tariff, goods: await listRunGoods(run.hub.keeper, facts) });
  };
  return { run, keeper, ids, plan };
}

const parcelOf = (plan: Awaited<ReturnType<Awaited<ReturnType<typeof aLockedRun>>["plan"]>>, id = "") =>
  plan.parcels.find((parcel) => parcel.ids.includes(id))?.number ?? 0;

describe("arranging the parcels of a run", () => {
  it("moves a consignment, holds on to that when the scale says otherwise, and plans anew when asked", async () => {
    const { run, keeper, ids, plan } = await aLockedRun([1300, 1300, 500, 450]);
    expect(await arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } })).toMatchObject({ ok: false });
    await lockRun(keeper, { runId: run.id });
    const before = await plan();
    expect(before).toMatchObject({ total: 114_000, cheapest: 114_000 });
    const [first = "", second] = ids;
    const to = parcelOf(
      before,
      ids.find((id) => parcelOf(before, id) !== parcelOf(before, first)),
    );
    const moved = await arrangeParcels(keeper, { runId: run.id, change: { kind: "move", consignmentId: first, to } });
    expect(moved).toEqual({ ok: true });
    const after = await plan();
    expect(parcelOf(after, first)).toBe(to);
    expect(after.total).toBeGreaterThan(after.cheapest);
    await inTransaction((tx) =>
      tx
        .update(consignments)
        .set({ packedGrams: 100 })
        .where(eq(consignments.id, second ?? "")),
    );
    expect((await plan()).parcels.map((parcel) => parcel.number)).toEqual(after.parcels.map((parcel) => parcel.number));
    expect(await arrangeParcels(keeper, { runId: run.id, change: { kind: "anew" } })).toEqual({ ok: true });
    const anew = await plan();
    expect(anew.total).toBe(anew.cheapest);
  });

  it("refuses a parcel that is not there, one that would be too heavy, and whoever does not keep the hub", async () => {
    const { run, keeper, ids } = await aLockedRun([20_000, 11_000]);
    await lockRun(keeper, { runId: run.id });
    const [consignmentId = ""] = ids;
    const move = (to: number) => arrangeParcels(keeper, { runId: run.id, change: { kind: "move", consignmentId, to } });
    expect(await move(9)).toMatchObject({ ok: false, reason: "parcel-gone" });
    const targets = await Promise.all([move(1), move(2)]);
    expect(targets.map((each) => (each.ok ? "ok" : each.reason)).toSorted()).toEqual([
      "parcel-gone",
      "parcel-too-heavy",
    ]);
    const stranger = as(ctx, (await aGroup()).officer);
    await expect(arrangeParcels(stranger, { runId: run.id, change: { kind: "keep" } })).rejects.toThrow(NotAllowed);
  });
});
