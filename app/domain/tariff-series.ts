import type { Rupiah } from "./money.ts";
import type { FieldErrors } from "./result.ts";

export type Dated = { id: string; validFromMs: number; validToMs: number | null };

/**
 * Where a new tariff fits among those of its service and zone: it ends the one in force at its first moment, and itself ends where the
 * next one begins, or before that where it is asked to. Moments are milliseconds.
 * @returns null when another begins at the very same moment
 */
export function placeInSeries(
  series: readonly Dated[],
  { fromMs, toMs = null }: { fromMs: number; toMs?: number | null },
): { ends: string | null; untilMs: number | null } | null {
  if (series.some((each) => each.validFromMs === fromMs)) return null;
  const before = series
    .filter((each) => each.validFromMs < fromMs)
    .toSorted((a, b) => b.validFromMs - a.validFromMs)[0];
  const after = series.filter((each) => each.validFromMs > fromMs).toSorted((a, b) => a.validFromMs - b.validFromMs)[0];
  const isRunning = before && (before.validToMs === null || before.validToMs > fromMs);
  const limits = [after?.validFromMs ?? null, toMs].filter((each) => each !== null);
  return { ends: isRunning ? before.id : null, untilMs: limits.length > 0 ? Math.min(...limits) : null };
}

type Asked = {
  nowMs: number;
  validFromMs: number;
  validToMs: number | null;
  firstBlockGrams: number;
  firstBlockFee: Rupiah;
};

/** What is wrong with a new tariff beside its single figures, by field; empty when it is in order. Moments are milliseconds. */
export function problemsOfTariff({
  nowMs,
  validFromMs,
  validToMs,
  firstBlockGrams,
  firstBlockFee,
}: Asked): FieldErrors {
  const halfOf = firstBlockGrams > 0 ? "firstBlockFee" : "firstBlockGrams";
  return {
    ...(validFromMs < nowMs && { validFrom: "tariff-from-past" }),
    ...(validToMs !== null && validToMs <= validFromMs && { validTo: "tariff-ends-early" }),
    ...(firstBlockGrams > 0 !== firstBlockFee > 0 && { [halfOf]: "first-block-half" }),
  };
}

/** Where a series has no tariff, or more than one; `toMs` is null where that does not end. */
export type SeriesFlaw = { kind: "gap" | "overlap"; fromMs: number; toMs: number | null };

/**
 * The gaps and overlaps of one service to one zone that are not over yet, in their order. What comes before its first tariff is no gap; after the
 * last one it is. Moments are milliseconds; a tariff holds from validFromMs up to, and not at, validToMs.
 */
export function flawsOf(series: readonly Dated[], nowMs: number): SeriesFlaw[] {
  const flaws: SeriesFlaw[] = [];
  const ordered = series.toSorted((a, b) => a.validFromMs - b.validFromMs);
  const [first, ...rest] = ordered;
  let until = first ? endOf(first) : Number.POSITIVE_INFINITY;
  for (const each of rest) {
    if (each.validFromMs > until) flaws.push({ kind: "gap", fromMs: until, toMs: each.validFromMs });
    const both = Math.min(until, endOf(each));
    if (each.validFromMs < both) flaws.push({ kind: "overlap", fromMs: each.validFromMs, toMs: finite(both) });
    until = Math.max(until, endOf(each));
  }
  if (Number.isFinite(until)) flaws.push({ kind: "gap", fromMs: until, toMs: null });
  return flaws.filter((flaw) => flaw.toMs === null || flaw.toMs > nowMs);
}

function endOf({ validToMs }: Dated): number {
  return validToMs ?? Number.POSITIVE_INFINITY;
}

function finite(ms: number): number | null {
  return Number.isFinite(ms) ? ms : null;
}
