import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { balanceSheet, incomeStatement, ownFunds } from "#app/domain/statements.ts";
import { loader } from "#app/routes/books/statements-file.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { trialBalance } from "#db/read/ledger.ts";
import { readStatementBasis } from "#db/read/statements.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { earned } from "#tests/world/earnings.ts";
import { posted } from "#tests/world/entries.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import { aGroup } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;
const november = { from: new Date("2026-10-31T17:00:00Z"), until: new Date("2026-11-30T17:00:00Z") };
const december = { from: november.until, until: new Date("2026-12-31T17:00:00Z") };

/** 400,000 paid, 250,000 of it delivered: 7,500 network, 17,500 fund, 30,000 set aside, 195,000 for a member; and what the treasurer did. */
async function aMonth() {
  const group = await aGroup();
  const memberId = group.members[0]?.id ?? "";
  const groupId = group.id;
  // Somebody else's money is in no group's statements but their own.
  const other = await aGroup();
  await earned({ groupId: other.id, memberId: other.members[0]?.id ?? "", amount: 77_000 });
  await posted(
    paidEntry({
      ...{ paymentId: testId(), orderId: testId(), buyerId: null, into: { kind: "bank" }, shipping: rupiah(12_000) },
      ...{ consignments: [{ groupId, goodsValue: rupiah(400_000) }], uniqueAddition: rupiah(0) },
    }),
  );
  const shares = [
    { party: "network-fee" as const, memberId: null, amount: rupiah(7_500) },
    { party: "group-fund" as const, memberId: null, amount: rupiah(17_500) },
    { party: "fixed-cost" as const, memberId: null, amount: rupiah(30_000) },
    { party: "member" as const, memberId, amount: rupiah(195_000) },
  ];
  await posted(deliveredEntry({ consignmentId: testId(), groupId, lines: [{ orderLineId: testId(), shares }] }));
  const ctx = testContext({ actor: group.officer });
  await drawCash(ctx, { groupId, amount: rupiah(150_000), formKey: key() });
  await paidInCash(ctx, { groupId, memberId, amount: rupiah(100_000) });
  const said = { groupId, day: "2026-11-20", counterpart: "Toko Kain", note: "", receipt: null };
  await recordCashMovement(ctx, { ...said, category: "dues", amount: rupiah(25_000), formKey: key() });
  await recordCashMovement(ctx, { ...said, category: "materials", amount: rupiah(42_000), formKey: key() });
  return { group, ctx };
}

describe("a group's statements", () => {
  it("are what a treasurer reckons by hand, and what the trial balance says", async () => {
    const { group } = await aMonth();
    const basis = await readStatementBasis(group.officer, { groupId: group.id, ...november });
    expect(balanceSheet(basis)).toEqual({
      assets: [
        { key: "cash-box", amount: 150_000 - 100_000 + 25_000 - 42_000 },
        { key: "at-network", amount: 400_000 - 7_500 - 150_000 },
      ],
      liabilities: [
        { key: "deposits-held", amount: 150_000 },
        { key: "member-payable", amount: 95_000 },
      ],
      // 17,500 and 30,000 from sales, 25,000 dues; cloth took all that was set aside and 12,000 of the fund.
      equity: [{ key: "group-fund", amount: 30_500 }],
      ...{ totalAssets: 275_500, totalLiabilities: 245_000, totalEquity: 30_500 },
    });
    expect(incomeStatement(basis.moved)).toMatchObject({
      ...{ sales: 250_000, groupShare: 47_500, result: 30_500 },
      income: [{ key: "dues", amount: 25_000 }],
      expenses: [{ key: "materials", amount: 42_000 }],
    });
    const ids = [group.id, ...group.members.map((member) => member.id)];
    const trial = (await trialBalance()).accounts.filter((account) => ids.includes(account.ownerId));
    expect(basis.atNetwork).toBe(-trial.reduce((all, account) => all + account.balance, 0));
  });

  it("begin the next month where the last one ended", async () => {
    const { group } = await aMonth();
    const asked = { groupId: group.id, ...december };
    const basis = await readStatementBasis(group.officer, asked);
    expect(ownFunds(basis.before)).toBe(30_500);
    expect(incomeStatement(basis.moved).result).toBe(0);
    expect(balanceSheet(basis).totalAssets).toBe(275_500);
  });

  it("are a workbook of three pages with the month before beside them, and of what was posted", async () => {
    const { group, ctx } = await aMonth();
    const path = `/books/${group.slug}/statements.xlsx?month=2026-12`;
    const answer = await loader(opening({ path, params: { group: group.slug }, ctx }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["Neraca", "Laba rugi", "Catatan", "Pos"]);
    const rows: unknown[] = [];
    const address = (month: string) => ({
      hyperlink: expect.stringMatching(`/books/${group.slug}/why\\?of=group.*from=${month}`),
    });
    const references = [address("2026-12"), address("2026-11")].map((each) => expect.objectContaining(each));
    book.worksheets[1]?.eachRow((row) => rows.push(row.values));
    expect(rows).toContainEqual([undefined, "Bahan, kain, benang", 0, -42_000, ...references]);
    expect(rows.at(-1)).toEqual([undefined, "Sisa untuk kelompok", 0, 30_500, ...references]);
  });
});
