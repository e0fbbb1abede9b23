import { formatRupiah } from "#app/i18n/format.ts";

/** The one place that prints money: whole rupiah, with the bare figure for machines. */
export function Money({ amount, className }: { amount: number; className?: string }) {
  return (
    <span data-rupiah={amount} className={className}>
      {formatRupiah(amount)}
    </span>
  );
}
