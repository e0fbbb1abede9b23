import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { openBooksOf, salesOf } from "#app/domain/open-books.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { publishTotals } from "#app/usecases/books/publish-totals.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { db } from "#db/client.server.ts";
import { findOpenBooks } from "#db/read/open-books.ts";
import { activities, groups } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder, BY_NAME } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";
import { aHub } from "#tests/world/runs.ts";

const ctx = testContext();
const NOVEMBER = {
  name: "2026-11",
  from: new Date("2026-10-31T17:00:00Z"),
  until: new Date("2026-11-30T17:00:00Z"),
};
const OCTOBER = { name: "2026-10", from: new Date("2026-09-30T17:00:00Z"), until: NOVEMBER.from };
const MONTHS = [OCTOBER, NOVEMBER];

it("shows a group's totals to everybody once it wants that, without a member's name, and stops when it does not", async () => {
  const hub = await aHub();
  const group = await aGroup({ hubId: hub.id });
  const order = await anOrder({ delivery: "fetch", parts: [{ group, goodsValue: 100_000, quote: 0 }] });
  const id = order.consignments[0]?.id ?? "";
  const officer = as(ctx, group.officer);
  expect(await findOpenBooks(group.id, MONTHS)).toBeNull();
  await publishTotals(officer, { groupId: group.id, publish: true });
  const before = await findOpenBooks(group.id, MONTHS);
  expect(before?.map(salesOf)).toEqual([0, 0]);
  expect(openBooksOf(before ?? []).months).toEqual([]);

  await packConsignment(officer, { groupId: group.id, consignmentId: id, packedGrams: 900 });
  await handOverConsignment(officer, { consignmentId: id });
  await deliverOrder(as(ctx, hub.keeper), { proof: BY_NAME, number: order.number, cash: null });
  // Rp 100,000: 2 % to the network, 10 % to the fund, the rest to the members.
  const books = await findOpenBooks(group.id, MONTHS);
  expect(books?.[1]).toEqual({ month: "2026-11", members: 88_000, fund: 10_000, costs: 0, fees: 2_000 });
  const shown = openBooksOf(books ?? []);
  expect(shown.months.map((month) => month.month)).toEqual(["2026-11"]);
  expect(salesOf(shown.all)).toBe(100_000);
  for (const { name } of group.members) expect(JSON.stringify(shown)).not.toContain(name);

  const another = await aGroup();
  await publishTotals(as(ctx, another.officer), { groupId: another.id, publish: true });
  expect((await findOpenBooks(another.id, MONTHS))?.map(salesOf)).toEqual([0, 0]);

  await publishTotals(officer, { groupId: group.id, publish: false });
  expect(await findOpenBooks(group.id, MONTHS)).toBeNull();
});

it("counts what was packed, where that was less than what was sold", async () => {
  const hub = await aHub();
  const group = await aGroup({ hubId: hub.id });
  await publishTotals(as(ctx, group.officer), { groupId: group.id, publish: true });
  const parts = [{ group, goodsValue: 60_000, weighedMilli: 1000, quote: 0 }];
  const order = await anOrder({ delivery: "fetch", parts });
  const consignmentId = order.consignments[0]?.id ?? "";
  const packed = { [order.lines[0]?.id ?? ""]: 950 };
  const officer = as(ctx, group.officer);
  expect(await packConsignment(officer, { groupId: group.id, consignmentId, packedGrams: 950, packed })).toMatchObject({
    ok: true,
  });
  await handOverConsignment(officer, { consignmentId });
  await deliverOrder(as(ctx, hub.keeper), { proof: BY_NAME, number: order.number, cash: null });
  expect((await findOpenBooks(group.id, MONTHS))?.map(salesOf)).toEqual([0, 57_000]);
});

it("is the chair's or treasurer's to decide, and writes down each change once", async () => {
  const group = await aGroup();
  for (const office of ["secretary", "auditor"] as const) {
    const { actor } = await anOfficer(group, [office]);
    await expect(publishTotals(as(ctx, actor), { groupId: group.id, publish: true })).rejects.toThrow(NotAllowed);
  }
  const stranger = (await aGroup()).officer;
  await expect(publishTotals(as(ctx, stranger), { groupId: group.id, publish: true })).rejects.toThrow(NotAllowed);
  const { actor: treasurer } = await anOfficer(group, ["treasurer"]);
  const twice = [group.officer, treasurer].map((actor) =>
    publishTotals(as(ctx, actor), { groupId: group.id, publish: true }),
  );
  expect(await Promise.all(twice)).toEqual([{ ok: true }, { ok: true }]);
  const rows = await db().select().from(activities).where(eq(activities.groupId, group.id));
  expect(rows.map(({ what, note }) => [what, note])).toEqual([["publish-totals", "yes"]]);
  const [row] = await inTransaction((tx) => tx.select().from(groups).where(eq(groups.id, group.id)));
  expect(row?.publishesTotals).toBe(true);
});
