import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup } from "#db/read/savings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { keepFundLimit } from "#db/write/fund-payments.ts";

type Input = { groupId: string; limit: Rupiah };

/** The chair says up to what amount the treasurer alone pays out of a fund; zero is never. */
export async function setFundLimit(
  ctx: Context,
  { groupId, limit }: Input,
): Promise<Result<object, "not-a-cooperative">> {
  permit(ctx.actor, "set-fund-limit", { groupId });
  if (!(await isCooperativeGroup(groupId))) return refuse("not-a-cooperative");
  return inTransaction(async (tx): Promise<Result<object, "not-a-cooperative">> => {
    await keepFundLimit(tx, { groupId, limit });
    await recordActivity(tx, ctx, { what: "set-fund-limit", groupId, subject: groupId, note: String(limit) });
    return { ok: true };
  });
}
