import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { splitAgain } from "#app/domain/sale-resplit.ts";
import { type Contribution, splitSaleLine } from "#app/domain/sale-split.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";

const plain: SplitRule = { method: "equal", fundBasisPoints: 1000, fixedCosts: [], fixedShares: [], pieceRates: [] };

const contribution = fc.record({
  member: fc.integer({ min: 1, max: 6 }),
  step: fc.constantFrom("potong", "jahit"),
  weight: fc.nat(20),
});
const made = fc
  .array(contribution, { maxLength: 6 })
  .map((all) =>
    all.map(
      ({ member, step, weight }): Contribution => ({ memberId: `m${member}`, memberNumber: member, step, weight }),
    ),
  );
const rule: fc.Arbitrary<SplitRule> = fc.record({
  method: fc.constantFrom("sole", "equal", "contribution", "hours", "fixed", "piece-rates"),
  fundBasisPoints: fc.constantFrom(0, 700, 9_900),
  fixedCosts: fc.constantFrom<SplitRule["fixedCosts"][]>([], [{ name: "kain", rupiahPerUnit: 25_000 }]),
  fixedShares: fc.constantFrom<SplitRule["fixedShares"][]>(
    [
      { memberId: "m5", basisPoints: 3_333 },
      { memberId: "m2", basisPoints: 6_667 },
    ],
    [{ memberId: "m9", basisPoints: 10_000 }],
  ),
  pieceRates: fc.constant([
    { step: "potong", rupiahPerUnit: 4_000 },
    { step: "jahit", rupiahPerUnit: 9_500 },
  ]),
});
const lot = fc.record({
  label: fc.constantFrom("2026-11-23", "2026-11-24"),
  quantityMilli: fc.integer({ min: 100, max: 900 }),
});
const fees = fc.constantFrom(0, 30, 70, 250);

describe("a line that is paid by another way than it was placed with", () => {
  it("gives the provider's fee, and each maker what is left as the rule says", () => {
    const line = { goodsValue: rupiah(100_000), quantityMilli: 1000, rule: plain };
    const contributions = ["m1", "m2", "m3"].map((memberId, at) => ({
      memberId,
      memberNumber: at,
      step: "",
      weight: 1,
    }));
    const shares = splitSaleLine({ ...line, networkFeeBasisPoints: 200, providerFeeBasisPoints: 0, contributions });
    const again = splitAgain({ ...line, shares, lots: [] }, { providerFeeBasisPoints: 70, providerFeeTotal: 10_000 });
    expect(again.map(({ party, amount }) => [party, amount])).toEqual([
      ["network-fee", 2_000],
      ["provider-fee", 700],
      ["group-fund", 10_000],
      ["member", 29_100],
      ["member", 29_100],
      ["member", 29_100],
    ]);
  });

  it("gives everybody what they would have had of it in the first place, whatever the rule and wherever the goods came from", () => {
    const placed = fc.record({
      value: fc.integer({ min: 1, max: 9_000_000 }),
      quantityMilli: fc.integer({ min: 2_000, max: 50_000 }),
      ...{
        rule,
        contributions: made,
        lots: fc.array(lot, { maxLength: 2 }),
        lotMakers: made,
        before: fees,
        after: fees,
      },
    });
    fc.assert(
      fc.property(placed, ({ value, rule, contributions, before, after, ...sold }) => {
        const line = { goodsValue: rupiah(value), quantityMilli: sold.quantityMilli, rule };
        const lots = sold.lots.map((each) => ({ ...each, contributions: sold.lotMakers }));
        const traced = lots.reduce((all, each) => all + each.quantityMilli, 0);
        const untraced = { label: "", quantityMilli: line.quantityMilli - traced, contributions };
        const first = { ...line, networkFeeBasisPoints: 200, contributions };
        const from = { ...first, lots: lots.length > 0 ? [untraced, ...lots] : [] };
        const placedShares = splitSaleLine({ ...from, providerFeeBasisPoints: before });
        const told = (shares: ReturnType<typeof splitSaleLine>) => {
          const amounts = new Map<string, number>();
          for (const { party, memberId, amount } of shares)
            amounts.set(memberId ?? party, (amounts.get(memberId ?? party) ?? 0) + amount);
          return [...amounts].filter(([, amount]) => amount > 0).toSorted();
        };
        const fee = { providerFeeBasisPoints: after, providerFeeTotal: 10_000 };
        const again = splitAgain({ ...line, shares: placedShares, lots }, fee);
        expect(told(again)).toEqual(told(splitSaleLine({ ...from, providerFeeBasisPoints: after })));
      }),
      { numRuns: 300 },
    );
  });
});
