import type { Context as HonoContext } from "hono";
import { html } from "hono/html";
import { readDisplay } from "#app/domain/display.ts";
import { isLocale, type Locale } from "#app/domain/locale.ts";
import { translator } from "#app/i18n/translate.ts";
import type { Cookies } from "./cookies.server.ts";

export type Refusal = { status: 400 | 403 | 405 | 413 | 414 | 503; why: string };
export type Refuse = (c: HonoContext, refusal: Refusal) => Promise<Response>;

const WORDS = {
  400: "not-found",
  403: "foreign",
  405: "not-found",
  413: "too-large",
  414: "not-found",
  503: "busy",
} as const;

/** How the guard says no: to a person a small page in their language with a way on, to a machine one line. */
export function refusalPages({
  cookies,
  stylesheet,
}: {
  cookies: Pick<Cookies, "locale" | "display">;
  stylesheet: string;
}): Refuse {
  return async (c, { status, why }) => {
    const headers = { "Cache-Control": "no-store", ...(status === 503 ? { "Retry-After": "5" } : {}) };
    if (!c.req.header("accept")?.includes("text/html")) return c.text(why, status, headers);
    const { locale, display } = await chosenHere(cookies, c.req.header("cookie"));
    const t = translator(locale);
    const title = t(`error.${WORDS[status]}.title`);
    return c.html(
      html`<!DOCTYPE html>
<html lang="${locale}" data-theme="${display.theme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title} · Lumbung</title>
    <link rel="stylesheet" href="${stylesheet}" />
  </head>
  <body>
    <main class="mx-auto w-full max-w-xl px-4 py-6">
      <h1>${title}</h1>
      <p>${t(`error.${WORDS[status]}.text`)}</p>
      <p><a href="/" class="inline-flex min-h-11 items-center text-sea underline">${t("error.home")}</a></p>
    </main>
  </body>
</html>`,
      status,
      headers,
    );
  };
}

async function chosenHere(cookies: Pick<Cookies, "locale" | "display">, header: string | undefined) {
  const read = async (cookie: Cookies["locale"]): Promise<unknown> => {
    try {
      return await cookie.parse(header ?? null);
    } catch {
      return null;
    }
  };
  const [locale, display] = await Promise.all([read(cookies.locale), read(cookies.display)]);
  return { locale: (isLocale(locale) ? locale : "id") satisfies Locale, display: readDisplay(display) };
}
