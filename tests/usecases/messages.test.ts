import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { MailProblem } from "#app/adapters/messages/port.ts";
import { MAIL_LIFE_HOURS } from "#app/domain/message.ts";
import { rupiah } from "#app/domain/money.ts";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { acceptInvitation } from "#app/usecases/account/accept-invitation.ts";
import { readMessage } from "#app/usecases/account/read-message.ts";
import { setMessagePreferences } from "#app/usecases/account/set-message-preferences.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { sendMail } from "#app/usecases/hooks/send-mail.ts";
import { approveGroup } from "#app/usecases/operate/approve-group.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { payRefund } from "#app/usecases/operate/pay-refund.ts";
import { refundOrder } from "#app/usecases/operate/refund-order.ts";
import { inviteMember } from "#app/usecases/sell/invite-member.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { countUnread, listOwnMessages, listPreferences } from "#db/read/messages.ts";
import { members, messages, outbox, people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { tellBuyer } from "#db/write/messages.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { mailbox } from "#tests/world/mail.ts";
import { aPlacedOrder } from "#tests/world/orders.ts";
import { aNetwork, aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const HOUR_MS = 3_600_000;
const ctx = testContext();

/** A buyer with an e-mail address, an order that waits for money, and a network that sends mail. */
async function aWritingMarket() {
  const box = mailbox();
  const buyer = await aPerson({ email: `${testId()}@contoh.id` });
  const order = await aPayableOrder({ buyerId: buyer.id });
  const operator = { ...as(ctx, (await aPerson({ isOperator: true })).actor), mail: box };
  const pay = () => confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
  return { box, buyer, order, operator, pay };
}

async function kindsOf(actor: Parameters<typeof listOwnMessages>[0]): Promise<string[]> {
  return (await listOwnMessages(actor, { page: 1 })).messages.map((message) => message.kind);
}

/** Only what this test's person is owed: the outbox is shared. */
async function owedTo(personId: string) {
  return inTransaction((tx) =>
    tx
      .select({ key: outbox.key, outcome: outbox.outcome, attempts: outbox.attempts, error: outbox.error })
      .from(outbox)
      .innerJoin(messages, eq(messages.id, outbox.subjectId))
      .where(eq(messages.personId, personId)),
  );
}

beforeAll(() => aNetwork());

describe("a message", () => {
  it("is written with the fact it tells: to the buyer, and to the officers who pack", async () => {
    const { buyer, order, pay } = await aWritingMarket();
    expect(await kindsOf(buyer.actor)).toEqual([]);
    await pay();
    expect(await kindsOf(buyer.actor)).toEqual(["paid"]);
    for (const { group } of order.parts) expect(await kindsOf(group.officer)).toEqual(["new-order"]);
  });

  it("is one, however often and by how many the same thing is pressed", async () => {
    const { buyer, order, pay } = await aWritingMarket();
    await Promise.all([pay(), pay(), pay()]);
    const again = () => inTransaction((tx) => tellBuyer(tx, ctx, { orderId: order.id, kind: "paid" }));
    await again();
    await again();
    expect(await kindsOf(buyer.actor)).toEqual(["paid"]);
    expect(await owedTo(buyer.id)).toHaveLength(1);
  });

  it("is not there when what it tells was undone", async () => {
    const { buyer, order } = await aWritingMarket();
    const undone = inTransaction(async (tx) => {
      await tellBuyer(tx, { ...ctx, mail: mailbox() }, { orderId: order.id, kind: "paid" });
      throw new Error("the books said no");
    });
    await expect(undone).rejects.toThrow("the books said no");
    expect(await kindsOf(buyer.actor)).toEqual([]);
    expect(await owedTo(buyer.id)).toEqual([]);
  });

  it("says how to pay when an order is placed, and that its time is over when nobody did", async () => {
    const buyer = await aPerson();
    const { number } = await aPlacedOrder({ ctx: as(ctx, buyer.actor) });
    const [placed] = (await listOwnMessages(buyer.actor, { page: 1 })).messages;
    expect(placed).toMatchObject({ kind: "order-placed", facts: { number, method: "transfer" } });
    expect(Number(placed?.facts.askedAmount)).toBeGreaterThan(62_000);
    const later = { ...ctx, now: new Date(MARKET_DAY.getTime() + 25 * HOUR_MS) };
    expect(await expireOrders(later)).toContain(number);
    expect(await kindsOf(buyer.actor)).toEqual(["payment-expired", "order-placed"]);
  });

  it("tells a group's chair that it may sell", async () => {
    const group = await aGroup({ state: "waiting" });
    await approveGroup(as(ctx, (await aPerson({ isOperator: true })).actor), { groupId: group.id });
    expect(await kindsOf(group.officer)).toEqual(["group-approved"]);
  });

  it("is read by whom it is for alone", async () => {
    const { buyer, order, pay } = await aWritingMarket();
    await pay();
    const [message] = (await listOwnMessages(buyer.actor, { page: 1 })).messages;
    const messageId = message?.id ?? "";
    const stranger = as(ctx, (await aPerson()).actor);
    expect(await readMessage(stranger, { messageId })).toEqual({ path: null });
    expect(await countUnread(buyer.id)).toBe(1);
    await expect(readMessage(ctx, { messageId })).rejects.toThrow(NotAllowed);
    expect(await readMessage(as(ctx, buyer.actor), { messageId })).toEqual({ path: `/orders/${order.number}` });
    expect(await countUnread(buyer.id)).toBe(0);
  });
});

describe("send-mail", () => {
  it("sends each mail once, in its reader's language, with nothing secret in it", async () => {
    const { box, buyer, order, operator, pay } = await aWritingMarket();
    await pay();
    await sendMail(operator);
    await sendMail(operator);
    const mine = box.taken.filter((mail) => mail.to === buyer.email);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ locale: "id", kind: "paid", url: `${ctx.origin}/orders/${order.number}` });
    expect(JSON.stringify(mine[0]?.facts)).not.toContain(order.buyerPhone);
    expect(JSON.stringify(mine[0]?.facts)).not.toContain(order.buyerName);
  });

  it("owes nothing to whom does not want that kind, has no address, or where no mail is sent", async () => {
    const { buyer, box, order, pay } = await aWritingMarket();
    const chosen = { shown: ["paid", "delivered"] as const, wanted: ["delivered"] };
    await setMessagePreferences(as(ctx, buyer.actor), chosen);
    await expect(setMessagePreferences(ctx, chosen)).rejects.toThrow(NotAllowed);
    expect(await listPreferences(buyer.actor)).toMatchObject({ paid: false, delivered: true, payout: true });
    await pay();
    expect(await kindsOf(buyer.actor)).toEqual(["paid"]);
    expect(await owedTo(buyer.id)).toEqual([]);
    await inTransaction((tx) => tellBuyer(tx, ctx, { orderId: order.id, kind: "delivered", once: "silent" }));
    expect(await owedTo(buyer.id)).toEqual([]);
    const withMail = { ...ctx, mail: box };
    await inTransaction((tx) => tellBuyer(tx, withMail, { orderId: order.id, kind: "delivered", once: "loud" }));
    expect(await owedTo(buyer.id)).toHaveLength(1);
    const plain = await aPerson();
    const { id: orderId } = await aPayableOrder({ buyerId: plain.id });
    await inTransaction((tx) => tellBuyer(tx, withMail, { orderId, kind: "paid" }));
    expect(await owedTo(plain.id)).toEqual([]);
  });

  it("tries again later when the server does not answer, and gives up what is old, refused or has nobody to go to", async () => {
    const { box, buyer, operator, pay } = await aWritingMarket();
    await pay();
    box.trouble = new MailProblem("connection refused", { mayRetry: true });
    await sendMail(operator);
    expect(await owedTo(buyer.id)).toMatchObject([{ outcome: null, attempts: 1 }]);
    box.trouble = null;
    await sendMail(operator);
    expect(await owedTo(buyer.id), "not before its time").toMatchObject([{ outcome: null }]);
    const tooLate = { ...operator, now: new Date(MARKET_DAY.getTime() + (MAIL_LIFE_HOURS + 1) * HOUR_MS) };
    await sendMail(tooLate);
    expect(await owedTo(buyer.id)).toMatchObject([{ outcome: "failed", error: "too old" }]);

    const refused = await aWritingMarket();
    await refused.pay();
    refused.box.trouble = new MailProblem("no such mailbox", { mayRetry: false });
    await sendMail(refused.operator);
    expect(await owedTo(refused.buyer.id)).toMatchObject([{ outcome: "failed", error: "no such mailbox" }]);

    const gone = await aWritingMarket();
    await gone.pay();
    await inTransaction((tx) => tx.update(people).set({ email: null }).where(eq(people.id, gone.buyer.id)));
    await sendMail(gone.operator);
    expect(await owedTo(gone.buyer.id)).toMatchObject([{ outcome: "failed", error: "nobody to send it to" }]);
  });
});

describe("the way of an order and of its money", () => {
  it("is told step by step, once for an order however many groups sent something", async () => {
    const [run, buyer] = [await anOpenRun({ areas: ["21.04"] }), await aPerson()];
    const groups = [await aGroup(), await aGroup()];
    const order = await anOrder({ buyerId: buyer.id, run, parts: groups.map((group) => ({ group })) });
    const keeper = as(ctx, run.hub.keeper);
    for (const { id, groupId } of order.consignments) {
      const officer = as(ctx, groups.find((group) => group.id === groupId)?.officer ?? NOBODY);
      expect(await packConsignment(officer, { groupId, consignmentId: id, packedGrams: 900 })).toMatchObject({
        ok: true,
      });
      expect(await handOverConsignment(keeper, { consignmentId: id })).toMatchObject({ ok: true });
    }
    const { id: runId } = run;
    const steps = [lockRun, departRun, arriveRun];
    for (const step of steps) expect(await step(keeper, { runId })).toMatchObject({ ok: true });
    for (const step of steps) expect(await step(keeper, { runId })).toMatchObject({ ok: false });
    for (let press = 0; press < 2; press++)
      expect(await deliverOrder(keeper, { proof: BY_NAME, number: order.number, cash: null })).toMatchObject({
        ok: true,
      });
    const { messages: told } = await listOwnMessages(buyer.actor, { page: 1 });
    expect(told.map((message) => message.kind).toSorted()).toEqual([
      "delivered",
      "paid",
      "run-arrived",
      "run-departed",
    ]);
    expect(told.find((message) => message.kind === "run-arrived")?.facts).toMatchObject({
      ...{ way: "pickup", point: run.pickUpPoint.name, vessel: run.vessel },
    });
  });

  it("says when money goes back, and again when it is sent", async () => {
    const { buyer, order, operator, pay } = await aWritingMarket();
    await pay();
    const refund = await refundOrder(operator, { number: order.number, reason: "Rusak", formKey: testId() });
    if (!refund.ok) throw new Error(refund.reason);
    const paid = { refundId: refund.refundId, reference: "TRF-9" };
    await payRefund(operator, paid);
    await payRefund(operator, paid);
    expect((await kindsOf(buyer.actor)).toSorted()).toEqual(["paid", "refund-begun", "refund-paid"]);
  });

  it("tells a member what was paid out, and who invited that somebody came", async () => {
    const group = await aGroup();
    const [phone, treasurer] = [`+62812${testId().slice(-6)}00`, as(ctx, group.officer)];
    const guest = await aPerson({ phone });
    const memberId = group.members[1]?.id ?? "";
    await inTransaction((tx) => tx.update(members).set({ phone }).where(eq(members.id, memberId)));
    const invited = await inviteMember(treasurer, { groupId: group.id, name: "Burhan", memberId });
    if (!invited.ok) throw new Error(invited.reason);
    const [invitation] = (await listOwnMessages(guest.actor, { page: 1 })).messages;
    expect(invitation?.kind).toBe("invited");
    expect(JSON.stringify(invitation?.facts), "the code opens a door").not.toContain(invited.code);
    expect(await acceptInvitation(as(ctx, guest.actor), { code: invited.code })).toMatchObject({ ok: true });
    expect(await kindsOf(group.officer)).toEqual(["invitation-accepted"]);
    await earned({ groupId: group.id, memberId, amount: 90_000 });
    const form = { groupId: group.id, memberId, amount: rupiah(40_000), method: "transfer", reference: "" } as const;
    const formKey = `form-${testId()}`;
    await payOut(treasurer, { ...form, formKey });
    await payOut(treasurer, { ...form, formKey });
    const kinds = await kindsOf(guest.actor);
    expect(kinds.toSorted()).toEqual(["invited", "payout"]);
  });
});
