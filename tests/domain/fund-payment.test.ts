import { describe, expect, it } from "vitest";
import { fundProblem, fundSpentEntry, leftInFund, putInto } from "#app/domain/fund-payment.ts";
import { rupiah } from "#app/domain/money.ts";

const part = (key: "education" | "social", amount: number, over = {}) => ({
  ...{ key, basisPoints: 500, rupiah: rupiah(amount), isReserve: false, isMembers: false },
  ...over,
});

describe("a fund of the surplus", () => {
  it("has what shared years put into it, less what it paid, and nothing that went to the reserve", () => {
    const years = [
      { funds: [part("education", 2_411_875), part("social", 7)] },
      { funds: [part("education", 100, { isReserve: true })] },
      { funds: [part("education", 25)] },
    ];
    expect(putInto("education", years)).toBe(2_411_900);
    expect(leftInFund({ put: rupiah(2_411_900), paid: rupiah(11_900) })).toBe(2_400_000);
  });

  it("pays no more than it holds, nor than is there", () => {
    const there = { holds: rupiah(10), cashBox: rupiah(5), kept: rupiah(7), bank: rupiah(6) };
    const ask = (amount: number, way: "cash" | "transfer") => fundProblem({ ...there, amount: rupiah(amount), way });
    expect([ask(5, "cash"), ask(6, "cash"), ask(11, "cash")]).toEqual([null, "cash-box-short", "fund-holds-less"]);
    expect([ask(6, "transfer"), ask(7, "transfer"), ask(8, "transfer")]).toEqual([
      ...[null, "bank-short", "pay-from-box"],
    ]);
  });

  it("gives up exactly what it paid", () => {
    const { postings } = fundSpentEntry({ paymentId: "p", groupId: "g", amount: rupiah(9), way: "cash" });
    expect(postings.map(({ account, amount }) => [account.kind, amount])).toEqual([
      ["shu-fund", 9],
      ["cash-box", -9],
    ]);
  });
});
