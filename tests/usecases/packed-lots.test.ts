import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { db } from "#db/client.server.ts";
import { findDeliveryTrace } from "#db/read/harvest-deliveries.ts";
import { findLot, listLots } from "#db/read/lots.ts";
import { consignments, orderLines, orders, payments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aFarm, bring, buy, stockOf } from "#tests/world/lots.ts";
import { aPerson } from "#tests/world/people.ts";

/** A paid kilogram of a pooled lot: 6 kg of one member and 4 kg of another. */
async function aPaidKilogram() {
  const farm = await aFarm([62_000], { catchWeight: true });
  const first = await bring(farm, { member: 0, quantity: "6" });
  const second = await bring(farm, { member: 1, quantity: "4" });
  const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 1000 }]);
  const [payment] = await db().select().from(payments).where(eq(payments.orderId, orderId));
  await inTransaction((tx) =>
    markPaymentPaid(tx, testContext(), { paymentId: payment?.id ?? "", into: { kind: "bank" } }),
  );
  const [part] = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  const [line] = await db().select().from(orderLines).where(eq(orderLines.orderId, orderId));
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const pack = (milli: number) =>
    packConsignment(farm.officer, {
      ...{ groupId: farm.group.id, consignmentId: part?.id ?? "", packedGrams: 1000 },
      packed: { [line?.id ?? ""]: milli },
    });
  const taken = async () => {
    const { taken: takings } = await stockOf(farm.variant.id);
    return [first, second].map((id) => {
      const taking = takings.find((each) => each.deliveryId === id);
      return [taking?.quantityMilli, taking?.shortMilli];
    });
  };
  return { farm, first, second, number: order?.number ?? "", pack, taken };
}

describe("a line out of lots of which less was packed", () => {
  it("counts for each delivery what was really sold, and what was not on the scale cannot be bought", async () => {
    const { farm, first, pack, taken } = await aPaidKilogram();
    expect(await pack(950)).toEqual({ ok: true });
    expect(await taken()).toEqual([
      [600, 30],
      [400, 20],
    ]);
    const { stockMilli, parts } = await stockOf(farm.variant.id);
    expect([stockMilli, parts.map((part) => part.leftMilli).toSorted()]).toEqual([9000, [3600, 5400]]);
    const [lot] = await listLots(farm.group.officer, farm.group.id);
    expect(lot).toMatchObject({ acceptedMilli: 10_000, soldMilli: 950, shortMilli: 50, lostMilli: 0, leftMilli: 9000 });
    const seen = await findLot(farm.group.officer, { groupId: farm.group.id, lotId: lot?.id ?? "" });
    expect(seen?.sales).toMatchObject([{ quantityMilli: 950, shortMilli: 50 }]);
    const trace = await findDeliveryTrace(farm.group.officer, { groupId: farm.group.id, deliveryId: first });
    expect(trace).toMatchObject({ quantityMilli: 6000, soldMilli: 570, shortMilli: 30, leftMilli: 5400 });
  });

  it("goes by the last weight that stands, however often it is weighed and by how many at once", async () => {
    const { pack, taken } = await aPaidKilogram();
    await pack(950);
    await pack(980);
    expect(await taken()).toEqual([
      [600, 30],
      [400, 20],
    ]);
    await Promise.all([pack(900), pack(880)]);
    expect(await taken()).toEqual([
      [600, 72],
      [400, 48],
    ]);
  });

  it("puts back only what was packed when the order is refunded before the hand-over", async () => {
    const { farm, second, number, pack } = await aPaidKilogram();
    await pack(950);
    const operator = as(testContext(), (await aPerson({ isOperator: true })).actor);
    expect(await refundOrder(operator, { number, reason: "Batal", formKey: testId() })).toMatchObject({ ok: true });
    const { stockMilli, parts } = await stockOf(farm.variant.id);
    expect([stockMilli, parts.map((part) => part.leftMilli).toSorted()]).toEqual([9950, [3980, 5970]]);
    const trace = await findDeliveryTrace(farm.group.officer, { groupId: farm.group.id, deliveryId: second });
    expect(trace).toMatchObject({ quantityMilli: 4000, soldMilli: 0, shortMilli: 20, leftMilli: 3980 });
  });
});
