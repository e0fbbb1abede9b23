import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { PricedTariff } from "#app/domain/tariff.ts";
import { placeInSeries } from "#app/domain/tariff-series.ts";
import type { Context } from "#app/usecases/context.ts";
import { findTariff, findZone, listTariffSeries } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertTariff } from "#db/write/shipping.ts";

export type SetTariffInput = PricedTariff & {
  formKey: string;
  zoneId: string;
  service: string;
  /** From departure to arrival; a day when left out. */
  daysUnderWay?: number;
  keepsCold?: boolean;
  /** Null for this moment. */
  validFrom: Date | null;
  /** Null until another one begins. */
  validTo?: Date | null;
  /** Where the figures come from. */
  source?: string;
};

type Reason = "zone-gone" | "tariff-from-past" | "tariff-same-moment" | "tariff-ends-early" | "first-block-half";

/**
 * A new price of a carrier: it begins where the old one of the same service and zone ends. Runs keep the tariff that they were opened
 * with, so a quote never changes under anybody.
 */
export async function setTariff(
  ctx: Context,
  { formKey, validFrom: asked, validTo: until = null, ...tariff }: SetTariffInput,
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "set-tariff");
  const id = ctx.secrets.hash("tariff", formKey);
  const validFrom = asked ?? ctx.now;
  if (validFrom < ctx.now) return refuse("tariff-from-past", { validFrom: "tariff-from-past" });
  if (until && until <= validFrom) return refuse("tariff-ends-early", { validTo: "tariff-ends-early" });
  if (tariff.firstBlockGrams > 0 !== tariff.firstBlockFee > 0) {
    const field = tariff.firstBlockGrams > 0 ? "firstBlockFee" : "firstBlockGrams";
    return refuse("first-block-half", { [field]: "first-block-half" });
  }
  return inTransaction(async (tx) => {
    if (await findTariff(id)) return { ok: true };
    if (!(await findZone(tariff.zoneId))) return refuse("zone-gone");
    const series = (await listTariffSeries(tariff)).map((each) => ({
      id: each.id,
      validFromMs: each.validFrom.getTime(),
      validToMs: each.validTo?.getTime() ?? null,
    }));
    const place = placeInSeries(series, { fromMs: validFrom.getTime(), toMs: until?.getTime() ?? null });
    if (!place) return refuse("tariff-same-moment", { validFrom: "tariff-same-moment" });
    const validTo = place.untilMs === null ? null : new Date(place.untilMs);
    const entered = { enteredBy: ctx.actor.personId, enteredAt: ctx.now };
    await insertTariff(tx, { tariff: { ...tariff, ...entered, id, validFrom, validTo }, endsTariffId: place.ends });
    await recordActivity(tx, ctx, { what: "set-tariff", subject: id, note: tariff.service });
    return { ok: true };
  });
}
