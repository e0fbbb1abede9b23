import { type Cookie, createCookie } from "@remix-run/node";

export type Cookies = {
  /** The random token of a session; the database knows its hash. */
  session: Cookie;
  /** Names the basket of somebody who has not signed in. */
  basket: Cookie;
  /** The orders that this browser placed or proved to know; signed. */
  orders: Cookie;
  /** The language chosen here. */
  locale: Cookie;
  /** Light or dark, and whether to save data, chosen here. */
  display: Cookie;
};

const DAY = 86_400;

/** Our cookies. Behind https they carry the __Host- prefix, which no other host and no plain connection can set. */
export function cookiesFor({ origin, secret }: { origin: string; secret: string }): Cookies {
  const secure = origin.startsWith("https:");
  const name = (bare: string): string => (secure ? `__Host-${bare}` : bare);
  const shared = { httpOnly: true, secure, sameSite: "lax", path: "/" } as const;
  return {
    session: createCookie(name("lumbung_session"), { ...shared, maxAge: 90 * DAY }),
    basket: createCookie(name("lumbung_basket"), { ...shared, maxAge: 90 * DAY }),
    orders: createCookie(name("lumbung_orders"), { ...shared, maxAge: 180 * DAY, secrets: [secret] }),
    locale: createCookie(name("lumbung_locale"), { ...shared, maxAge: 365 * DAY }),
    display: createCookie(name("lumbung_display"), { ...shared, maxAge: 365 * DAY }),
  };
}
