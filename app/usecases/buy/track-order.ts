import { parseOrderNumber } from "#app/domain/order.ts";
import { permit } from "#app/domain/permissions.ts";
import { normalisePhone } from "#app/domain/phone.ts";
import { type Refused, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findOrderHead } from "#db/read/orders.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { countHit } from "#db/write/rate-limits.ts";

const WINDOW_MINUTES = 15;
/** A family behind one address looks at several orders; guessing needs thousands of tries. */
const TRIES_PER_ADDRESS = 20;
const TRIES_PER_NUMBER = 8;

/** Who knows an order's number and its buyer's phone may follow it; by the phone of a gift's recipient only the gift. The answer never says which of the two was wrong. */
export async function trackOrder(
  ctx: Context,
  asked: { number: string; phone: string; address: string },
): Promise<
  | { ok: true; as: "buyer" | "recipient"; orderId: string; number: string }
  | Refused<"track-no-match" | "too-many-tries">
> {
  permit(ctx.actor, "track-order");
  const number = parseOrderNumber(asked.number);
  const phone = normalisePhone(asked.phone);
  const isTooMuch = await inTransaction(async (tx) => {
    const limit = (key: string) => countHit(tx, { key, windowMinutes: WINDOW_MINUTES }, ctx.now);
    const fromHere = await limit(`track:from:${asked.address}`);
    const forThis = number ? await limit(`track:order:${number}`) : 0;
    return fromHere > TRIES_PER_ADDRESS || forThis > TRIES_PER_NUMBER;
  });
  if (isTooMuch) return refuse("too-many-tries");
  const head = number ? await findOrderHead(number) : undefined;
  if (!head || !phone) return refuse("track-no-match");
  const found = { orderId: head.id, number: head.number };
  if (head.buyerPhone === phone) return { ok: true, as: "buyer", ...found };
  if (head.recipientPhone === phone) return { ok: true, as: "recipient", ...found };
  return refuse("track-no-match");
}
