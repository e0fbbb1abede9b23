import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldSince } from "#app/domain/held-cash.ts";
import { rupiah } from "#app/domain/money.ts";

const moves = (...amounts: number[]) => amounts.map((amount, at) => ({ atMs: at + 1, amount: rupiah(amount) }));

describe("since when a keeper has held cash", () => {
  it("counts from the oldest cash that is not handed in", () => {
    expect(heldSince(moves(100, 50))).toBe(1);
    expect(heldSince(moves(100, 50, -60))).toBe(1);
    expect(heldSince(moves(100, 50, -100))).toBe(2);
    expect(heldSince(moves(100, -100, 30))).toBe(3);
  });

  it("is never, when all was handed in or nothing taken", () => {
    expect(heldSince([])).toBeNull();
    expect(heldSince(moves(100, 50, -150))).toBeNull();
  });

  it("names a moment exactly as long as something is held", () => {
    const taken = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(taken, fc.nat(100), (amounts, percent) => {
        const all = amounts.reduce((sum, amount) => sum + amount, 0);
        const handedIn = Math.floor((all * percent) / 100);
        const since = heldSince(moves(...amounts, ...(handedIn > 0 ? [-handedIn] : [])));
        expect(since !== null).toBe(handedIn < all);
      }),
      { numRuns: 200 },
    );
  });
});
