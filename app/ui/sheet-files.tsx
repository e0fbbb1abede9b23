import { Link } from "@remix-run/react";
import { type BulkKind, type NetworkBulkKind, SHEET_FORMATS } from "#app/domain/bulk-sheet.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "./button.tsx";
import { Section } from "./page.tsx";

type Sent = { id: string; fileName: string; sentAt: Date | string };

/** Sheets that were sent and wait for somebody's yes, each a page under this address. */
export function WaitingSheets({ waiting, under }: { waiting: readonly Sent[]; under: string }) {
  const { t, locale } = useWords();
  if (waiting.length === 0) return null;
  return (
    <Section title={t("bulk.waiting")}>
      <ul>
        {waiting.map((sent) => (
          <li key={sent.id}>
            <Link
              to={`${under}/${sent.id}`}
              className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
            >
              {sent.fileName}
            </Link>{" "}
            <span className="text-sm text-quiet">{formatShortDay(locale, sent.sentAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What there is, as a file of each format, under this address. */
export function SheetLinks({ kind, under }: { kind: BulkKind | NetworkBulkKind; under: string }) {
  const { t } = useWords();
  return (
    <p className="flex flex-wrap gap-3">
      {SHEET_FORMATS.map((format) => (
        <a
          key={format}
          href={`${under}/${kind}.${format}`}
          className={buttonClass("second")}
          aria-label={t(`bulk.export.${kind}`, { format: format.toUpperCase() })}
        >
          {t("bulk.export", { format: format.toUpperCase() })}
        </a>
      ))}
    </p>
  );
}
