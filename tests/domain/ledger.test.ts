import { describe, expect, it } from "vitest";
import { accountCode, checkEntry, mirrorOf, type NewEntry } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";

describe("an entry", () => {
  const posting = (amount: number) => ({
    account: { kind: "bank", owner: { kind: "network" } } as const,
    amount: rupiah(amount),
  });
  const entry = (amounts: number[]): NewEntry => ({
    book: "network",
    kind: "paid",
    key: "k",
    causeKind: "test",
    causeId: "1",
    postings: amounts.map(posting),
  });

  it("of balanced postings is accepted", () => {
    expect(() => checkEntry(entry([5, -3, -2]))).not.toThrow();
  });

  it.each([
    ["one posting", entry([5])],
    ["none", entry([])],
    ["postings that do not sum to zero", entry([5, -4])],
    ["a posting of zero", entry([5, -5, 0])],
    ["no key", { ...entry([5, -5]), key: "" }],
    ["no book", { ...entry([5, -5]), book: "" }],
  ])("with %s is refused", (_, wrong) => {
    expect(() => checkEntry(wrong)).toThrow(RangeError);
  });

  it("names an account by kind and owner", () => {
    expect(accountCode("group-fund", { kind: "group", id: "g7" })).toBe("group-fund:group:g7");
    expect(accountCode("bank", { kind: "network" })).toBe("bank:network:network");
  });

  it("mirrored and added to itself leaves nothing, line by line", () => {
    const postings = [{ ...posting(5), orderLineId: "l1" }, posting(-5)];
    expect(mirrorOf(postings)).toEqual([{ ...posting(-5), orderLineId: "l1" }, posting(5)]);
  });
});
