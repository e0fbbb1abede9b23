import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#app/domain/locale.ts";
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
