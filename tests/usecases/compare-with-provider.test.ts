import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { compareWithProvider } from "#app/usecases/hooks/compare-with-provider.ts";
import { bookSettlement } from "#app/usecases/operate/book-settlement.ts";
import { settleDifference } from "#app/usecases/operate/settle-difference.ts";
import { db } from "#db/client.server.ts";
import { balanceOf, verifyBooks } from "#db/read/ledger.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { findReconciliation } from "#db/read/reconciliation.ts";
import { comparisons, differences, orders, payments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { cardMarket, STRIPES } from "#tests/world/card-orders.ts";
import { as } from "#tests/world/context.ts";
import { aNetwork } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import type { StripeWorld } from "#tests/world/stripe-world.ts";

const STRIPE = "stripe:network:network";
const BANK = "bank:network:network";

beforeAll(() => aNetwork());

describe.each(STRIPES)("what $name says, beside the books", ({ open }) => {
  let world: StripeWorld;
  let market: ReturnType<typeof cardMarket>;
  let operator: Context;
  beforeAll(async () => {
    world = await open();
    market = cardMarket(world);
    operator = await market.operator();
    // Another Stripe's comparisons are not this one's.
    await inTransaction(async (tx) => {
      await tx.delete(comparisons);
      await tx.delete(differences);
    });
  });
  afterAll(() => world.close());

  const openOnes = async () => (await findReconciliation(operator.actor)).open;
  /** A day later each time, so that it is time again. */
  let days = 0;
  const compare = () => {
    days += 1;
    return compareWithProvider(market.later(25 * days));
  };
  const stateOf = async (orderId: string) =>
    (await db().select({ state: orders.state }).from(orders).where(eq(orders.id, orderId)))[0]?.state;

  it("finds a payment of which no event ever came, a quarter of an hour later, and not before its time again", async () => {
    const { order, ref } = await market.atStripe();
    await world.complete(ref);
    expect(await compareWithProvider(market.later(0.05))).toMatchObject({ waiting: 0 });
    expect(await stateOf(order.id)).toBe("paid");
    const later = await market.atStripe();
    await world.complete(later.ref);
    expect(await compareWithProvider(market.later(0.2))).toEqual({});
    expect(await stateOf(later.order.id)).toBe("awaiting-payment");
    expect(await compareWithProvider(market.later(0.6))).toEqual({ waiting: 1 });
    expect(await stateOf(later.order.id)).toBe("paid");
  });

  it("finds nothing to explain after a payment, refunds, a lost and a won dispute", async () => {
    const won = await market.paid();
    const lost = await market.paid();
    const refunded = await market.paid();
    await world.refundAtDesk(refunded.ref, 2_000_000);
    const names = [await world.dispute(won.ref, { fee: 1_500_000 }), await world.dispute(lost.ref)] as const;
    await world.closeDispute(names[0], true);
    await world.closeDispute(names[1], false);
    expect((await compare()).full).toBeGreaterThan(6);
    expect(await openOnes()).toEqual([]);
    expect(await stateOf(lost.order.id)).toBe("refunded");
  });

  it("lists money that Stripe sent to the bank, and books it when somebody has seen it there, once", async () => {
    const movement = await world.sendToBank(1_000_000);
    await compare();
    const before = [await balanceOf(STRIPE), await balanceOf(BANK)] as const;
    const [found] = await openOnes();
    expect(found).toMatchObject({ kind: "settlement", ref: movement, theirs: -10_000, ours: 0 });
    const tasks = await listOpenTasks(operator.actor, market.ctx.now);
    expect(tasks.find((task) => task.kind === "differences")).toMatchObject({ count: 1 });
    const seen = { differenceId: found?.id ?? "", note: "" };
    const stranger = as(market.ctx, (await aPerson()).actor);
    await expect(bookSettlement(stranger, seen)).rejects.toThrow(NotAllowed);
    await expect(settleDifference(stranger, { ...seen, note: "Saya" })).rejects.toThrow(NotAllowed);
    expect(await bookSettlement(operator, seen)).toEqual({ ok: true });
    expect(await bookSettlement(operator, seen)).toMatchObject({ reason: "difference-gone" });
    expect([await balanceOf(STRIPE), await balanceOf(BANK)]).toEqual([before[0] - 10_000, before[1] + 10_000]);
    await compare();
    expect(await openOnes()).toEqual([]);
  });

  it("lists a payment that is none of ours, and one that is booked with another amount, for a person to explain", async () => {
    const other = await market.atStripe();
    // As if it had been begun by another program on the same account.
    await inTransaction((tx) =>
      tx.update(payments).set({ providerRef: null, provider: "manual" }).where(eq(payments.id, other.paymentId)),
    );
    await world.complete(other.ref);
    const changed = await market.atStripe();
    const less = rupiah(changed.order.total - 1_000);
    await inTransaction((tx) => tx.update(payments).set({ amount: less }).where(eq(payments.id, changed.paymentId)));
    await world.complete(changed.ref);
    await compare();
    const found = await openOnes();
    expect(found.map((each) => each.kind).toSorted()).toEqual(["payment", "unknown-payment"]);
    const payment = found.find((each) => each.kind === "payment");
    expect(payment).toMatchObject({ ref: changed.ref, ours: 0 });
    expect(payment?.theirs).toBeLessThan(changed.order.total);
    expect(await stateOf(changed.order.id)).toBe("awaiting-payment");
    const differenceId = payment?.id ?? "";
    expect(await bookSettlement(operator, { differenceId, note: "" })).toMatchObject({ reason: "difference-gone" });
    expect(await settleDifference(operator, { differenceId, note: "" })).toMatchObject({ reason: "note-missing" });
    expect(await settleDifference(operator, { differenceId, note: "Dibayar dua kali" })).toEqual({ ok: true });
    await compare();
    // Explained is explained, as long as the amounts stay.
    expect((await openOnes()).map((each) => each.kind)).toEqual(["unknown-payment"]);
    await inTransaction((tx) =>
      tx.update(payments).set({ amount: changed.order.total }).where(eq(payments.id, changed.paymentId)),
    );
    await compare();
    expect(await stateOf(changed.order.id)).toBe("paid");
    expect((await verifyBooks()).ok).toBe(true);
  });
});
