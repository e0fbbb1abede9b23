import { describe, expect, it } from "vitest";
import { openSince } from "#app/domain/debt-age.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { levelOf, monthsOfYear, percentOf, ruleOn, type TaxRule, taxYear } from "#app/domain/tax.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { setTaxRule } from "#app/usecases/operate/set-tax-rule.ts";
import { removeMember } from "#app/usecases/sell/remove-member.ts";
import { listDebts } from "#db/read/debts.ts";
import { listStockOnHand } from "#db/read/stock-on-hand.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { listTaxRules } from "#db/read/tax-rules.ts";
import { readTurnover } from "#db/read/turnover.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aCooperative, aKey, ofDecember, saves, sold } from "#tests/world/cooperative.ts";
import { earned } from "#tests/world/earnings.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

const RULE: TaxRule = {
  ...{ fromDay: "2026-01-01", personFree: rupiah(500_000_000), ceiling: rupiah(4_800_000_000) },
  ...{ rateBasisPoints: 50, warnBasisPoints: 8000 },
};

describe("set-tax-rule", () => {
  it("is dated, versioned and the operator's; later days do not change earlier ones", async () => {
    const operator = await aPerson({ isOperator: true });
    const ctx = testContext({ actor: operator.actor });
    const form = { ...RULE, rate: 50, warn: 8000, source: "PP 55/2022" };
    const input = ({ fromDay, rate = 50 }: { fromDay: string; rate?: number }) => ({
      ...{ fromDay, personFree: form.personFree, ceiling: form.ceiling, rate, warn: 8000, source: form.source },
      formKey: aKey(),
    });
    const before = (await listTaxRules()).length;
    expect(await setTaxRule(ctx, input({ fromDay: "2026-01-01" }))).toEqual({ ok: true, version: before + 1 });
    expect(await setTaxRule(ctx, input({ fromDay: "2027-01-01", rate: 100 }))).toMatchObject({ ok: true });
    expect(await setTaxRule(ctx, input({ fromDay: "2026-06-01" }))).toMatchObject({
      fields: { fromDay: "tax-goes-back" },
    });
    const low = { ...input({ fromDay: "2027-01-01" }), ceiling: rupiah(1) };
    expect(await setTaxRule(ctx, low)).toMatchObject({ fields: { ceiling: "ceiling-low" } });
    const rules = await listTaxRules();
    expect(ruleOn(rules, "2026-12-31")?.rateBasisPoints).toBe(50);
    expect(ruleOn(rules, "2027-01-01")?.rateBasisPoints).toBe(100);
    expect(ruleOn(rules, "2025-12-31")).toBeNull();
    const { group } = await aCooperative();
    await expect(setTaxRule(as(ctx, group.officer), input({ fromDay: "2028-01-01" }))).rejects.toThrow(NotAllowed);
    await expect(rawSql("UPDATE tax_rules SET rate_basis_points = 1")).rejects.toThrow();
  });

  it("warns at 80 % of a limit, and takes 0.5 % of what lies above the free part of a person", () => {
    const level = (amount: number, isPerson = true) => levelOf(rupiah(amount), RULE, isPerson);
    expect([399_999_999, 400_000_000, 500_000_000, 500_000_001].map((amount) => level(amount))).toEqual([
      ...["low", "near-free", "near-free", "over-free"],
    ]);
    expect([3_840_000_000, 4_800_000_000, 4_800_000_001].map((amount) => level(amount, false))).toEqual([
      ...["near-ceiling", "near-ceiling", "over-ceiling"],
    ]);
    expect(level(600_000_000, false)).toBe("low");
    const months = [
      { month: "2026-01", turnover: rupiah(490_000_000) },
      { month: "2026-02", turnover: rupiah(30_000_000) },
      { month: "2026-03", turnover: rupiah(-25_000_000) },
      { month: "2026-04", turnover: rupiah(4_400_000_000) },
    ];
    const person = taxYear({ months, rules: [RULE], isPerson: true });
    expect(person.map((month) => month.tax)).toEqual([0, 100_000, -100_000, 0]);
    expect(person.at(-1)?.soFar).toBe(4_895_000_000);
    expect(taxYear({ months, rules: [RULE], isPerson: false })[0]?.tax).toBe(2_450_000);
    expect(taxYear({ months, rules: [], isPerson: true }).every((month) => month.tax === 0)).toBe(true);
    expect([percentOf(rupiah(399_999_999), RULE.personFree), percentOf(rupiah(-5), RULE.personFree)]).toEqual([80, 0]);
  });
});

describe("turnover", () => {
  it("is read from the postings by member and month, and the parts sum to the price", async () => {
    const { group } = await aCooperative();
    const [first, second] = group.members.map(({ id }) => id);
    await sold({ groupId: group.id, memberId: first ?? "", price: 100_001, fund: 10_000 });
    await sold({
      groupId: group.id,
      memberId: first ?? "",
      price: 50_000,
      fund: 0,
      at: new Date("2026-11-30T17:00:00Z"),
    });
    await sold({
      groupId: group.id,
      memberId: second ?? "",
      price: 7_000,
      fund: 700,
      at: new Date("2026-11-30T16:59:59Z"),
    });
    await sold({ groupId: group.id, memberId: null, price: 9_000, fund: 0 });
    const turnover = await readTurnover({ groupId: group.id, ...spanOfYear(2026) });
    const december = (memberId?: string) => monthsOfYear(2026, turnover, memberId)[11]?.turnover;
    expect([december(), december(first), december(second)]).toEqual([159_001, 150_001, 0]);
    expect(monthsOfYear(2026, turnover, second)[10]?.turnover).toBe(7_000);
    expect(await readTurnover({ groupId: group.id, ...spanOfYear(2025) })).toEqual([]);
  });
});

describe("the book of debts", () => {
  it("settles the oldest part first, and says since when the rest stands", () => {
    const changes = (...rows: [string, number][]) => rows.map(([day, change]) => ({ day, change: rupiah(change) }));
    expect(openSince(changes(["2026-01-05", 100], ["2026-03-01", 50], ["2026-03-09", -120]))).toEqual({
      ...{ owed: 30, since: "2026-03-01" },
    });
    expect(openSince(changes(["2026-01-05", 100], ["2026-02-01", -100]))).toBeNull();
    // Paid too much beforehand: what comes is settled by it.
    expect(openSince(changes(["2026-01-05", -40], ["2026-02-01", 100]))).toEqual({ owed: 60, since: "2026-02-01" });
  });

  it("names members who owe and who are owed, buyers, and capital of who left", async () => {
    const { group, ctx } = await aCooperative();
    const [first = "", second = "", third = ""] = group.members.map(({ id }) => id);
    const at = { ...ctx, now: ofDecember(9) };
    await earned({ groupId: group.id, memberId: first, amount: 40_000, at: ofDecember(2) });
    await earned({ groupId: group.id, memberId: first, amount: 10_000, at: ofDecember(4) });
    const paid = { groupId: group.id, memberId: first, method: "transfer", reference: "", formKey: aKey() } as const;
    await payOut(at, { ...paid, amount: rupiah(45_000) });
    await saves(at, { groupId: group.id, memberId: second, sukarela: 3_000, day: "2026-12-09" });
    await saves(at, { groupId: group.id, memberId: third, pokok: 100_000, day: "2026-12-09" });
    await removeMember(at, { groupId: group.id, memberId: third });
    const { receivable, payable } = await listDebts(group.officer, group.id);
    expect(receivable).toEqual([]);
    expect(payable.map(({ kind, member, owed, since }) => [kind, member?.id, owed, since])).toEqual([
      ["member-payable", first, 5_000, "2026-12-04"],
      ["savings-sukarela", second, 3_000, "2026-12-09"],
      ["savings-pokok", third, 100_000, "2026-12-09"],
    ]);
    const member = await anOfficer(group, []);
    await expect(listDebts(member.actor, group.id)).rejects.toThrow(NotAllowed);
  });
});

describe("the stock book", () => {
  it("lists what is on hand", async () => {
    const group = await aGroup();
    const listing = await aListing({ group, variants: [{ stockMilli: 3_000, price: rupiah(20_000) }] });
    const { onHand, entrusted } = await listStockOnHand(group.officer, group.id);
    expect(onHand.map(({ slug, leftMilli, lot }) => [slug, leftMilli, lot])).toEqual([[listing.slug, 3_000, null]]);
    expect(entrusted).toEqual([]);
  });
});
