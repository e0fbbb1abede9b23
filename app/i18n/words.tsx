import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#app/domain/locale.ts";
import { isUnit } from "#app/domain/unit.ts";
import { type Translate, translator } from "./translate.ts";

const LocaleContext = createContext<Locale>("id");

export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext.Provider value={locale}>{children}</LocaleContext.Provider>;
}

/** The page's words and language. */
export function useWords(): { t: Translate; locale: Locale } {
  const locale = useContext(LocaleContext);
  return useMemo(() => ({ t: translator(locale), locale }), [locale]);
}

/** A unit's name in the page's language; a unit that is not ours stays as it is. */
export function useUnit(): (unit: string) => string {
  const { t } = useWords();
  return (unit) => (isUnit(unit) ? t(`unit.${unit}`) : unit);
}
