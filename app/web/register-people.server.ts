import { type Rupiah, sum, times } from "#app/domain/money.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { goodsName, stockTotals, valueAtCost } from "#app/domain/stock-cost.ts";
import { turnoverIn, whyAddress } from "#app/domain/why.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { listMembers } from "#db/read/members.ts";
import { listStockOnHand } from "#db/read/stock-on-hand.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { readTurnover } from "#db/read/turnover.ts";
import type { Cell, Register, Writing } from "./register-cells.ts";
import { soldPage } from "./sold-page.server.ts";

/** Buku daftar anggota. Phones only for those who may see them anyway. */
export async function membersRegister({ entered, group, t }: Writing): Promise<Register> {
  const { actor, locale } = entered.ctx;
  const rows = await listMembers(actor, group.id);
  const hasPhones = rows.some((row) => row.phone !== null);
  const day = (at: Date | null): Cell => ({ text: at ? formatShortDay(locale, at) : "–" });
  return {
    tables: [
      {
        key: "members",
        caption: t("register.members.caption"),
        columns: [
          { key: "number", label: t("books.number") },
          { key: "name", label: t("books.member") },
          { key: "joined", label: t("register.joined") },
          { key: "left", label: t("register.left") },
          { key: "offices", label: t("register.offices") },
          ...(hasPhones ? [{ key: "phone", label: t("register.phone") }] : []),
          { key: "signature", label: t("register.signature") },
        ],
        rows: rows.map((row) => [
          { text: String(row.number) },
          { text: row.name, to: `/desk/${group.slug}/members/${row.number}` },
          day(row.joinedAt),
          day(row.leftAt),
          { text: row.offices.map((office) => t(`office.${office}`)).join(", ") || "–" },
          ...(hasPhones ? [{ text: row.phone ? readablePhone(row.phone) : "–" }] : []),
          { text: "" },
        ]),
        totals: null,
      },
    ],
    notes: [t("register.members.note")],
  };
}

/** Persediaan: what is the group's to sell, and what lies elsewhere and is still the members'. */
export async function stockRegister({ entered, group, t }: Writing): Promise<Register> {
  const { actor, locale } = entered.ctx;
  const { onHand, entrusted } = await listStockOnHand(actor, group.id);
  const goods = onHand.map((row) => ({ ...row, value: times(row.price, row.leftMilli, 1000) }));
  const theirs = entrusted.map((row) => ({ ...row, value: times(row.agreedPrice, row.leftMilli, 1000) }));
  const quantity = (unit: string, milli: number): Cell => ({
    text: `${formatQuantity(locale, milli)} ${unitName(t, unit)}`,
  });
  const columns = (price: string, where: string, value: string) => [
    { key: "goods", label: t("register.goods") },
    { key: "where", label: where },
    { key: "quantity", label: t("books.quantity"), isNumeric: true },
    { key: "price", label: price, isNumeric: true },
    { key: "value", label: value, isNumeric: true },
  ];
  const totals = (value: Rupiah): Cell[] => [
    ...[{ text: t("books.total") }, { text: "" }, { text: "" }, { text: "" }],
    { amount: value },
  ];
  const costs = `/books/${group.slug}/stock-costs`;
  const all = stockTotals(goods);
  return {
    tables: [
      {
        key: "on-hand",
        caption: t("register.stock.caption"),
        columns: [
          ...columns(t("register.price"), t("register.lot"), t("register.at-price")),
          { key: "cost", label: t("register.cost"), isNumeric: true },
          { key: "at-cost", label: t("register.at-cost"), isNumeric: true },
        ],
        rows: goods.map((row): Cell[] => [
          { text: nameOf(row.listing, row.variant), to: `/desk/${group.slug}/listings/${row.slug}` },
          row.lot
            ? { text: formatShortDay(locale, row.lot.day), to: `/desk/${group.slug}/lots/${row.lot.id}` }
            : { text: "–" },
          quantity(row.unit, row.leftMilli),
          { amount: row.price, plain: "agreed" },
          { amount: row.value },
          row.unitCost === null
            ? {
                text: t("register.cost.unknown"),
                to: `${costs}?goods=${goodsName({ variantId: row.id, lotId: row.lot?.id ?? null })}`,
              }
            : { amount: row.unitCost, to: `${costs}#cost-${row.costNumber}` },
          { amount: valueAtCost(row) },
        ]),
        totals: [...totals(all.atPrice), { text: "" }, { amount: all.atCost }],
      },
      {
        key: "entrusted",
        caption: t("register.entrusted.caption"),
        columns: columns(t("register.agreed-price"), t("register.place"), t("books.value")),
        rows: theirs.map((row): Cell[] => [
          {
            text: `${nameOf(row.listingName, row.variantName)}, ${row.memberName}`,
            to: `/desk/${group.slug}/entrustments/${row.number}`,
          },
          { text: row.placeName },
          quantity(row.unit, row.leftMilli),
          { amount: row.agreedPrice, plain: "agreed" },
          { amount: row.value },
        ]),
        totals: totals(sum(theirs.map(({ value }) => value))),
      },
    ].filter((table) => table.rows.length > 0),
    notes: [t("register.cost.missing", { count: all.unknown }), t("register.cost.note")],
  };
}

function nameOf(listing: string, variant: string): string {
  return variant === "" ? listing : `${listing}, ${variant}`;
}

/** Hasil penjualan per anggota: the whole price of what each one's goods were sold for in a year. */
export async function salesRegister({ entered, group, t, year }: Writing): Promise<Register> {
  const [rows, turnover] = await Promise.all([
    listMembers(entered.ctx.actor, group.id),
    readTurnover({ groupId: group.id, ...spanOfYear(year) }),
  ]);
  const soldBy = (memberId: string | null) =>
    sum(turnover.filter((each) => each.memberId === memberId).map(({ amount }) => amount));
  const sold = rows
    .map((row) => ({ ...row, amount: soldBy(row.id) }))
    .filter((row) => row.amount !== 0 || row.leftAt === null);
  const others = soldBy(null);
  const whole = sum(turnover.map(({ amount }) => amount));
  return {
    tables: [
      {
        key: "sales",
        caption: t("register.sales.caption", { year: String(year) }),
        columns: [
          { key: "number", label: t("books.number") },
          { key: "name", label: t("books.member") },
          { key: "amount", label: t("register.sold"), isNumeric: true },
        ],
        rows: [
          ...sold.map((row) => [
            { text: String(row.number) },
            { text: row.name, to: `/books/${group.slug}/members/${row.id}` },
            { amount: row.amount, to: `/books/${group.slug}/members/${row.id}/tax?year=${year}#sold` },
          ]),
          ...(others === 0 ? [] : [[{ text: "" }, { text: t("register.without-member") }, { amount: others }]]),
        ],
        totals: [
          ...[{ text: "" }, { text: t("books.total") }],
          { amount: whole, to: whyAddress(group.slug, whole, turnoverIn(`${year}-01`, `${year}-12`)) },
        ],
      },
    ],
    notes: [t("register.sales.note")],
    lines: () => soldPage(entered.ctx, { group, year, title: t("register.sales.caption", { year: String(year) }) }),
  };
}
