import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkEntry, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import {
  COUNTED_PLACES,
  carriedOver,
  closingProblem,
  correctionMs,
  type Month,
  type MonthToClose,
  monthNamed,
  proposalProblem,
  reconcile,
  reopeningProblem,
} from "#app/domain/period.ts";
import { adjustedEntry, differenceEntry } from "#app/domain/postings-of-closing.ts";

const OCTOBER: Month = monthNamed("2026-10") ?? { name: "", fromMs: 0, untilMs: 0 };
const counted = {
  "cash-box": rupiah(250_000),
  bank: rupiah(4_000_000),
  stripe: rupiah(0),
  "cod-in-transit": rupiah(90_000),
};
const even = reconcile({ counted, ledger: counted });

const ready: MonthToClose = {
  month: OCTOBER,
  nowMs: OCTOBER.untilMs,
  state: "in-review",
  sealedUntilMs: OCTOBER.fromMs,
  hasEarlierOpen: false,
  reconciled: even,
  unreviewed: 0,
};

describe("a month", () => {
  it("begins and ends at midnight in WIB", () => {
    expect(new Date(OCTOBER.fromMs).toISOString()).toBe("2026-09-30T17:00:00.000Z");
    expect(new Date(OCTOBER.untilMs).toISOString()).toBe("2026-10-31T17:00:00.000Z");
    expect(new Date(monthNamed("2026-12")?.untilMs ?? 0).toISOString()).toBe("2026-12-31T17:00:00.000Z");
  });

  it("is not anything that only looks like one", () => {
    for (const name of ["", "2026-13", "2026-00", "26-10", "2026-10-01", "1999-10"])
      expect(monthNamed(name)).toBeNull();
  });
});

describe("the reconciliation", () => {
  it("shows each place's difference with its sign", () => {
    const ledger = { ...counted, bank: rupiah(4_012_500), "cash-box": rupiah(249_000) };
    expect(reconcile({ counted, ledger }).map(({ place, difference }) => [place, difference])).toEqual([
      ["cash-box", 1_000],
      ["bank", -12_500],
      ["stripe", 0],
      ["cod-in-transit", 0],
    ]);
  });

  it("reads zero once each difference is booked under its name, whatever was counted", () => {
    const amounts = fc.record(
      Object.fromEntries(COUNTED_PLACES.map((place) => [place, fc.integer({ min: 0, max: 1e12 })])),
    );
    const asMoney = (given: Record<string, number>) => ({
      "cash-box": rupiah(given["cash-box"] ?? 0),
      bank: rupiah(given.bank ?? 0),
      stripe: rupiah(given.stripe ?? 0),
      "cod-in-transit": rupiah(given["cod-in-transit"] ?? 0),
    });
    fc.assert(
      fc.property(amounts, amounts, (first, second) => {
        const [found, ledger] = [asMoney(first), asMoney(second)];
        for (const { place, difference } of reconcile({ counted: found, ledger })) {
          if (difference === 0) continue;
          const about = { differenceId: "d1", groupId: "g1", month: "2026-10", name: "Biaya admin bank" };
          const entry = differenceEntry({ ...about, place, difference });
          checkEntry(entry);
          expect(entry.book).toBe(place === "cash-box" ? "g1" : NETWORK_BOOK);
          const [posted] = entry.postings.filter(({ account }) => account.kind === place);
          ledger[place] = rupiah(ledger[place] + (posted?.amount ?? 0));
        }
        expect(reconcile({ counted: found, ledger }).every(({ difference }) => difference === 0)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("closing a month", () => {
  it("can be proposed when it is over, all before it is sealed, the count reads zero and each flag was looked at", () => {
    expect(proposalProblem(ready)).toBeNull();
  });

  it.each([
    [{ state: "closed" }, "month-sealed"],
    [{ sealedUntilMs: OCTOBER.untilMs }, "month-sealed"],
    [{ nowMs: OCTOBER.untilMs - 1 }, "month-not-over"],
    [{ hasEarlierOpen: true }, "earlier-month-open"],
    [{ reconciled: null }, "not-counted"],
    [{ reconciled: reconcile({ counted, ledger: { ...counted, bank: rupiah(1) } }) }, "counts-differ"],
    [{ unreviewed: 1 }, "lines-unreviewed"],
  ] as const)("waits while something is missing (%#)", (over, problem) => {
    expect(proposalProblem({ ...ready, ...over })).toBe(problem);
  });

  it("takes a second person", () => {
    const proposed = { ...ready, state: "proposed" as const, preparedBy: ["treasurer", "counter"] };
    expect(closingProblem({ ...proposed, closedBy: "chair" })).toBeNull();
    expect(closingProblem({ ...proposed, closedBy: "treasurer" })).toBe("same-person");
    expect(closingProblem({ ...proposed, closedBy: "counter" })).toBe("same-person");
    expect(closingProblem({ ...proposed, closedBy: null })).toBe("same-person");
    expect(closingProblem({ ...proposed, state: "in-review", closedBy: "chair" })).toBe("not-proposed");
    expect(closingProblem({ ...proposed, unreviewed: 2, closedBy: "chair" })).toBe("lines-unreviewed");
  });

  it("is undone from the last month backwards", () => {
    const closed = { month: OCTOBER, state: "closed" as const };
    expect(reopeningProblem({ ...closed, sealedUntilMs: OCTOBER.untilMs })).toBeNull();
    expect(reopeningProblem({ ...closed, sealedUntilMs: OCTOBER.untilMs + 1 })).toBe("later-month-sealed");
    expect(reopeningProblem({ ...closed, state: "in-review", sealedUntilMs: 0 })).toBe("month-not-sealed");
  });
});

describe("a correction", () => {
  it("is dated in its month while that is open, and on its own day once it is sealed", () => {
    const nowMs = OCTOBER.untilMs + 5_000;
    expect(correctionMs({ month: OCTOBER, isSealed: false, nowMs })).toBe(OCTOBER.untilMs - 1);
    expect(correctionMs({ month: OCTOBER, isSealed: true, nowMs })).toBe(nowMs);
    expect(correctionMs({ month: OCTOBER, isSealed: false, nowMs: OCTOBER.fromMs + 7 })).toBe(OCTOBER.fromMs + 7);
  });

  it("moves money between the parties of a line, and nowhere else", () => {
    const entry = adjustedEntry({
      ...{ adjustmentId: "a1", groupId: "g1", orderLineId: "l1", amount: rupiah(7_500), reason: "Andil keliru" },
      ...{ from: { kind: "group-fund" }, to: { kind: "member", memberId: "m1" } },
    });
    checkEntry(entry);
    expect(entry).toMatchObject({ book: "g1", kind: "adjusted", memo: "Andil keliru", causeId: "l1" });
    expect(entry.postings.map(({ account, amount, orderLineId }) => [account.kind, amount, orderLineId])).toEqual([
      ["group-fund", 7_500, "l1"],
      ["member-payable", -7_500, "l1"],
    ]);
  });
});

describe("what is carried over", () => {
  it("is every member below zero, the deepest first", () => {
    const members = [-5, 0, 7, -90].map((owed) => ({ owed: rupiah(owed) }));
    expect(carriedOver(members).map(({ owed }) => owed)).toEqual([-90, -5]);
  });
});
