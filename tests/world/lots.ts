import { eq } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { recordDelivery } from "#app/usecases/sell/record-delivery.ts";
import { listBasketLines } from "#db/read/baskets.ts";
import { lineTakings, lotParts, lots, orderLineShares, orderLines, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openBasket, setBasketLine } from "#db/write/baskets.ts";
import { testContext, testId } from "./context.ts";
import { aListing } from "./listings.ts";
import { aNetwork, aSplitRule, aWish } from "./orders.ts";
import { aGroup } from "./people.ts";

const ctx = testContext();

/** A farm whose harvest is sold by the kilogram, 5 % for the fund, without any stock yet; one price for each grade. */
export async function aFarm(prices: number[] = [62_000], { catchWeight = false } = {}) {
  await aNetwork({ feeBasisPoints: 0 });
  const group = await aGroup({ kind: "farm" });
  await aSplitRule(group, { fundBasisPoints: 500 });
  const listing = await aListing({
    ...{ group, kind: "harvest", unit: "kg", contributions: [], catchWeight },
    variants: prices.map((price, at) => ({ name: `Grade ${at + 1}`, price: rupiah(price), stockMilli: 0 })),
  });
  const variant = listing.variants[0];
  if (!variant) throw new Error("a farm grows something");
  return { group, listing, variant, officer: testContext({ actor: group.officer }) };
}

type Farm = Awaited<ReturnType<typeof aFarm>>;
type Brought = { member: number; quantity: string; day?: string; variantId?: string; formKey?: string };

/** A member of a farm brings something, through the real use case. */
export async function bring(farm: Farm, { member, quantity, ...over }: Brought): Promise<string> {
  const answer = await recordDelivery(farm.officer, {
    ...{ groupId: farm.group.id, memberId: farm.group.members[member]?.id ?? "", quantity, note: "" },
    ...{ variantId: farm.variant.id, day: "2026-11-24", formKey: `delivery-form-${testId()}`, ...over },
  });
  if (!answer.ok) throw new Error(`the delivery was refused: ${JSON.stringify(answer)}`);
  return answer.deliveryId;
}

type Wanted = { variantId: string; quantityMilli: number };

/** Somebody's checkout form for exactly so much, to the gram. */
export async function wishFor(goods: Wanted[]) {
  const owner = { basketId: testId() };
  await inTransaction(async (tx) => {
    const basketId = await openBasket(tx, owner, ctx);
    for (const each of goods) await setBasketLine(tx, { basketId, ...each, now: ctx.now });
  });
  return { wish: await aWish(ctx, owner), lines: await listBasketLines(owner, ctx.now) };
}

/** A guest buys exactly so much, through the real use case. */
export async function buy(goods: Wanted[]): Promise<string> {
  const { wish } = await wishFor(goods);
  const answer = await placeOrder(ctx, wish);
  if (!answer.ok) throw new Error(`the order was refused: ${answer.reason}`);
  return answer.orderId;
}

/** What each party gets of an order: member number or party → rupiah. */
export async function sharesOf(orderId: string, group: Farm["group"]): Promise<Record<string, number>> {
  const rows = await inTransaction((tx) =>
    tx
      .select({ party: orderLineShares.party, memberId: orderLineShares.memberId, amount: orderLineShares.amount })
      .from(orderLineShares)
      .innerJoin(orderLines, eq(orderLines.id, orderLineShares.orderLineId))
      .where(eq(orderLines.orderId, orderId)),
  );
  const shares: Record<string, number> = {};
  for (const { party, memberId, amount } of rows) {
    const key = group.members.find((member) => member.id === memberId)?.name ?? party;
    shares[key] = (shares[key] ?? 0) + amount;
  }
  return shares;
}

/** A variant's books: its stock, what its lots hold, and what of each delivery went where. */
export async function stockOf(variantId: string) {
  return inTransaction(async (tx) => {
    const [variant] = await tx.select().from(variants).where(eq(variants.id, variantId));
    const parts = await tx
      .select({ lotId: lots.id, deliveryId: lotParts.deliveryId, leftMilli: lotParts.leftMilli })
      .from(lotParts)
      .innerJoin(lots, eq(lots.id, lotParts.lotId))
      .where(eq(lots.variantId, variantId))
      .orderBy(lots.day, lots.number);
    const taken = await tx
      .select({
        deliveryId: lineTakings.deliveryId,
        quantityMilli: lineTakings.quantityMilli,
        shortMilli: lineTakings.shortMilli,
        returnedAt: lineTakings.returnedAt,
      })
      .from(lineTakings)
      .innerJoin(lots, eq(lots.id, lineTakings.lotId))
      .where(eq(lots.variantId, variantId));
    return { stockMilli: variant?.stockMilli ?? -1, parts, taken };
  });
}
