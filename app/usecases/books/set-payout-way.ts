import type { z } from "zod";
import { type PayoutWayForm, wayErrors } from "#app/domain/payout-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepWay } from "#db/write/payouts.ts";

type Input = Omit<z.output<typeof PayoutWayForm>, "intent"> & { groupId: string; memberId: string };

/** How a member wants the money: said by her, or written down by an officer for her. The account's number is kept sealed. */
export async function setPayoutWay(ctx: Context, input: Input): Promise<Result<object, "fields" | "no-such-member">> {
  const { groupId, memberId, method, provider, holder, account } = input;
  permit(ctx.actor, "set-payout-way", { groupId, memberId });
  const errors = wayErrors({ ...input, intent: "way" });
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  const isCash = method === "cash";
  return inTransaction(async (tx) => {
    if (!(await findMember({ groupId, memberId }))) return refuse("no-such-member");
    await keepWay(tx, {
      ...{ memberId, method, provider: isCash ? "" : provider, holder: isCash ? "" : holder },
      sealedAccount: isCash ? "" : ctx.secrets.seal("account", account),
      lastFour: isCash ? "" : account.slice(-4),
      ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "set-payout-way", groupId, onBehalfOf: memberId, note: method });
    return { ok: true };
  });
}
