import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { getGroupMoney, listJournal, listMemberBalances } from "#db/read/books.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { listStatement } from "#db/read/member-statement.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

async function aGroupThatOwes(amount: number) {
  const group = await aGroup();
  const memberId = group.members[1]?.id ?? "";
  await earned({ groupId: group.id, memberId, amount });
  return { group, memberId, ctx: testContext({ actor: group.officer }) };
}

const key = () => `form-key-${testId()}-0123456789`;

describe("pay-out", () => {
  it("takes what is owed to zero and leaves the books in balance", async () => {
    const { group, memberId, ctx } = await aGroupThatOwes(151_810);
    const form = {
      groupId: group.id,
      memberId,
      amount: rupiah(100_000),
      method: "transfer",
      reference: "TRF 7",
    } as const;
    expect(await payOut(ctx, { ...form, formKey: key() })).toMatchObject({ ok: true });
    expect(await payOut(ctx, { ...form, amount: rupiah(51_810), formKey: key() })).toMatchObject({ ok: true });
    expect((await getGroupMoney(group.officer, group.id)).owed).toBe(0);
    const statement = await listStatement(group.officer, { groupId: group.id, memberId, limit: 9 });
    expect(statement.rows.map(({ kind, change, owed }) => [kind, change, owed])).toEqual([
      ["paid-out", -51_810, 0],
      ["paid-out", -100_000, 51_810],
      ["delivered", 151_810, 151_810],
    ]);
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
    expect(
      (await listJournal(group.officer, { groupId: group.id, limit: 10, offset: 0 })).map((entry) => entry.sequence),
    ).toEqual([3, 2, 1]);
  });

  it("never takes from the bank what the group has in its own box", async () => {
    const { group, memberId, ctx } = await aGroupThatOwes(40_000);
    const form = { groupId: group.id, memberId, amount: rupiah(20_000), reference: "" } as const;
    expect(await drawCash(ctx, { groupId: group.id, amount: rupiah(25_000), formKey: key() })).toEqual({ ok: true });
    expect(await payOut(ctx, { ...form, method: "transfer", formKey: key() })).toMatchObject({
      reason: "pay-from-box",
    });
    expect(await paidInCash(ctx, { groupId: group.id, memberId, amount: rupiah(20_000) })).toEqual({ ok: true });
    expect(await payOut(ctx, { ...form, amount: rupiah(15_000), method: "transfer", formKey: key() })).toMatchObject({
      ok: true,
    });
  });

  it("never pays more than is owed, nor cash that the box does not hold", async () => {
    const { group, memberId, ctx } = await aGroupThatOwes(30_000);
    const form = { groupId: group.id, memberId, reference: "" } as const;
    expect(await payOut(ctx, { ...form, amount: rupiah(30_001), method: "transfer", formKey: key() })).toMatchObject({
      reason: "more-than-owed",
    });
    const cash = { groupId: group.id, memberId, amount: rupiah(20_000) };
    expect(await paidInCash(ctx, cash)).toMatchObject({ reason: "cash-box-short" });
    expect(await drawCash(ctx, { groupId: group.id, amount: rupiah(30_001), formKey: key() })).toMatchObject({
      reason: "more-than-group-has",
    });
    const drawn = key();
    expect(await drawCash(ctx, { groupId: group.id, amount: rupiah(25_000), formKey: drawn })).toEqual({ ok: true });
    expect(await drawCash(ctx, { groupId: group.id, amount: rupiah(25_000), formKey: drawn })).toEqual({ ok: true });
    expect(await drawCash(ctx, { groupId: group.id, amount: rupiah(24_000), formKey: drawn })).toMatchObject({
      reason: "form-used",
    });
    expect((await getGroupMoney(group.officer, group.id)).cashBox).toBe(25_000);
    expect(await paidInCash(ctx, cash)).toEqual({ ok: true });
    expect((await getGroupMoney(group.officer, group.id)).cashBox).toBe(5_000);
  });

  it("pays once when one form is sent ten times at once, and once when two treasurers press at once", async () => {
    const { group, memberId, ctx } = await aGroupThatOwes(80_000);
    const form = { groupId: group.id, memberId, amount: rupiah(50_000), method: "transfer", reference: "" } as const;
    const formKey = key();
    const ten = await Promise.all(Array.from({ length: 10 }, () => payOut(ctx, { ...form, formKey })));
    expect(new Set(ten.map((answer) => (answer.ok ? answer.payoutId : answer.reason))).size).toBe(1);
    const two = await Promise.all([
      payOut(ctx, { ...form, amount: rupiah(30_000), formKey: key() }),
      payOut(ctx, { ...form, amount: rupiah(30_000), formKey: key() }),
    ]);
    expect(two.filter((answer) => answer.ok)).toHaveLength(1);
    expect((await listMemberBalances(group.officer, group.id)).find((member) => member.id === memberId)?.owed).toBe(0);
    expect(await payOut(ctx, { ...form, amount: rupiah(1), formKey })).toMatchObject({ reason: "form-used" });
  });

  it("is for the group's treasurer alone; a member sees the own statement and no other", async () => {
    const { group, memberId } = await aGroupThatOwes(10_000);
    const person = await aPerson({ name: "Burhan" });
    const membership = { groupId: group.id, groupSlug: group.slug, groupName: group.name, memberId, offices: [] };
    const burhan = { ...person.actor, memberships: [membership] };
    const form = {
      groupId: group.id,
      memberId,
      amount: rupiah(1),
      method: "transfer",
      reference: "",
      formKey: key(),
    } as const;
    await expect(payOut(testContext({ actor: burhan }), form)).rejects.toThrow(NotAllowed);
    const stranger = await aGroup();
    await expect(payOut(testContext({ actor: stranger.officer }), form)).rejects.toThrow(NotAllowed);
    const asked = { groupId: group.id, memberId, limit: 9 };
    expect((await listStatement(burhan, asked)).rows).toHaveLength(1);
    const others = { ...asked, memberId: group.members[0]?.id ?? "" };
    await expect(listStatement(burhan, others)).rejects.toThrow(NotAllowed);
    await expect(getGroupMoney(burhan, group.id)).rejects.toThrow(NotAllowed);
  });
});
