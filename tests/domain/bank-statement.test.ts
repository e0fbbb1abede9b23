import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessColumns, parseBankAmount, parseBankDay, readStatement } from "#app/domain/bank-statement.ts";
import { rupiah } from "#app/domain/money.ts";
import { matchStatement } from "#app/domain/statement-matches.ts";

const today = "2026-11-25";

/** As each bank heads its columns. */
const BANKS = {
  BCA: [
    ["No. Rekening", ": 123"],
    ["Tanggal Transaksi", "Keterangan", "Cabang", "Jumlah", "Saldo"],
    ["24/11", "TRSF E-BANKING CR RAHMAH", "0000", "125,123.00 CR", "1,000,000.00"],
    ["24/11", "BIAYA ADM", "0000", "15,000.00 DB", "985,000.00"],
  ],
  Mandiri: [
    ["Account No", "Date", "Val. Date", "Transaction Code", "Description", "Debit", "Credit"],
    ["123", "24/11/26", "24/11/26", "1", "DARI RAHMAH", "0.00", "125,123.00"],
    ["123", "24/11/26", "24/11/26", "1", "BIAYA", "15,000.00", "0.00"],
  ],
  BRI: [
    ["Tanggal", "Uraian Transaksi", "Debet", "Kredit", "Saldo"],
    ["2026-11-24 09:12:01", "TRANSFER RAHMAH", "", "125.123,00", "1.000.000,00"],
    ["2026-11-24 10:00:00", "BIAYA", "15.000,00", "", "985.000,00"],
  ],
  BNI: [
    ["Post Date", "Branch", "Journal No.", "Description", "Amount", "DB/CR", "Balance"],
    ["24 Nov 2026", "1", "9", "RAHMAH", "125,123.00", "C", "1,000,000.00"],
    ["24 Nov 2026", "1", "9", "BIAYA", "15,000.00", "D", "985,000.00"],
  ],
};

const ready = (sheet: string[][]) => ({ day: -1, amount: -1, text: -1, direction: null, ...guessColumns(sheet) });

describe("a bank's list", () => {
  it.each(Object.entries(BANKS))("of %s gives what came in, by the names of its columns", (_, sheet) => {
    const { lines, problems } = readStatement(sheet, { columns: ready(sheet), today });
    expect(problems).toEqual([]);
    expect(lines.map(({ day, amount }) => ({ day, amount }))).toEqual([{ day: "2026-11-24", amount: 125_123 }]);
    expect(lines[0]?.text).toContain("RAHMAH");
  });

  it("says which rows it cannot read, as a spreadsheet counts them", () => {
    const sheet = [
      ["Tanggal", "Keterangan", "Kredit"],
      ["24/11/2026", "a", "seratus ribu"],
      ["31/02/2026", "b", "50.000"],
      ["24/11/2026", "c", "50.000,50"],
      ["", "jumlah", ""],
    ];
    expect(readStatement(sheet, { columns: ready(sheet), today })).toEqual({
      lines: [],
      problems: [
        { row: 2, reason: "statement-amount" },
        { row: 3, reason: "statement-day" },
        { row: 4, reason: "statement-amount" },
      ],
    });
  });

  it("gives a line the same name in every file, and two alike in one file two names", () => {
    const row = ["24/11/2026", "TRSF  RAHMAH", "125.123"];
    const sheet = [["Tanggal", "Keterangan", "Kredit"], row, row];
    const other = [
      ["Tgl", "Jumlah", "Keterangan"],
      ["24-11-26", "125,123.00", "trsf rahmah"],
    ];
    const keys = (each: string[][]) => readStatement(each, { columns: ready(each), today }).lines.map(({ key }) => key);
    const [first, second] = keys(sheet);
    expect(first).not.toBe(second);
    expect(keys(other)).toEqual([first]);
  });

  it.each([
    ["125123", 125_123, null],
    ["Rp 1.250.000,00", 1_250_000, null],
    ["1,250,000.00 CR", 1_250_000, true],
    ["15.000 DB", 15_000, false],
    ["-15,000.00", 15_000, false],
    ["+15,000", 15_000, true],
  ])("reads the amount %s", (text, amount, isIn) => {
    expect(parseBankAmount(text)).toEqual({ amount, isIn });
  });

  it.each(["", "abc", "1.2.3", "12,5", "1.250,000.00,00", "9999999999999999", "1,25,000"])(
    "knows no amount in “%s”",
    (text) => {
      expect(parseBankAmount(text)).toBeNull();
    },
  );

  it.each([
    ["24/11/2026", "2026-11-24"],
    ["24-11-26", "2026-11-24"],
    ["24 Des 2025", "2025-12-24"],
    ["24 Aug 26", "2026-08-24"],
    ["24/12", "2025-12-24"],
    ["24/11", "2026-11-24"],
    ["2026-11-24T09:00:00", "2026-11-24"],
    ["31/02/2026", null],
    ["24 Foo 2026", null],
    ["", null],
  ])("reads the day %s", (text, day) => {
    expect(parseBankDay(text, today)).toBe(day);
  });

  it("reads back every amount that a bank could write, in either way of writing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (amount) => {
        const dots = String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
        for (const text of [String(amount), dots, `${dots},00`, `${dots.replaceAll(".", ",")}.00`])
          expect(parseBankAmount(text)?.amount).toBe(amount);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a line is for", () => {
  const line = (key: string, amount: number, day = "2026-11-24") => ({
    row: 1,
    day,
    amount: rupiah(amount),
    text: key,
    key,
  });
  const asked = (id: string, amount: number, askedOn = "2026-11-23") => ({ id, asked: rupiah(amount), askedOn });
  const kinds = (
    lines: ReturnType<typeof line>[],
    awaited: ReturnType<typeof asked>[],
    known = new Map<string, string>(),
  ) => matchStatement(lines, { awaited, known }).map(({ match }) => match.kind);

  it("is clear when one payment was asked for exactly this, around that day", () => {
    expect(kinds([line("a", 125_123)], [asked("p", 125_123), asked("q", 125_124)])).toEqual(["exact"]);
    expect(kinds([line("a", 125_123)], [asked("p", 125_122)])).toEqual(["unknown"]);
    const days = ["2026-10-01", "2026-11-03", "2026-11-25", "2026-11-26"];
    expect(days.map((day) => kinds([line("a", 5)], [asked("p", 5, day)])[0])).toEqual([
      "unknown",
      "exact",
      "exact",
      "unknown",
    ]);
  });

  it("is left to a person where there are several, on either side", () => {
    expect(kinds([line("a", 5)], [asked("p", 5), asked("q", 5)])).toEqual(["ambiguous"]);
    expect(kinds([line("a", 5), line("b", 5)], [asked("p", 5)])).toEqual(["ambiguous", "ambiguous"]);
  });

  it("is known once it was confirmed, whatever else waits", () => {
    expect(kinds([line("a", 5), line("b", 5)], [asked("p", 5)], new Map([["a", "q"]]))).toEqual(["known", "exact"]);
  });

  it("never gives one payment to two lines by itself", () => {
    const small = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.array(small, { maxLength: 8 }), fc.array(small, { maxLength: 8 }), (amounts, wanted) => {
        const found = matchStatement(
          amounts.map((amount, at) => line(`l${at}`, amount)),
          { awaited: wanted.map((amount, at) => asked(`p${at}`, amount)), known: new Map() },
        );
        const given = found.flatMap(({ match }) => (match.kind === "exact" ? match.paymentIds : []));
        expect(new Set(given).size).toBe(given.length);
      }),
      { numRuns: 200 },
    );
  });
});
