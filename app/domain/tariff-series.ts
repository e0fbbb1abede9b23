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
