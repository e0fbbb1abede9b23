import { DELIVERY_COLUMNS } from "#app/domain/bulk-deliveries.ts";
import { LISTING_COLUMNS } from "#app/domain/bulk-listings.ts";
import { MEMBER_COLUMNS } from "#app/domain/bulk-members.ts";
import {
  type BulkKind,
  guardedCell,
  type NetworkBulkKind,
  type SheetFormat,
  type SheetRows,
} from "#app/domain/bulk-sheet.ts";
import { TARIFF_COLUMNS } from "#app/domain/bulk-tariffs.ts";
import { LOCALES, type Locale } from "#app/domain/locale.ts";
import { translator } from "#app/i18n/translate.ts";
import { fileAnswer } from "./file-answer.server.ts";

type SheetKind = BulkKind | NetworkBulkKind;

const COLUMNS: Record<
  SheetKind,
  readonly (typeof LISTING_COLUMNS | typeof MEMBER_COLUMNS | typeof DELIVERY_COLUMNS | typeof TARIFF_COLUMNS)[number][]
> = {
  listings: LISTING_COLUMNS,
  members: MEMBER_COLUMNS,
  deliveries: DELIVERY_COLUMNS,
  tariffs: TARIFF_COLUMNS,
};

/** A sheet as it leaves the house: the columns named in somebody's language, no cell a formula. */
export function sheetFor({ kind, locale, rows }: { kind: SheetKind; locale: Locale; rows: SheetRows }): SheetRows {
  const t = translator(locale);
  return [COLUMNS[kind].map((column) => t(`bulk.column.${column}`)), ...rows.map((row) => row.map(guardedCell))];
}

/** The column that a name in the first row means, in any of our languages or by its code. */
export function columnNamed(kind: SheetKind, name: string): string | null {
  const asked = name.toLowerCase();
  return (
    COLUMNS[kind].find((column) =>
      [column, ...LOCALES.map((locale) => translator(locale)(`bulk.column.${column}`))].some(
        (known) => known.toLowerCase() === asked,
      ),
    ) ?? null
  );
}

const TYPES: Record<SheetFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A sheet to keep. */
export function sheetAnswer(bytes: Uint8Array, { name, format }: { name: string; format: SheetFormat }): Response {
  return fileAnswer(bytes, { name: `${name}.${format}`, type: TYPES[format] });
}
