import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { loadParcel } from "#app/usecases/ship/load-parcel.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { packRun } from "#app/usecases/ship/pack-run.ts";
import { receiveConsignment } from "#app/usecases/ship/receive-consignment.ts";
import { unpackRun } from "#app/usecases/ship/unpack-run.ts";
import { db } from "#db/client.server.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { consignments, runs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();

/** A locked run of which the first consignment lies at the hub, and the second is still with its group. */
async function aLockedRun() {
  const run = await anOpenRun();
  const keeper = as(ctx, run.hub.keeper);
  const ids: string[] = [];
  for (let at = 0; at < 2; at += 1) {
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group }] });
    const consignmentId = order.consignments[0]?.id ?? "";
    await packConsignment(as(ctx, group.officer), { groupId: group.id, consignmentId, packedGrams: 900 });
    ids.push(consignmentId);
  }
  const [first = "", second = ""] = ids;
  await handOverConsignment(keeper, { consignmentId: first });
  await lockRun(keeper, { runId: run.id });
  const state = async () => (await db().select().from(runs).where(eq(runs.id, run.id)))[0]?.state;
  const keep = () => arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } });
  const press = { pack: () => packRun(keeper, { runId: run.id }), unpack: () => unpackRun(keeper, { runId: run.id }) };
  return { run, keeper, first, second, state, keep, ...press };
}

describe("packing a run", () => {
  it("is refused while something received lies outside of every box, or nobody knows a box's weight", async () => {
    const { first, keep, pack, state } = await aLockedRun();
    expect(await pack()).toMatchObject({ reason: "run-unboxed" });
    await keep();
    await inTransaction((tx) => tx.update(consignments).set({ packedGrams: null }).where(eq(consignments.id, first)));
    expect(await pack()).toMatchObject({ reason: "run-unweighed" });
    expect(await state()).toBe("locked");
    await inTransaction((tx) => tx.update(consignments).set({ packedGrams: 900 }).where(eq(consignments.id, first)));
    expect(await pack()).toEqual({ ok: true });
    expect(await state()).toBe("packed");
    expect(await pack()).toMatchObject({ reason: "run-not-to-pack" });
  });

  it("is over once a box is opened, rearranged, or something comes late", async () => {
    const { keeper, second, keep, pack, unpack, state } = await aLockedRun();
    await keep();
    expect(await unpack()).toMatchObject({ reason: "run-not-packed" });
    const again = async () => {
      expect(await state()).toBe("locked");
      expect(await pack()).toEqual({ ok: true });
    };
    await again();
    expect(await unpack()).toEqual({ ok: true });
    await again();
    await keep();
    await again();
    const receipt = { consignmentId: second, packages: 1, grams: null };
    expect(await receiveConsignment(keeper, { ...receipt, formKey: ctx.secrets.token() })).toMatchObject({ ok: true });
    await again();
    // Counted once more, it lies where it lay.
    await receiveConsignment(keeper, { ...receipt, packages: 2, formKey: ctx.secrets.token() });
    expect(await state()).toBe("packed");
  });

  it("is taken along by the departure, which waits for what is not on board", async () => {
    const { run, keeper, keep, pack, state } = await aLockedRun();
    await keep();
    expect(await departRun(keeper, { runId: run.id })).toMatchObject({ reason: "parcels-not-loaded" });
    expect(await state()).toBe("locked");
    await pack();
    const { boxes } = await listParcelFacts(run.id);
    for (const box of boxes)
      await loadParcel(keeper, { parcelId: box.id, isLoaded: true, formKey: ctx.secrets.token() });
    expect(await state()).toBe("packed");
    expect(await departRun(keeper, { runId: run.id })).toMatchObject({ ok: true, departed: { length: 1 } });
    expect(await pack()).toMatchObject({ reason: "run-not-to-pack" });
  });

  it("never leaves a packed run with goods outside of its boxes, pressed while they come in", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { run, keeper, second, keep, state, pack } = await aLockedRun();
      // Only the first is put into a box; the second comes meanwhile.
      const goesWith = (runId: string | null) =>
        inTransaction((tx) => tx.update(consignments).set({ runId }).where(eq(consignments.id, second)));
      await goesWith(null);
      await keep();
      await goesWith(run.id);
      const presses = [() => handOverConsignment(keeper, { consignmentId: second }), pack];
      await Promise.all((round % 2 ? presses : presses.toReversed()).map((press) => press()));
      expect(await state()).toBe("locked");
    }
  });

  it("is nobody's who does not keep its hub", async () => {
    const [{ run }, other] = [await aLockedRun(), await anOpenRun()];
    const stranger = as(ctx, other.hub.keeper);
    for (const press of [packRun, unpackRun])
      await expect(press(stranger, { runId: run.id })).rejects.toThrow(NotAllowed);
  });
});
