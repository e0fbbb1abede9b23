import { count, eq } from "drizzle-orm";
import { choiceOf, deliveryOffers } from "#app/domain/checkout.ts";
import { NO_GIFT } from "#app/domain/gift.ts";
import { rupiah } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { type OrderWish, placeOrder } from "#app/usecases/buy/place-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { db } from "#db/client.server.ts";
import { type BasketOwner, listBasketLines } from "#db/read/baskets.ts";
import { findDeliveryFacts } from "#db/read/delivery-offers.ts";
import { networks, orders, splitRules } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext, testId } from "./context.ts";
import { aListing } from "./listings.ts";
import { aGroup } from "./people.ts";

/** The network's settings: 2 % fee, 0,7 % for QRIS, all manual ways to pay. There is one network; the last settings stand. */
export async function aNetwork(over: Partial<typeof networks.$inferInsert> = {}) {
  const row = {
    id: "network",
    name: "Lumbung Gurindam",
    feeBasisPoints: 200,
    qrisFeeBasisPoints: 70,
    bankName: "Bank Riau Kepri",
    bankAccount: "1234567890",
    bankHolder: "Koperasi Gurindam",
    takesTransfer: true,
    takesQris: true,
    takesCashOnDelivery: true,
    payWithinHours: 24,
    foodNeedsPermit: false,
    foodNeedsHalal: false,
    isDemo: true,
    createdAt: MARKET_DAY,
    ...over,
  };
  await inTransaction((tx) => tx.insert(networks).values(row).onConflictDoUpdate({ target: networks.id, set: row }));
  return row;
}

/** A group's default rule: 10 % to the fund, the rest by contribution. */
export async function aSplitRule(group: { id: string; appliedBy: string }, over: Partial<SplitRule> = {}) {
  const rule: SplitRule = {
    method: "contribution",
    fundBasisPoints: 1000,
    fixedCosts: [],
    fixedShares: [],
    pieceRates: [],
    ...over,
  };
  const row = {
    id: testId(),
    groupId: group.id,
    name: "Aturan umum",
    version: 1,
    rule,
    isDefault: 1,
    createdBy: group.appliedBy,
    effectiveFrom: new Date(0),
  };
  await inTransaction((tx) => tx.insert(splitRules).values(row));
  return row;
}

type ListingOver = Omit<Parameters<typeof aListing>[0], "group">;

/** A group with a default rule and one listing on sale. */
export async function aStall(over: ListingOver = {}) {
  const group = await aGroup();
  const rule = await aSplitRule(group);
  const listing = await aListing({ ...over, group });
  const variant = listing.variants[0];
  if (!variant) throw new Error("a stall sells something");
  return { group, rule, listing, variant };
}

type Wanted = { variantId: string; quantity?: string };

/** A guest's basket with these goods in it, put there as people do. */
export async function aBasket(ctx: Context, wanted: Wanted[]): Promise<BasketOwner> {
  const owner: BasketOwner = ctx.actor.personId ? { personId: ctx.actor.personId } : { basketId: testId() };
  for (const { variantId, quantity = "1" } of wanted) {
    const answer = await changeBasket(ctx, { owner, intent: "add", variantId, quantity });
    if (!answer.ok) throw new Error(`could not fill the basket: ${answer.reason}`);
  }
  return owner;
}

type Choosing = { delivery?: "run-pickup" | "run-door" | "courier" | "fetch"; runId?: string };

/** A checkout form as the page would send it for this basket now. */
export async function aWish(
  ctx: Context,
  owner: BasketOwner,
  { delivery = "fetch", runId, ...over }: Partial<Omit<OrderWish, "delivery" | "owner">> & Choosing = {},
): Promise<OrderWish> {
  const lines = await listBasketLines(owner, ctx.now);
  const villageCode = over.villageCode ?? (delivery === "fetch" ? null : "21.04.02.1010");
  const facts = villageCode ? await findDeliveryFacts(villageCode, ctx.now) : null;
  const { offers } = deliveryOffers({
    goods: lines,
    toVillage: villageCode,
    runs: facts?.runs ?? [],
    couriers: facts?.couriers ?? [],
    keeping: facts?.keeping ?? "warn",
  });
  const offer = offers.find((each) => each.delivery === delivery && (!runId || each.runId === runId));
  if (!offer) throw new Error(`there is no way "${delivery}" to ${villageCode}`);
  return {
    formKey: ctx.secrets.token(),
    owner,
    buyerName: "Encik Rahman",
    buyerPhone: "+6281234567890",
    street: "Jalan Merdeka 4",
    rt: "01",
    rw: "02",
    landmark: "dekat surau",
    postal: "",
    note: "",
    ...NO_GIFT,
    ...{ useCredit: "", creditSeen: 0 },
    method: "transfer",
    savingAs: "credit",
    ...over,
    villageCode,
    delivery: choiceOf(offer),
    seen: lines.map(seenLine),
  };
}

type PlacedWanted = Partial<Omit<OrderWish, "delivery" | "owner">> &
  Choosing & { ctx?: Context; goods?: Wanted[]; price?: number };

/**
 * An order through the real use case. Without goods, one piece of a new stall; without a ctx, a guest's. Its zone must lie around the
 * village (anOpenRun({ areas: ["21.04"] })) unless the goods are fetched.
 */
export async function aPlacedOrder({ ctx = testContext(), goods, price = 62_000, ...over }: PlacedWanted = {}) {
  await aNetwork();
  const stall = goods ? null : await aStall({ variants: [{ price: rupiah(price) }] });
  const owner = await aBasket(ctx, goods ?? [{ variantId: stall?.variant.id ?? "" }]);
  const wish = await aWish(ctx, owner, over);
  const answer = await placeOrder(ctx, wish);
  if (!answer.ok) throw new Error(`the order was refused: ${answer.reason}`);
  /** The same visitor, now holding the order's pass. */
  const buyer: Context = { ...ctx, actor: { ...ctx.actor, orderPasses: [answer.orderId] } };
  return { orderId: answer.orderId, number: answer.number, wish, owner, stall, buyer };
}

/** A stall, a basket with two pieces of it, and the form that would order them. */
export async function aReadyWish(ctx: Context, over: Parameters<typeof aWish>[2] = {}) {
  await aNetwork();
  const stall = await aStall();
  const owner = await aBasket(ctx, [{ variantId: stall.variant.id, quantity: "2" }]);
  return { stall, owner, wish: await aWish(ctx, owner, over) };
}

/** How many orders a form has made. */
export async function ordersOf({ formKey }: Pick<OrderWish, "formKey">): Promise<number> {
  const [row] = await db()
    .select({ n: count().mapWith(Number) })
    .from(orders)
    .where(eq(orders.formKey, formKey));
  return row?.n ?? 0;
}
