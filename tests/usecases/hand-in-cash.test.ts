import { beforeAll, describe, expect, it } from "vitest";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah } from "#app/domain/money.ts";
import { monthNamed } from "#app/domain/period.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { handInCash } from "#app/usecases/operate/hand-in-cash.ts";
import { findOwnCash, heldCashTotal, listHeldCash } from "#db/read/held-cash.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aNetwork, aPayableOrder } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";

const ctx = testContext();
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(MARKET_DAY.getTime() + days * DAY_MS);

/** What a keeper took for one order at the door. */
async function takenBy(holderId: string, { day = 0 } = {}) {
  const order = await aPayableOrder({ method: "cash-on-delivery" });
  const into = { kind: "cod-in-transit", holderId } as const;
  const at = { ...ctx, now: later(day) };
  await inTransaction((tx) => markPaymentPaid(tx, at, { paymentId: order.payment.id, into }));
  return order.total;
}

async function anOperator() {
  return as(ctx, (await aPerson({ isOperator: true })).actor);
}

const heldBy = (holderId: string) => balanceOf(`cod-in-transit:holder:${holderId}`);

beforeAll(() => aNetwork());

describe("hand-in-cash", () => {
  it("brings what one holder took to the bank, once a form, and leaves the others' cash alone", async () => {
    const [ann, ben] = [await aPerson(), await aPerson()];
    const taken = await takenBy(ann.id);
    const others = await takenBy(ben.id);
    const [bank, total] = [await balanceOf("bank:network:network"), await heldCashTotal()];
    const operator = await anOperator();
    const wish = { holderId: ann.id, amount: taken, note: "", formKey: testId() };
    const press = () => handInCash(operator, wish);
    expect(await Promise.all([press(), press()])).toEqual([{ ok: true }, { ok: true }]);
    expect(await heldBy(ann.id)).toBe(0);
    expect(await heldBy(ben.id)).toBe(others);
    expect(await balanceOf("bank:network:network")).toBe(bank + taken);
    expect(await heldCashTotal()).toBe(total - taken);
  });

  it("stands in a month's count until it is handed in, whoever holds it", async () => {
    const month = monthNamed(dayInWib(MARKET_DAY.getTime()).slice(0, 7));
    if (!month) throw new Error("no month");
    const counted = async () => (await countedInLedger("none", month))["cod-in-transit"];
    const before = await counted();
    const [ann, ben] = [await aPerson(), await aPerson()];
    const [one, other] = [await takenBy(ann.id), await takenBy(ben.id)];
    expect(await counted()).toBe(before + one + other);
    const wish = { holderId: ann.id, amount: one, note: "", formKey: testId() };
    expect(await handInCash(await anOperator(), wish)).toEqual({ ok: true });
    expect(await counted()).toBe(before + other);
  });

  it("takes no more than this holder has, however much lies with others", async () => {
    const [ann, ben] = [await aPerson(), await aPerson()];
    const taken = await takenBy(ann.id);
    await takenBy(ben.id);
    const tooMuch = { holderId: ann.id, amount: rupiah(taken + 1), note: "", formKey: testId() };
    expect(await handInCash(await anOperator(), tooMuch)).toMatchObject({
      reason: "more-than-in-transit",
      fields: { amount: "more-than-in-transit" },
    });
    expect(await heldBy(ann.id)).toBe(taken);
  });

  it("leaves what lacks with the holder, to be seen with its date and the note", async () => {
    const keeper = await aPerson({ name: "Pak Long" });
    const first = await takenBy(keeper.id);
    const second = await takenBy(keeper.id, { day: 2 });
    const operator = await anOperator();
    const short = rupiah(first - 20_000);
    const note = "Kurang 20.000, uang kembalian tercampur";
    await handInCash({ ...operator, now: later(3) }, { holderId: keeper.id, amount: short, note, formKey: testId() });
    const row = async () => (await listHeldCash(operator.actor)).find((each) => each.holderId === keeper.id);
    expect(await row()).toMatchObject({
      name: "Pak Long",
      held: second + 20_000,
      sinceMs: MARKET_DAY.getTime(),
      handIns: [{ amount: short, note, at: later(3), left: second + 20_000 }],
    });
    const rest = { holderId: keeper.id, amount: rupiah(20_000), note: "", formKey: testId() };
    await handInCash({ ...operator, now: later(4) }, rest);
    expect(await row()).toMatchObject({ held: second, sinceMs: later(2).getTime() });
    expect((await row())?.handIns.map((each) => each.amount)).toEqual([20_000, short]);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("is the operator's; a keeper sees what lies with oneself and nobody else", async () => {
    const keeper = await aPerson();
    const taken = await takenBy(keeper.id);
    const wish = { holderId: keeper.id, amount: taken, note: "", formKey: testId() };
    await expect(handInCash(as(ctx, keeper.actor), wish)).rejects.toThrow(NotAllowed);
    await expect(listHeldCash(keeper.actor)).rejects.toThrow(NotAllowed);
    expect(await findOwnCash(keeper.actor)).toBe(taken);
    expect(await findOwnCash((await aPerson()).actor)).toBe(0);
    expect(await findOwnCash(ctx.actor)).toBe(0);
  });
});
