import { timingSafeEqual } from "node:crypto";
import type { Context } from "#app/usecases/context.ts";

type Gift = { id: string; number: string };

const keyOf = (ctx: Context, { id }: Pick<Gift, "id">): string => ctx.secrets.hash("gift", id);

/** Where a gift's recipient follows it. Nobody can guess the key, and it opens nothing else. */
export function giftPath(ctx: Context, gift: Gift): string {
  return `/gifts/${gift.number}/${keyOf(ctx, gift)}`;
}

export function isGiftKey(ctx: Context, gift: Pick<Gift, "id">, key: string): boolean {
  const [right, said] = [Buffer.from(keyOf(ctx, gift)), Buffer.from(key)];
  return right.length === said.length && timingSafeEqual(right, said);
}
