import { describe, expect, it } from "vitest";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { lastMonths } from "#app/web/month.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { listMemberIncome, listTopGoods } from "#db/read/income.ts";
import { aDeliveredLine, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup } from "#tests/world/people.ts";

describe("the pictures of a group's money", () => {
  it("show a member's own months, to her and those who may see the books", async () => {
    const group = await aGroup();
    const groupId = group.id;
    await aDeliveredLine(group, { deliveredAt: ofOctober(3), goodsValue: 120_000 });
    await aDeliveredLine(group, { deliveredAt: new Date(OCTOBER.untilMs), goodsValue: 60_000 });
    const months = lastMonths(new Date("2026-11-24T03:00:00Z"));
    expect(months.map(({ name }) => name)).toEqual(["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]);
    const [member] = await listMemberBalances(group.officer, groupId);
    const which = { groupId, memberId: member?.id ?? "", months };
    const income = await listMemberIncome(group.officer, which);
    expect(income.map(({ amount }) => amount > 0)).toEqual([false, false, false, false, true, true]);
    expect(income.reduce((all, { amount }) => all + amount, 0)).toBe(member?.owed);
    await expect(listMemberIncome(NOBODY, which)).rejects.toThrow(NotAllowed);
  });

  it("show the goods that arrived in a month by what they brought", async () => {
    const [group, other] = [await aGroup(), await aGroup()];
    const first = await aDeliveredLine(group, { deliveredAt: ofOctober(3), goodsValue: 120_000 });
    const second = await aDeliveredLine(group, { deliveredAt: ofOctober(9), goodsValue: 45_000 });
    await aDeliveredLine(other, { deliveredAt: ofOctober(9) });
    await aDeliveredLine(group, { deliveredAt: new Date(OCTOBER.untilMs) });
    const october = { from: new Date(OCTOBER.fromMs), until: new Date(OCTOBER.untilMs), limit: 5 };
    const goods = await listTopGoods(group.officer, { groupId: group.id, ...october });
    expect(goods.reduce((all, { amount }) => all + amount, 0)).toBe(first.value + second.value);
    await expect(listTopGoods(other.officer, { groupId: group.id, ...october })).rejects.toThrow(NotAllowed);
  });
});
