import type { Context } from "#app/usecases/context.ts";
import { listHeldSince } from "#db/read/held-photos.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forgetHeldPhoto } from "#db/write/held-photos.ts";

const HELD_MS = 24 * 3_600_000;

/** Photos of forms that nobody came back to are thrown away after a day. @returns how many */
export async function forgetHeldPhotos(ctx: Pick<Context, "now" | "photos">): Promise<number> {
  let forgotten = 0;
  for (const id of await listHeldSince(new Date(ctx.now.getTime() - HELD_MS))) {
    if (!(await inTransaction((tx) => forgetHeldPhoto(tx, id)))) continue;
    await ctx.photos.remove(id);
    forgotten += 1;
  }
  return forgotten;
}
