/** What a provider's event may be about: a payment of ours, a transfer, a group's account, or money between an account and its bank. */
export const EVENT_SUBJECTS = ["payment", "transfer", "account", "payout"] as const;
export type EventSubject = (typeof EVENT_SUBJECTS)[number];

const DAY_MS = 86_400_000;
/** Providers list their events for so long. */
export const EVENTS_KEPT_MS = 30 * DAY_MS;
/** Read again each time: the clocks of two houses differ, and an event may be listed a little late. */
export const EVENTS_OVERLAP_MS = 10 * 60_000;
/** How often the list of our own events is read, and that of each group's account. */
export const LIST_EVENTS_EVERY_MS = { own: 15 * 60_000, account: DAY_MS };

/** From when on a list of events is to be read. @param readUntilMs null when it never was; milliseconds since 1970, UTC */
export function eventsFromMs({ readUntilMs, nowMs }: { readUntilMs: number | null; nowMs: number }): number {
  const oldest = nowMs - EVENTS_KEPT_MS;
  return readUntilMs === null ? oldest : Math.max(oldest, readUntilMs - EVENTS_OVERLAP_MS);
}
