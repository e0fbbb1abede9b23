import { readBrought } from "#app/domain/harvest-delivery.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCorrectionByFormKey, findDeliveryFacts } from "#db/read/harvest-deliveries.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertCorrection, takeOffDelivery } from "#db/write/deliveries.ts";
import { takeStock } from "#db/write/stock.ts";

type Input = {
  groupId: string;
  deliveryId: string;
  kind: "slip" | "returned";
  quantity: string;
  reason: string;
  formKey: string;
};

class Undo extends Error {}

/**
 * Part of a delivery was a slip of the pen, or the member takes it home. What was written stays; a dated correction stands beside it.
 * What is sold or written off cannot be taken back.
 */
export async function correctDelivery(
  ctx: Context,
  { groupId, deliveryId, kind, quantity, reason, formKey }: Input,
): Promise<Result<object, "no-such-delivery" | "fields" | "form-used" | "more-than-left">> {
  permit(ctx.actor, "correct-delivery", { groupId });
  try {
    return await inTransaction(async (tx) => {
      const known = await findCorrectionByFormKey(formKey);
      if (known) return known.deliveryId === deliveryId ? { ok: true } : refuse("form-used");
      const delivery = await findDeliveryFacts(deliveryId);
      if (delivery?.groupId !== groupId) return refuse("no-such-delivery");
      const read = readBrought(quantity, delivery.unit);
      if (!read.ok) return refuse("fields", { quantity: read.reason });
      const quantityMilli = read.value;
      const off = { variantId: delivery.variantId, quantityMilli };
      if ((await takeStock(tx, [off])) || !(await takeOffDelivery(tx, ctx, { deliveryId, quantityMilli, groupId })))
        throw new Undo();
      const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
      await insertCorrection(tx, { id: ctx.newId(), deliveryId, kind, quantityMilli, reason, formKey, ...by });
      await recordActivity(tx, ctx, {
        ...{ what: "correct-delivery", groupId, onBehalfOf: delivery.memberId, subject: deliveryId },
        note: `${kind}: ${reason}`,
      });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof Undo) return refuse("more-than-left", { quantity: "more-than-left" });
    throw problem;
  }
}
