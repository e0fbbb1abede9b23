import { eq } from "drizzle-orm";
import { placeKey } from "#app/domain/entrustment.ts";
import { rupiah } from "#app/domain/money.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { reviewLine } from "#app/usecases/buy/review-line.ts";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { consignments, hubReports, orderLines, parcels, reviews } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { makeParcels } from "#db/write/parcels.ts";
import { anOrder } from "./consignments.ts";
import { as, testContext, testId } from "./context.ts";
import { aListing } from "./listings.ts";
import type { aGroup, anOfficer, aPerson } from "./people.ts";

type World = {
  group: Awaited<ReturnType<typeof aGroup>>;
  listing: Awaited<ReturnType<typeof aListing>>;
  member: Awaited<ReturnType<typeof anOfficer>>;
  buyer: Awaited<ReturnType<typeof aPerson>>;
  run: { id: string };
};

/** What a group has under way besides its goods: a note of entrusted goods, a file to be accepted, a delivered order with a review. */
export async function someWork({ group, listing, member, buyer, run }: World) {
  const ctx = testContext();
  const officer = as(ctx, group.officer);
  const place = { placeKind: "other", placeName: "Toko Ujung" } as const;
  await entrustGoods(officer, {
    ...{ ...place, groupId: group.id, memberId: member.memberId, day: "2026-11-24" },
    ...{ variantId: [listing.variants[0]?.id ?? ""], quantity: ["2"], price: ["50.000"], note: "", formKey: testId() },
  });
  const upload = Buffer.from("name\nTas pandan\n");
  const sent = await checkImport(officer, {
    ...{ groupId: group.id, kind: "listings", formKey: testId(), fileName: "barang.csv", upload },
    columnOf: (name) => name,
  });
  const cycleId = await aPlannedCycle(group);
  const order = await anOrder({ parts: [{ group }], buyerId: buyer.id });
  const consignmentId = order.consignments[0]?.id ?? "";
  const line = await inTransaction(async (tx) => {
    await tx.update(consignments).set({ state: "delivered" }).where(eq(consignments.id, consignmentId));
    const [found] = await tx.select().from(orderLines).where(eq(orderLines.orderId, order.id));
    return found;
  });
  const said = { orderLineId: line?.id ?? "", stars: 4, words: "Renyah.", upload: null, alt: "" };
  await reviewLine(as(ctx, buyer.actor), said);
  const [review] = await inTransaction((tx) => tx.select().from(reviews));
  const receipt = {
    category: "donation",
    day: "2026-11-24",
    counterpart: "Kelurahan",
    note: "",
    receipt: null,
  } as const;
  const cash = { ...receipt, groupId: group.id, amount: rupiah(50_000), formKey: `form-of-${testId()}` };
  const recorded = await recordCashMovement(officer, cash);
  return {
    movementId: recorded.ok ? recorded.movementId : "",
    placeKey: placeKey(place),
    cycleId,
    importId: sent.ok ? sent.importId : "",
    reviewId: review?.id ?? "",
    deliveredNumber: order.number,
    ...(await hubWork(run)),
  };
}

const DAY_MS = 86_400_000;

/** A sale cycle for a harvest of the group's own. */
async function aPlannedCycle(group: World["group"]): Promise<string> {
  const harvest = await aListing({ group, kind: "harvest", unit: "kg", variants: [{ stockMilli: 0 }] });
  const ctx = as(testContext(), group.officer);
  const inDays = (days: number): Date => new Date(ctx.now.getTime() + days * DAY_MS);
  const planned = await planCycle(ctx, {
    ...{ groupId: group.id, variantId: harvest.variants[0]?.id ?? "", formKey: ctx.secrets.token() },
    ...{ opensAt: inDays(20), closesAt: inDays(25), handOverDay: "2027-01-10", cutRule: "pro-rata" },
    ...{ minimum: "", mayWait: "" },
  });
  return planned.ok ? planned.cycleId : "";
}

/** The goods of a run lie in a box with a code; somebody reported what is wrong with them. */
async function hubWork(run: World["run"]) {
  const { newId, secrets, now } = testContext();
  const reportId = testId();
  const parcelCode = await inTransaction(async (tx) => {
    await tx.update(consignments).set({ parcel: 1 }).where(eq(consignments.runId, run.id));
    await makeParcels(tx, { runId: run.id, newId, newCode: secrets.token });
    const [inside] = await tx.select().from(consignments).where(eq(consignments.runId, run.id));
    const said = { stage: "receiving", kind: "damaged", howMuch: "", words: "Sobek." } as const;
    if (inside)
      await tx.insert(hubReports).values({ id: reportId, runId: run.id, consignmentId: inside.id, ...said, at: now });
    const [box] = await tx.select().from(parcels).where(eq(parcels.runId, run.id));
    return box?.code ?? "";
  });
  return { parcelCode, reportId };
}
