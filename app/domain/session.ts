const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A session ends so many days after signing in, whatever happens … */
export const SESSION_DAYS = 90;
/** … and after so many days in which nobody used it. */
export const IDLE_DAYS = 30;

/** How a visitor comes to a sign-in: what the new session is made from, and what it takes over or ends. */
export type Arrival = {
  /** The client's address, for rate limits. */
  address: string;
  device: string;
  /** The session this browser came with: it ends. */
  previousTokenHash: string | null;
  /** The basket filled before signing in: its lines move to the person's own. */
  basketId: string | null;
};

/** @returns the instants in milliseconds between which a session of this moment is alive: used since, made since */
export function sessionLimits(nowMs: number): { usedSinceMs: number; expiresAtMs: number } {
  return { usedSinceMs: nowMs - IDLE_DAYS * DAY, expiresAtMs: nowMs + SESSION_DAYS * DAY };
}

/** Whether it is time to write down again that a session is in use: hourly, not at every page. */
export function isTouchDue(seenAtMs: number, nowMs: number): boolean {
  return nowMs - seenAtMs >= HOUR;
}

const BROWSERS: readonly [RegExp, string][] = [
  [/\bOPR\/|\bOpera/, "Opera"],
  [/\bEdgA?\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/UCBrowser\//, "UC Browser"],
  [/\bFirefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
];

/** "Chrome, Android" from a browser's User-Agent; empty when it tells neither. */
export function deviceLabel(userAgent: string): string {
  const first = (list: readonly [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(", ");
}
