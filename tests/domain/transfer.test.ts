import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NewEntry } from "#app/domain/ledger.ts";
import { add, negate, type Rupiah, rupiah, subtract, ZERO } from "#app/domain/money.ts";
import {
  debtBookedEntry,
  debtSetOffEntry,
  transferBegunEntry,
  transferEndedEntry,
  transferReversedEntry,
  transferredEntry,
} from "#app/domain/postings-of-transfers.ts";
import { planReversal, planTransfer } from "#app/domain/transfer.ts";
import { balancesAfter } from "#tests/world/balances.ts";

const OWN = "own-account:group:g1";
const STRIPE = "stripe:network:network";
const DEBT = "debt-to-network:group:g1";
const TRANSIT = "payments-in-transit:network:network";

describe("what is sent to a group", () => {
  it("is all that was earned, less its debt, and never more than the network keeps for it", () => {
    const plan = (earned: number, debt: number, kept: number) =>
      planTransfer({ earned: rupiah(earned), debt: rupiah(debt), kept: rupiah(kept) });
    expect(plan(94_000, 0, 94_000)).toEqual({ earned: 94_000, setOff: 0, amount: 94_000 });
    // The treasurer has paid 40.000 from the network's bank already.
    expect(plan(94_000, 0, 54_000)).toMatchObject({ setOff: 0, amount: 54_000 });
    expect(plan(94_000, 30_000, 64_000)).toMatchObject({ setOff: 30_000, amount: 64_000 });
    expect(plan(20_000, 30_000, -10_000)).toMatchObject({ setOff: 20_000, amount: 0 });
    expect(plan(0, 30_000, 0)).toMatchObject({ setOff: 0, amount: 0 });
  });
});

/** A sale: what it earns, in which parts it goes back, what the account lacks, and what is pulled back at the desk. */
const sale = fc.record({
  earned: fc.integer({ min: 1, max: 5_000_000 }),
  paidBefore: fc.integer({ min: 0, max: 100 }),
  isRefused: fc.boolean(),
  steps: fc.array(
    fc.record({
      what: fc.constantFrom("refund", "dispute", "desk"),
      percent: fc.integer({ min: 1, max: 100 }),
      isLacking: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  isWhole: fc.boolean(),
});

type Sale = ReturnType<typeof sale.generate>["value"];

describe("any history of sales, refunds, disputes and reversals", () => {
  it("sums to zero, gives the group what was sent less what came back, and leaves no debt unnamed", () => {
    fc.assert(
      fc.property(fc.array(sale, { minLength: 1, maxLength: 4 }), (sales) => {
        const entries: NewEntry[] = [];
        let debt: Rupiah = ZERO;
        let sentInAll: Rupiah = ZERO;
        for (const [at, each] of sales.entries()) {
          const told = play(each, { transferId: `t${at}`, groupId: "g1", debt });
          entries.push(...told.entries);
          debt = told.debt;
          sentInAll = add(sentInAll, told.given);
        }
        const balances = balancesAfter(entries);
        expect(Object.values(balances).reduce((total, each) => total + each, 0)).toBe(0);
        expect(balances[OWN] ?? 0).toBe(sentInAll);
        expect(balances[STRIPE] ?? 0).toBe(negate(sentInAll));
        expect(balances[DEBT] ?? 0).toBe(negate(debt));
        expect(balances["group-debts:network:network"] ?? 0).toBe(debt);
        expect(balances[TRANSIT] ?? 0).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

/** Lives one sale through; `given` is what the group had of it in the end. */
function play(each: Sale, at: { transferId: string; groupId: string; debt: Rupiah }) {
  const { transferId, groupId } = at;
  const earned = rupiah(each.earned);
  const kept = subtract(rupiah(earned - Math.floor((earned * each.paidBefore) / 100)), at.debt);
  const plan = planTransfer({ earned, debt: at.debt, kept });
  const of = { transferId, groupId, amount: plan.amount };
  const entries: NewEntry[] = [];
  const book = (amount: Rupiah, entry: NewEntry) => (amount > 0 ? entries.push(entry) : 0);
  book(plan.setOff, debtSetOffEntry({ ...of, amount: plan.setOff }));
  book(plan.amount, transferBegunEntry(of));
  book(plan.amount, each.isRefused ? transferEndedEntry(of) : transferredEntry(of));
  const transfer = each.isRefused ? { ...plan, amount: ZERO } : plan;
  let [before, reversed, made] = [ZERO, ZERO, ZERO];
  let debt = subtract(at.debt, plan.setOff);
  const steps = each.isWhole ? [...each.steps, { what: "refund", percent: 100, isLacking: false }] : each.steps;
  for (const [step, { what, percent, isLacking }] of steps.entries()) {
    const reversalId = `${transferId}-${step}`;
    const left = what === "desk" ? subtract(transfer.amount, reversed) : subtract(earned, before);
    const share = rupiah(percent === 100 ? left : Math.floor((left * percent) / 100));
    const back = what === "desk" ? { amount: share, owed: ZERO } : planReversal({ transfer, share, before, reversed });
    expect(back.amount).toBeGreaterThanOrEqual(0);
    expect(back.owed).toBeGreaterThanOrEqual(0);
    const one = { reversalId, groupId };
    book(back.owed, debtBookedEntry({ ...one, amount: back.owed, why: "set-off" }));
    debt = add(debt, back.owed);
    reversed = add(reversed, back.amount);
    if (what !== "desk") before = add(before, share);
    if (what !== "desk" && isLacking) {
      book(back.amount, debtBookedEntry({ ...one, amount: back.amount, why: "lacking" }));
      debt = add(debt, back.amount);
    } else {
      book(back.amount, transferReversedEntry({ ...one, amount: back.amount }));
      made = add(made, back.amount);
    }
    expect(reversed).toBeLessThanOrEqual(transfer.amount);
  }
  // All went back: all that was sent is asked for again, and what had paid a debt is owed again.
  if (each.isWhole) expect([reversed, before]).toEqual([transfer.amount, earned]);
  return { entries, debt, given: subtract(transfer.amount, made) };
}
