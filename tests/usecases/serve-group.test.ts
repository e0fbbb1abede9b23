import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { serveGroup } from "#app/usecases/operate/serve-group.ts";
import { stopServingGroup } from "#app/usecases/operate/stop-serving-group.ts";
import { moveConsignment } from "#app/usecases/ship/move-consignment.ts";
import { db } from "#db/client.server.ts";
import { listGroupsOfHub } from "#db/read/hub-groups.ts";
import { activities, hubGroups, runs } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aBasket, aNetwork, aSplitRule, aWish } from "#tests/world/orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
let operator: Context;
beforeAll(async () => {
  operator = as(ctx, (await aPerson({ isOperator: true })).actor);
});

const BINTAN = "21.01.12.2003";

describe("serve-group", () => {
  it("opens a hub beyond the regency for a group, and closing it again keeps what was promised", async () => {
    const run = await anOpenRun({ areas: ["21.04"] });
    await aNetwork();
    const group = await aGroup({ villageCode: BINTAN });
    await aSplitRule(group);
    const listing = await aListing({ group });
    const variantId = listing.variants[0]?.id ?? "";
    const wish = async () => aWish(ctx, await aBasket(ctx, [{ variantId }]), { delivery: "run-pickup" });
    await expect(wish()).rejects.toThrow("there is no way");
    const { id: hubId } = run.hub;

    await Promise.all([
      serveGroup(operator, { hubId, groupId: group.id }),
      serveGroup(operator, { hubId, groupId: group.id }),
    ]);
    expect(await db().$count(hubGroups, eq(hubGroups.groupId, group.id))).toBe(1);
    const noted = and(eq(activities.what, "serve-group"), eq(activities.groupId, group.id));
    expect(await db().$count(activities, noted)).toBe(1);
    const [seen, again] = [await wish(), await wish()];
    expect(await placeOrder(ctx, seen)).toMatchObject({ ok: true });
    const ways = await listGroupsOfHub(operator.actor, hubId);
    expect(ways.find((each) => each.groupId === group.id)).toMatchObject({ way: "served" });

    await stopServingGroup(operator, { hubId, groupId: group.id });
    expect(await stopServingGroup(operator, { hubId, groupId: group.id })).toEqual({ ok: true });
    expect(await placeOrder(ctx, again)).toMatchObject({ ok: false, reason: "goods-cannot-travel" });
  });

  it("moves what was left behind to a run that its group may bring to, though another leaves sooner", async () => {
    const run = await anOpenRun();
    const group = await aGroup({ villageCode: BINTAN, hubId: run.hub.id });
    const order = await anOrder({ run, parts: [{ group }] });
    await inTransaction((tx) => tx.update(runs).set({ state: "departed" }).where(eq(runs.id, run.id)));
    const soon = await anOpenRun({ zone: run.zone });
    const move = { consignmentId: order.consignments[0]?.id ?? "" };
    expect(await moveConsignment(as(ctx, group.officer), move)).toMatchObject({ reason: "consignment-hub-far" });
    const later = await anOpenRun({
      ...{ zone: run.zone, hubId: run.hub.id },
      ...{ cutOffAt: hoursLater(200), departsAt: hoursLater(240) },
    });
    expect(later.departsAt > soon.departsAt).toBe(true);
    expect(await moveConsignment(as(ctx, group.officer), move)).toEqual({ ok: true, runCode: later.code });
  });

  it("is the operator's, and names only groups and hubs that are there", async () => {
    const [{ hub }, group] = [await anOpenRun(), await aGroup({ villageCode: BINTAN })];
    const named = { hubId: hub.id, groupId: group.id };
    expect(await serveGroup(operator, { ...named, hubId: "none" })).toMatchObject({ reason: "hub-unknown" });
    expect(await serveGroup(operator, { ...named, groupId: "none" })).toMatchObject({
      fields: { groupId: "group-unknown" },
    });
    for (const attempt of [
      () => serveGroup(as(ctx, hub.keeper), named),
      () => stopServingGroup(as(ctx, hub.keeper), named),
      () => listGroupsOfHub(group.officer, hub.id),
    ])
      await expect(attempt()).rejects.toThrow(NotAllowed);
  });
});
