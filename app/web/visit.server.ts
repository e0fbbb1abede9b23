import { type Display, readDisplay } from "#app/domain/display.ts";
import { isLocale, type Locale } from "#app/domain/locale.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findSession } from "#db/read/actors.ts";
import type { BasketOwner } from "#db/read/baskets.ts";
import type { Cookies } from "./cookies.server.ts";

/** One HTTP request, seen once: who asks, in which language, with which basket. Shared by every loader that answers it. */
export type Visit = {
  ctx: Context;
  cookies: Cookies;
  /** The session this visit came with, for "end this session" and rotation. */
  sessionTokenHash: string | null;
  sessionHandle: string | null;
  sessionSeenAt: Date | null;
  /** The signed-out visitor's basket token, if there is one. */
  basketToken: string | null;
  /** What was chosen here for light, dark and data. */
  display: Display;
  /** Whether this answer should be light: chosen here, or asked for by the browser itself. */
  savesData: boolean;
  /** For rate limits: the client's address. */
  address: string;
};

type Opening = {
  request: Request;
  cookies: Cookies;
  address: string;
  openContext: (who: { actor: Actor; locale: Locale }) => Context;
};

export async function openVisit({ request, cookies, address, openContext }: Opening): Promise<Visit> {
  const header = request.headers.get("cookie");
  const read = async (cookie: Cookies[keyof Cookies]): Promise<unknown> => {
    try {
      return await cookie.parse(header);
    } catch {
      return null;
    }
  };
  const [token, basket, orders, chosen, shown] = await Promise.all([
    read(cookies.session),
    read(cookies.basket),
    read(cookies.orders),
    read(cookies.locale),
    read(cookies.display),
  ]);
  const display = readDisplay(shown);
  const unknown = openContext({ actor: NOBODY, locale: "id" });
  const tokenHash = isToken(token) ? unknown.secrets.hash("session", token) : null;
  const session = tokenHash ? await findSession(tokenHash, unknown.now) : undefined;
  const orderPasses = Array.isArray(orders) ? orders.filter((id): id is string => typeof id === "string") : [];
  const actor: Actor = { ...(session?.actor ?? NOBODY), orderPasses };
  const locale = isLocale(chosen) ? chosen : (session?.locale ?? "id");
  return {
    ctx: openContext({ actor, locale }),
    cookies,
    sessionTokenHash: session?.tokenHash ?? null,
    sessionHandle: session?.handle ?? null,
    sessionSeenAt: session?.seenAt ?? null,
    basketToken: isToken(basket) ? basket : null,
    display,
    savesData: display.savesData || request.headers.get("save-data")?.toLowerCase() === "on",
    address,
  };
}

function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w-]{20,64}$/.test(value);
}

/** Whose basket this visit fills; null for a visitor who has none yet. */
export function basketOwner(visit: Visit): BasketOwner | null {
  const { actor, secrets } = visit.ctx;
  if (actor.personId) return { personId: actor.personId };
  return visit.basketToken ? { basketId: secrets.hash("basket", visit.basketToken) } : null;
}

/** As {@link basketOwner}; a visitor without a basket gets a cookie with the first thing put in. */
export async function basketToFill(visit: Visit): Promise<{ owner: BasketOwner; headers: Record<string, string> }> {
  const known = basketOwner(visit);
  if (known) return { owner: known, headers: {} };
  const token = visit.ctx.secrets.token();
  const owner = { basketId: visit.ctx.secrets.hash("basket", token) };
  return { owner, headers: { "Set-Cookie": await visit.cookies.basket.serialize(token) } };
}
