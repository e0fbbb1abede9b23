/** The two languages of the whole interface; Indonesian is the default. */
export const LOCALES = ["id", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export function isLocale(text: unknown): text is Locale {
  return text === "id" || text === "en";
}
