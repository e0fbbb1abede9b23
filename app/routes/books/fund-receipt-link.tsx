import { useWords } from "#app/i18n/words.tsx";

/** Leads to the picture of a payment's receipt. */
export function FundReceipt({ page, id }: { page: { slug: string }; id: string }) {
  const { t } = useWords();
  return (
    <a
      href={`/books/${page.slug}/surplus/funds/${id}/receipt`}
      className="inline-flex min-h-11 items-center text-sea underline"
    >
      {t("funds.receipt.see")}
    </a>
  );
}
