import { describe, expect, it } from "vitest";
import { withBalances } from "#app/domain/cash-movement.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { ACCOUNT_OF_PARTY } from "#app/domain/sale-split.ts";
import { arrivedIn, CASH_BOX, FUND, HELD, OWED, PAID_OUT, readWhy, type Why, whyAddress } from "#app/domain/why.ts";
import { reportWhy } from "#app/domain/why-of-statements.ts";
import { loader as statements } from "#app/routes/books/statements.tsx";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { getGroupMoney, listMemberBalances, sumDelivered } from "#db/read/books.ts";
import { readMoneyBook } from "#db/read/cash-book.ts";
import { findEntry } from "#db/read/entries.ts";
import { listStatement } from "#db/read/member-statement.ts";
import { findMonth } from "#db/read/month-review.ts";
import { listPayoutsOf } from "#db/read/payouts.ts";
import { listWhy, sumWhy, sumWhyByKind } from "#db/read/why.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aDeliveredLine, monthOf } from "#tests/world/months.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

type TestGroup = Awaited<ReturnType<typeof aGroup>>;
const key = () => `form-key-${testId()}-0123456789`;
const MONTHS = ["2026-08", "2026-09", "2026-10"].map(monthOf);

/** A small generator with a seed, so that a failure can be seen again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

/** Three months of sales, cash beside sales, drawings and payouts, as the dice fall. */
async function randomMonths(seed: number) {
  const roll = dice(seed);
  const [group, other] = [await aGroup(), await aGroup()];
  const groupId = group.id;
  for (const month of MONTHS) {
    const day = () => new Date(month.fromMs + roll(27) * 86_400_000 + roll(80_000) * 1000);
    const sales = 1 + roll(4);
    for (let sale = 0; sale < sales; sale += 1)
      await aDeliveredLine(group, { deliveredAt: day(), goodsValue: 90_000 + roll(400_000) });
    await aDeliveredLine(other, { deliveredAt: day() });
    const ctx = { ...testContext({ actor: group.officer }), now: new Date(month.untilMs - 3_600_000) };
    await drawCash(ctx, { groupId, amount: rupiah(60_000 + roll(9_000)), formKey: key() });
    const memberId = group.members[roll(3)]?.id ?? "";
    await payOut(ctx, {
      ...{ groupId, memberId, amount: rupiah(5_000 + roll(9_000)), reference: "" },
      ...{ method: roll(2) === 0 ? "wallet" : "transfer", formKey: key() },
    });
    const said = { groupId, day: `${month.name}-02`, counterpart: "Toko", note: "", receipt: null } as const;
    await recordCashMovement(ctx, { ...said, category: "dues", amount: rupiah(1 + roll(50_000)), formKey: key() });
    await recordCashMovement(ctx, { ...said, category: "transport", amount: rupiah(1 + roll(9_000)), formKey: key() });
  }
  return { group, groupId, actor: group.officer };
}

/** Through the address, as a reader comes: what the page then sums up, and that its lists sum to the same. */
async function explained(group: TestGroup, amount: number, why: Why): Promise<number> {
  const read = readWhy(new URL(whyAddress(group.slug, amount, why), "http://site.invalid").searchParams);
  expect(read).toEqual({
    why: { ...why, ...(why.isCredit === false && { isCredit: undefined }) },
    said: amount === 0 ? 0 : amount,
  });
  const asked = { book: group.id, why: read?.why ?? why };
  const [all, kinds, rows] = await Promise.all([
    sumWhy(group.officer, asked),
    sumWhyByKind(group.officer, asked),
    listWhy(group.officer, { ...asked, limit: 500, offset: 0 }),
  ]);
  expect(rows).toHaveLength(all.postings);
  expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(all.sum);
  expect(kinds.reduce((sum, row) => sum + row.sum, 0)).toBe(all.sum);
  return all.sum;
}

async function expectAll(group: TestGroup, amounts: [number, Why][]): Promise<void> {
  for (const [amount, why] of amounts)
    expect([why, await explained(group, amount, why)]).toEqual([why, amount === 0 ? 0 : amount]);
}

describe.each([11, 2026, 77_701])("what makes an amount, in random months (seed %i)", (seed) => {
  it("is the amount: on the books' page, each month's, each member's, the cash and bank book", async () => {
    const { group, groupId, actor } = await randomMonths(seed);
    const money = await getGroupMoney(actor, groupId);
    await expectAll(group, [
      [money.held, HELD],
      [money.owed, OWED],
      [money.fund + money.fixedCosts, FUND],
      [money.cashBox, CASH_BOX],
    ]);
    for (const member of await listMemberBalances(actor, groupId)) {
      const own = { ...OWED, of: "member", member: member.id } as const;
      await expectAll(group, [[member.owed, own]]);
      const { rows, owed } = await listStatement(actor, { groupId, memberId: member.id, limit: 4 });
      expect(owed).toBe(member.owed);
      for (const row of rows)
        await expectAll(group, [
          [row.owed, { ...own, upto: row.entryId }],
          [row.change, { ...own, entry: row.entryId, ...(row.lineId && { line: row.lineId }) }],
        ]);
      const { paid } = await listPayoutsOf(actor, { groupId, memberId: member.id });
      const inHand = (cause: string): Why => ({ of: "member", member: member.id, ...PAID_OUT, cause });
      await expectAll(
        group,
        paid.map(({ id, amount }): [number, Why] => [amount, inHand(id)]),
      );
    }
    for (const month of MONTHS) {
      const { totals } = await findMonth(actor, { groupId, month }, new Date("2026-11-24T03:00:00Z"));
      const at = (why: Why): Why => ({ ...why, until: month.name });
      const between = { groupId, from: new Date(month.fromMs), until: new Date(month.untilMs) };
      const parts = await sumDelivered(actor, between);
      await expectAll(group, [
        [totals.held, at(HELD)],
        [totals.owed, at(OWED)],
        [totals.fund, at({ ...FUND, account: ["group-fund"] })],
        [totals.cashBox, at(CASH_BOX)],
        ...parts.map(({ party, amount }): [number, Why] => [
          amount,
          { ...arrivedIn(month.name), account: [ACCOUNT_OF_PARTY[party]], isCredit: true },
        ]),
      ]);
      for (const place of ["cash", "bank"] as const) {
        const base: Why = place === "cash" ? CASH_BOX : { of: "own", isCredit: true };
        const book = await readMoneyBook(actor, { book: groupId, place, ...between });
        const { rows, closing } = withBalances(book.opening, book.lines);
        await expectAll(group, [
          [closing, at(base)],
          ...rows.slice(0, 3).flatMap((row): [number, Why][] => [
            [row.balance, { ...base, upto: row.entryId }],
            [row.change, { ...base, entry: row.entryId }],
          ]),
        ]);
      }
    }
  });

  it("is the amount on each line of the statements, of the month and of the one before", async () => {
    const { group } = await randomMonths(seed);
    const ctx = testContext({ actor: group.officer });
    for (const { name } of MONTHS) {
      const path = `/books/${group.slug}/statements?month=${name}`;
      const page = await statements(opening({ path, params: { group: group.slug }, ctx }));
      const rows = [...page.balance, ...page.income];
      expect(rows.filter((row) => row.why !== null).length).toBeGreaterThan(8);
      for (const { why, now, before } of rows) {
        if (why === null) continue;
        await expectAll(group, [
          [now ?? 0, reportWhy(why, page.month)],
          [before ?? 0, reportWhy(why, page.earlier)],
        ]);
      }
    }
  });
});

describe("who may know what makes an amount", () => {
  it("is the member for her own, who sees what others have counted and not named", async () => {
    const group = await aGroup();
    const { memberIds } = await aDeliveredLine(group, { deliveredAt: new Date("2026-10-05T03:00:00Z") });
    const [own = "", others = ""] = memberIds;
    const person = await aPerson();
    const membership = { groupId: group.id, groupSlug: group.slug, groupName: group.name, memberId: own, offices: [] };
    const member = { ...NOBODY, personId: person.id, memberships: [membership] };
    const hers: Why = { ...OWED, of: "member", member: own };
    const { sum } = await sumWhy(member, { book: group.id, why: hers });
    const [owed] = (await listMemberBalances(group.officer, group.id)).filter(({ id }) => id === own);
    expect(sum).toBe(owed?.owed);
    expect(sum).toBeGreaterThan(0);
    await expect(sumWhy(member, { book: group.id, why: OWED })).rejects.toThrow(NotAllowed);
    await expect(sumWhy(member, { book: group.id, why: { ...hers, member: others } })).rejects.toThrow(NotAllowed);
    await expect(sumWhy(NOBODY, { book: group.id, why: hers })).rejects.toThrow(NotAllowed);
    await expect(sumWhy(group.officer, { book: "network", why: { of: "network" } })).rejects.toThrow(NotAllowed);

    const seen = await findEntry(member, { book: group.id, reference: "1" });
    expect(seen?.seen.map((posting) => [posting.ownerId, posting.amount])).toEqual([[own, -sum]]);
    expect(seen?.others).toHaveLength(5);
    const all = await findEntry(group.officer, { book: group.id, reference: "1" });
    expect([all?.seen.length, all?.others.length]).toEqual([6, 0]);
    expect(all?.cause).toMatchObject({ kind: "order" });

    const other = await aGroup();
    expect(await findEntry(other.officer, { book: group.id, reference: "1" })).toBeUndefined();
    expect(await findEntry(other.officer, { book: other.id, reference: `${group.id}-1` })).toBeUndefined();
    // Another group's member in the address is nobody's of this one: nothing is summed.
    const foreign = { book: other.id, why: hers };
    expect(await sumWhy(other.officer, foreign)).toEqual({ sum: 0, postings: 0 });
  });

  it("is of cash at the doors and buyers' credit the operator, whichever book the address names", async () => {
    const group = await aGroup();
    const { actor: operator } = await aPerson({ isOperator: true });
    for (const of of ["holder", "buyer"] as const)
      for (const book of [group.id, NETWORK_BOOK]) {
        await expect(sumWhy(group.officer, { book, why: { of } })).rejects.toThrow(NotAllowed);
        expect((await sumWhy(operator, { book, why: { of, owner: testId() } })).postings).toBe(0);
      }
  });

  it("finds what one order caused, and nothing of another", async () => {
    const group = await aGroup();
    const at = { deliveredAt: new Date("2026-10-05T03:00:00Z") };
    const [line] = [await aDeliveredLine(group, at), await aDeliveredLine(group, at)];
    const why: Why = { of: "book", account: ["deposits-held"], kind: ["delivered"], order: line.number };
    expect(await explained(group, line.value, why)).toBe(line.value);
    expect(await explained(group, 0, { ...why, order: "LB-000000-NONE" })).toBe(0);
  });

  it("takes no question that has no answer", () => {
    const ask = (query: string) => readWhy(new URLSearchParams(query));
    for (const query of ["of=everybody", "account=cash", "kind=sold", "until=2026-13", "of=member", "member=m1&of=own"])
      expect([query, ask(query)]).toEqual([query, null]);
    expect(ask("")).toEqual({ why: { of: "own" }, said: null });
  });
});
