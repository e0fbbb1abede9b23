import { flawsOf } from "#app/domain/tariff-series.ts";
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

type DatedTariff = { id: string; service: string; validFrom: Date; validTo: Date | null };

/** Where a service has no price or more than one, now or later. */
export function flawsByService(tariffs: readonly DatedTariff[], now: Date) {
  const services = [...new Set(tariffs.map((tariff) => tariff.service))];
  return services.flatMap((service) => {
    const series = tariffs
      .filter((tariff) => tariff.service === service)
      .map(({ id, validFrom, validTo }) => ({
        ...{ id, validFromMs: validFrom.getTime(), validToMs: validTo?.getTime() ?? null },
      }));
    return flawsOf(series, now.getTime()).map(({ kind, fromMs, toMs }) => ({
      ...{ service, kind, from: new Date(fromMs), to: toMs === null ? null : new Date(toMs) },
    }));
  });
}
