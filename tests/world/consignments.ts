import { rupiah, sum, times } from "#app/domain/money.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { consignments, orderLineShares, orderLines, orders, payments, splitRules } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markPaymentPaid } from "#db/write/paid-orders.ts";
import { MARKET_DAY, testId } from "./context.ts";
import { aListing } from "./listings.ts";
import type { aGroup } from "./people.ts";

const RULE: SplitRule = {
  method: "contribution",
  fundBasisPoints: 1000,
  fixedCosts: [],
  fixedShares: [],
  pieceRates: [],
};

/** Somebody who fetches an order and signs for it. */
export const BY_NAME = { kind: "name", takenBy: "Dewi Lestari" } as const;

type Group = Awaited<ReturnType<typeof aGroup>>;

type Part = {
  group: Group;
  goodsValue?: number;
  /** So many thousandths of a kilogram, to be weighed when they are packed; without it, one piece. */
  weighedMilli?: number;
  grams?: number;
  volumetricGrams?: number;
  /** The ceiling promised; Rp 38,000 unless said otherwise, as is the price alone. */
  quote?: number;
  alone?: number;
};

type Wanted = Partial<
  Pick<typeof orders.$inferInsert, "buyerId" | "buyerName" | "savingAs" | "villageCode" | "street">
> & {
  delivery?: "run-pickup" | "run-door" | "courier" | "fetch";
  run?: { id: string; pickUpPoint?: { id: string } };
  doorFee?: number;
  /** "waiting" for its money, paid by transfer, or to be paid in cash at the door. */
  money?: "waiting" | "transfer" | "cash-on-delivery";
  parts: Part[];
};

/** An order as placing writes it, row by row: for tests of what comes after. Each part is one line, divided by contribution with 10 % to the fund. */
export async function anOrder({
  delivery = "run-pickup",
  run,
  doorFee = 0,
  money = "transfer",
  parts,
  ...over
}: Wanted) {
  const id = testId();
  const isCash = money === "cash-on-delivery";
  const rows = parts.map((part) => ({
    id: testId(),
    orderId: id,
    groupId: part.group.id,
    runId: run?.id ?? null,
    goodsValue: rupiah(part.goodsValue ?? 100_000),
    grams: part.grams ?? 1000,
    volumetricGrams: part.volumetricGrams ?? 0,
    alone: rupiah(part.alone ?? part.quote ?? 38_000),
    quote: rupiah(part.quote ?? 38_000),
    quotedAt: MARKET_DAY,
    state: isCash ? ("to-pack" as const) : ("waiting" as const),
  }));
  const goodsTotal = sum(rows.map((row) => row.goodsValue));
  const shippingQuote = sum(rows.map((row) => row.quote));
  const order = {
    id,
    number: `LB-261124-${id.slice(-4)}`,
    buyerName: "Dewi Lestari",
    buyerPhone: "+6281234567890",
    locale: "id" as const,
    delivery,
    runId: run?.id ?? null,
    pickUpPointId: delivery === "run-pickup" ? (run?.pickUpPoint?.id ?? null) : null,
    goodsTotal,
    shippingQuote,
    shippingAlone: sum(rows.map((row) => row.alone)),
    doorFee: rupiah(doorFee),
    total: sum([goodsTotal, shippingQuote, rupiah(doorFee)]),
    savingAs: "credit" as const,
    state: isCash ? ("payable-on-delivery" as const) : ("awaiting-payment" as const),
    formKey: `form-${id}`,
    formHash: "",
    placedAt: MARKET_DAY,
    ...over,
  };
  const payment = {
    id: testId(),
    orderId: id,
    attempt: 1,
    provider: "manual" as const,
    method: isCash ? ("cash-on-delivery" as const) : ("transfer" as const),
    amount: order.total,
    uniqueAddition: rupiah(0),
    state: "open" as const,
    createdAt: MARKET_DAY,
  };
  const lines: Awaited<ReturnType<typeof aLine>>[] = [];
  for (const [at, part] of parts.entries()) {
    const row = rows[at];
    if (row) lines.push(await aLine({ group: part.group, consignment: row, weighedMilli: part.weighedMilli ?? null }));
  }
  await inTransaction(async (tx) => {
    await tx.insert(orders).values(order);
    await tx.insert(consignments).values(rows);
    for (const { line, shares } of lines) {
      await tx.insert(orderLines).values(line);
      await tx.insert(orderLineShares).values(shares);
    }
    await tx.insert(payments).values(payment);
  });
  const by = { actor: { personId: null }, now: MARKET_DAY, newId: testId, mail: null };
  if (money === "transfer")
    await inTransaction((tx) => markPaymentPaid(tx, by, { paymentId: payment.id, into: { kind: "bank" } }));
  return { ...order, consignments: rows, lines: lines.map(({ line }) => line), paymentId: payment.id };
}

async function aLine({
  group,
  consignment,
  weighedMilli,
}: {
  group: Group;
  weighedMilli: number | null;
  consignment: { id: string; orderId: string; goodsValue: ReturnType<typeof rupiah> };
}) {
  const listing = await aListing({ group });
  const rule = { id: testId(), groupId: group.id, name: `Aturan ${listing.id}`, version: 1, rule: RULE };
  await inTransaction((tx) =>
    tx.insert(splitRules).values({ ...rule, createdBy: group.appliedBy, effectiveFrom: MARKET_DAY }),
  );
  const line = {
    id: testId(),
    orderId: consignment.orderId,
    consignmentId: consignment.id,
    variantId: listing.variants[0]?.id ?? "",
    position: 1,
    listingName: listing.name,
    variantName: "",
    unit: weighedMilli === null ? "buah" : "kg",
    unitPrice: weighedMilli === null ? consignment.goodsValue : times(consignment.goodsValue, 1000, weighedMilli),
    quantityMilli: weighedMilli ?? 1000,
    catchWeight: weighedMilli !== null,
    goodsValue: consignment.goodsValue,
    splitRuleId: rule.id,
  };
  const shares = splitSaleLine({
    goodsValue: line.goodsValue,
    quantityMilli: 1000,
    networkFeeBasisPoints: 200,
    providerFeeBasisPoints: 0,
    rule: RULE,
    contributions: group.members.map((member) => ({
      memberId: member.id,
      memberNumber: member.number,
      step: "",
      weight: 1,
    })),
  }).map((share, at) => ({ ...share, id: testId(), orderLineId: line.id, position: at + 1 }));
  return { line, shares };
}
