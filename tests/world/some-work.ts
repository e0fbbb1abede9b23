import { eq } from "drizzle-orm";
import { tariffRows } from "#app/domain/bulk-tariffs.ts";
import { placeKey } from "#app/domain/entrustment.ts";
import { rupiah } from "#app/domain/money.ts";
import { planSurplus } from "#app/domain/surplus-year.ts";
import { giveAdvance } from "#app/usecases/books/give-advance.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { recordMeeting } from "#app/usecases/books/record-meeting.ts";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { reviewLine } from "#app/usecases/buy/review-line.ts";
import { startStandingOrder } from "#app/usecases/buy/start-standing-order.ts";
import { checkTariffImport } from "#app/usecases/operate/check-tariff-import.ts";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { columnNamed, sheetFor } from "#app/web/bulk.server.ts";
import { findTariffBulkFacts } from "#db/read/bulk.ts";
import { listMeetings } from "#db/read/surplus.ts";
import { consignments, hubReports, orderLines, parcels, reviews } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { makeParcels } from "#db/write/parcels.ts";
import { insertSurplusPolicy, insertSurplusYear } from "#db/write/surplus.ts";
import { anOrder } from "./consignments.ts";
import { as, testContext, testId } from "./context.ts";
import { saves } from "./cooperative.ts";
import { aListing } from "./listings.ts";
import type { aGroup, anOfficer } from "./people.ts";
import { aPerson } from "./people.ts";

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
  const started = await startStandingOrder(as(ctx, buyer.actor), {
    ...{
      variantId: listing.variants[0]?.id ?? "",
      formKey: ctx.secrets.token(),
      quantity: "1",
      everyWeeks: 1,
      weekday: 2,
    },
    ...{ place: "fetch", method: "transfer", useCredit: "", ceiling: "1.000.000" },
  });
  const batchId = await aPreparedBatch(group);
  const cooperative = await someYear({ group, memberId: member.memberId });
  return {
    ...{ ...cooperative, batchId },
    standingId: started.ok ? started.id : "",
    movementId: recorded.ok ? recorded.movementId : "",
    placeKey: placeKey(place),
    cycleId,
    importId: sent.ok ? sent.importId : "",
    tariffImportId: await someTariffs(),
    reviewId: review?.id ?? "",
    deliveredNumber: order.number,
    ...(await hubWork(run)),
  };
}

/** The network's own tariffs, on a sheet that waits for the operator. */
async function someTariffs(): Promise<string> {
  const ctx = as(testContext(), (await aPerson({ isOperator: true })).actor);
  const rows = tariffRows(await findTariffBulkFacts(ctx.actor, ctx.now));
  const checked = await checkTariffImport(ctx, {
    ...{ formKey: testId(), fileName: "tarif.csv", columnOf: (name) => columnNamed("tariffs", name) },
    upload: await ctx.sheets.write(sheetFor({ kind: "tariffs", locale: "id", rows }), "csv"),
  });
  return checked.ok ? checked.importId : "";
}

/** A batch of one advance that waits for a second person. */
async function aPreparedBatch(group: World["group"]): Promise<string> {
  const ctx = as(testContext(), group.officer);
  await setPayoutRules(ctx, { groupId: group.id, approval: "batches", advanceLimit: rupiah(10_000) });
  const given = await giveAdvance(ctx, {
    ...{ groupId: group.id, memberId: group.members[0]?.id ?? "", amount: rupiah(5_000), method: "cash" },
    ...{ repay: null, reason: "Benang", formKey: `form-of-${testId()}-batch` },
  });
  return given.ok ? given.batchId : "";
}

/** A cooperative's savings, and a year whose surplus a meeting shared out by business alone. */
async function someYear({ group, memberId }: { group: World["group"]; memberId: string }) {
  const officer = as(testContext(), group.officer);
  const saved = await saves(officer, { groupId: group.id, memberId, sukarela: 5_000 });
  const meeting = { day: "2026-11-20", place: "Balai", present: 9, decision: "SHU", minutes: null } as const;
  await recordMeeting(officer, { ...meeting, groupId: group.id, formKey: `form-of-${testId()}-0123` });
  const [held] = await listMeetings(group.id);
  const meetingId = held?.id ?? "";
  const { id: policyId } = await inTransaction(async (tx) => {
    const by = { setBy: group.officer.personId ?? "", setAt: officer.now, formKey: testId() };
    const funds = [{ key: "business" as const, basisPoints: 10_000 }];
    const policy = { ...by, id: testId(), groupId: group.id, funds, countsVoluntary: false, meetingId };
    await insertSurplusPolicy(tx, policy);
    return policy;
  });
  const someone = { memberId, number: 1, name: "Anggota", hasLeft: false };
  const content = planSurplus({
    source: { fromMembers: rupiah(9_000), fromOthers: rupiah(0), otherIncome: rupiah(0), costs: rupiah(0) },
    funds: [{ key: "business", basisPoints: 10_000 }],
    members: [{ ...someone, transactions: rupiah(90_000), capital: rupiah(0) }],
  });
  const proposal = { proposedBy: group.officer.personId ?? "", proposedAt: officer.now, content, policyId, meetingId };
  await inTransaction((tx) =>
    insertSurplusYear(tx, { ...proposal, id: testId(), groupId: group.id, year: 2025, state: "posted" }),
  );
  return { receiptId: saved.ok ? saved.movementId : "", meetingId };
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
