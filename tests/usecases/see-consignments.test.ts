import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { pickingList } from "#app/domain/picking-list.ts";
import { findGroupConsignment, listGroupConsignments } from "#db/read/consignments.ts";
import { findDelivery, listRunDeliveries } from "#db/read/deliveries.ts";
import { listRunConsignments } from "#db/read/runs.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

describe("what a group sees of its consignments", () => {
  it("is its own part, with the buyer's name; phone and address only where it sends the goods itself", async () => {
    const run = await anOpenRun();
    const [group, other] = [await aGroup(), await aGroup()];
    const address = { villageCode: "21.04.02.1010", street: "Jalan Merdeka 4" };
    const pooled = await anOrder({ run, delivery: "run-door", ...address, parts: [{ group }, { group: other }] });
    const sent = await anOrder({ delivery: "courier", ...address, parts: [{ group }] });
    const rows = await listGroupConsignments(group.officer, group.id);
    expect(rows.map((row) => row.orderNumber).toSorted()).toEqual([pooled.number, sent.number].toSorted());
    expect(JSON.stringify(rows)).not.toContain("6281234567890");
    const find = (consignmentId = "") => findGroupConsignment(group.officer, { groupId: group.id, consignmentId });
    const byRun = await find(pooled.consignments[0]?.id);
    expect(byRun).toMatchObject({
      buyerName: "Dewi Lestari",
      hub: { name: run.hub.name },
      address: null,
      lines: [{ quantityMilli: 1000 }],
    });
    expect(JSON.stringify(byRun)).not.toContain("Jalan Merdeka");
    expect((await find(sent.consignments[0]?.id))?.address).toMatchObject({
      phone: "+6281234567890",
      street: "Jalan Merdeka 4",
    });
    // The other group's part of the same order is not there for this one.
    expect(await find(pooled.consignments[1]?.id)).toBeUndefined();
    await expect(listGroupConsignments(other.officer, group.id)).rejects.toThrow(NotAllowed);
  });

  it("adds up what to fetch from the shelf, unit by unit", () => {
    const line = { variantId: "v", listingName: "Kerupuk", variantName: "", unit: "bungkus", quantityMilli: 2000 };
    expect(
      pickingList([
        line,
        { ...line, quantityMilli: 3000 },
        { ...line, unit: "kg", quantityMilli: 500 },
        { ...line, variantId: "a", listingName: "Abon", quantityMilli: 1000 },
      ]).map((row) => [row.listingName, row.unit, row.quantityMilli, row.lines]),
    ).toEqual([
      ["Abon", "bungkus", 1000, 1],
      ["Kerupuk", "bungkus", 5000, 2],
      ["Kerupuk", "kg", 500, 1],
    ]);
  });
});

describe("what a keeper sees", () => {
  it("is the own hub's runs and deliveries, not another's", async () => {
    const [run, elsewhere] = [await anOpenRun(), await anOpenRun()];
    const group = await aGroup();
    const order = await anOrder({ run, parts: [{ group }] });
    expect(await listRunConsignments(run.hub.keeper, run)).toHaveLength(1);
    expect(await findDelivery(run.hub.keeper, order.number)).toMatchObject({ buyerPhone: "+6281234567890" });
    const stranger = elsewhere.hub.keeper;
    await expect(listRunConsignments(stranger, run)).rejects.toThrow(NotAllowed);
    await expect(listRunDeliveries(stranger, run)).rejects.toThrow(NotAllowed);
    await expect(findDelivery(stranger, order.number)).rejects.toThrow(NotAllowed);
    await expect(findDelivery(group.officer, order.number)).rejects.toThrow(NotAllowed);
    expect(await findDelivery(stranger, "LB-000000-XXXX")).toBeUndefined();
  });
});
