import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import {
  costPerUnit,
  flagsOf,
  LINE_FLAGS,
  type LineFacts,
  type MemberFacts,
  openQuestions,
  type ShareWord,
} from "#app/domain/month-review.ts";

const aminah: MemberFacts = { hasLeft: false, owed: rupiah(10_000), paidOutMs: [] };

function aLine(over: Partial<LineFacts> = {}): LineFacts {
  return {
    unitPrice: rupiah(50_000),
    isCatchWeight: false,
    missing: rupiah(0),
    ruleName: "Aturan umum",
    generalRuleName: "Aturan umum",
    rule: { fixedCosts: [], pieceRates: [] },
    deliveredMs: 1000,
    returnedMs: [],
    shares: [{ reason: "contribution", member: aminah }],
    ...over,
  };
}

const withMember = (over: Partial<MemberFacts>, line: Partial<LineFacts> = {}): LineFacts =>
  aLine({ ...line, shares: [{ reason: "contribution", member: { ...aminah, ...over } }] });

describe("the flags of a sold line", () => {
  it("are none for a line as it should be", () => {
    expect(flagsOf(aLine())).toEqual([]);
    expect(flagsOf(aLine({ generalRuleName: null, ruleName: "Kain" }))).toEqual([]);
  });

  const flagged: [LineFacts, string][] = [
    [aLine({ shares: [{ reason: "no-contribution", member: null }] }), "no-contribution"],
    [withMember({ hasLeft: true }), "inactive-member"],
    [aLine({ ruleName: "Jahitan" }), "override"],
    [withMember({ paidOutMs: [1500] }, { returnedMs: [2000] }), "refund-after-payout"],
    [withMember({ owed: rupiah(-1) }), "negative-balance"],
    [aLine({ isCatchWeight: true, missing: rupiah(3_100) }), "catch-weight"],
    [
      aLine({
        rule: {
          fixedCosts: [{ name: "kain", rupiahPerUnit: 40_000 }],
          pieceRates: [{ step: "jahit", rupiahPerUnit: 10_001 }],
        },
      }),
      "under-cost",
    ],
  ];
  it.each(flagged)("names what is odd (%#)", (line, flag) => {
    expect(flagsOf(line)).toEqual([flag]);
  });

  it("has an example above for every flag", () => {
    expect(flagged.map(([, flag]) => flag)).toEqual([...LINE_FLAGS]);
  });

  it("does not mind a payout before the goods arrived, or after they went back, nor what was weighed as ordered", () => {
    expect(flagsOf(withMember({ paidOutMs: [999] }, { returnedMs: [2000] }))).toEqual([]);
    expect(flagsOf(withMember({ paidOutMs: [2000] }, { returnedMs: [2000] }))).toEqual([]);
    expect(flagsOf(withMember({ paidOutMs: [1500] }))).toEqual([]);
    expect(flagsOf(aLine({ isCatchWeight: true }))).toEqual([]);
    expect(flagsOf(aLine({ rule: { fixedCosts: [{ name: "kain", rupiahPerUnit: 50_000 }], pieceRates: [] } }))).toEqual(
      [],
    );
  });

  it("only ever grow when something more is odd", () => {
    const some = fc.record({
      ruleName: fc.constantFrom("Aturan umum", "Jahitan"),
      isCatchWeight: fc.boolean(),
      missing: fc.constantFrom(0, 500).map(rupiah),
      returnedMs: fc.array(fc.integer({ min: 0, max: 9 })),
      deliveredMs: fc.integer({ min: 0, max: 9 }),
    });
    const member = fc.record({
      hasLeft: fc.boolean(),
      owed: fc.integer({ min: -5, max: 5 }).map(rupiah),
      paidOutMs: fc.array(fc.integer({ min: 0, max: 9 })),
    });
    fc.assert(
      fc.property(some, fc.array(member), member, (over, members, one) => {
        const shares = members.map((each) => ({ reason: "contribution", member: each }));
        const before = flagsOf(aLine({ ...over, shares }));
        const after = flagsOf(aLine({ ...over, shares: [...shares, { reason: "contribution", member: one }] }));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a unit costs", () => {
  it("is its fixed costs and its piece rates together", () => {
    expect(costPerUnit({ fixedCosts: [], pieceRates: [] })).toBe(0);
    expect(
      costPerUnit({
        fixedCosts: [{ name: "kain", rupiahPerUnit: 12_000 }],
        pieceRates: [
          { step: "potong", rupiahPerUnit: 2_000 },
          { step: "jahit", rupiahPerUnit: 5_500 },
        ],
      }),
    ).toBe(19_500);
  });
});

describe("a question of a member", () => {
  const asked: ShareWord = { lineId: "l1", memberId: "m1", said: "asked", saidMs: 10, isAnswered: false };
  const accepted: ShareWord = { ...asked, said: "accepted", saidMs: 11 };

  it("is open until it is answered, or the member accepts", () => {
    expect(openQuestions([asked])).toEqual([asked]);
    expect(openQuestions([{ ...asked, isAnswered: true }])).toEqual([]);
    expect(openQuestions([asked, accepted])).toEqual([]);
  });

  it("stays open when somebody else accepts, or the same member accepted earlier or another line", () => {
    const others = [
      { ...accepted, memberId: "m2" },
      { ...accepted, lineId: "l2" },
      { ...accepted, saidMs: 9 },
    ];
    expect(openQuestions([asked, ...others])).toEqual([asked]);
  });
});
