import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beancountAccount, hledgerAccount, type JournalEntry, journalWriter } from "#app/domain/journal-file.ts";
import { ACCOUNT_KINDS } from "#app/domain/ledger.ts";

const delivered: JournalEntry = {
  ...{ id: "e1", book: "g1", sequence: 1, kind: "delivered", key: "delivered:c1", causeKind: "consignment" },
  ...{ causeId: "c1", actorId: null, memo: "", atMs: Date.UTC(2026, 10, 24, 18), at: "2026-11-24T18:00:00.000Z" },
  ...{ previousHash: "", hash: "abc" },
  postings: [
    { accountCode: "deposits-held:group:g1", amount: 170_000, orderLineId: "l1" },
    { accountCode: "member-payable:member:m1", amount: -170_000, orderLineId: "l1" },
  ],
};

describe("a journal as a file", () => {
  it("is a transaction on the islands' own day for hledger and for beancount", () => {
    expect(journalWriter("hledger").entry(delivered, true)).toBe(
      [
        "2026-11-25 (1) delivered delivered:c1",
        "    ; at 2026-11-24T18:00:00.000Z hash abc",
        "    liabilities:deposits-held:group:g1  IDR 170000",
        "    liabilities:member-payable:member:m1  IDR -170000",
        "",
        "",
      ].join("\n"),
    );
    expect(journalWriter("beancount").entry(delivered, true)).toContain(
      [
        '2026-11-25 * "delivered" "delivered:c1"',
        "  sequence: 1",
        '  at: "2026-11-24T18:00:00.000Z"',
        '  hash: "abc"',
        "  Liabilities:Deposits-held:Group:G1  170000 IDR",
        "  Liabilities:Member-payable:Member:M1  -170000 IDR",
      ].join("\n"),
    );
  });

  it("is one row for each posting as a table, and the entries whole as JSON", () => {
    const rows = (journalWriter("csv").head([]) + journalWriter("csv").entry(delivered, true)).trimEnd().split("\r\n");
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe(
      "g1,1,2026-11-25,2026-11-24T18:00:00.000Z,delivered,delivered:c1,consignment,c1,,,member-payable:member:m1,-170000,l1,e1,,abc",
    );
    const { head, entry, foot } = journalWriter("json");
    const read = JSON.parse(head([]) + entry(delivered, true) + entry({ ...delivered, sequence: 2 }, false) + foot);
    const { atMs: _, ...kept } = delivered;
    expect(read.entries).toEqual([kept, { ...kept, sequence: 2 }]);
  });

  it("knows a class for every account of the chart", () => {
    for (const kind of ACCOUNT_KINDS) {
      expect(hledgerAccount(`${kind}:group:g1`)).toMatch(/^(assets|liabilities|equity|income|expenses):/);
      expect(beancountAccount(`${kind}:group:0-x y`)).toMatch(
        /^(Assets|Liabilities|Equity|Income|Expenses):[A-Z][A-Za-z-]*:Group:0-x-y$/,
      );
    }
    expect(() => hledgerAccount("pocket-money:group:g1")).toThrow(RangeError);
  });

  it("has as many lines whatever people wrote, and no formula for a spreadsheet", () => {
    const lines = (written: string): number => written.split(/[\n\r\u0085\u2028\u2029]/).length;
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 30 }),
        fc.constantFrom("hledger" as const, "beancount" as const),
        (written, format) => {
          const { head, entry } = journalWriter(format);
          const account = { code: "cash-box:group:g1", sinceMs: 0 };
          expect(lines(entry({ ...delivered, memo: written, key: `drawn:${written}` }, true))).toBe(
            lines(entry({ ...delivered, memo: "x" }, true)),
          );
          expect(lines(head([{ ...account, name: written }]))).toBe(lines(head([{ ...account, name: "x" }])));
        },
      ),
      { numRuns: 100 },
    );
    expect(journalWriter("csv").entry({ ...delivered, memo: '=1+"1"' }, true)).toContain(`,"'=1+""1""",`);
  });
});
