import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah, sum, ZERO } from "#app/domain/money.ts";
import { surplusSharedEntry } from "#app/domain/postings-of-savings.ts";
import { standingOf, termsIn } from "#app/domain/savings.ts";
import { idleFunds, openMonthsOf, planSurplus, slipsOf } from "#app/domain/surplus-year.ts";
import { turnoverOf } from "#app/domain/turnover.ts";
import { GOLDEN, policyOf } from "#tests/world/cooperative.ts";

const members = GOLDEN.members.map(({ name, capital, transactions }, at) => ({
  ...{ memberId: `m${at + 1}`, number: at + 1, name, hasLeft: false },
  ...{ capital: rupiah(capital), transactions: rupiah(transactions) },
}));
const source = (surplus: number) => ({
  fromMembers: rupiah(surplus),
  fromOthers: ZERO,
  otherIncome: ZERO,
  costs: ZERO,
});

describe("a year's surplus", () => {
  it("is shared as the golden table says, and the slips name the member's own figures alone", () => {
    const content = planSurplus({ source: source(GOLDEN.surplus), funds: policyOf(GOLDEN.policy), members });
    expect(content.members.map(({ total }) => total)).toEqual(GOLDEN.members.map(({ share }) => share));
    const [slip] = slipsOf(content, 2026);
    expect(slip).toMatchObject({ label: "SHU/2026/0001", total: 5_722_227 });
    expect(slip?.parts).toEqual([
      { key: "business", own: 36_450_000, all: 126_965_000, fund: 14_471_250, amount: 4_154_508 },
      { key: "capital", own: 1_300_000, all: 6_000_000, fund: 7_235_625, amount: 1_567_719 },
    ]);
  });

  it("of which a member fund has nobody goes to the reserve, and of one rupiah to the largest fund", () => {
    const idle = members.map((member) => ({ ...member, transactions: ZERO }));
    expect(idleFunds(policyOf(GOLDEN.policy), idle)).toEqual(["business"]);
    const content = planSurplus({ source: source(1_000), funds: policyOf(GOLDEN.policy), members: idle });
    const entry = surplusSharedEntry({ yearId: "y", groupId: "g", content, reserve: ZERO });
    const reserve = entry?.postings.find(({ account }) => account.kind === "shu-reserve");
    expect(reserve?.amount).toBe(-600);
    const one = planSurplus({ source: source(1), funds: policyOf(GOLDEN.policy), members });
    expect(one.funds.map((fund) => fund.rupiah)).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
  });

  it("below zero is taken from the reserve as far as it reaches", () => {
    const content = planSurplus({ source: source(-900), funds: policyOf(GOLDEN.policy), members });
    expect(content.funds).toEqual([]);
    const covered = (reserve: number) =>
      surplusSharedEntry({ yearId: "y", groupId: "g", content, reserve: rupiah(reserve) })?.postings[0]?.amount ?? null;
    expect([covered(0), covered(400), covered(5_000)]).toEqual([null, 400, 900]);
  });

  it("is posted to the last rupiah whatever it is, the order of the members' rows apart", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 11 }).map(rupiah);
    const some = fc.array(fc.record({ capital: amount, transactions: amount }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 13 }), some, (surplus, figures) => {
        const rows = figures.map((figure, at) => ({
          ...{ ...figure, memberId: `m${at}`, number: at + 1, name: "", hasLeft: false },
        }));
        const input = { source: source(surplus), funds: policyOf(GOLDEN.policy) };
        const content = planSurplus({ ...input, members: rows });
        expect(sum(content.funds.map((fund) => fund.rupiah))).toBe(surplus);
        const ofMembers = sum(content.funds.filter((fund) => fund.isMembers).map((fund) => fund.rupiah));
        expect(sum(content.members.map((member) => member.total))).toBe(ofMembers);
        const entry = surplusSharedEntry({ yearId: "y", groupId: "g", content, reserve: ZERO });
        expect(sum((entry?.postings ?? []).map((posting) => posting.amount))).toBe(0);
        expect(planSurplus({ ...input, members: rows.toReversed() })).toEqual(content);
        // Who did the same gets the same, or one rupiah more with the lower number.
        for (const a of content.members)
          for (const b of content.members)
            if (a.number < b.number && a.transactions === b.transactions)
              expect([0, 1]).toContain(a.byTransactions - b.byTransactions);
      }),
      { numRuns: 100 },
    );
  });

  it("comes out of closed months: those before the first entry need no closing", () => {
    const at = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);
    const open = (first: string | null, sealed: string) =>
      openMonthsOf({ year: 2026, firstMs: first === null ? null : at(first), sealedUntilMs: at(sealed) });
    expect(open("2026-10-05", "2026-12-01")).toEqual(["2026-12"]);
    expect(open("2026-10-05", "2020-01-01")).toEqual(["2026-10", "2026-11", "2026-12"]);
    expect(open("2025-10-05", "2027-01-01")).toEqual([]);
  });
});

describe("dues", () => {
  const terms = [
    { fromMonth: "2026-01", pokok: rupiah(100_000), wajib: rupiah(20_000), dueDay: 10 },
    { fromMonth: "2026-04", pokok: rupiah(150_000), wajib: rupiah(25_000), dueDay: 10 },
  ];
  const paid = { pokok: rupiah(100_000), wajib: rupiah(45_000), sukarela: ZERO };

  it("fill the oldest month first, by the terms of each month, once its day has passed", () => {
    const standing = standingOf({ terms, joined: "2026-02-20", left: null, today: "2026-05-10", paid });
    expect(standing).toMatchObject({ pokokDue: 100_000, pokokBehind: 0, wajibDue: 65_000, behind: 20_000 });
    expect(standing.openMonths).toEqual([{ month: "2026-04", missing: 20_000 }]);
    const dayAfter = standingOf({ terms, joined: "2026-02-20", left: null, today: "2026-05-11", paid });
    expect(dayAfter.openMonths.at(-1)).toEqual({ month: "2026-05", missing: 25_000 });
  });

  it("are none without terms, and none of who left", () => {
    expect(standingOf({ terms: [], joined: "2026-02-20", left: null, today: "2026-05-10", paid }).behind).toBe(0);
    expect(standingOf({ terms, joined: "2026-02-20", left: "2026-03-01", today: "2026-05-10", paid }).behind).toBe(0);
    expect(termsIn(terms, "2025-01")?.wajib).toBe(20_000);
  });
});

describe("turnover", () => {
  it("counts the whole price by who got it, month by month in WIB, less what came back", () => {
    const at = (moment: string): number => Date.parse(moment);
    const shares = [
      { memberId: "a", amount: rupiah(2) },
      { memberId: "b", amount: rupiah(1) },
    ];
    const mirrored = shares.map((share) => ({ ...share, amount: rupiah(-share.amount) }));
    expect(
      turnoverOf([
        { atMs: at("2026-10-31T16:59:59Z"), gross: rupiah(100), shares },
        { atMs: at("2026-10-31T17:00:00Z"), gross: rupiah(50), shares: [] },
        { atMs: at("2026-11-02T00:00:00Z"), gross: rupiah(-30), shares: mirrored },
      ]),
    ).toEqual([
      { memberId: "a", month: "2026-10", amount: 67 },
      { memberId: "b", month: "2026-10", amount: 33 },
      { memberId: null, month: "2026-11", amount: 50 },
      { memberId: "a", month: "2026-11", amount: -20 },
      { memberId: "b", month: "2026-11", amount: -10 },
    ]);
  });
});
