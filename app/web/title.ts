import { isLocale } from "#app/domain/locale.ts";
import { type MessageKey, type Translate, translator, type Values } from "#app/i18n/translate.ts";

type Match = { id: string; data?: unknown };

/** The words in the visitor's language, for a page's meta. */
export function wordsFor(matches: readonly (Match | undefined)[]): Translate {
  const root = matches.find((match) => match?.id === "root")?.data;
  const locale = typeof root === "object" && root && "locale" in root && isLocale(root.locale) ? root.locale : "id";
  return translator(locale);
}

/** The browser's title of a page, in the visitor's language. */
export function pageTitle(matches: readonly (Match | undefined)[], key: MessageKey, values?: Values) {
  return [{ title: `${wordsFor(matches)(key, values)} · Lumbung` }];
}
