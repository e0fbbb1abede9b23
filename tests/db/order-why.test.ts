import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { loader } from "#app/routes/buy/order-why.tsx";
import { db } from "#db/client.server.ts";
import { listOrderPostings } from "#db/read/order-why.ts";
import { orders } from "#db/schema.ts";
import { testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aDeliveredLine } from "#tests/world/months.ts";
import { aGroup } from "#tests/world/people.ts";

describe("what became of a buyer's money", () => {
  it("divides each line into parts that sum to its price, names nobody, and is the buyer's alone", async () => {
    const group = await aGroup();
    const { number } = await aDeliveredLine(group, {
      deliveredAt: new Date("2026-10-05T03:00:00Z"),
      goodsValue: 99_999,
    });
    const [order] = await db().select().from(orders).where(eq(orders.number, number));
    const open = (orderPasses: string[]) => {
      const ctx = testContext();
      const actor = { ...ctx.actor, orderPasses };
      return loader(opening({ path: `/orders/${number}/why`, params: { number }, ctx: { ...ctx, actor } }));
    };
    const page = await open([order?.id ?? ""]);
    const line = page.groups[0]?.lines[0];
    expect(line?.parts.reduce((all, part) => all + part.amount, 0)).toBe(
      (line?.goodsValue ?? 0) - (line?.missing ?? 0),
    );
    expect(line?.parts[0]?.party).toBe("member");
    for (const { name } of group.members) expect(JSON.stringify(page)).not.toContain(name);
    const postings = await listOrderPostings(order?.id ?? "");
    expect(postings.map(({ kind, account }) => [kind, account])).toContainEqual(["delivered", "deposits-held"]);
    await expect(open([])).rejects.toMatchObject({ status: 404 });
  });
});
