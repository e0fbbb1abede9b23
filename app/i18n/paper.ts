import { amountInWords } from "#app/domain/amount-in-words.ts";
import { type DocumentContent, type DocumentKind, documentNumber } from "#app/domain/document.ts";
import type { Locale } from "#app/domain/locale.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { formatDay, formatQuantity, formatRupiah } from "./format.ts";
import type { Translate } from "./translate.ts";
import { unitName } from "./units.ts";

/** A document in one reader's words, for the screen and for the PDF alike. */
export type Paper = {
  title: string;
  number: string;
  /** Who issues it: the name first. */
  issuer: string[];
  facts: { label: string; lines: string[] }[];
  /** Name, quantity, price and amount of each line. */
  goods: { head: [string, string, string, string]; rows: [string, string, string, string][] } | null;
  totals: { label: string; value: string; isStrong: boolean }[];
  notes: string[];
  signature: { dated: string; name: string } | null;
  /** Who signs it by hand, side by side. */
  signers?: string[];
  language: Locale;
};

type Issued = {
  kind: DocumentKind;
  year: number;
  number: number;
  issuedAt: Date;
  content: DocumentContent;
};
type Reader = { t: Translate; locale: Locale; groupPlace: string; buyerPlace: string };

/** The document as this reader reads it. The number, the names and the amounts are the same for everybody. */
export function paperOf(document: Issued, reader: Reader): Paper {
  const { kind, content, issuedAt } = document;
  const { t, locale, groupPlace } = reader;
  const { group } = content;
  const isSale = kind === "order-confirmation" || kind === "invoice";
  return {
    title: t(`document.${kind}`),
    number: documentNumber(document),
    issuer: [
      group.name,
      groupPlace,
      group.phone ? readablePhone(group.phone) : "",
      t("document.platform", { network: content.networkName }),
    ].filter((line) => line !== ""),
    facts: factsOf(document, reader),
    goods: isSale ? goodsOf(content, reader) : null,
    totals: isSale ? saleTotals(kind, content, t) : moneyTotals(kind, content, reader),
    notes: notesOf(kind, content, t),
    signature:
      kind === "receipt"
        ? {
            dated: [groupPlace.split(", ").at(-1) ?? "", formatDay(locale, issuedAt)].filter(Boolean).join(", "),
            name: group.name,
          }
        : null,
    language: locale,
  };
}

function factsOf({ kind, content, issuedAt }: Issued, { t, locale, buyerPlace }: Reader): Paper["facts"] {
  const { buyer, payment, credit } = content;
  const fact = (label: string, ...lines: (string | null | undefined)[]) => ({
    label,
    lines: lines.filter((line): line is string => Boolean(line)),
  });
  const region = [buyerPlace, buyer.postcode].filter(Boolean).join(" ");
  const facts = [
    fact(t("document.date"), formatDay(locale, issuedAt)),
    fact(t("document.order"), content.orderNumber, formatDay(locale, content.placedAt)),
    fact(t(`document.buyer.${kind}`), buyer.name, ...buyer.lines, region),
    kind === "invoice" && fact(t("document.seller-account"), content.group.account),
    payment && fact(t("document.paid"), t(`pay.method.${payment.method}`), formatDay(locale, payment.paidAt)),
    payment && fact(t("document.for"), ...content.lines.map((line) => quantityAndName(line, { t, locale }))),
    credit?.refersTo && fact(t("document.refers"), credit.refersTo),
    credit && fact(t("document.reason"), credit.reason, t(`document.credit.${credit.cause}`)),
  ];
  return facts.filter((each) => each !== null && each !== false && each !== "" && each !== undefined);
}

type Line = DocumentContent["lines"][number];

function quantityAndName(line: Line, { t, locale }: Pick<Reader, "t" | "locale">): string {
  return `${formatQuantity(locale, line.quantityMilli)} ${unitName(t, line.unit)} ${line.name}`;
}

function goodsOf({ lines }: DocumentContent, { t, locale }: Reader): Paper["goods"] {
  return {
    head: [t("document.goods"), t("document.quantity"), t("document.price"), t("document.amount")],
    rows: lines.map((line) => [
      line.name,
      `${formatQuantity(locale, line.quantityMilli)} ${unitName(t, line.unit)}`,
      formatRupiah(line.unitPrice),
      formatRupiah(line.goodsValue),
    ]),
  };
}

function saleTotals(kind: DocumentKind, content: DocumentContent, t: Translate): Paper["totals"] {
  const plain = (label: string, amount: number) => ({ label, value: formatRupiah(amount), isStrong: false });
  const shipping = content.isShippingFinal ? t("document.shipping") : t("document.shipping-ceiling");
  return [
    plain(t("document.goods-total"), content.goods),
    ...(content.missing > 0 ? [plain(t("document.missing"), -content.missing)] : []),
    ...(kind === "invoice" ? [plain(t("document.discount"), -content.discount)] : []),
    plain(shipping, content.shipping),
    ...(content.doorFee > 0 ? [plain(t("document.door-fee"), content.doorFee)] : []),
    ...(kind === "invoice" ? [plain(t("document.tax-withheld"), content.taxWithheld)] : []),
    { label: t("document.total"), value: formatRupiah(content.total), isStrong: true },
  ];
}

function moneyTotals(kind: DocumentKind, { total }: DocumentContent, { t, locale }: Reader): Paper["totals"] {
  const label = kind === "receipt" ? t("document.received") : t("document.goes-back");
  return [
    { label, value: formatRupiah(total), isStrong: true },
    { label: t("document.in-words"), value: amountInWords(total, locale), isStrong: false },
  ];
}

function notesOf(kind: DocumentKind, content: DocumentContent, t: Translate): string[] {
  const addition = content.payment?.uniqueAddition ?? 0;
  return [
    ...(kind === "order-confirmation" ? [t("document.note.confirmation")] : []),
    ...(kind === "invoice" && !content.isShippingFinal && content.shipping > 0 ? [t("document.note.shipping")] : []),
    ...(kind === "invoice" ? [t("document.note.tax")] : []),
    ...(addition > 0 ? [t("document.note.addition", { amount: formatRupiah(addition) })] : []),
  ];
}
