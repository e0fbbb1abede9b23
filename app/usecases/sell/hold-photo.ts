import type { PhotoRefusal } from "#app/adapters/photos/port.ts";
import { holdersOf, permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertHeldPhoto } from "#db/write/held-photos.ts";

/** Keeps a photo whose form was refused for something else, so that nobody has to choose, or send, it a second time. */
export async function holdPhoto(
  ctx: Context,
  { upload }: { upload: Uint8Array },
): Promise<Result<{ photoId: string }, PhotoRefusal>> {
  permit(ctx.actor, "hold-photo", { orderId: ctx.actor.orderPasses[0] });
  const id = ctx.newId();
  const stored = await ctx.photos.store(id, upload);
  if (!stored.ok) return refuse(stored.reason, { photo: stored.reason });
  const holder = holdersOf(ctx.actor)[0] ?? "";
  await inTransaction((tx) => insertHeldPhoto(tx, { id, holder, heldAt: ctx.now }));
  return { ok: true, photoId: id };
}
