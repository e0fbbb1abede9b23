import { expect, it } from "vitest";
import type { Actor } from "#app/domain/permissions.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import { loader as openRoot } from "#app/root.tsx";
import { loader as openStart } from "#app/routes/account/start.ts";
import { loader as openOrders } from "#app/routes/buy/own-orders.tsx";
import { loader as openDesk } from "#app/routes/sell/desk.tsx";
import { loader as openGroupDesk } from "#app/routes/sell/group-desk.tsx";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun } from "#tests/world/runs.ts";

const ctx = testContext();

async function startOf(actor: Actor): Promise<string | null> {
  const answer = await openStart(opening({ path: "/start", ctx: as(ctx, actor) })).catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer.headers.get("location") : null;
}

it("leads everybody who has signed in to their work, and who has not to the sign-in page", async () => {
  const run = await anOpenRun();
  expect(await startOf((await aPerson()).actor)).toBe("/");
  expect(await startOf((await aGroup()).officer)).toBe("/desk");
  expect(await startOf(run.hub.keeper)).toBe("/runs");
  expect(await startOf((await aPerson({ isOperator: true })).actor)).toBe("/operate");
  expect(await startOf(NOBODY)).toBe("/sign-in?next=%2Fstart");
});

it("shows on the menu as many tasks as stand on the page behind it", async () => {
  const run = await anOpenRun();
  const [group, other] = [await aGroup(), await aGroup()];
  const buyer = (await aPerson()).actor;
  await anOrder({ run, buyerId: buyer.personId, parts: [{ group }, { group: other }] });
  await anOrder({ run, buyerId: buyer.personId, money: "waiting", parts: [{ group }] });
  const menuOf = async (actor: Actor) => (await openRoot(opening({ path: "/", ctx: as(ctx, actor) }))).menu.bar;
  const on = async (actor: Actor, key: string) => (await menuOf(actor)).find((item) => item.key === key)?.count;

  const desk = await openDesk(opening({ path: "/desk", ctx: as(ctx, group.officer) }));
  expect(desk.tasks.map((task) => task.kind)).toEqual(["to-pack", "group-story", "group-photo"]);
  expect(await on(group.officer, "desk")).toBe(desk.tasks.length);
  const orders = await openOrders(opening({ path: "/account/orders", ctx: as(ctx, buyer) }));
  expect(orders.tasks.map((task) => task.kind)).toEqual(["order-to-pay"]);
  expect(await on(buyer, "orders")).toBe(1);
  expect((await menuOf(NOBODY)).map((item) => item.count)).toEqual([0, 0, 0, 0, 0]);

  // A group's own desk shows the tasks of that group alone.
  const params = { group: other.slug };
  const own = await openGroupDesk(opening({ path: `/desk/${other.slug}`, params, ctx: as(ctx, other.officer) }));
  expect(own.tasks.every((task) => task.path.startsWith(`/desk/${other.slug}/`))).toBe(true);
  expect(own.tasks).toHaveLength(3);
});
