import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { loader as cashBook } from "#app/routes/books/money-book-file.ts";
import { loader as register } from "#app/routes/books/register-file.ts";
import { loader as statements } from "#app/routes/books/statements-file.ts";
import type { Context } from "#app/usecases/context.ts";
import { postingsPage } from "#app/web/postings-page.server.ts";
import { listWhy } from "#db/read/why.ts";
import { testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aDeliveredLine } from "#tests/world/months.ts";
import { aGroup } from "#tests/world/people.ts";

/** A member's name is what a person typed; a spreadsheet must not reckon it. */
const SPITEFUL = '=HYPERLINK("http://evil.invalid";"buka")';

async function aTrade() {
  const group = await aGroup({}, ["Aminah", SPITEFUL, "+62 Cik Siti"]);
  await aDeliveredLine(group, { deliveredAt: new Date("2026-11-05T03:00:00Z"), goodsValue: 100_001 });
  return { group, ctx: testContext({ actor: group.officer }) };
}

type Loader = typeof register;

async function workbook(loader: Loader, of: { path: string; params: Record<string, string>; ctx: Context }) {
  const answer = await loader(opening(of));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const cells = book.worksheets.flatMap(
    (sheet) => sheet.getRows(1, sheet.rowCount)?.flatMap((row) => (row.values as ExcelJS.CellValue[]).slice(1)) ?? [],
  );
  return { book, cells };
}

const rowsOf = (sheet: ExcelJS.Worksheet | undefined) =>
  (sheet?.getRows(4, sheet.rowCount - 3) ?? []).map((row) => (row.values as ExcelJS.CellValue[]).slice(1));

describe("the workbook of a register", () => {
  it("has a row for each posting with its entry's number, hash, figures as numbers and an address", async () => {
    const { group, ctx } = await aTrade();
    const params = { group: group.slug, register: "debts" };
    const { book } = await workbook(register, { path: `/books/${group.slug}/registers/debts/xlsx`, params, ctx });
    const postings = rowsOf(book.worksheets.at(-1));
    const asked = { book: group.id, why: { of: "members", account: ["member-payable"] } as const };
    const known = await listWhy(group.officer, { ...asked, limit: 9, offset: 0 });
    const ofMembers = postings.filter((row) => row[5] !== "");
    expect(ofMembers.map((row) => [row[1], row[2], row[5], row[10]])).toEqual(
      known.map(({ sequence, hash, memberName, amount }) => [String(sequence), hash, memberName, -amount]),
    );
    const address = `${ctx.origin}/books/${group.slug}/entries/1`;
    expect(ofMembers[0]?.[11]).toEqual({ text: address, hyperlink: address });
    expect(ofMembers[0]?.[8]).toMatch(/ 1$/);
  });

  it("has of sales each member's part of each sold line, which sum to the register's figures", async () => {
    const { group, ctx } = await aTrade();
    const params = { group: group.slug, register: "sales" };
    const path = `/books/${group.slug}/registers/sales/xlsx?year=2026`;
    const { book } = await workbook(register, { path, params, ctx });
    const [members, sold] = book.worksheets;
    const parts = rowsOf(sold).map((row) => row[9]);
    expect(parts).toEqual([33_334, 33_334, 33_333]);
    expect(rowsOf(members).map((row) => row[2])).toEqual([...parts, 100_001]);
  });

  it("keeps what begins like a formula a text, in every book", async () => {
    const { group, ctx } = await aTrade();
    const params = { group: group.slug };
    const at = (path: string) => ({ path: `/books/${group.slug}/${path}`, params, ctx });
    const books = [
      await workbook(cashBook, at("cash.xlsx?month=2026-11&place=bank")),
      await workbook(statements, at("statements.xlsx?month=2026-11")),
    ];
    for (const key of ["members", "debts", "stock", "sales"])
      books.push(await workbook(register, { ...at(`registers/${key}/xlsx`), params: { ...params, register: key } }));
    for (const { cells } of books)
      expect(cells.filter((cell) => typeof cell === "object" && cell !== null && "formula" in cell)).toEqual([]);
    expect(books.filter(({ cells }) => cells.includes(SPITEFUL)).length).toBe(5);
  });

  it("says where the rest is when a book has more postings than a spreadsheet is read for", async () => {
    const { group, ctx } = await aTrade();
    const asked = { book: group.id, slug: group.slug, why: { of: "book" }, title: "Pos", most: 2 } as const;
    const { rows } = await postingsPage(ctx, asked);
    expect(rows).toHaveLength(4);
    expect(rows.at(-1)?.[1]).toEqual({ address: `${ctx.origin}/books/${group.slug}/journal` });
  });
});
