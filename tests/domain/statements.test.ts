import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASH_CATEGORIES, type CashCategory, cashMovedEntry, cashReversedEntry } from "#app/domain/cash-movement.ts";
import { entry } from "#app/domain/entry-draft.ts";
import { type Account, mirrorOf, NETWORK, type NewEntry } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import { cashDrawnEntry, deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { allocate } from "#app/domain/split.ts";
import { balanceSheet, incomeStatement, type MonthPosting, type OwnBalance, ownFunds } from "#app/domain/statements.ts";

type Told = { entry: NewEntry; category?: CashCategory };

const isOwn = ({ owner }: Account): boolean => owner.kind === "group" || owner.kind === "member";

/** What the books of a network with one group say of it, as they are read from the database. */
function read(told: readonly Told[]) {
  const own = new Map<string, OwnBalance>();
  const moved: MonthPosting[] = [];
  let atNetwork: Rupiah = ZERO;
  for (const { entry: each, category } of told)
    for (const { account, amount } of each.postings) {
      if (isOwn(account)) {
        const code = JSON.stringify(account);
        own.set(code, { kind: account.kind, balance: sum([own.get(code)?.balance ?? ZERO, amount]) });
      }
      if (isOwn(account) || each.book === "g1")
        moved.push({ entryKind: each.kind, accountKind: account.kind, category: category ?? null, amount });
      // The network owes what came to it for the group, less what left it for the group.
      if (each.book === "g1" && !isOwn(account)) atNetwork = sum([atNetwork, amount]);
      if (each.book !== "g1" && isOwn(account)) atNetwork = sum([atNetwork, negate(amount)]);
    }
  return { own: [...own.values()], moved, atNetwork };
}

function paid(paymentId: string, value: number): Told {
  const consignments = [{ groupId: "g1", goodsValue: rupiah(value) }];
  const rest = { buyerId: null, into: { kind: "bank" } as const, shipping: ZERO, uniqueAddition: ZERO };
  return { entry: paidEntry({ paymentId, orderId: paymentId, consignments, ...rest }) };
}

function delivered(id: string, parts: { network: number; fund: number; fixed: number; members: number[] }): Told {
  const shares = [
    { party: "network-fee" as const, memberId: null, amount: rupiah(parts.network) },
    { party: "group-fund" as const, memberId: null, amount: rupiah(parts.fund) },
    { party: "fixed-cost" as const, memberId: null, amount: rupiah(parts.fixed) },
    ...parts.members.map((amount, at) => ({ party: "member" as const, memberId: `m${at}`, amount: rupiah(amount) })),
  ];
  return { entry: deliveredEntry({ consignmentId: id, groupId: "g1", lines: [{ orderLineId: id, shares }] }) };
}

const cash = (movementId: string, category: CashCategory, amount: number, setAside = 0): Told => ({
  entry: cashMovedEntry({ movementId, groupId: "g1", category, amount: rupiah(amount), setAside: rupiah(setAside) }),
  category,
});

const drawn = (id: string, amount: number): Told => ({
  entry: cashDrawnEntry({ drawId: id, groupId: "g1", amount: rupiah(amount) }),
});

const payout = (payoutId: string, memberId: string, amount: number, method: "cash" | "transfer" = "cash"): Told => ({
  entry: paidOutEntry({ payoutId, groupId: "g1", memberId, amount: rupiah(amount), method }),
});

describe("the statements of a month", () => {
  it("are what a treasurer reckons by hand", () => {
    // 500,000 paid, 300,000 of it delivered: 9,000 network, 21,000 fund, 40,000 set aside, 120,000 and 110,000 to two members.
    const told = [
      paid("p1", 500_000),
      delivered("c1", { network: 9_000, fund: 21_000, fixed: 40_000, members: [120_000, 110_000] }),
      drawn("d1", 200_000),
      payout("o1", "m0", 120_000),
      payout("o2", "m1", 60_000, "transfer"),
      cash("v1", "dues", 90_000),
      cash("v2", "materials", 65_000, 40_000),
      cash("v3", "transport", 30_000),
    ];
    const { own, moved, atNetwork } = read(told);
    const income = incomeStatement(moved);
    expect(income).toEqual({
      sales: 300_000,
      deductions: [
        { key: "member-payable", amount: 230_000 },
        { key: "network-fee", amount: 9_000 },
      ],
      groupShare: 61_000,
      income: [{ key: "dues", amount: 90_000 }],
      expenses: [
        { key: "materials", amount: 65_000 },
        { key: "transport", amount: 30_000 },
      ],
      other: [],
      result: 56_000,
    });
    expect(balanceSheet({ own, atNetwork })).toEqual({
      // 200,000 − 120,000 + 90,000 − 65,000 − 30,000 in the box; 500,000 − 9,000 − 200,000 − 60,000 at the network.
      assets: [
        { key: "cash-box", amount: 75_000 },
        { key: "at-network", amount: 231_000 },
      ],
      liabilities: [
        { key: "deposits-held", amount: 200_000 },
        { key: "member-payable", amount: 50_000 },
      ],
      equity: [{ key: "group-fund", amount: 56_000 }],
      totalAssets: 306_000,
      totalLiabilities: 250_000,
      totalEquity: 56_000,
    });
  });

  it("show a member who was paid too much as somebody who owes, and a lost fee by its own name", () => {
    const sale = delivered("c1", { network: 0, fund: 10_000, fixed: 0, members: [40_000, 50_000] });
    const returned = { ...sale.entry, kind: "returned" as const, postings: mirrorOf(sale.entry.postings) };
    const fee = entry({
      ...{ book: "g1", kind: "fee-borne" as const, key: "fee-borne:1", cause: ["refund", "1"] as [string, string] },
      postings: [
        { account: { kind: "group-fund", owner: { kind: "group", id: "g1" } }, amount: rupiah(700) },
        { account: { kind: "provider-fees", owner: NETWORK }, amount: rupiah(-700) },
      ],
    });
    const told = [
      paid("p1", 100_000),
      sale,
      payout("o1", "m0", 40_000, "transfer"),
      { entry: returned },
      { entry: fee },
    ];
    const { own, moved, atNetwork } = read(told);
    const sheet = balanceSheet({ own, atNetwork });
    expect(sheet.assets).toContainEqual({ key: "owed-by-members", amount: 40_000 });
    expect(sheet.totalAssets).toBe(sheet.totalLiabilities + sheet.totalEquity);
    expect(incomeStatement(moved)).toMatchObject({
      sales: 0,
      other: [{ key: "fee-borne", amount: -700 }],
      result: -700,
    });
  });

  it("balance for any month: assets are debts and own funds, and own funds grew by the result", () => {
    const amount = fc.integer({ min: 1, max: 3_000_000 });
    const event = fc.oneof(
      fc.record({ what: fc.constant("sale" as const), amount, delivers: fc.boolean(), returns: fc.boolean() }),
      fc.record({
        what: fc.constant("cash" as const),
        amount,
        category: fc.constantFrom(...CASH_CATEGORIES),
        reverses: fc.boolean(),
      }),
      fc.record({
        what: fc.constant("payout" as const),
        amount,
        method: fc.constantFrom("cash" as const, "transfer" as const),
      }),
      fc.record({ what: fc.constant("draw" as const), amount }),
    );
    type Event = typeof event extends fc.Arbitrary<infer Told> ? Told : never;
    const tell = (each: Event, at: number): Told[] => {
      if (each.what === "payout") return [payout(`o${at}`, `m${at % 3}`, each.amount, each.method)];
      if (each.what === "draw") return [drawn(`d${at}`, each.amount)];
      if (each.what === "cash") {
        const told = cash(`v${at}`, each.category, each.amount, 50_000);
        const postings = mirrorOf(told.entry.postings);
        const back = {
          entry: cashReversedEntry({ movementId: `r${at}`, groupId: "g1", postings }),
          category: each.category,
        };
        return each.reverses ? [told, back] : [told];
      }
      const [network = 0, fund = 0, fixed = 0, ...members] = allocate(rupiah(each.amount), [1, 1, 1, 1, 1, 1]);
      const sale = delivered(`c${at}`, { network, fund, fixed, members });
      const back = {
        ...sale.entry,
        kind: "returned" as const,
        key: `returned:${at}`,
        postings: mirrorOf(sale.entry.postings),
      };
      const parts = [...(each.delivers ? [sale] : []), ...(each.delivers && each.returns ? [{ entry: back }] : [])];
      return [paid(`p${at}`, each.amount), ...parts];
    };
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.array(event, { maxLength: 12 }), (before, during) => {
        const earlier = before.flatMap((each, at) => tell(each, at));
        const month = during.flatMap((each, at) => tell(each, at + 100));
        const { own, atNetwork } = read([...earlier, ...month]);
        const sheet = balanceSheet({ own, atNetwork });
        expect(sheet.totalAssets).toBe(sheet.totalLiabilities + sheet.totalEquity);
        const { result } = incomeStatement(read(month).moved);
        expect(ownFunds(own) - ownFunds(read(earlier).own)).toBe(result);
      }),
      { numRuns: 200 },
    );
  });
});
