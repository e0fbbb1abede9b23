import { MAX_PRICE, type Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import { problemsOfTimes, runCode } from "#app/domain/run.ts";
import { pointsServed, type RunLimit } from "#app/domain/run-room.ts";
import type { Context } from "#app/usecases/context.ts";
import { findHub } from "#db/read/hubs.ts";
import { listPointsOfZone } from "#db/read/places.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { findTariff } from "#db/read/tariffs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { writeRun } from "#db/write/open-runs.ts";

export type OpenRunInput = {
  /** The form's own key: one form opens one run. */
  formKey: string;
  hubId: string;
  tariffId: string;
  vessel: string;
  /** When orders can join; null for at once. */
  opensAt: Date | null;
  cutOffAt: Date;
  departsAt: Date;
  doorFee: Rupiah;
  /** What it takes at most; null for as much as comes. */
  limit: RunLimit;
  /** The pick-up points that it serves; none named: all of its zone. */
  pickUpPointIds: readonly string[];
};

/** A departure that orders can join until its cut-off, at once or from its day on. The tariff says where to, and stays the run's whatever comes after it. */
export async function openRun(ctx: Context, input: OpenRunInput): Promise<Result<{ code: string }, "invalid">> {
  permit(ctx.actor, "open-run", { hubId: input.hubId });
  const { formKey, opensAt, cutOffAt, departsAt, limit, pickUpPointIds, ...run } = input;
  const id = ctx.secrets.hash("run", formKey);
  const code = runCode(departsAt.getTime(), ctx.secrets.shortCode(3));
  return inTransaction(async (tx) => {
    const known = await findRunFacts(id);
    if (known) return { ok: true, code: known.code };
    const wrong = await problemsOf(ctx, input);
    if (Object.keys(wrong).length > 0) return refuse("invalid", wrong);
    const tariff = await findTariff(run.tariffId);
    if (!tariff) return refuse("invalid", { tariffId: "tariff-not-in-force" });
    const points = pointsServed(pickUpPointIds, await listPointsOfZone(tariff.zoneId));
    if (!points) return refuse("invalid", { pickUpPointIds: "point-elsewhere" });
    const opened = { ...run, ...limit, id, code, zoneId: tariff.zoneId, opensAt, cutOffAt, departsAt };
    await writeRun(tx, ctx, { run: opened, pickUpPointIds: points });
    return { ok: true, code };
  });
}

async function problemsOf(ctx: Context, input: OpenRunInput): Promise<FieldErrors> {
  const [hub, tariff] = await Promise.all([findHub(input.hubId), findTariff(input.tariffId)]);
  const nowMs = ctx.now.getTime();
  const inForce = tariff && tariff.validFrom <= ctx.now && (tariff.validTo === null || tariff.validTo > ctx.now);
  return {
    ...(hub ? {} : { hubId: "hub-unknown" }),
    ...(inForce ? {} : { tariffId: "tariff-not-in-force" }),
    ...problemsOfTimes({
      ...{ nowMs, cutOffMs: input.cutOffAt.getTime(), departsMs: input.departsAt.getTime() },
      opensMs: input.opensAt?.getTime() ?? null,
    }),
    ...(input.doorFee >= 0 && input.doorFee <= MAX_PRICE ? {} : { doorFee: "invalid" }),
  };
}
