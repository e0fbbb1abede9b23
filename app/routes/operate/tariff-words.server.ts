import type { Context } from "#app/usecases/context.ts";

/** "Kec. Lingga, Kab. Lingga": the region's own name, and the one above it. */
export async function regionName(ctx: Context, code: string): Promise<string> {
  const names = await ctx.regions.describe(code);
  const parts = [names?.village, names?.district, names?.regency, names?.province].filter(Boolean);
  return parts.slice(0, 2).join(", ") || code;
}

export function isInForce({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }, now: Date): boolean {
  return validFrom <= now && (validTo === null || validTo > now);
}
