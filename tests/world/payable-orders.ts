import { eq } from "drizzle-orm";
import { add, type Rupiah, rupiah, sum } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { deliveredEntry } from "#app/domain/postings.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { allocate } from "#app/domain/split.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { consignments, networks, orderLineShares, orderLines, orders, payments, splitRules } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { insertPayment } from "#db/write/payments.ts";
import { MARKET_DAY, testId } from "./context.ts";
import { aListing } from "./listings.ts";
import { aGroup } from "./people.ts";

const HOUR_MS = 3_600_000;

/** The network's own row: once a database. */
export async function aNetwork(over: Partial<typeof networks.$inferInsert> = {}): Promise<void> {
  const row = {
    ...{ id: "network", name: "Pasar Bersama", feeBasisPoints: 300, qrisFeeBasisPoints: 70 },
    ...{ bankName: "BRI", bankAccount: "0123456789", bankHolder: "Koperasi Pasar Bersama" },
    ...{ takesTransfer: true, takesQris: true, takesCashOnDelivery: true, payWithinHours: 24, isDemo: true },
    createdAt: MARKET_DAY,
    ...over,
  };
  await inTransaction((tx) => tx.insert(networks).values(row).onConflictDoNothing());
}

type Wanted = {
  buyerId?: string | null;
  method?: PaymentMethod;
  groupCount?: number;
  now?: Date;
  shipping?: number;
  price?: number;
};

/** An order of two pieces from each group, placed and unpaid, with its first payment; the stock is taken. */
export async function aPayableOrder(wanted: Wanted = {}) {
  const { buyerId = null, method = "transfer", groupCount = 2, now = MARKET_DAY, price = 62_000 } = wanted;
  const id = testId();
  const isOnDelivery = method === "cash-on-delivery";
  const parts: Awaited<ReturnType<typeof aPart>>[] = [];
  const shippingQuote = rupiah(wanted.shipping ?? 27_000);
  const quotes = allocate(shippingQuote, new Array(groupCount).fill(1));
  for (const quote of quotes) parts.push(await aPart({ orderId: id, price, isOnDelivery, now, quote }));
  const goodsTotal = sum(parts.map((part) => part.consignment.goodsValue));
  const doorFee = rupiah(5_000);
  const order = {
    ...{ id, number: `LB-261124-${id.slice(-4)}`, buyerId, buyerName: "Rahmah", buyerPhone: "+6281234567890" },
    ...{ locale: "id", delivery: "courier", savingAs: "refund" },
    ...{ goodsTotal, shippingQuote, shippingAlone: shippingQuote, doorFee },
    total: add(goodsTotal, add(shippingQuote, doorFee)),
    state: isOnDelivery ? "payable-on-delivery" : "awaiting-payment",
    payBy: isOnDelivery ? null : new Date(now.getTime() + 24 * HOUR_MS),
    ...{ formKey: `form-${id}`, formHash: "hash", placedAt: now },
  } satisfies typeof orders.$inferInsert;
  const payment = await inTransaction(async (tx) => {
    await tx.insert(orders).values(order);
    for (const part of parts) {
      await tx.insert(consignments).values(part.consignment);
      await tx.insert(orderLines).values(part.line);
      await tx.insert(orderLineShares).values(part.shares);
    }
    const first = { id: testId(), orderId: id, attempt: 1, method, amount: order.total, expiresAt: order.payBy, now };
    return insertPayment(tx, first);
  });
  if (!payment) throw new Error("no payment");
  return { ...order, parts, payment, asked: add(payment.amount, payment.uniqueAddition) };
}

async function aPart({
  orderId,
  price,
  isOnDelivery,
  now,
  quote,
}: {
  quote: Rupiah;
  orderId: string;
  price: number;
  isOnDelivery: boolean;
  now: Date;
}) {
  const group = await aGroup();
  const listing = await aListing({ group, variants: [{ price: rupiah(price), stockMilli: 8_000 }] });
  const rule: SplitRule = {
    ...{ method: "contribution", fundBasisPoints: 1000 },
    ...{ fixedCosts: [], fixedShares: [], pieceRates: [] },
  };
  const splitRuleId = testId();
  const versions = { id: splitRuleId, groupId: group.id, name: "Aturan umum", version: 1, rule, isDefault: 1 };
  await inTransaction((tx) =>
    tx.insert(splitRules).values({ ...versions, createdBy: group.appliedBy, effectiveFrom: MARKET_DAY }),
  );
  const goodsValue = rupiah(2 * price);
  const consignmentId = testId();
  const lineId = testId();
  const contributions = group.members.map((member) => ({
    ...{ memberId: member.id, memberNumber: member.number, step: "", weight: 1 },
  }));
  const fees = { networkFeeBasisPoints: 300, providerFeeBasisPoints: 0 };
  const shares = splitSaleLine({ goodsValue, quantityMilli: 2000, ...fees, rule, contributions });
  return {
    group,
    variantId: listing.variants[0]?.id ?? "",
    consignment: {
      ...{ id: consignmentId, orderId, groupId: group.id, goodsValue, grams: 2000, volumetricGrams: 2000 },
      ...{ alone: quote, quote, quotedAt: now },
      state: isOnDelivery ? ("to-pack" as const) : ("waiting" as const),
    },
    line: {
      ...{ id: lineId, orderId, consignmentId, variantId: listing.variants[0]?.id ?? "", position: 1 },
      ...{ listingName: listing.name, variantName: "", unit: "buah", unitPrice: rupiah(price), quantityMilli: 2000 },
      ...{ goodsValue, splitRuleId },
    },
    shares: shares.map((share, position) => ({ id: testId(), orderLineId: lineId, position, ...share })),
  };
}

/** As the hand-over posts it: what was held becomes the members'. */
export async function deliver(order: Awaited<ReturnType<typeof aPayableOrder>>, now = MARKET_DAY): Promise<void> {
  await inTransaction(async (tx) => {
    for (const { consignment, line, shares, group } of order.parts) {
      const entry = deliveredEntry({
        consignmentId: consignment.id,
        groupId: group.id,
        lines: [{ orderLineId: line.id, shares }],
      });
      await post(tx, entry, { actorId: null, now, newId: testId });
      await tx
        .update(consignments)
        .set({ state: "delivered", deliveredAt: now })
        .where(eq(consignments.id, consignment.id));
    }
  });
}

export async function paymentRow(paymentId: string) {
  const rows = await inTransaction((tx) => tx.select().from(payments));
  const row = rows.find((each) => each.id === paymentId);
  if (!row) throw new Error(`no payment ${paymentId}`);
  return row;
}
