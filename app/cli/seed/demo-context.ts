import { openContext } from "#app/context.server.ts";
import type { Actor } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { seeded } from "./pictures/seeded.ts";

const SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
const HEX = "0123456789abcdef";

export type DemoWorld = {
  /** A context at a time, for somebody. */
  at: (now: Date, actor?: Actor) => Context;
  newId: () => string;
  /** The next number in [0, 1) of this world's one stream. */
  chance: () => number;
  /** The day the demo is seeded on; everything else is counted from it. */
  today: Date;
};

/** The real context, but with ids, codes and chances that come out the same every time on the same day. */
export function demoWorld(today: Date): DemoWorld {
  const chance = seeded("lumbung");
  const pick = (signs: string): string => signs[Math.floor(chance() * signs.length)] ?? "";
  const some = (signs: string, length: number): string => Array.from({ length }, () => pick(signs)).join("");
  const newId = (): string => `${some(HEX, 8)}-${some(HEX, 4)}-4${some(HEX, 3)}-a${some(HEX, 3)}-${some(HEX, 12)}`;
  const real = openContext();
  const secrets = { ...real.secrets, shortCode: (length: number) => some(SIGNS, length), token: () => some(HEX, 43) };
  return {
    at: (now, actor = real.actor) => ({ ...real, actor, now, newId, secrets, mail: null }),
    newId,
    chance,
    today,
  };
}

const DAY = 86_400_000;
const WIB = 7 * 3_600_000;

/** So many days from today at an hour of the day in WIB: wibTime(today, -3, 9.5) is 09.30 three days ago. */
export function wibTime(today: Date, days: number, hours: number): Date {
  const midnight = Math.floor((today.getTime() + WIB) / DAY) * DAY - WIB;
  return new Date(midnight + days * DAY + hours * 3_600_000);
}
