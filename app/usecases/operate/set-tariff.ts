import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { PricedTariff } from "#app/domain/tariff.ts";
import { problemsOfTariff } from "#app/domain/tariff-series.ts";
import type { Context } from "#app/usecases/context.ts";
import { findTariff, findZone } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { startTariff } from "#db/write/shipping.ts";

export type SetTariffInput = PricedTariff & {
  formKey: string;
  zoneId: string;
  service: string;
  /** From departure to arrival; a day when left out. */
  daysUnderWay?: number;
  keepsCold?: boolean;
  /** The carrier measures and weighs the box of a parcel, not the goods in it. */
  countsBox?: boolean;
  /** Null for this moment. */
  validFrom: Date | null;
  /** Null until another one begins. */
  validTo?: Date | null;
  /** Where the figures come from. */
  source?: string;
};

type Reason = "zone-gone" | "tariff-same-moment" | "fields";

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
  const wrong = problemsOfTariff({
    ...{ nowMs: ctx.now.getTime(), validFromMs: validFrom.getTime(), validToMs: until?.getTime() ?? null },
    ...{ firstBlockGrams: tariff.firstBlockGrams, firstBlockFee: tariff.firstBlockFee },
  });
  if (Object.keys(wrong).length > 0) return refuse("fields", wrong);
  return inTransaction(async (tx) => {
    if (await findTariff(id)) return { ok: true };
    if (!(await findZone(tariff.zoneId))) return refuse("zone-gone");
    const entered = { enteredBy: ctx.actor.personId, enteredAt: ctx.now };
    if (!(await startTariff(tx, { ...tariff, ...entered, id, validFrom, validTo: until })))
      return refuse("tariff-same-moment", { validFrom: "tariff-same-moment" });
    await recordActivity(tx, ctx, { what: "set-tariff", subject: id, note: tariff.service });
    return { ok: true };
  });
}
