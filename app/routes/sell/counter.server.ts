import { type CounterRows, readCounterRows } from "#app/domain/counter.ts";
import { sum, ZERO } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";
import { may } from "#app/domain/permissions.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { type findCounterSale, listCounterGoods, listCounterLines } from "#db/read/counter.ts";

type Typed = Parameters<typeof readCounterRows>[0];
type Wanted = { variantId: string; quantityMilli: number };

/** What was typed beside the goods, as a sum to look at; or what is wrong with it, by field. */
export async function reckonTyped(ctx: Context, { groupId, typed }: { groupId: string; typed: Typed }) {
  const goods = await listCounterGoods(ctx.actor, groupId);
  const read: CounterRows = readCounterRows(typed, goods);
  return read.ok ? reckon({ groupId, wanted: read.lines, now: ctx.now }) : { ok: false as const, fields: read.fields };
}

/** So much of these goods at today's prices. What cannot be sold that way any more stands in the fields. */
export async function reckon({ groupId, wanted, now }: { groupId: string; wanted: readonly Wanted[]; now: Date }) {
  const lines = await listCounterLines(groupId, wanted, now);
  const fields: FieldErrors = {};
  for (const { variantId } of wanted)
    if (lines.find((line) => line.variantId === variantId)?.trouble !== null)
      fields[`quantity-${variantId}`] = "not-enough-stock";
  if (Object.keys(fields).length > 0) return { ok: false as const, fields };
  return {
    ok: true as const,
    sum: {
      total: sum(lines.map((line) => line.goodsValue ?? ZERO)),
      lines: lines.map((line) => ({
        variantId: line.variantId,
        name: [line.listingName, line.variantName].filter(Boolean).join(", "),
        unit: line.unit,
        quantityMilli: line.quantityMilli,
        goodsValue: line.goodsValue ?? ZERO,
        seen: seenLine(line),
      })),
    },
  };
}

export type CounterSum = Extract<Awaited<ReturnType<typeof reckon>>, { ok: true }>["sum"];

const STANDS = {
  "awaiting-payment": "waiting",
  "payable-on-delivery": "waiting",
  paid: "done",
  completed: "done",
  cancelled: "over",
  expired: "over",
  refunded: "back",
} as const;

/** Where a sale stands, in the words of the counter. */
export function standOf(state: keyof typeof STANDS) {
  return STANDS[state];
}

type Sale = NonNullable<Awaited<ReturnType<typeof findCounterSale>>>;

/** One sale, as the seller looks at it. */
export function saleShown(ctx: Context, { sale, groupId }: { sale: Sale; groupId: string }) {
  const paid = sale.tries.find((each) => each.state === "paid");
  return {
    number: sale.number,
    stand: standOf(sale.state),
    total: sale.total,
    payBy: sale.payBy,
    buyerName: sale.buyerName,
    paidBy: paid?.method ?? null,
    cashGiven: paid?.cashGiven ?? null,
    isClaimed: sale.tries.some((each) => each.state === "claimed"),
    confirms: may(ctx.actor, "confirm-payment", { groupIds: [groupId] }),
    lines: sale.lines.map((line) => ({
      id: line.id,
      name: [line.listingName, line.variantName].filter(Boolean).join(", "),
      unit: line.unit,
      quantityMilli: line.quantityMilli,
      goodsValue: line.goodsValue,
    })),
  };
}
