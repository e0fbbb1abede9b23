import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Display } from "#app/domain/display.ts";
import { LOCALES } from "#app/domain/locale.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DisplayForm } from "./display-form.tsx";
import { MainNav, type Menu } from "./main-nav.tsx";

export type FrameProps = {
  menu: Menu;
  isSignedIn: boolean;
  /** Messages that wait to be read. */
  unreadCount: number;
  isDemo: boolean;
  /** Path and query of this page: marked in the menu, and to come back to after the language switch. */
  here: string;
  display: Display;
  children: ReactNode;
};

/** What stands around every page: name, ways, basket, language. */
export function Frame({ menu, isSignedIn, unreadCount, isDemo, here, display, children }: FrameProps) {
  const { t } = useWords();
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:start-2 focus:top-2 focus:z-10 focus:bg-card focus:p-3"
      >
        {t("site.skip")}
      </a>
      {isDemo ? (
        <p className="bg-gold-soft px-4 py-1 text-center text-sm text-gold-ink print:hidden">{t("site.demo")}</p>
      ) : null}
      <header className="bg-bar text-on-bar print:hidden">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-4 px-4 py-1">
          <Link to="/" className="inline-flex min-h-11 items-center gap-2 text-xl font-bold text-on-bar no-underline">
            <img src="/lumbung.svg" alt="" width="32" height="32" /> Lumbung
          </Link>
          {unreadCount > 0 ? (
            <Link
              to="/account/inbox"
              className="ms-auto inline-flex min-h-11 items-center px-2 font-semibold text-on-bar no-underline hover:underline md:order-last md:ms-0"
            >
              {t("inbox.link", { count: unreadCount })}
            </Link>
          ) : null}
          <MainNav menu={menu} here={here} />
        </div>
      </header>
      <main id="content" className="grow">
        {children}
      </main>
      <Footer here={here} display={display} isSignedIn={isSignedIn} besides={menu.wide} />
    </>
  );
}

const QUIET_LINK = "inline-flex min-h-11 items-center text-sea underline underline-offset-2";

type FooterProps = Pick<FrameProps, "here" | "display" | "isSignedIn"> & { besides: Menu["wide"] };

/** Room below it for the bar that lies over a phone's lower edge. */
function Footer({ here, display, isSignedIn, besides }: FooterProps) {
  const { t, locale } = useWords();
  return (
    <footer className="mt-12 border-t border-line bg-sand max-md:pb-20 print:hidden">
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-6">
        <p className="max-w-prose text-quiet">{t("footer.about")}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          {besides.map((item) => (
            <Link key={item.key} to={item.path} className={`${QUIET_LINK} md:hidden`}>
              {t(`menu.${item.key}`)}
            </Link>
          ))}
          <Link to="/track" className={QUIET_LINK}>
            {t("nav.track")}
          </Link>
          <Form method="post" action="/language" reloadDocument className="flex flex-wrap items-center gap-x-6">
            <input type="hidden" name="next" value={here} />
            <span className="text-quiet">{t("language.label")}:</span>
            {LOCALES.map((choice) => (
              <button
                key={choice}
                type="submit"
                name="locale"
                value={choice}
                lang={choice}
                aria-pressed={choice === locale}
                className="min-h-11 cursor-pointer rounded-field text-sea underline underline-offset-2 aria-pressed:font-bold aria-pressed:text-ink aria-pressed:no-underline"
              >
                {t(`language.${choice}`)}
              </button>
            ))}
          </Form>
          {isSignedIn ? (
            <Form method="post" action="/sign-out" reloadDocument>
              <button type="submit" className="min-h-11 cursor-pointer text-sea underline underline-offset-2">
                {t("nav.sign-out")}
              </button>
            </Form>
          ) : null}
        </div>
        <DisplayForm display={display} here={here} />
      </div>
    </footer>
  );
}
