import { IntlMessageFormat } from "intl-messageformat";
import type { Locale } from "#app/domain/locale.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";

export type MessageKey = keyof typeof id;
export type Values = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: Values) => string;

const catalogues: Record<Locale, Record<MessageKey, string>> = { id, en };
/** What Intl calls our two languages; English is written the way the islands' neighbours write it. */
export const INTL_LOCALES: Record<Locale, string> = { id: "id-ID", en: "en-SG" };

const parsed = new Map<string, IntlMessageFormat>();

/** The words in one language; messages with {values} are ICU MessageFormat. */
export function translator(locale: Locale): Translate {
  const catalogue = catalogues[locale];
  return (key, values) => {
    const message = catalogue[key];
    if (!message.includes("{")) return message;
    const name = `${locale}:${key}`;
    let format = parsed.get(name);
    if (!format) {
      format = new IntlMessageFormat(message, INTL_LOCALES[locale]);
      parsed.set(name, format);
    }
    return String(format.format(values));
  };
}

/**
 * The sentence for a reason that came as plain text (a form's message); an unknown one gets the general sentence. What stands behind a bar
 * ("room-below-load|12 kg") is the detail that the sentence names.
 */
export function reasonText(t: Translate, reason: string): string {
  const [name = "", ...rest] = reason.split("|");
  const key = `reason.${name}`;
  return t(Object.hasOwn(id, key) ? (key as MessageKey) : "reason.invalid", { detail: rest.join("|") });
}
