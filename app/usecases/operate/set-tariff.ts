import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Tariff } from "#app/domain/tariff.ts";
import { placeInSeries } from "#app/domain/tariff-series.ts";
import type { Context } from "#app/usecases/context.ts";
import { findTariff, findZone, listTariffSeries } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertTariff } from "#db/write/shipping.ts";

export type SetTariffInput = Tariff & {
  formKey: string;
  zoneId: string;
  service: string;
  volumeDivisor: number;
  /** From departure to arrival; a day when left out. */
  daysUnderWay?: number;
  keepsCold?: boolean;
  /** Null for this moment. */
  validFrom: Date | null;
};

/**
 * A new price of a carrier: it begins where the old one of the same service and zone ends. Runs keep the tariff that they were opened
 * with, so a quote never changes under anybody.
 */
export async function setTariff(
  ctx: Context,
  { formKey, validFrom: asked, ...tariff }: SetTariffInput,
): Promise<Result<object, "zone-gone" | "tariff-from-past" | "tariff-same-moment">> {
  permit(ctx.actor, "set-tariff");
  const id = ctx.secrets.hash("tariff", formKey);
  const validFrom = asked ?? ctx.now;
  if (validFrom < ctx.now) return refuse("tariff-from-past", { validFrom: "tariff-from-past" });
  return inTransaction(async (tx) => {
    if (await findTariff(id)) return { ok: true };
    if (!(await findZone(tariff.zoneId))) return refuse("zone-gone");
    const series = (await listTariffSeries(tariff)).map((each) => ({
      id: each.id,
      validFromMs: each.validFrom.getTime(),
      validToMs: each.validTo?.getTime() ?? null,
    }));
    const place = placeInSeries(series, validFrom.getTime());
    if (!place) return refuse("tariff-same-moment", { validFrom: "tariff-same-moment" });
    const validTo = place.untilMs === null ? null : new Date(place.untilMs);
    await insertTariff(tx, { tariff: { ...tariff, id, validFrom, validTo }, endsTariffId: place.ends });
    await recordActivity(tx, ctx, { what: "set-tariff", subject: id, note: tariff.service });
    return { ok: true };
  });
}
