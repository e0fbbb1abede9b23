import type { Locale } from "#app/domain/locale.ts";
import { spokenParts } from "#app/domain/spoken-rupiah.ts";
import { INTL_LOCALES, type Translate } from "./translate.ts";

/** Everybody here lives by the same clock: WIB. */
export const TIME_ZONE = "Asia/Jakarta";

/** "Rp 1.240.000": the same in both languages, as receipts print it. */
export function formatRupiah(amount: number): string {
  const digits = Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, ".");
  return `${amount < 0 ? "−" : ""}Rp ${digits}`;
}

/** "1.240.000": as somebody types it into a box that has its "Rp" before it. */
export function typedRupiah(amount: number): string {
  return formatRupiah(amount).replace("Rp ", "");
}

/** "1 juta 240 ribu rupiah": for a voice that reads the page. */
export function speakRupiah(t: Translate, amount: number): string {
  const { isNegative, parts } = spokenParts(amount);
  const said = parts.map(({ scale, count }) => (scale === "one" ? String(count) : t(`money.said.${scale}`, { count })));
  return [...(isNegative ? [t("money.said.minus")] : []), ...said, t("money.said.rupiah")].join(" ");
}

function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(INTL_LOCALES[locale], { timeZone: TIME_ZONE, ...options });
}

/** "Senin, 5 Januari 2026". */
export function formatDay(locale: Locale, at: Date | string): string {
  return dates(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(at));
}

/** "5 Jan 2026". */
export function formatShortDay(locale: Locale, at: Date | string): string {
  return dates(locale, { day: "numeric", month: "short", year: "numeric" }).format(new Date(at));
}

/** "5 Jan". */
export function formatDayAndMonth(locale: Locale, at: Date | string): string {
  return dates(locale, { day: "numeric", month: "short" }).format(new Date(at));
}

/** "17.00". */
export function formatClock(locale: Locale, at: Date | string): string {
  const clock = dates(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(at));
  return clock.replace(":", ".");
}

/** "Senin, 5 Januari 2026, 17.00 WIB". */
export function formatMoment(locale: Locale, at: Date | string): string {
  return `${formatDay(locale, at)}, ${formatClock(locale, at)} WIB`;
}

/** 12500 thousandths → "12,5" (id) or "12.5" (en). */
export function formatQuantity(locale: Locale, quantityMilli: number): string {
  return new Intl.NumberFormat(INTL_LOCALES[locale], { maximumFractionDigits: 3 }).format(quantityMilli / 1000);
}

/** 1050 g → "1,05 kg". */
export function formatWeight(locale: Locale, grams: number): string {
  if (grams < 1000) return `${grams} g`;
  return `${new Intl.NumberFormat(INTL_LOCALES[locale], { maximumFractionDigits: 2 }).format(grams / 1000)} kg`;
}

/** 750 basis points → "7,5 %". */
export function formatPercent(locale: Locale, basisPoints: number): string {
  return `${new Intl.NumberFormat(INTL_LOCALES[locale], { maximumFractionDigits: 2 }).format(basisPoints / 100)} %`;
}

/** "2026-11" → "November 2026". */
export function formatMonth(locale: Locale, month: string): string {
  return dates(locale, { month: "long", year: "numeric" }).format(new Date(`${month}-15T00:00:00Z`));
}

/** "Aminah, Burhan, dan Cik Siti". */
export function listOf(locale: Locale, words: readonly string[]): string {
  return new Intl.ListFormat(INTL_LOCALES[locale], { type: "conjunction" }).format(words);
}

/** 11 → "November". */
export function formatMonthName(locale: Locale, month: number): string {
  return dates(locale, { month: "long" }).format(new Date(Date.UTC(2026, month - 1, 15)));
}
