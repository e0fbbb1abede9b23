import { dayInWib } from "#app/domain/calendar-day.ts";
import { dayErrors, readBrought } from "#app/domain/harvest-delivery.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findDeliverable, findDeliveryByFormKey } from "#db/read/harvest-deliveries.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { bringIn } from "#db/write/deliveries.ts";

type Input = {
  groupId: string;
  memberId: string;
  variantId: string;
  /** As it was typed: "12,5". */
  quantity: string;
  /** YYYY-MM-DD; earlier days are typed in later from paper. */
  day: string;
  note: string;
  formKey: string;
};
type Recorded = Result<{ deliveryId: string }, "fields" | "form-used">;

/** A member brought part of a harvest: it joins the day's lot and can be sold from now on. One form records one delivery. */
export async function recordDelivery(ctx: Context, input: Input): Promise<Recorded> {
  permit(ctx.actor, "record-delivery", { groupId: input.groupId });
  return inTransaction((tx) => recordWithin(tx, ctx, input));
}

async function recordWithin(tx: Tx, ctx: Context, input: Input): Promise<Recorded> {
  const { groupId, memberId, variantId, day, note, formKey } = input;
  const known = await findDeliveryByFormKey(formKey);
  if (known)
    return known.groupId === groupId && known.memberId === memberId && known.variantId === variantId
      ? { ok: true, deliveryId: known.id }
      : refuse("form-used");
  const early = dayErrors(day, dayInWib(ctx.now.getTime()));
  const member = await findMember({ groupId, memberId });
  const goods = await findDeliverable({ groupId, variantId });
  const read = goods ? readBrought(input.quantity, goods.unit) : null;
  const fields = {
    ...early,
    ...(member ? {} : { memberId: "no-such-member" }),
    ...(goods ? {} : { variantId: "variant-unknown" }),
    ...(read && !read.ok ? { quantity: read.reason } : {}),
  };
  if (Object.keys(fields).length > 0 || !read?.ok) return refuse("fields", fields);
  const quantityMilli = read.value;
  const deliveryId = ctx.newId();
  const brought = { id: deliveryId, groupId, variantId, memberId, day, quantityMilli, note, formKey };
  const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
  if (!(await bringIn(tx, ctx, { ...brought, ...by }))) return refuse("fields", { quantity: "quantity-invalid" });
  await recordActivity(tx, ctx, {
    ...{ what: "record-delivery", groupId, onBehalfOf: memberId, subject: deliveryId, note: `${quantityMilli}` },
  });
  return { ok: true, deliveryId };
}
