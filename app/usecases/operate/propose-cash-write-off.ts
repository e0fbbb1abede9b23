import { type CashWriteOffKind, isLasting } from "#app/domain/held-cash.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findCashWriteOffByFormKey } from "#db/read/cash-write-offs.ts";
import { listStates } from "#db/read/groups.ts";
import { listHeldCash } from "#db/read/held-cash.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertCashWriteOff } from "#db/write/cash-write-offs.ts";

type Input = {
  holderId: string;
  kind: CashWriteOffKind;
  amount: Rupiah;
  /** Whose fund bears a shortage; null for the network. */
  bearerGroupId: string | null;
  reason: string;
  formKey: string;
};
type Reason = "write-off-early" | "more-than-in-transit" | "write-off-waits" | "write-off-bearer";

/** Cash of the doors lastingly lacks, or is over: somebody says so, with a reason. Nothing is posted before another person agrees. */
export async function proposeCashWriteOff(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "propose-cash-write-off");
  const { holderId, kind, amount, bearerGroupId, formKey } = input;
  return inTransaction(async (tx) => {
    if (await findCashWriteOffByFormKey(formKey)) return { ok: true };
    const holder = (await listHeldCash(ctx.actor)).find((each) => each.holderId === holderId);
    if (bearerGroupId !== null && (kind === "surplus" || (await listStates([bearerGroupId])).length === 0))
      return refuse("write-off-bearer", { bearer: "write-off-bearer" });
    if (!holder || (kind === "shortage" && amount > holder.held))
      return refuse("more-than-in-transit", { amount: "more-than-in-transit" });
    if (kind === "shortage" && !isLasting({ sinceMs: holder.sinceMs, nowMs: ctx.now.getTime() }))
      return refuse("write-off-early", { amount: "write-off-early" });
    const by = { proposedBy: ctx.actor.personId ?? "", proposedAt: ctx.now };
    if (!(await insertCashWriteOff(tx, { ...input, ...by, id: ctx.newId() })))
      return refuse("write-off-waits", { amount: "write-off-waits" });
    await recordActivity(tx, ctx, {
      ...{ what: "propose-cash-write-off", subject: holderId, note: input.reason },
      ...(bearerGroupId && { groupId: bearerGroupId }),
    });
    return { ok: true };
  });
}
