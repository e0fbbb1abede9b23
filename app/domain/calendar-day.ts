const MS_PER_DAY = 86_400_000;
/** WIB is seven hours ahead of UTC all year. */
const WIB_OFFSET_MS = 25_200_000;
/** A date outside these years is a slip of the finger. */
const FIRST_YEAR = 2020;
const LAST_YEAR = 2099;

/**
 * Reads a day as date fields send it.
 * @returns "YYYY-MM-DD", or null when there is no such day (30 February) or it lies outside 2020–2099
 */
export function parseDay(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysIn(year, month) ? match[0] : null;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * The day that a moment falls on in the islands' own time.
 * @param epochMs milliseconds since 1970, UTC
 * @returns "YYYY-MM-DD" (Hinnant, "chrono-compatible low-level date algorithms", civil_from_days)
 */
export function dayInWib(epochMs: number): string {
  const days = Math.floor((epochMs + WIB_OFFSET_MS) / MS_PER_DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
}

/**
 * A moment by the islands' clock, as a cell of a sheet holds it: "2026-12-01 08:00", with seconds and their thousandths where it has any.
 * @param epochMs milliseconds since 1970, UTC
 */
export function momentCell(epochMs: number): string {
  const ofDay = (((epochMs + WIB_OFFSET_MS) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY;
  const two = (count: number): string => String(Math.floor(count)).padStart(2, "0");
  const minutes = `${dayInWib(epochMs)} ${two(ofDay / 3_600_000)}:${two((ofDay / 60_000) % 60)}`;
  const [seconds, thousandths] = [(ofDay / 1000) % 60, ofDay % 1000];
  if (thousandths > 0) return `${minutes}:${two(seconds)}.${String(thousandths).padStart(3, "0")}`;
  return seconds > 0 ? `${minutes}:${two(seconds)}` : minutes;
}

const MOMENT_CELL = /^(\d{4}-\d{2}-\d{2})(?:[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{3}))?)?)?$/;

/** Reads {@link momentCell}, with a T for the blank too; a bare day is its first moment. @returns milliseconds since 1970, or null */
export function parseMomentCell(text: string): number | null {
  const match = MOMENT_CELL.exec(text.trim());
  const day = match?.[1] ? parseDay(match[1]) : null;
  if (!match || day === null) return null;
  const [hours = 0, minutes = 0, seconds = 0, thousandths = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const ofDay = ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
  return daysSinceEpoch(day) * MS_PER_DAY - WIB_OFFSET_MS + ofDay;
}

/** @returns how many days the second day lies after the first; negative when it lies before (Hinnant, days_from_civil) */
export function daysBetween(first: string, second: string): number {
  return daysSinceEpoch(second) - daysSinceEpoch(first);
}

/** The day so many days after another; earlier for a negative count. */
export function addDays(day: string, days: number): string {
  return dayInWib((daysSinceEpoch(day) + days) * MS_PER_DAY);
}

/** Which day of the week it is: 0 Sunday to 6 Saturday. 1 January 1970 was a Thursday. */
export function weekdayOf(day: string): number {
  return (((daysSinceEpoch(day) + 4) % 7) + 7) % 7;
}

function daysSinceEpoch(day: string): number {
  const [calendarYear = 0, month = 1, dayOfMonth = 1] = day.split("-").map(Number);
  const year = month <= 2 ? calendarYear - 1 : calendarYear;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
