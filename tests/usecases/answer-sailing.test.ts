import { eq, inArray } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { negate } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { answerSailing } from "#app/usecases/buy/answer-sailing.ts";
import type { Context } from "#app/usecases/context.ts";
import { cancelRun } from "#app/usecases/ship/cancel-run.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { postponeRun } from "#app/usecases/ship/postpone-run.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, trialBalance } from "#db/read/ledger.ts";
import { listSailingParts } from "#db/read/run-moves.ts";
import { consignments, messages, orders, payments, refunds, variants } from "#db/schema.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

const ctx = testContext();
let operator: Context;
beforeAll(async () => {
  operator = as(ctx, (await aPerson({ isOperator: true })).actor);
});

type Wanted = Omit<Parameters<typeof anOrder>[0], "parts" | "run" | "buyerId">;

/** An order of two groups whose sailing was put off by a day, and its buyer. */
async function putOff(over: Wanted = {}) {
  const run = await anOpenRun();
  const [one, two, buyer] = [await aGroup(), await aGroup(), await aPerson()];
  const parts = [{ group: one }, { group: two, goodsValue: 50_000, quote: 20_000 }];
  const order = await anOrder({ run, buyerId: buyer.id, ...over, parts });
  const [first = "", second = ""] = order.consignments.map((each) => each.id);
  const postpone = () =>
    postponeRun(operator, {
      ...{ runId: run.id, formKey: ctx.secrets.token(), reason: "Ombak 3 meter", seenDepartsAt: run.departsAt },
      ...{ cutOffAt: hoursLater(72), departsAt: hoursLater(96) },
    });
  return { run, one, two, order, first, second, by: as(ctx, buyer.actor), postpone };
}

const leave = (number: string, ...consignmentIds: string[]) => ({ number, answer: "left" as const, consignmentIds });

async function standing(orderId: string) {
  const [order] = await db().select().from(orders).where(eq(orders.id, orderId));
  const parts = await db().select().from(consignments).where(eq(consignments.orderId, orderId));
  const back = await db()
    .select({ amount: refunds.amount, cause: refunds.cause, way: refunds.way, shipping: refunds.shipping })
    .from(refunds)
    .innerJoin(payments, eq(payments.id, refunds.paymentId))
    .where(eq(payments.orderId, orderId));
  return { state: order?.state, parts: new Map(parts.map((part) => [part.id, part.state])), back };
}

const stockOf = async (lines: { variantId: string }[]) =>
  (
    await db()
      .select()
      .from(variants)
      .where(
        inArray(
          variants.id,
          lines.map((line) => line.variantId),
        ),
      )
  ).reduce((all, each) => all + each.stockMilli, 0);

describe("answer-sailing", () => {
  it("keeps whoever stays, and lets change the mind until the cut-off", async () => {
    const { order, by, postpone, first } = await putOff();
    expect(await answerSailing(by, { ...leave(order.number), answer: "stays" })).toMatchObject({
      reason: "sailing-choose",
    });
    await postpone();
    expect(await answerSailing(by, { ...leave(order.number), answer: "stays" })).toEqual({ ok: true });
    expect((await listSailingParts(order.id)).map((part) => part.answer)).toEqual(["stays", "stays"]);
    expect(await standing(order.id)).toMatchObject({ state: "paid", back: [] });
    expect(await answerSailing(by, leave(order.number, first))).toEqual({ ok: true });
    expect((await standing(order.id)).parts.get(first)).toBe("refunded");
  });

  it("gives one group's part back with its shipping, once, tells that group, and leaves the other", async () => {
    const { order, by, postpone, first, second, one, two } = await putOff();
    await postpone();
    const stock = await stockOf(order.lines);
    const presses = await Promise.all([1, 2, 3].map(() => answerSailing(by, leave(order.number, first))));
    expect(presses).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    const now = await standing(order.id);
    expect(now.state).toBe("paid");
    expect([...now.parts]).toEqual(
      expect.arrayContaining([
        [first, "refunded"],
        [second, "to-pack"],
      ]),
    );
    expect(now.back).toEqual([{ amount: 138_000, cause: "sailing", way: "transfer", shipping: 38_000 }]);
    expect((await stockOf(order.lines)) - stock).toBe(1000);
    const told = async (personId: string | null) =>
      (
        await db()
          .select()
          .from(messages)
          .where(eq(messages.personId, personId ?? ""))
      ).filter((row) => row.kind === "sailing-left").length;
    expect([await told(one.officer.personId), await told(two.officer.personId)]).toEqual([1, 0]);
    expect(negate(await balanceOf(`refunds-payable:order:${order.id}`))).toBe(138_000);
    expect((await trialBalance()).total).toBe(0);
  });

  it("gives everything back with the door fee when all of it leaves, also what lies at the hub", async () => {
    const { order, by, postpone, first, one, run } = await putOff({ delivery: "run-door", doorFee: 10_000 });
    await packConsignment(as(ctx, one.officer), { groupId: one.id, consignmentId: first, packedGrams: 900 });
    await handOverConsignment(as(ctx, run.hub.keeper), { consignmentId: first });
    await postpone();
    expect(await answerSailing(by, leave(order.number))).toEqual({ ok: true });
    const now = await standing(order.id);
    expect(now.state).toBe("refunded");
    expect(now.back.map((each) => each.amount)).toEqual([218_000]);
    const keeper = await db()
      .select()
      .from(messages)
      .where(eq(messages.personId, run.hub.keeper.personId ?? ""));
    expect(keeper.map((row) => row.kind)).toContain("sailing-left");
    expect((await trialBalance()).total).toBe(0);
  });

  it("ends an order that is not paid yet, packed or not, and puts the goods back", async () => {
    for (const money of ["waiting", "cash-on-delivery"] as const) {
      const { order, by, postpone, first, one } = await putOff({ money });
      if (money === "cash-on-delivery")
        await packConsignment(as(ctx, one.officer), { groupId: one.id, consignmentId: first, packedGrams: 900 });
      await postpone();
      const stock = await stockOf(order.lines);
      expect(await answerSailing(by, leave(order.number))).toEqual({ ok: true });
      const now = await standing(order.id);
      expect(now).toMatchObject({ state: "cancelled", back: [] });
      expect([...now.parts.values()]).toEqual(["cancelled", "cancelled"]);
      expect((await stockOf(order.lines)) - stock).toBe(2000);
    }
  });

  it("is open until the new cut-off, and while it waits for a run; never for what has left", async () => {
    const late = await putOff();
    await late.postpone();
    const after = { ...late.by, now: hoursLater(72) };
    expect(await answerSailing(after, leave(late.order.number))).toEqual({ ok: false, reason: "sailing-answered" });
    const waiting = await putOff();
    await cancelRun(operator, { runId: waiting.run.id, formKey: ctx.secrets.token(), reason: "Mesin rusak" });
    expect(await answerSailing({ ...waiting.by, now: hoursLater(900) }, leave(waiting.order.number))).toEqual({
      ok: true,
    });
    expect((await standing(waiting.order.id)).state).toBe("refunded");
  });

  it("gives the money back or sails, never both, when the boat leaves at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { order, by, postpone, first, one, run } = await putOff();
      await packConsignment(as(ctx, one.officer), { groupId: one.id, consignmentId: first, packedGrams: 900 });
      await handOverConsignment(as(ctx, run.hub.keeper), { consignmentId: first });
      await postpone();
      await lockRun(operator, { runId: run.id });
      const depart = () => departRun(operator, { runId: run.id, leavesBehind: true });
      const say = () => answerSailing(by, leave(order.number, first));
      // The boat is first in every other round.
      const departFirst = async () => {
        const departing = depart();
        return [await say(), await departing] as const;
      };
      const [answer, left] = await (round % 2 ? departFirst() : Promise.all([say(), depart()]));
      expect(left.ok && left.departed.includes(first)).toBe(!answer.ok);
      const now = await standing(order.id);
      expect(now.parts.get(first)).toBe(answer.ok ? "refunded" : "departed");
      expect(now.back).toHaveLength(answer.ok ? 1 : 0);
    }
  });

  it("is the buyer's alone", async () => {
    const { order, postpone, one } = await putOff();
    await postpone();
    for (const who of [as(ctx, one.officer), operator, as(ctx, (await aPerson()).actor)])
      await expect(answerSailing(who, leave(order.number))).rejects.toThrow(NotAllowed);
    const guest = as(ctx, { ...ctx.actor, orderPasses: [order.id] });
    expect(await answerSailing(guest, leave(order.number))).toEqual({ ok: true });
  });
});
