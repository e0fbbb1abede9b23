import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { pickUpCode } from "#app/domain/hub-work.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { addPointKeeper } from "#app/usecases/operate/add-point-keeper.ts";
import { removePointKeeper } from "#app/usecases/operate/remove-point-keeper.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { findDelivery, listLoneDeliveries, listPickUps, listRunDeliveries } from "#db/read/deliveries.ts";
import { listErasureHindrances } from "#db/read/erasure.ts";
import { listPointKeepers } from "#db/read/hubs.ts";
import { findRun } from "#db/read/runs.ts";
import { consignments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, aPickUpPoint, aPointKeeper } from "#tests/world/runs.ts";

const ctx = testContext();
const operator = async () => as(ctx, (await aPerson({ isOperator: true })).actor);

describe("add-point-keeper, remove-point-keeper", () => {
  it("is the operator's, by the phone of somebody with an account, and once however often", async () => {
    const { zone } = await anOpenRun();
    const { id: pickUpPointId } = await aPickUpPoint({ zoneId: zone.id });
    const who = await operator();
    const phone = "+6281200000755";
    expect(await addPointKeeper(who, { pickUpPointId, phone })).toMatchObject({ fields: { phone: "person-unknown" } });
    const person = await aPerson({ name: "Rosnah", phone });
    expect(await addPointKeeper(who, { pickUpPointId: "none", phone })).toMatchObject({ reason: "point-gone" });
    for (let times = 0; times < 2; times += 1)
      expect(await addPointKeeper(who, { pickUpPointId, phone })).toEqual({ ok: true });
    expect(await listPointKeepers(who.actor, pickUpPointId)).toMatchObject([{ name: "Rosnah" }]);
    expect(await listErasureHindrances(person.actor, person.id)).toContain("keeper-still");
    const self = as(ctx, { ...person.actor, pointIds: [pickUpPointId] });
    await expect(addPointKeeper(self, { pickUpPointId, phone })).rejects.toThrow(NotAllowed);
    await expect(removePointKeeper(self, { pickUpPointId, personId: person.id })).rejects.toThrow(NotAllowed);
    await removePointKeeper(who, { pickUpPointId, personId: person.id });
    expect(await listPointKeepers(who.actor, pickUpPointId)).toEqual([]);
    expect(await listErasureHindrances(person.actor, person.id)).not.toContain("keeper-still");
  });
});

describe("the keeper of a pick-up point", () => {
  async function aKeptPoint() {
    const run = await anOpenRun();
    const order = await anOrder({ delivery: "run-pickup", run, parts: [{ group: await aGroup() }] });
    const keeper = await aPointKeeper(run.pickUpPoint);
    const elsewhere = await aPointKeeper(await aPickUpPoint({ zoneId: run.zone.id }));
    const arrives = () =>
      inTransaction((tx) =>
        tx.update(consignments).set({ state: "arrived" }).where(eq(consignments.orderId, order.id)),
      );
    return { run, order, keeper, elsewhere, arrives };
  }

  it("sees what arrived there, and nothing before, elsewhere, or of the run", async () => {
    const { run, order, keeper, elsewhere, arrives } = await aKeptPoint();
    expect(await listPickUps(keeper, ctx.now)).toEqual([]);
    await expect(findDelivery(keeper, order.number)).rejects.toThrow(NotAllowed);
    await arrives();
    expect(await listPickUps(keeper, ctx.now)).toMatchObject([{ number: order.number, ready: true }]);
    expect(await findDelivery(keeper, order.number)).toMatchObject({ parts: [{ isMine: true, isReady: true }] });
    expect(await listPickUps(elsewhere, ctx.now)).toEqual([]);
    await expect(findDelivery(elsewhere, order.number)).rejects.toThrow(NotAllowed);
    await expect(
      deliverOrder(as(ctx, elsewhere), { number: order.number, proof: BY_NAME, cash: null }),
    ).rejects.toThrow(NotAllowed);
    await expect(listRunDeliveries(keeper, { id: run.id, hubId: run.hub.id })).rejects.toThrow(NotAllowed);
    await expect(listLoneDeliveries(keeper)).rejects.toThrow(NotAllowed);
    await expect(findRun(keeper, run.code)).rejects.toThrow(NotAllowed);
    await expect(listPickUps((await aPerson()).actor, ctx.now)).rejects.toThrow(NotAllowed);
  });

  it("gives it for the buyer's code", async () => {
    const { order, keeper, arrives } = await aKeptPoint();
    await arrives();
    const code = pickUpCode(ctx.secrets.hash("pick-up", order.id));
    const wrong = code === "000000" ? "000001" : "000000";
    const say = (said: string) =>
      deliverOrder(as(ctx, keeper), { number: order.number, proof: { kind: "code", code: said }, cash: null });
    expect(await say(wrong)).toMatchObject({ reason: "pick-up-code-wrong" });
    expect(await say(code)).toMatchObject({ ok: true, completed: true });
    expect(await listPickUps(keeper, ctx.now)).toMatchObject([{ number: order.number, ready: false }]);
  });
});
