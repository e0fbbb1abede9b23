import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { cancelOrder } from "#app/usecases/buy/cancel-order.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { correctDelivery } from "#app/usecases/sell/correct-delivery.ts";
import { recordDelivery } from "#app/usecases/sell/record-delivery.ts";
import { writeOffLot } from "#app/usecases/sell/write-off-lot.ts";
import { findDeliveryTrace } from "#db/read/harvest-deliveries.ts";
import { findLot, listLots } from "#db/read/lots.ts";
import { findSaleLine } from "#db/read/shares.ts";
import { activities, orderLines, orders } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aFarm, bring, buy, sharesOf, stockOf, wishFor } from "#tests/world/lots.ts";
import { anOfficer } from "#tests/world/people.ts";

const ctx = testContext();
type Farm = Awaited<ReturnType<typeof aFarm>>;
const key = (): string => `some-form-of-a-page-${testId()}`;

async function lotIdsOf(farm: Farm): Promise<string[]> {
  return [...new Set((await stockOf(farm.variant.id)).parts.map((part) => part.lotId))];
}

function writeOff(
  farm: Farm,
  { lotId, quantity, formKey = key() }: { lotId: string; quantity: string; formKey?: string },
) {
  return writeOffLot(farm.officer, { groupId: farm.group.id, lotId, quantity, reason: "shrunk", note: "", formKey });
}

function correct(farm: Farm, { deliveryId, quantity }: { deliveryId: string; quantity: string }) {
  const said = { kind: "slip", reason: "salah tulis", formKey: key() } as const;
  return correctDelivery(farm.officer, { groupId: farm.group.id, deliveryId, quantity, ...said });
}

async function takeBack(orderId: string): Promise<void> {
  const [order] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, orderId)));
  const buyer = as(ctx, { ...ctx.actor, orderPasses: [orderId] });
  expect(await cancelOrder(buyer, { number: order?.number ?? "" })).toEqual({ ok: true });
}

describe("record-delivery", () => {
  it("makes what was brought the stock, pooled by day, once for each form", async () => {
    const farm = await aFarm();
    const formKey = key();
    const first = await bring(farm, { member: 0, quantity: "12,5", formKey });
    expect(await bring(farm, { member: 0, quantity: "12,5", formKey })).toBe(first);
    await bring(farm, { member: 1, quantity: "8" });
    await bring(farm, { member: 2, quantity: "4,75", day: "2026-11-20" });
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(25_250);
    const lots = await listLots(farm.group.officer, farm.group.id);
    expect(lots.map((lot) => [lot.day, lot.acceptedMilli, lot.members])).toEqual([
      ["2026-11-24", 20_500, 2],
      ["2026-11-20", 4750, 1],
    ]);
    const written = await inTransaction((tx) => tx.select().from(activities).where(eq(activities.subject, first)));
    expect(written).toMatchObject([{ what: "record-delivery", onBehalfOf: farm.group.members[0]?.id }]);
  });

  it("refuses what cannot be, at its field, and leaves the stock alone", async () => {
    const [farm, other] = [await aFarm(), await aFarm()];
    const said = { groupId: farm.group.id, note: "", day: "2026-11-24", quantity: "1", variantId: farm.variant.id };
    const memberId = farm.group.members[0]?.id ?? "";
    const tryWith = (over: object) => recordDelivery(farm.officer, { ...said, memberId, formKey: key(), ...over });
    expect(await tryWith({ day: "2026-11-25" })).toMatchObject({ fields: { day: "day-ahead" } });
    expect(await tryWith({ quantity: "-2" })).toMatchObject({ fields: { quantity: "quantity-invalid" } });
    expect(await tryWith({ memberId: other.group.members[0]?.id })).toMatchObject({
      fields: { memberId: "no-such-member" },
    });
    expect(await tryWith({ variantId: other.variant.id })).toMatchObject({ fields: { variantId: "variant-unknown" } });
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(0);
  });

  it("is for officers and the packer of that group alone", async () => {
    const farm = await aFarm();
    const said = { groupId: farm.group.id, note: "", day: "2026-11-24", quantity: "1", variantId: farm.variant.id };
    const input = () => ({ ...said, memberId: farm.group.members[1]?.id ?? "", formKey: key() });
    const packer = await anOfficer(farm.group, ["packer"]);
    expect(await recordDelivery(as(ctx, packer.actor), input())).toMatchObject({ ok: true });
    const member = await anOfficer(farm.group, []);
    await expect(recordDelivery(as(ctx, member.actor), input())).rejects.toThrow(NotAllowed);
    const stranger = await aFarm();
    await expect(recordDelivery(stranger.officer, input())).rejects.toThrow(NotAllowed);
  });

  it("opens one lot for two people who write at the same moment", async () => {
    const farm = await aFarm();
    await Promise.all([0, 1, 2].map((member) => bring(farm, { member, quantity: "1" })));
    expect(await lotIdsOf(farm)).toHaveLength(1);
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(3000);
  });
});

describe("a sale of what was brought", () => {
  it("divides a pooled harvest by what was accepted, after what shrank (728.960 / 466.535 / 277.005)", async () => {
    const farm = await aFarm();
    for (const [member, quantity] of ["12,5", "8", "4,75"].entries()) await bring(farm, { member, quantity });
    const [lotId = ""] = await lotIdsOf(farm);
    expect(await writeOff(farm, { lotId, quantity: "0,25" })).toEqual({ ok: true });
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 25_000 }]);
    expect(await sharesOf(orderId, farm.group)).toEqual({
      "group-fund": 77_500,
      Aminah: 728_960,
      Burhan: 466_535,
      "Cik Siti": 277_005,
    });
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(0);
  });

  it("divides two grades, each by its own price and kilograms (689.700 / 451.250 / 256.500)", async () => {
    const farm = await aFarm([62_000, 48_000]);
    const [a = "", b = ""] = farm.listing.variants.map((variant) => variant.id);
    for (const [member, quantity] of ["9", "6,5", "3"].entries()) await bring(farm, { member, quantity, variantId: a });
    for (const [member, quantity] of ["3,5", "1,5", "1,75"].entries())
      await bring(farm, { member, quantity, variantId: b });
    const orderId = await buy([
      { variantId: a, quantityMilli: 18_500 },
      { variantId: b, quantityMilli: 6750 },
    ]);
    expect(await sharesOf(orderId, farm.group)).toEqual({
      "group-fund": 57_350 + 16_200,
      Aminah: 689_700,
      Burhan: 451_250,
      "Cik Siti": 256_500,
    });
  });

  it("takes the older lot first, and says whose delivery every gram was", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "2" });
    await bring(farm, { member: 1, quantity: "1,5", day: "2026-11-20" });
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 2000 }]);
    const [line] = await inTransaction((tx) => tx.select().from(orderLines).where(eq(orderLines.orderId, orderId)));
    const found = await findSaleLine(farm.group.officer, { groupId: farm.group.id, lineId: line?.id ?? "" });
    expect(found?.trace.map((taken) => [taken.memberName, taken.day, taken.quantityMilli])).toEqual([
      ["Burhan", "2026-11-20", 1500],
      ["Aminah", "2026-11-24", 500],
    ]);
    // 124.000, less 5 %: three quarters to the older lot.
    expect(await sharesOf(orderId, farm.group)).toEqual({ "group-fund": 6200, Burhan: 88_350, Aminah: 29_450 });
  });

  it("goes back to the lot it came from when the order is taken back", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "3" });
    await bring(farm, { member: 1, quantity: "1", day: "2026-11-20" });
    const before = await stockOf(farm.variant.id);
    await takeBack(await buy([{ variantId: farm.variant.id, quantityMilli: 2500 }]));
    const after = await stockOf(farm.variant.id);
    expect([after.stockMilli, after.parts]).toEqual([before.stockMilli, before.parts]);
    expect(after.taken.every((taking) => taking.returnedAt !== null)).toBe(true);
  });

  it("gives what is brought after the first sale to a lot of its own", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "10" });
    await buy([{ variantId: farm.variant.id, quantityMilli: 5000 }]);
    await bring(farm, { member: 1, quantity: "10" });
    expect(await lotIdsOf(farm)).toHaveLength(2);
    // The other five of Aminah's first: she is never credited more than her ten.
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 15_000 }]);
    const rest = (15 * 62_000 * 95) / 100;
    expect(await sharesOf(orderId, farm.group)).toMatchObject({ Aminah: rest / 3, Burhan: (rest * 2) / 3 });
  });

  it("gives the last kilogram to one of ten who press at once", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "0,6" });
    await bring(farm, { member: 1, quantity: "0,4", day: "2026-11-20" });
    const wishes = await Promise.all(
      Array.from({ length: 10 }, () => wishFor([{ variantId: farm.variant.id, quantityMilli: 1000 }])),
    );
    const answers = await Promise.all(wishes.map(({ wish }) => placeOrder(ctx, wish)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const { stockMilli, parts, taken } = await stockOf(farm.variant.id);
    expect([stockMilli, parts.map((part) => part.leftMilli)]).toEqual([0, [0, 0]]);
    expect(taken.reduce((all, taking) => all + taking.quantityMilli, 0)).toBe(1000);
  });
});

describe("write-off-lot", () => {
  it("takes nothing that is sold, and happens once for each form", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "3" });
    await buy([{ variantId: farm.variant.id, quantityMilli: 2000 }]);
    const [lotId = ""] = await lotIdsOf(farm);
    expect(await writeOff(farm, { lotId, quantity: "1,001" })).toMatchObject({ reason: "more-than-left" });
    const formKey = key();
    expect(await writeOff(farm, { lotId, quantity: "0,75", formKey })).toEqual({ ok: true });
    expect(await writeOff(farm, { lotId, quantity: "0,75", formKey })).toEqual({ ok: true });
    const { stockMilli, parts } = await stockOf(farm.variant.id);
    expect([stockMilli, parts[0]?.leftMilli]).toEqual([250, 250]);
    const lot = await findLot(farm.group.officer, { groupId: farm.group.id, lotId });
    expect(lot?.writeOffs).toMatchObject([{ quantityMilli: 750, reason: "shrunk" }]);
    const stranger = await aFarm();
    expect(await writeOff(stranger, { lotId, quantity: "0,1" })).toMatchObject({ reason: "lot-gone" });
  });

  it("never leaves less than nothing when a buyer and two officers want the same", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "1" });
    const [lotId = ""] = await lotIdsOf(farm);
    const { wish } = await wishFor([{ variantId: farm.variant.id, quantityMilli: 1000 }]);
    const answers = await Promise.all([
      writeOff(farm, { lotId, quantity: "1" }),
      placeOrder(ctx, wish),
      writeOff(farm, { lotId, quantity: "1" }),
    ]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const { stockMilli, parts } = await stockOf(farm.variant.id);
    expect([stockMilli, parts[0]?.leftMilli]).toEqual([0, 0]);
  });
});

describe("correct-delivery", () => {
  it("stands beside what was written, and lets nobody earn by the slip", async () => {
    const farm = await aFarm();
    await bring(farm, { member: 0, quantity: "10" });
    const slip = await bring(farm, { member: 1, quantity: "10" });
    await buy([{ variantId: farm.variant.id, quantityMilli: 10_000 }]);
    expect(await correct(farm, { deliveryId: slip, quantity: "5,001" })).toMatchObject({ reason: "more-than-left" });
    expect(await correct(farm, { deliveryId: slip, quantity: "5" })).toEqual({ ok: true });
    // Five were credited to Burhan already: what is left is Aminah's alone.
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 5000 }]);
    expect(await sharesOf(orderId, farm.group)).toEqual({ "group-fund": 15_500, Aminah: 294_500 });
    const trace = await findDeliveryTrace(farm.group.officer, { groupId: farm.group.id, deliveryId: slip });
    expect(trace).toMatchObject({ quantityMilli: 10_000, soldMilli: 5000, leftMilli: 0 });
    expect(trace?.corrections).toMatchObject([{ kind: "slip", quantityMilli: 5000, reason: "salah tulis" }]);
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(0);
  });

  it("simply makes a lot smaller that nothing has left", async () => {
    const farm = await aFarm();
    const slip = await bring(farm, { member: 0, quantity: "12,5" });
    await bring(farm, { member: 1, quantity: "2,5" });
    expect(await correct(farm, { deliveryId: slip, quantity: "10" })).toEqual({ ok: true });
    expect(await lotIdsOf(farm)).toHaveLength(1);
    const orderId = await buy([{ variantId: farm.variant.id, quantityMilli: 5000 }]);
    expect(await sharesOf(orderId, farm.group)).toMatchObject({ Aminah: 147_250, Burhan: 147_250 });
  });
});
