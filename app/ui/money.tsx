import { formatRupiah, speakRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";

/** The one place that prints money: whole rupiah to look at, words for a voice, and the bare figure for machines. */
export function Money({ amount, className }: { amount: number; className?: string }) {
  const { t } = useWords();
  return (
    <span data-rupiah={amount} className={className}>
      <span aria-hidden="true">
        {formatRupiah(amount)}
        {/* Keeps figure and words apart where a browser shows no styles. */}
        <span className="sr-only select-none"> = </span>
      </span>
      <span className="sr-only select-none">{speakRupiah(t, amount)}</span>
    </span>
  );
}
