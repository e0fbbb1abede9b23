import type { CashCategory } from "#app/domain/cash-movement.ts";
import type { EntryKind } from "#app/domain/ledger.ts";
import type { Translate } from "./translate.ts";

type Line = {
  kind: string;
  member: string | null;
  voucher: { category: CashCategory; counterpart: string; note: string; isReversal: boolean } | null;
};

/** What a line of the cash or bank book was: "Bahan, kain, benang: Toko Kain, katun 6 m". */
export function moneyLineText(t: Translate, { kind, member, voucher }: Line): string {
  const said = t(`entry.${kind as EntryKind}`);
  if (voucher === null) return member === null ? said : t("cash.line.member", { kind: said, member });
  const { category, counterpart, note, isReversal } = voucher;
  const line = t(isReversal ? "cash.line.reversal" : "cash.line", { for: t(`cash.for.${category}`), counterpart });
  return note === "" ? line : `${line}, ${note}`;
}
