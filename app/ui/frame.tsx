import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Display } from "#app/domain/display.ts";
import { LOCALES } from "#app/domain/locale.ts";
import { useWords } from "#app/i18n/words.tsx";
import { DisplayForm } from "./display-form.tsx";

export type FrameProps = {
  person: { name: string; isOperator: boolean; keepsHub: boolean; hasGroup: boolean } | null;
  basketCount: number;
  isDemo: boolean;
  /** Path and query of this page, to come back to after the language switch. */
  here: string;
  display: Display;
  children: ReactNode;
};

const LINK = "inline-flex min-h-11 items-center px-2 font-semibold text-on-bar no-underline hover:underline";

/** What stands around every page: name, ways, basket, language. */
export function Frame({ person, basketCount, isDemo, here, display, children }: FrameProps) {
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
          <Link
            to="/"
            className="inline-flex min-h-11 grow items-center gap-2 text-xl font-bold text-on-bar no-underline md:grow-0"
          >
            <img src="/lumbung.svg" alt="" width="32" height="32" /> Lumbung
          </Link>
          <nav
            aria-label={t("nav.main")}
            className="order-last -mx-2 flex basis-full flex-wrap items-center md:order-none md:mx-0 md:grow md:basis-0 md:justify-end"
          >
            <Link to="/listings" className={LINK}>
              {t("nav.listings")}
            </Link>
            <Link to="/groups" className={LINK}>
              {t("nav.groups")}
            </Link>
            <Link to="/basket" className={LINK}>
              {t("nav.basket.count", { count: basketCount })}
            </Link>
            <WorkLinks person={person} />
          </nav>
          <Link to={person ? "/account" : "/sign-in"} className={`${LINK} -me-2`}>
            {person ? t("nav.account") : t("nav.sign-in")}
          </Link>
        </div>
      </header>
      <main id="content" className="grow">
        {children}
      </main>
      <Footer here={here} display={display} signedIn={person !== null} />
    </>
  );
}

/** The ways to work that this person has. */
function WorkLinks({ person }: Pick<FrameProps, "person">) {
  const { t } = useWords();
  if (!person) return null;
  return (
    <>
      {person.hasGroup ? (
        <Link to="/desk" className={LINK}>
          {t("nav.desk")}
        </Link>
      ) : null}
      {person.keepsHub || person.isOperator ? (
        <Link to="/runs" className={LINK}>
          {t("nav.runs")}
        </Link>
      ) : null}
      {person.isOperator ? (
        <Link to="/operate" className={LINK}>
          {t("nav.operate")}
        </Link>
      ) : null}
    </>
  );
}

function Footer({ here, display, signedIn }: Pick<FrameProps, "here" | "display"> & { signedIn: boolean }) {
  const { t, locale } = useWords();
  return (
    <footer className="mt-12 border-t border-line bg-sand print:hidden">
      <div className="mx-auto grid max-w-6xl gap-4 px-4 py-6">
        <p className="max-w-prose text-quiet">{t("footer.about")}</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Link to="/track" className="inline-flex min-h-11 items-center text-sea underline underline-offset-2">
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
          {signedIn ? (
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
