import fc from "fast-check";
import { expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { decideBatch } from "#app/usecases/books/decide-batch.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { failLine } from "#app/usecases/books/fail-line.ts";
import { giveAdvance } from "#app/usecases/books/give-advance.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { prepareBatch } from "#app/usecases/books/prepare-batch.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { reopenPeriod } from "#app/usecases/books/reopen-period.ts";
import { repayAdvance } from "#app/usecases/books/repay-advance.ts";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { setPayoutWay } from "#app/usecases/books/set-payout-way.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { trialBalance, verifyBook } from "#db/read/ledger.ts";
import { listPayables } from "#db/read/payables.ts";
import { findBatch, listBatches, listPayoutsOf } from "#db/read/payouts.ts";
import { countedInLedger, listSeals } from "#db/read/periods.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { OCTOBER } from "#tests/world/months.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const SLIP = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const ACTS = [
  ...["sell", "sell", "refund", "draw", "prepare", "hold", "approve", "refuse", "pay", "pay", "fail"],
  ...["advance", "repay", "pay-one", "close", "reopen"],
] as const;
const step = fc.record({ act: fc.constantFrom(...ACTS), who: fc.nat(2), amount: fc.integer({ min: 1, max: 90_000 }) });
type Step = { act: (typeof ACTS)[number]; who: number; amount: number };
const key = () => `form-key-${testId()}-0123456789`;

async function aLendingGroup() {
  const group = await aGroup();
  const chair = (await anOfficer(group, ["chair"])).actor;
  const operator = (await aPerson({ isOperator: true })).actor;
  const ctx = testContext({ actor: group.officer });
  const groupId = group.id;
  await setPayoutRules(as(ctx, chair), { groupId, approval: "batches", advanceLimit: rupiah(60_000) });
  const account = { provider: "Bank", holder: "Nama", account: "1234567890" };
  await setPayoutWay(ctx, { ...account, method: "transfer", groupId, memberId: group.members[1]?.id ?? "" });
  return { group, groupId, chair, operator, ctx, sold: new Map<string, number>() };
}
type World = Awaited<ReturnType<typeof aLendingGroup>>;

/** The newest batch in a state, with its first line in another. */
async function lineOf(world: World, batchState: string, lineState: string) {
  const batches = await listBatches(world.group.officer, { groupId: world.groupId, limit: 50 });
  for (const { id } of batches.filter((each) => each.state === batchState)) {
    const lines = (await findBatch(world.group.officer, { groupId: world.groupId, batchId: id }))?.lines ?? [];
    const line = lines.find((each) => each.state === lineState);
    if (line) return { batchId: id, lineId: line.id };
  }
  return { batchId: "", lineId: "" };
}

/** Tries one act; what is refused changes nothing, and the checks after it hold all the same. */
async function tryAct(world: World, { act, who, amount }: Step): Promise<unknown> {
  const { ctx, chair, groupId, group, sold } = world;
  const memberId = group.members[who]?.id ?? "";
  const form = { groupId, memberId, amount: rupiah(amount), formKey: key() };
  const batch = { groupId, kind: "all" as const, minimum: null, holdUntil: null, hold: null, holdWhy: "", note: "" };
  const month = { groupId, month: OCTOBER };
  switch (act) {
    case "sell":
    case "refund": {
      const value = act === "sell" ? amount : -Math.min(amount, sold.get(memberId) ?? 0);
      if (value === 0) return;
      sold.set(memberId, (sold.get(memberId) ?? 0) + value);
      await earned({ groupId, memberId, amount: value });
      return earned({ groupId, memberId: null, amount: Math.sign(value) * 1_000 });
    }
    case "draw":
      return drawCash(ctx, form);
    case "prepare":
      return prepareBatch(ctx, { ...batch, formKey: key() });
    case "hold":
      return prepareBatch(ctx, {
        ...{ ...batch, hold: { amount: rupiah(amount) }, holdWhy: "Lebaran", holdUntil: "2027-01-01", formKey: key() },
      });
    case "approve":
    case "refuse": {
      const { batchId } = await lineOf(world, "prepared", "waiting");
      return decideBatch(as(ctx, chair), { groupId, batchId, to: act === "approve" ? "approved" : "refused", why: "" });
    }
    case "pay": {
      const { batchId, lineId } = await lineOf(world, "approved", "waiting");
      return payLines(ctx, { groupId, batchId, lineIds: [lineId], reference: "", code: "", proof: SLIP });
    }
    case "fail":
      return failLine(ctx, {
        ...{ groupId, reason: "Rekening tutup" },
        ...(await lineOf(world, "approved", amount % 2 === 0 ? "paid" : "waiting")),
      });
    case "advance":
      return giveAdvance(ctx, { ...form, method: "cash", repay: { basisPoints: 3_000 }, reason: "Sakit" });
    case "repay":
      return repayAdvance(ctx, form);
    case "pay-one":
      return amount % 2 === 0 ? paidInCash(ctx, form) : payOut(ctx, { ...form, method: "transfer", reference: "" });
    case "close":
      await countPeriod(ctx, { ...month, counted: await countedInLedger(groupId, OCTOBER) });
      await proposePeriod(ctx, month);
      return closePeriod(as(ctx, chair), month);
    case "reopen":
      return reopenPeriod(as(ctx, world.operator), { ...month, reason: "Lupa satu nota" });
  }
}

async function expectBooksRight(world: World): Promise<void> {
  const { group, groupId, sold } = world;
  const { total, accounts } = await trialBalance();
  expect(total).toBe(0);
  const money = await getGroupMoney(group.officer, groupId);
  const members = await listPayables({ groupId, today: "2026-11-24" });
  expect(members.reduce((all, member) => all + member.owed, 0)).toBe(money.owed);
  expect(members.reduce((all, member) => all + member.advance, 0)).toBe(money.advances);
  for (const { memberId, owed, advance } of members) {
    const { paid } = await listPayoutsOf(group.officer, { groupId, memberId });
    const kept = paid.filter((payout) => payout.returnedAt === null && payout.kind === "share");
    const taken = kept.reduce((all, payout) => all + payout.amount + payout.repaid, 0);
    expect(owed).toBe((sold.get(memberId) ?? 0) - taken);
    expect(advance).toBeGreaterThanOrEqual(0);
    const balance = accounts.find((each) => each.accountCode === `member-payable:member:${memberId}`)?.balance ?? 0;
    expect(owed + balance).toBe(0);
    expect(owed).toBe(members.find((each) => each.memberId === memberId)?.owed);
  }
  expect(money.cashBox).toBeGreaterThanOrEqual(0);
}

it("keeps the books right through random months, and a refund of everything leaves what was paid and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const world = await aLendingGroup();
      let seals = 0;
      for (const each of steps) {
        await tryAct(world, each);
        await expectBooksRight(world);
        const now = (await listSeals(world.groupId)).length;
        expect(now).toBeGreaterThanOrEqual(seals);
        seals = now;
      }
      for (const [memberId, amount] of world.sold)
        if (amount > 0) {
          await earned({ groupId: world.groupId, memberId, amount: -amount });
          world.sold.set(memberId, 0);
        }
      await expectBooksRight(world);
      expect((await verifyBook(world.groupId)).problem).toBeUndefined();
    }),
    { numRuns: 12 },
  );
});
