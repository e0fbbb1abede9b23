import { divideReceipt } from "#app/domain/entrusted-money.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { entrustedReceivedEntry } from "#app/domain/postings-of-entrusted.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustedReceiptByFormKey, readDues } from "#db/read/entrusted-money.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustedReceipt } from "#db/write/entrustments.ts";
import { post } from "#db/write/ledger.ts";

type Receive = { groupId: string; place: string; amount: Rupiah; formKey: string };

/** A place hands over money for what it sold: into the group's cash box, and from now on it is the members'. One form, one receipt. */
export async function receiveForEntrusted(
  ctx: Context,
  { groupId, place, amount, formKey }: Receive,
): Promise<Result<object, "nothing-due" | "form-used">> {
  permit(ctx.actor, "receive-for-entrusted", { groupId });
  return inTransaction(async (tx) => {
    const known = await findEntrustedReceiptByFormKey(formKey);
    if (known) return known.place === place && known.amount === amount ? { ok: true } : refuse("form-used");
    const { members, commission } = divideReceipt(amount, (await readDues(groupId)).get(place) ?? []);
    // Without anything sold there is nothing that this money could be for.
    if (members.length === 0) return refuse("nothing-due", { amount: "nothing-due" });
    const id = ctx.newId();
    const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
    await insertEntrustedReceipt(tx, {
      receipt: { ...{ id, groupId, place, amount, commission, formKey }, ...by },
      members,
    });
    const entry = entrustedReceivedEntry({ receiptId: id, groupId, amount, members, commission });
    await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
    await recordActivity(tx, ctx, { what: "receive-for-entrusted", groupId, subject: id, note: place });
    return { ok: true };
  });
}
