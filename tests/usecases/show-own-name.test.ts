import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { showOwnName } from "#app/usecases/sell/show-own-name.ts";
import { listNamedMakers } from "#db/read/listing-page.ts";
import { isNamedToBuyers } from "#db/read/members.ts";
import { members } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";

const ctx = testContext();

it("names a maker to buyers only while that member wants it and is with the group", async () => {
  const group = await aGroup();
  const maker = await anOfficer(group, [], { name: "Sumiyati" });
  const makers = [group.members[1]?.id ?? "", maker.memberId];
  const listing = await aListing({ group, contributions: makers.map((memberId) => ({ memberId })) });
  const own = { groupId: group.id, memberId: maker.memberId };
  expect(await listNamedMakers(listing.id)).toEqual([]);
  await showOwnName(as(ctx, maker.actor), { ...own, show: true });
  expect(await listNamedMakers(listing.id)).toEqual(["Sumiyati"]);
  expect(await isNamedToBuyers(maker.actor, own)).toBe(true);
  await showOwnName(as(ctx, maker.actor), { ...own, show: false });
  expect(await listNamedMakers(listing.id)).toEqual([]);

  await showOwnName(as(ctx, maker.actor), { ...own, show: true });
  await inTransaction((tx) => tx.update(members).set({ leftAt: MARKET_DAY }).where(eq(members.id, maker.memberId)));
  expect(await listNamedMakers(listing.id)).toEqual([]);
});

it("is nobody else's to say, neither the chair's nor the operator's", async () => {
  const group = await aGroup();
  const maker = await anOfficer(group, []);
  const own = { groupId: group.id, memberId: maker.memberId, show: true };
  const operator = (await aPerson({ isOperator: true })).actor;
  for (const actor of [group.officer, operator, (await aGroup()).officer])
    await expect(showOwnName(as(ctx, actor), own)).rejects.toThrow(NotAllowed);
});
