import { readBrought } from "#app/domain/harvest-delivery.ts";
import type { WriteOffReason } from "#app/domain/lot.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findLotOwner, findWriteOffByFormKey } from "#db/read/harvest-deliveries.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertWriteOff } from "#db/write/deliveries.ts";
import { takeFromLot } from "#db/write/lots.ts";
import { takeStock } from "#db/write/stock.ts";

type Input = {
  groupId: string;
  lotId: string;
  quantity: string;
  reason: WriteOffReason;
  note: string;
  formKey: string;
};

class Undo extends Error {}

/** Part of a lot shrank or spoiled: nobody can buy it any more. All who brought to the lot bear it by what they brought. */
export async function writeOffLot(
  ctx: Context,
  { groupId, lotId, quantity, reason, note, formKey }: Input,
): Promise<Result<object, "lot-gone" | "fields" | "form-used" | "more-than-left">> {
  permit(ctx.actor, "write-off-lot", { groupId });
  try {
    return await inTransaction(async (tx) => {
      const known = await findWriteOffByFormKey(formKey);
      if (known) return known.lotId === lotId ? { ok: true } : refuse("form-used");
      const lot = await findLotOwner(lotId);
      if (lot?.groupId !== groupId) return refuse("lot-gone");
      const read = readBrought(quantity, lot.unit);
      if (!read.ok) return refuse("fields", { quantity: read.reason });
      const quantityMilli = read.value;
      if (await takeStock(tx, [{ variantId: lot.variantId, quantityMilli }])) throw new Undo();
      const shares = await takeFromLot(tx, { lotId, quantityMilli, now: ctx.now });
      if (!shares) throw new Undo();
      const row = {
        ...{ id: ctx.newId(), lotId, quantityMilli, reason, note, formKey },
        ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
      };
      await insertWriteOff(tx, { row, shares });
      await recordActivity(tx, ctx, {
        ...{ what: "write-off-lot", groupId, subject: lotId, note: [reason, note].filter(Boolean).join(": ") },
      });
      return { ok: true };
    });
  } catch (problem) {
    if (problem instanceof Undo) return refuse("more-than-left", { quantity: "more-than-left" });
    throw problem;
  }
}
