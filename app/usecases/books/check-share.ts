import type { z } from "zod";
import type { ShareWordForm } from "#app/domain/period-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findDeliveredLine } from "#db/read/month-review.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertShareWord } from "#db/write/line-reviews.ts";

type Input = Omit<z.output<typeof ShareWordForm>, "intent"> & { groupId: string; lineId: string };

/** A member has looked at the own share of a line that arrived, and accepts it or asks about it. One form says one word. */
export async function checkShare(ctx: Context, input: Input): Promise<Result<object, "not-your-share" | "required">> {
  const { groupId, lineId, memberId, said, words, formKey } = input;
  permit(ctx.actor, "check-share", { groupId, memberId });
  if (said === "asked" && words === "") return refuse("required", { words: "required" });
  return inTransaction(async (tx) => {
    const line = await findDeliveredLine({ groupId, lineId });
    if (!line?.memberIds.includes(memberId)) return refuse("not-your-share");
    const isNew = await insertShareWord(tx, {
      ...{ id: ctx.newId(), orderLineId: lineId, memberId, said, words: said === "asked" ? words : "", formKey },
      ...{ saidBy: ctx.actor.personId ?? "", saidAt: ctx.now },
    });
    if (isNew)
      await recordActivity(tx, ctx, {
        what: "check-share",
        groupId,
        onBehalfOf: memberId,
        subject: lineId,
        note: said,
      });
    return { ok: true };
  });
}
