import { asc, eq } from "drizzle-orm";
import { type Actor, may } from "#app/domain/permissions.ts";
import { reorderLine } from "#app/domain/reorder.ts";
import { isUnit, UNITS } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { orderLines } from "../schema.ts";
import { type BasketOwner, findBuyable } from "./baskets.ts";
import { findOrderHead } from "./orders.ts";

/** Whether somebody bought this, and so can buy it again. */
export async function mayReorder(actor: Actor, number: string): Promise<boolean> {
  const head = await findOrderHead(number);
  return head !== undefined && may(actor, "reorder", { orderId: head.id, buyerId: head.buyerId });
}

/** An earlier order's lines beside what is for sale now, and what this basket holds of each; undefined for who did not buy it. */
export async function findReorder(
  actor: Actor,
  { number, owner, now: at }: { number: string; owner: BasketOwner | null; now: Date },
) {
  const head = await findOrderHead(number);
  if (!head || !may(actor, "reorder", { orderId: head.id, buyerId: head.buyerId })) return undefined;
  const lines = await db()
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, head.id))
    .orderBy(asc(orderLines.position));
  const compared = [];
  for (const line of lines) {
    const goods = await findBuyable(line.variantId, owner, at);
    const stepMilli = isUnit(line.unit) ? UNITS[line.unit].stepMilli : 1000;
    const now = goods && { price: goods.price, stockMilli: goods.stockMilli };
    compared.push({
      variantId: line.variantId,
      name: [line.listingName, line.variantName].filter(Boolean).join(", "),
      unit: line.unit,
      wasMilli: line.quantityMilli,
      wasPrice: line.unitPrice,
      price: goods?.price ?? null,
      slug: goods?.slug ?? null,
      heldMilli: goods?.heldMilli ?? 0,
      ...reorderLine({ before: line, now: now ?? null, stepMilli }),
    });
  }
  return compared;
}
