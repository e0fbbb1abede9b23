import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { planParcels } from "#app/domain/packing-plan.ts";
import { MOST_BOXES } from "#app/domain/parcel-catalogue.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { arrangeParcels } from "#app/usecases/ship/arrange-parcels.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { retireBox } from "#app/usecases/ship/retire-box.ts";
import { setBox } from "#app/usecases/ship/set-box.ts";
import { findBox, listBoxes } from "#db/read/boxes.ts";
import { listRunGoods } from "#db/read/packing.ts";
import { listParcels } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { consignments, listings, orderLines, runs, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aGroup } from "#tests/world/people.ts";
import { aHub, anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
const key = () => ctx.secrets.token();
const kind = "box" as "box" | "chilled" | "sack";
const figures = {
  ...{ boxId: null as string | null, kind, lengthMm: 300, widthMm: 200, heightMm: 200 },
  ...{ wallMm: 4, emptyGrams: 250, maxGrams: 8000 },
};

async function aKeeper() {
  return as(ctx, (await aHub()).keeper);
}

const named = async (name: string) => (await listBoxes()).find((box) => box.name === name);
const clear = async (keeper: Awaited<ReturnType<typeof aKeeper>>) => {
  for (const box of await listBoxes()) await retireBox(keeper, { boxId: box.id });
};

describe("the catalogue of boxes", () => {
  it("takes a box once for one form, changes it without touching the old one, and retires it", async () => {
    const keeper = await aKeeper();
    await clear(keeper);
    const form = { ...figures, name: "Kardus kecil", formKey: key() };
    expect([await setBox(keeper, form), await setBox(keeper, form)]).toEqual([{ ok: true }, { ok: true }]);
    const old = await named("Kardus kecil");
    expect(await listBoxes()).toHaveLength(1);
    const later = { ...keeper, now: hoursLater(2) };
    const change = { ...form, boxId: old?.id ?? "", maxGrams: 9000, formKey: key() };
    expect(await setBox(later, change)).toEqual({ ok: true });
    expect(await listBoxes()).toMatchObject([{ name: "Kardus kecil", maxGrams: 9000 }]);
    expect(await listBoxes(hoursLater(1))).toMatchObject([{ id: old?.id, maxGrams: 8000 }]);
    expect(await setBox(later, { ...change, formKey: key() })).toMatchObject({ reason: "box-named" });
    expect(await setBox(later, { ...change, name: "Lain", formKey: key() })).toMatchObject({ reason: "box-gone" });
    const now = await named("Kardus kecil");
    for (const turn of [1, 2])
      expect([turn, await retireBox(later, { boxId: now?.id ?? "" })]).toEqual([turn, { ok: true }]);
    expect(await listBoxes()).toEqual([]);
    expect(await findBox(keeper.actor, now?.id ?? "")).toBeUndefined();
  });

  it("changes a box for one of two who press at once", async () => {
    const keeper = await aKeeper();
    await clear(keeper);
    await setBox(keeper, { ...figures, name: "Kardus", formKey: key() });
    const boxId = (await named("Kardus"))?.id ?? "";
    const both = await Promise.all(
      [8500, 9500].map((maxGrams) => setBox(keeper, { ...figures, name: "Kardus", boxId, maxGrams, formKey: key() })),
    );
    expect(both.filter((each) => each.ok)).toHaveLength(1);
    expect(await listBoxes()).toHaveLength(1);
  });

  it("refuses a name twice, one box too many, and whoever keeps no hub", async () => {
    const keeper = await aKeeper();
    await clear(keeper);
    for (let at = 0; at < MOST_BOXES; at++) await setBox(keeper, { ...figures, name: `Kardus ${at}`, formKey: key() });
    expect(await setBox(keeper, { ...figures, name: "Kardus 3", formKey: key() })).toMatchObject({
      fields: { name: "box-named" },
    });
    expect(await setBox(keeper, { ...figures, name: "Lebih", formKey: key() })).toMatchObject({ reason: "boxes-many" });
    const officer = as(ctx, (await aGroup()).officer);
    await expect(setBox(officer, { ...figures, name: "Lebih", formKey: key() })).rejects.toThrow(NotAllowed);
    await expect(retireBox(officer, { boxId: "any" })).rejects.toThrow(NotAllowed);
    await clear(keeper);
  });
});

describe("the boxes of a run", () => {
  it("hold what is packed in them by its sides, and stay with a run that left", async () => {
    const run = await anOpenRun();
    const keeper = as(ctx, run.hub.keeper);
    await clear(keeper);
    const ids: string[] = [];
    for (const side of [290, 290, 310]) {
      const order = await anOrder({ run, parts: [{ group: await aGroup() }] });
      const id = order.consignments[0]?.id ?? "";
      await inTransaction(async (tx) => {
        const weight = { grams: 400, volumetricGrams: 300, packedGrams: null };
        await tx
          .update(consignments)
          .set({ ...weight, state: "to-pack" })
          .where(eq(consignments.id, id));
        const [line] = await tx.select().from(orderLines).where(eq(orderLines.consignmentId, id));
        const size = { lengthMm: 100, widthMm: side, heightMm: 150 };
        const [variant] = await tx
          .update(variants)
          .set(size)
          .where(eq(variants.id, line?.variantId ?? ""))
          .returning();
        await tx
          .update(listings)
          .set({ fragile: false, travels: "anywhere" })
          .where(eq(listings.id, variant?.listingId ?? ""));
      });
      ids.push(id);
    }
    const [a, b, long] = ids;
    await setBox({ ...keeper, now: hoursLater(-1) }, { ...figures, name: "Kardus kecil", formKey: key() });
    await lockRun(keeper, { runId: run.id });
    const facts = async () => {
      const found = await findRunFacts(run.id);
      if (!found) throw new Error("no run");
      return found;
    };
    const plan = async () => {
      const found = await facts();
      return planParcels({ tariff: found.tariff, goods: await listRunGoods(keeper.actor, found) }).parcels;
    };
    const together = (await plan()).map(({ ids: inside, box }) => [inside.toSorted(), box?.name ?? null]);
    expect(together.toSorted((one, other) => (other[0]?.length ?? 0) - (one[0]?.length ?? 0))).toEqual([
      [[a, b].toSorted(), "Kardus kecil"],
      [[long], null],
    ]);
    await arrangeParcels(keeper, { runId: run.id, change: { kind: "keep" } });
    const to = (await plan()).find((parcel) => parcel.ids.includes(a ?? ""))?.number ?? 0;
    const move = { kind: "move", consignmentId: long ?? "", to } as const;
    expect(await arrangeParcels(keeper, { runId: run.id, change: move })).toMatchObject({ reason: "parcel-no-box" });

    await inTransaction((tx) =>
      tx.update(runs).set({ departedAt: MARKET_DAY, state: "departed" }).where(eq(runs.id, run.id)),
    );
    await inTransaction((tx) =>
      tx.update(consignments).set({ state: "departed" }).where(eq(consignments.runId, run.id)),
    );
    await setBox({ ...keeper, now: hoursLater(1) }, { ...figures, name: "Besar", lengthMm: 600, formKey: key() });
    await retireBox({ ...keeper, now: hoursLater(1) }, { boxId: (await named("Kardus kecil"))?.id ?? "" });
    const gone = await listParcels(keeper.actor, await facts());
    expect(gone.map((parcel) => [parcel.contents.length, parcel.box?.name ?? null]).toSorted()).toEqual([
      [1, null],
      [2, "Kardus kecil"],
    ]);
  });
});
