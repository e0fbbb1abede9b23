import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { reportComplaint } from "#app/usecases/buy/report-complaint.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { decideComplaint } from "#app/usecases/operate/decide-complaint.ts";
import { answerComplaint } from "#app/usecases/sell/answer-complaint.ts";
import { closeComplaint } from "#app/usecases/sell/close-complaint.ts";
import { db } from "#db/client.server.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { findComplaint, listComplaints, listGroupComplaints } from "#db/read/complaints.ts";
import { balanceOf, verifyBooks } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { complaints, messages, refunds } from "#db/schema.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aPayableOrder, deliver } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { hoursLater } from "#tests/world/runs.ts";

async function aDeliveredOrder() {
  const operator = as(testContext(), (await aPerson({ isOperator: true })).actor);
  const buyer = await aPerson();
  const order = await aPayableOrder({ buyerId: buyer.id });
  await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  await deliver(order);
  const [first] = order.parts;
  if (!first) throw new Error("no part");
  const officer = as(testContext(), first.group.officer);
  const ask = {
    ...{ number: order.number, consignmentId: first.consignment.id, kind: "damaged" as const },
    ...{ wish: "refund" as const, words: "Pecah dua.", photo: null, formKey: testId() },
  };
  return { operator, buyer: as(testContext(), buyer.actor), order, first, officer, ask };
}

async function reported() {
  const world = await aDeliveredOrder();
  const answer = await reportComplaint(world.buyer, world.ask);
  if (!answer.ok) throw new Error(answer.reason);
  return { ...world, complaintId: answer.complaintId };
}

async function kindsTold(personId: string | null): Promise<string[]> {
  const rows = await db()
    .select({ kind: messages.kind })
    .from(messages)
    .where(eq(messages.personId, personId ?? ""));
  return rows.map((row) => row.kind);
}

type World = Awaited<ReturnType<typeof reported>>;

function payAll({ first, officer }: Pick<World, "first" | "officer">) {
  const share = first.shares.find((each) => each.memberId !== null);
  return payOut(officer, {
    ...{ groupId: first.group.id, memberId: share?.memberId ?? "", amount: rupiah(share?.amount ?? 0) },
    ...{ method: "transfer", reference: "", formKey: testId() },
  });
}

describe("report-complaint", () => {
  it("is once for one form and one at a time for the goods, by the buyer alone, and the group hears of it", async () => {
    const { buyer, first, officer, ask, order } = await aDeliveredOrder();
    const twice = await Promise.all([reportComplaint(buyer, ask), reportComplaint(buyer, ask)]);
    expect(twice.every((answer) => answer.ok)).toBe(true);
    expect(await reportComplaint(buyer, { ...ask, formKey: testId() })).toMatchObject({ reason: "complaint-open" });
    const kept = await db().select().from(complaints).where(eq(complaints.consignmentId, first.consignment.id));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.answerBy).toEqual(hoursLater(48));
    expect(await kindsTold(first.group.officer.personId)).toContain("complaint-new");
    const other = order.parts[1]?.consignment.id ?? "";
    expect(await reportComplaint(buyer, { ...ask, consignmentId: other, formKey: testId() })).toMatchObject({
      ok: true,
    });
    await expect(reportComplaint(officer, { ...ask, formKey: testId() })).rejects.toThrow(NotAllowed);
  });

  it("is for goods that came, within three days", async () => {
    const { buyer, ask } = await aDeliveredOrder();
    const late = { ...buyer, now: hoursLater(72.1) };
    expect(await reportComplaint(late, ask)).toMatchObject({ reason: "complaint-too-late" });
    const unpaid = await aPayableOrder({ buyerId: buyer.actor.personId });
    const early = { ...ask, number: unpaid.number, consignmentId: unpaid.parts[0]?.consignment.id ?? "" };
    expect(await reportComplaint(buyer, early)).toMatchObject({ reason: "complaint-too-late" });
    expect(await reportComplaint({ ...buyer, now: hoursLater(71.9) }, ask)).toMatchObject({ ok: true });
  });

  it("holds the members' money of those goods, and no other's, until it is closed", async () => {
    const world = await reported();
    const { operator, first, order, officer, complaintId } = world;
    expect(await payAll(world)).toMatchObject({ reason: "held-by-complaint" });
    const [member] = await listMemberBalances(officer.actor, first.group.id);
    expect(member?.held).toBe(member?.owed);
    const second = order.parts[1];
    if (second)
      expect(await payAll({ first: second, officer: as(testContext(), second.group.officer) })).toMatchObject({
        ok: true,
      });
    await answerComplaint(officer, { complaintId, answer: "Maaf, kami bungkus kurang rapat." });
    expect(await payAll(world)).toMatchObject({ reason: "held-by-complaint" });
    const none = { complaintId, outcome: "none" as const, amount: null, decision: "Rusak di rumah." };
    expect(await decideComplaint(operator, none)).toEqual({ ok: true });
    expect(await payAll(world)).toMatchObject({ ok: true });
  });
});

describe("answer-complaint", () => {
  it("is for the group's own officers, may be said better, and the buyer hears of it", async () => {
    const { officer, buyer, order, complaintId } = await reported();
    const stranger = as(testContext(), order.parts[1]?.group.officer ?? buyer.actor);
    await expect(answerComplaint(stranger, { complaintId, answer: "Bukan kami." })).rejects.toThrow(NotAllowed);
    expect(await answerComplaint(officer, { complaintId, answer: " " })).toMatchObject({ reason: "required" });
    expect(await answerComplaint(officer, { complaintId, answer: "Maaf." })).toEqual({ ok: true });
    expect(await answerComplaint(officer, { complaintId, answer: "Maaf, kami ganti." })).toEqual({ ok: true });
    expect(await findComplaint(complaintId)).toMatchObject({ state: "answered", answer: "Maaf, kami ganti." });
    expect(await kindsTold(buyer.actor.personId)).toContain("complaint-answered");
  });
});

describe("decide-complaint", () => {
  it("waits for the group's answer or its time, and is the operator's; both see it among what waits", async () => {
    const { operator, officer, complaintId } = await reported();
    const none = { complaintId, outcome: "none" as const, amount: null, decision: "Tidak terbukti." };
    expect(await decideComplaint(operator, none)).toMatchObject({ reason: "complaint-waits" });
    await expect(decideComplaint(officer, none)).rejects.toThrow(NotAllowed);
    const kinds = async (ctx: typeof operator) => (await listOpenTasks(ctx.actor, ctx.now)).map((task) => task.kind);
    expect(await kinds(officer)).toContain("complaints-to-answer");
    const later = { ...operator, now: hoursLater(48) };
    expect(await kinds(later)).toContain("complaints-to-decide");
    expect(await decideComplaint(later, none)).toEqual({ ok: true });
    expect(await decideComplaint(later, none)).toMatchObject({ reason: "complaint-closed" });
    expect(await kinds(officer)).not.toContain("complaints-to-answer");
    expect(await listComplaints(operator.actor)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: complaintId, state: "closed", outcome: "none" })]),
    );
  });

  it("gives part of the price back out of each share, once, however many press", async () => {
    const world = await reported();
    const { operator, officer, order, first, complaintId } = world;
    await answerComplaint(officer, { complaintId, answer: "Maaf." });
    const input = { complaintId, outcome: "refund" as const, amount: rupiah(24_000), decision: "Satu pecah." };
    const tooMuch = { ...input, amount: rupiah(124_001) };
    expect(await decideComplaint(operator, tooMuch)).toMatchObject({ ok: false });
    expect(await findComplaint(complaintId)).toMatchObject({ state: "answered" });
    const answers = await Promise.all([decideComplaint(operator, input), decideComplaint(operator, input)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const made = await db().select().from(refunds).where(eq(refunds.paymentId, order.payment.id));
    expect(made).toMatchObject([{ amount: 24_000, reason: "Satu pecah.", state: "requested" }]);
    expect(await balanceOf(`refunds-payable:order:${order.id}`)).toBe(-24_000);
    const share = first.shares.find((each) => each.memberId !== null);
    const left = -(await balanceOf(`member-payable:member:${share?.memberId}`));
    expect(left).toBeLessThan(share?.amount ?? 0);
    expect(await payAll(world)).toMatchObject({ reason: "more-than-owed" });
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("to give all of it back leaves that part of the order refunded", async () => {
    const { operator, officer, first, complaintId } = await reported();
    await answerComplaint(officer, { complaintId, answer: "Maaf." });
    const input = { complaintId, outcome: "refund" as const, amount: null, decision: "Semua pecah." };
    expect(await decideComplaint(operator, input)).toEqual({ ok: true });
    expect(await balanceOf(`group-fund:group:${first.group.id}`)).toBe(0);
    for (const { memberId } of first.shares)
      if (memberId) expect(await balanceOf(`member-payable:member:${memberId}`)).toBe(0);
  });

  it("to send again holds the money until the group has sent", async () => {
    const world = await reported();
    const { operator, officer, buyer, first, complaintId } = world;
    await answerComplaint(officer, { complaintId, answer: "Kami ganti." });
    expect(await closeComplaint(officer, { complaintId })).toMatchObject({ reason: "complaint-closed" });
    const resend = { complaintId, outcome: "resend" as const, amount: null, decision: "Kirim yang baru." };
    expect(await decideComplaint(operator, resend)).toEqual({ ok: true });
    expect(await payAll(world)).toMatchObject({ reason: "held-by-complaint" });
    await expect(closeComplaint(buyer, { complaintId })).rejects.toThrow(NotAllowed);
    expect(await closeComplaint(officer, { complaintId })).toEqual({ ok: true });
    expect(await kindsTold(buyer.actor.personId)).toEqual(
      expect.arrayContaining(["complaint-decided", "complaint-resent"]),
    );
    expect(await payAll(world)).toMatchObject({ ok: true });
    expect((await listGroupComplaints(officer.actor, first.group.id)).map((each) => each.state)).toEqual(["closed"]);
  });
});
