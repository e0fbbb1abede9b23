const WIB_OFFSET_MS = 7 * 3_600_000;

/**
 * Reads what a date-and-time field sends ("2026-11-26T09:00"), by the clock that everybody here lives by: WIB, UTC+7 all year.
 * @returns null when there is no such moment
 */
export function parseLocalMoment(text: string): Date | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(text.trim());
  if (!match) return null;
  const at = new Date(`${match[1]}T${match[2]}:00+07:00`);
  return !Number.isNaN(at.getTime()) && localMoment(at) === `${match[1]}T${match[2]}` ? at : null;
}

/** The opposite: what such a field holds at first. */
export function localMoment(at: Date): string {
  return new Date(at.getTime() + WIB_OFFSET_MS).toISOString().slice(0, 16);
}
