import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { deleteAddress } from "#db/write/saved-addresses.ts";

/** Takes one of the own addresses away; one that is gone already stays gone. */
export async function removeAddress(ctx: Context, { id }: { id: string }): Promise<{ ok: true }> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "remove-address", { personId });
  await inTransaction((tx) => deleteAddress(tx, { personId, id }));
  return { ok: true };
}
