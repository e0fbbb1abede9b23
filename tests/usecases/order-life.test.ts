import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { accountCode } from "#app/domain/ledger.ts";
import { negate } from "#app/domain/money.ts";
import type { Context } from "#app/usecases/context.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { as, testContext } from "#tests/world/context.ts";
import { ACTS, type Act, movesBetween, type Standing, standing, tryAct } from "#tests/world/life-walk.ts";
import { aPayableOrder } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";

let operator: Context;
beforeAll(async () => {
  operator = as(testContext(), (await aPerson({ isOperator: true })).actor);
});

type Order = Awaited<ReturnType<typeof aPayableOrder>>;
const step = fc.record({ act: fc.constantFrom(...(Object.keys(ACTS) as Act[])), part: fc.nat(1) });
/** Random presses, mixed into the usual way so that walks also come far. */
const usual: { act: Act; part: number }[] = [
  { act: "confirm", part: 0 },
  ...(["pack", "hand-over", "send"] as const).flatMap((act) => [0, 1].map((part) => ({ act, part }))),
  { act: "deliver", part: 0 },
];
const walk = fc
  .array(fc.option(step, { freq: 2 }), { minLength: 12, maxLength: 22 })
  .map(
    (steps) =>
      steps.reduce<{ at: number; done: { act: Act; part: number }[] }>(
        ({ at, done }, each) =>
          each
            ? { at, done: [...done, each] }
            : { at: at + 1, done: [...done, usual[at % usual.length] ?? { act: "pack", part: 0 }] },
        { at: 0, done: [] },
      ).done,
  );

/** What the moves of one press say of the goods on sale and the books is what happened to them, and nothing else did. */
function expectAsTheTableSays(order: Order, before: Standing, after: Standing, act: Act): void {
  const moves = movesBetween(before, after, ACTS[act].cause);
  const mayPost = new Set(moves.flatMap(({ move }) => move.ledger ?? []).map(String));
  const posted = [...after.entries].filter(([id]) => !before.entries.has(id)).map(([, kind]) => kind);
  // Of other orders that ran out at the same moment nothing is posted either.
  for (const kind of posted) expect([...mayPost]).toContain(kind);
  const stockMoves = moves.flatMap(({ move }) => (move.of === "order" && move.stock ? [move.stock] : []));
  for (const { variantId, consignment, line } of order.parts) {
    const wasGiven = before.states.get(`consignment ${consignment.id}`) === "delivered";
    const refunded = (after.lines.get(line.id)?.milli ?? 0) - (before.lines.get(line.id)?.milli ?? 0);
    const back = stockMoves.includes("put back") ? line.quantityMilli : wasGiven ? 0 : refunded;
    const change = (after.stock.get(variantId) ?? 0) - (before.stock.get(variantId) ?? 0);
    expect(change).toBe(stockMoves.length > 0 ? back : 0);
  }
}

/** What each account of the order must hold, told by its states alone. */
async function expectBooksRight(order: Order, now: Standing): Promise<void> {
  const { total } = await trialBalance();
  expect(total).toBe(0);
  const state = now.states.get(`order ${order.id}`);
  const isPaid = state === "paid" || state === "completed";
  for (const { group, consignment, line, shares } of order.parts) {
    const refunded = now.lines.get(line.id)?.value ?? 0;
    const given = shares.map((share) => now.shares.get(share.id) ?? 0);
    expect(given.reduce<number>((all, each) => all + each, 0)).toBe(refunded);
    const isGiven = now.states.get(`consignment ${consignment.id}`) === "delivered";
    const held = await balanceOf(accountCode("deposits-held", { kind: "group", id: group.id }));
    expect(negate(held)).toBe(isPaid && !isGiven ? consignment.goodsValue - refunded : 0);
    for (const { id, memberId, amount } of shares.filter((share) => share.memberId !== null))
      expect(negate(await balanceOf(accountCode("member-payable", { kind: "member", id: memberId ?? "" })))).toBe(
        isPaid && isGiven ? amount - (now.shares.get(id) ?? 0) : 0,
      );
  }
  const owed = negate(await balanceOf(accountCode("refunds-payable", { kind: "order", id: order.id })));
  if (state === "refunded") {
    expect(owed).toBe(order.asked);
    for (const { line } of order.parts) expect(now.lines.get(line.id)?.milli).toBe(line.quantityMilli);
    for (const { consignment } of order.parts) expect(now.states.get(`consignment ${consignment.id}`)).toBe("refunded");
  }
}

describe("an order's life, walked at random through the use cases", () => {
  it("only goes the ways of the table; goods and books are right after every step", async () => {
    const came = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(
        walk,
        fc.constantFrom("transfer" as const, "cash-on-delivery" as const),
        async (steps, method) => {
          const order = await aPayableOrder({ method });
          let before = await standing(order);
          for (const { act, part } of steps) {
            await tryAct({ operator, order, act, part });
            const after = await standing(order);
            expectAsTheTableSays(order, before, after, act);
            await expectBooksRight(order, after);
            before = after;
          }
          const end = before.states.get(`order ${order.id}`) ?? "";
          came.set(end, (came.get(end) ?? 0) + 1);
        },
      ),
      { numRuns: 30, seed: 261124 },
    );
    expect((await verifyBooks()).ok).toBe(true);
    expect([...came.keys()].toSorted()).toEqual(expect.arrayContaining(["cancelled", "completed", "paid", "refunded"]));
  });
});
