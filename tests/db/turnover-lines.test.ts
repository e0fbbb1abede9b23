import { describe, expect, it } from "vitest";
import { sum, ZERO } from "#app/domain/money.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { readTurnover } from "#db/read/turnover.ts";
import { countSold, listSold } from "#db/read/turnover-lines.ts";
import { aDeliveredLine } from "#tests/world/months.ts";
import { aGroup } from "#tests/world/people.ts";

describe("what a member's turnover is made of", () => {
  it("is each sold line with its entry, and her parts of the prices sum to it, page by page", async () => {
    const [group, other] = [await aGroup(), await aGroup()];
    for (const [day, goodsValue] of [
      ["2026-03-05", 100_001],
      ["2026-03-09", 99_998],
      ["2026-07-01", 50_003],
    ] as const)
      await aDeliveredLine(group, { deliveredAt: new Date(`${day}T03:00:00Z`), goodsValue });
    await aDeliveredLine(other, { deliveredAt: new Date("2026-03-05T03:00:00Z") });
    const year = { groupId: group.id, ...spanOfYear(2026) };
    const turnover = await readTurnover(year);
    const page = (memberId: string, offset: number) => listSold({ ...year, memberId, limit: 2, offset });
    for (const { id: memberId } of group.members) {
      const rows = [...(await page(memberId, 0)), ...(await page(memberId, 2)), ...(await page(memberId, 4))];
      expect(rows.map(({ gross }) => gross)).toEqual([50_003, 99_998, 100_001]);
      const own = rows.map(({ parts }) => parts.find((part) => part.memberId === memberId)?.amount ?? ZERO);
      expect(sum(own)).toBe(sum(turnover.filter((each) => each.memberId === memberId).map(({ amount }) => amount)));
      for (const { gross, parts } of rows) expect(sum(parts.map(({ amount }) => amount))).toBe(gross);
      expect(await countSold({ ...year, memberId })).toBe(3);
    }
    const all = await listSold({ ...year, limit: 9, offset: 0 });
    expect(all).toHaveLength(3);
    expect(all[0]).toMatchObject({ kind: "delivered", sequence: 3, ruleVersion: 1 });
    expect(all[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await listSold({ ...year, memberId: other.members[0]?.id ?? "", limit: 9, offset: 0 })).toEqual([]);
  });
});
