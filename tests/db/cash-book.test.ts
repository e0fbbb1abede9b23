import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { type MoneyPlace, withBalances } from "#app/domain/cash-movement.ts";
import { accountCode, NETWORK, NETWORK_BOOK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { loader } from "#app/routes/books/money-book-file.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { reverseCashMovement } from "#app/usecases/books/reverse-cash-movement.ts";
import { getGroupMoney } from "#db/read/books.ts";
import { readMoneyBook } from "#db/read/cash-book.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { earned } from "#tests/world/earnings.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

const key = () => `form-key-${testId()}-0123456789`;
const month = (name: string) => {
  const [year = 0, number = 1] = name.split("-").map(Number);
  return {
    from: new Date(Date.UTC(year, number - 1, 1) - 25_200_000),
    until: new Date(Date.UTC(year, number, 1) - 25_200_000),
  };
};

/** November: 300,000 earned, 200,000 drawn, dues in, cloth out, a member paid in cash and one by transfer. December: the cloth taken back. */
async function twoMonths() {
  const group = await aGroup();
  const [memberId = "", other = ""] = group.members.map((member) => member.id);
  await earned({ groupId: group.id, memberId, amount: 200_000 });
  await earned({ groupId: group.id, memberId: other, amount: 100_000 });
  const ctx = testContext({ actor: group.officer });
  const groupId = group.id;
  await drawCash(ctx, { groupId, amount: rupiah(200_000), formKey: key() });
  const said = { groupId, day: "2026-11-20", counterpart: "Toko Kain", note: "katun", receipt: null };
  await recordCashMovement(ctx, { ...said, category: "dues", amount: rupiah(90_000), formKey: key() });
  const cloth = await recordCashMovement(ctx, {
    ...{ ...said, category: "materials", amount: rupiah(75_000), formKey: key() },
  });
  const paid = { groupId, reference: "", formKey: key() } as const;
  await paidInCash(ctx, { groupId, memberId, amount: rupiah(120_000) });
  await payOut(ctx, { ...paid, memberId: other, amount: rupiah(40_000), method: "transfer", formKey: key() });
  const december = { ...ctx, now: new Date("2026-12-02T02:00:00Z") };
  const movementId = cloth.ok ? cloth.movementId : "";
  await reverseCashMovement(december, { groupId, movementId, reason: "barang kembali" });
  const read = async (name: string, place: MoneyPlace) => {
    const book = await readMoneyBook(group.officer, { book: groupId, place, ...month(name) });
    return { opening: book.opening, ...withBalances(book.opening, book.lines) };
  };
  return { group, read, ctx };
}

describe("the cash book of a month", () => {
  it("begins where the last one ended, names each movement, and ends with what is in the box", async () => {
    const { group, read } = await twoMonths();
    const november = await read("2026-11", "cash");
    expect(november.opening).toBe(0);
    expect(november.rows.map(({ kind, change, balance, member }) => [kind, change, balance, member])).toEqual([
      ["cash-drawn", 200_000, 200_000, null],
      ["cash-moved", 90_000, 290_000, null],
      ["cash-moved", -75_000, 215_000, null],
      ["paid-out", -120_000, 95_000, "Aminah"],
    ]);
    expect(november.rows[2]?.voucher).toMatchObject({ number: 2, category: "materials", isReversed: true });
    const december = await read("2026-12", "cash");
    expect(december.opening).toBe(95_000);
    expect(december.rows[0]).toMatchObject({
      change: 75_000,
      voucher: { number: 3, isReversal: true, note: "barang kembali" },
    });
    expect(december.closing).toBe((await getGroupMoney(group.officer, group.id)).cashBox);
  });

  it("has beside it what the network keeps for the group, which with the box is all that the group has", async () => {
    const { group, read } = await twoMonths();
    const bank = await read("2026-11", "bank");
    // Paid in and shared out again among the group's own: only what left for the box and by transfer is gone.
    expect(bank.closing).toBe(300_000 - 200_000 - 40_000);
    const { held, owed, fund, fixedCosts, cashBox } = await getGroupMoney(group.officer, group.id);
    const later = await read("2026-12", "bank");
    expect(later.closing + cashBox).toBe(held + owed + fund + fixedCosts);
  });

  it("is a workbook whose figures are numbers, for those who may see the books alone", async () => {
    const { group, ctx } = await twoMonths();
    const path = `/books/${group.slug}/cash.xlsx?month=2026-11`;
    const answer = await loader(opening({ path, params: { group: group.slug }, ctx }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.worksheets[0];
    expect(sheet?.getCell("A1").value).toContain(group.name);
    expect(sheet?.getRow(9).values).toEqual([
      ...[undefined, "", "", "Jumlah dan saldo akhir", 290_000, 195_000, 95_000],
      expect.objectContaining({
        hyperlink: expect.stringContaining(
          `/books/${group.slug}/why?of=group&until=2026-11&account=cash-box&said=95000`,
        ),
      }),
    ]);
    const stranger = testContext({ actor: (await aGroup()).officer });
    await expect(loader(opening({ path, params: { group: group.slug }, ctx: stranger }))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("the network's bank book", () => {
  it("ends with the bank's balance, and is the operator's", async () => {
    const { group } = await twoMonths();
    const { actor } = await aPerson({ isOperator: true });
    const asked = { book: NETWORK_BOOK, place: "bank", ...month("2026-11") } as const;
    const { opening: before, lines } = await readMoneyBook(actor, asked);
    expect(withBalances(before, lines).closing).toBe(await balanceOf(accountCode("bank", NETWORK)));
    await expect(readMoneyBook(group.officer, asked)).rejects.toThrow(NotAllowed);
  });
});
