import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import type { EntryCause } from "#db/read/entry-causes.ts";

/** What an entry comes from, and the page that shows it where the group has one. */
export function CauseLink({ slug, cause }: { slug: string; cause: EntryCause | null }) {
  const { t } = useWords();
  if (!cause) return null;
  const base = `/books/${slug}`;
  const to = {
    ...{ order: null, run: null },
    voucher: `${base}/cash/${cause.id}`,
    payout: `${base}/members/${cause.id}`,
    receipt: `${base}/savings/receipts/${cause.id}`,
    surplus: `${base}/surplus/${cause.id}`,
  }[cause.kind];
  const text = t(`why.cause.${cause.kind}`, { name: cause.name });
  return to === null ? <span>{text}</span> : <Link to={to}>{text}</Link>;
}
