import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { decideCashWriteOff } from "#app/usecases/operate/decide-cash-write-off.ts";
import { proposeCashWriteOff } from "#app/usecases/operate/propose-cash-write-off.ts";
import { listProposedWriteOffs, listWriteOffsToBear } from "#db/read/cash-write-offs.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

const DAY_MS = 86_400_000;
const ctx = testContext({ now: new Date(MARKET_DAY.getTime() + 15 * DAY_MS) });

async function anOperator() {
  return as(ctx, (await aPerson({ isOperator: true })).actor);
}

/** A keeper who has held what one order paid at the door since market day. */
async function aHolder() {
  const holder = await aPerson();
  const order = await aPayableOrder({ method: "cash-on-delivery" });
  const into = { kind: "cod-in-transit", holderId: holder.id } as const;
  await inTransaction((tx) => markPaymentPaid(tx, testContext(), { paymentId: order.payment.id, into }));
  return { holderId: holder.id, taken: order.total };
}

type Over = Partial<Parameters<typeof proposeCashWriteOff>[1]> & { holderId: string };

const wish = (over: Over) => ({
  ...{ kind: "shortage" as const, amount: rupiah(5000), bearerGroupId: null, reason: "Dompet hilang di kapal." },
  ...{ formKey: testId(), ...over },
});

async function proposed(over: Over) {
  const first = await anOperator();
  const input = wish(over);
  expect(await proposeCashWriteOff(first, input)).toEqual({ ok: true });
  const [found] = (await listProposedWriteOffs(first.actor)).filter((each) => each.holderId === over.holderId);
  return { first, input, writeOffId: found?.id ?? "" };
}

const heldBy = (holderId: string) => balanceOf(`cod-in-transit:holder:${holderId}`);

beforeAll(() => aNetwork());

describe("propose-cash-write-off", () => {
  it("is an operator's, once a form, one at a time, of cash that has lain for two weeks, and posts nothing", async () => {
    const { holderId, taken } = await aHolder();
    const operator = await anOperator();
    const propose = (over: Partial<Over> = {}, who = operator) => proposeCashWriteOff(who, wish({ holderId, ...over }));
    expect(await propose({}, { ...operator, now: new Date(MARKET_DAY.getTime() + 13 * DAY_MS) })).toMatchObject({
      reason: "write-off-early",
    });
    expect(await propose({ amount: rupiah(taken + 1) })).toMatchObject({ reason: "more-than-in-transit" });
    expect(await propose({ bearerGroupId: "nobody" })).toMatchObject({ reason: "write-off-bearer" });
    const formKey = testId();
    expect(await Promise.all([propose({ formKey }), propose({ formKey })])).toEqual([{ ok: true }, { ok: true }]);
    expect(await propose()).toMatchObject({ reason: "write-off-waits" });
    expect(await heldBy(holderId)).toBe(taken);
    const stranger = as(ctx, (await aPerson()).actor);
    await expect(propose({}, stranger)).rejects.toThrow(NotAllowed);
  });
});

describe("decide-cash-write-off", () => {
  it("is for another than who proposed it or holds the cash, and posts a shortage to the losses, once", async () => {
    const { holderId, taken } = await aHolder();
    const { first, writeOffId } = await proposed({ holderId });
    const approve = (who: typeof first) => decideCashWriteOff(who, { writeOffId, isApproved: true });
    expect(await approve(first)).toEqual({ ok: false, reason: "write-off-own" });
    const holder = as(ctx, { ...first.actor, personId: holderId });
    expect(await approve(holder)).toEqual({ ok: false, reason: "write-off-own" });
    expect(await heldBy(holderId)).toBe(taken);
    const losses = await balanceOf("losses:network:network");
    const second = await anOperator();
    const twice = await Promise.all([approve(second), approve(await anOperator())]);
    expect(twice.map((answer) => answer.ok).toSorted()).toEqual([false, true]);
    expect(await heldBy(holderId)).toBe(taken - 5000);
    expect(await balanceOf("losses:network:network")).toBe(losses + 5000);
    expect(await approve(second)).toEqual({ ok: false, reason: "write-off-decided" });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("can be refused, by whoever proposed it too, and then nothing is posted", async () => {
    const { holderId, taken } = await aHolder();
    const { first, writeOffId } = await proposed({ holderId });
    expect(await decideCashWriteOff(first, { writeOffId, isApproved: false })).toEqual({ ok: true });
    expect(await heldBy(holderId)).toBe(taken);
    await proposed({ holderId });
  });

  it("makes a surplus the network's income, which then lies with the holder", async () => {
    const { holderId, taken } = await aHolder();
    const income = await balanceOf("network-fee:network:network");
    const { writeOffId } = await proposed({ holderId, kind: "surplus" });
    expect(await decideCashWriteOff(await anOperator(), { writeOffId, isApproved: true })).toEqual({ ok: true });
    expect(await heldBy(holderId)).toBe(taken + 5000);
    expect(await balanceOf("network-fee:network:network")).toBe(income - 5000);
  });

  it("of what a group would bear is its chair's or treasurer's alone, and goes from its fund in its book", async () => {
    const { holderId, taken } = await aHolder();
    const group = await aGroup();
    const { writeOffId } = await proposed({ holderId, bearerGroupId: group.id });
    const decide = (who: typeof ctx) => decideCashWriteOff(who, { writeOffId, isApproved: true });
    expect(await decide(await anOperator())).toEqual({ ok: false, reason: "write-off-group-decides" });
    const other = as(ctx, (await aGroup()).officer);
    await expect(decide(other)).rejects.toThrow(NotAllowed);
    const officer = as(ctx, group.officer);
    expect((await listWriteOffsToBear(officer.actor, group.id)).map((each) => each.id)).toEqual([writeOffId]);
    expect(await decide(officer)).toEqual({ ok: true });
    expect(await balanceOf(`group-fund:group:${group.id}`)).toBe(5000);
    expect(await heldBy(holderId)).toBe(taken - 5000);
    expect((await verifyBooks()).ok).toBe(true);
  });
});
