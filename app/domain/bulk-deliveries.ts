import { type CellError, type NamedRow, readSheet, type SheetRows } from "./bulk-sheet.ts";
import { parseDay } from "./calendar-day.ts";
import { dayErrors, readBrought } from "./harvest-delivery.ts";
import { lineOfText } from "./plain-text.ts";
import type { Unit } from "./unit.ts";

export const DELIVERY_COLUMNS = [
  "delivery",
  "day",
  "number",
  "name",
  "variant",
  "goods",
  "unit",
  "quantity",
  "note",
] as const;
export type DeliveryColumn = (typeof DELIVERY_COLUMNS)[number];

/** What was brought, as a sheet names it. Quantities in thousandths of the unit, days YYYY-MM-DD in WIB. */
export type BulkDelivery = {
  id: string;
  day: string;
  memberId: string;
  number: number;
  name: string;
  variantId: string;
  goods: string;
  unit: Unit;
  quantityMilli: number;
  note: string;
};

/** What a sheet of deliveries is compared with. */
export type DeliveryFacts = {
  deliveries: readonly BulkDelivery[];
  /** Those who are members now. */
  members: readonly { id: string; number: number; name: string }[];
  goods: readonly { id: string; goods: string; unit: Unit }[];
  today: string;
};

export type DeliveryChange = Pick<BulkDelivery, "day" | "memberId" | "variantId" | "quantityMilli" | "note"> & {
  row: number;
  /** Who brought what, to be shown. */
  text: string;
};
export type DeliveryPlan = { added: DeliveryChange[]; same: number; errors: CellError[] };

/** The deliveries as rows of a sheet, without the names of the columns. */
export function deliveryRows(deliveries: readonly BulkDelivery[]): SheetRows {
  return deliveries.map(({ id, day, number, name, variantId, goods, unit, quantityMilli, note }) => [
    ...[id, day, String(number), name, variantId, goods, unit],
    ...[String(quantityMilli / 1000).replace(".", ","), note],
  ]);
}

/**
 * What a sheet would add to a group's deliveries. A row without a code is a new one; what was written down stands, so a row that says
 * something else of it is refused, and one that is left out takes nothing away. Members and goods may be named by their codes or by
 * their names. The same delivery twice is refused, unless a note tells the two apart: a file that is sent again brings nothing again.
 */
export function planDeliveries(sheet: SheetRows, facts: DeliveryFacts): DeliveryPlan {
  const plan: DeliveryPlan = { added: [], same: 0, errors: [] };
  const columnOf = (name: string) => DELIVERY_COLUMNS.find((column) => column === name) ?? null;
  const read = readSheet({ sheet, needed: ["day", "quantity"], columnOf });
  if (!read.ok) return { ...plan, errors: read.errors };
  const known = new Set(facts.deliveries.map(markOf));
  const seen = new Set<string>();
  for (const row of read.rows) {
    const code = row.cell("delivery").trim();
    const before = facts.deliveries.find((delivery) => delivery.id === code);
    if (code !== "" && (!before || seen.has(code))) {
      plan.errors.push({ row: row.row, column: "delivery", reason: before ? "sheet-twice" : "delivery-unknown" });
      continue;
    }
    seen.add(code);
    const change = readDelivery({ row, facts, before });
    if (Array.isArray(change)) plan.errors.push(...change);
    else if (before) plan.same += 1;
    else if (known.has(markOf(change)))
      plan.errors.push({ row: row.row, column: "quantity", reason: "delivery-again" });
    else {
      known.add(markOf(change));
      plan.added.push(change);
    }
  }
  return plan;
}

type Marked = Pick<BulkDelivery, "day" | "memberId" | "variantId" | "quantityMilli" | "note">;
const markOf = ({ day, memberId, variantId, quantityMilli, note }: Marked): string =>
  JSON.stringify([day, memberId, variantId, quantityMilli, note]);

type Reading = { row: NamedRow<DeliveryColumn>; facts: DeliveryFacts; before: BulkDelivery | undefined };

function readDelivery(reading: Reading): DeliveryChange | CellError[] {
  const { row, facts, before } = reading;
  const errors: CellError[] = [];
  const wrong = (column: DeliveryColumn, reason: string) => errors.push({ row: row.row, column, reason });
  const member = memberOf(reading);
  if (!member) wrong(row.cell("number").trim() === "" ? "name" : "number", "sheet-member");
  const goods = goodsOf(reading);
  if (!goods) wrong(row.cell("variant").trim() === "" ? "goods" : "variant", "sheet-goods");
  const day = parseDay(row.cell("day"));
  const early = day ? dayErrors(day, facts.today).day : "date-invalid";
  if (early) wrong("day", early);
  const quantity = goods ? readBrought(row.cell("quantity"), goods.unit) : null;
  if (quantity && !quantity.ok) wrong("quantity", quantity.reason);
  const note = lineOfText({ max: 200, min: 0 }).safeParse(row.has("note") ? row.cell("note") : (before?.note ?? ""));
  if (!note.success) wrong("note", note.error.issues[0]?.message ?? "invalid");
  if (errors.length > 0 || !member || !goods || !day || !quantity?.ok || !note.success) return errors;
  const change = {
    ...{ row: row.row, day, memberId: member.id, variantId: goods.id, quantityMilli: quantity.value, note: note.data },
    text: `${member.name}: ${row.cell("quantity").trim()} ${goods.unit} ${goods.goods}, ${day}`,
  };
  return before ? stands(change, before) : change;
}

/** The same again, or each cell that says otherwise than what was written down. */
function stands(change: DeliveryChange, before: BulkDelivery): DeliveryChange | CellError[] {
  const columns = { day: "day", memberId: "number", variantId: "variant", quantityMilli: "quantity", note: "note" };
  const errors = Object.entries(columns).flatMap(([key, column]) =>
    change[key as keyof Marked] === before[key as keyof Marked]
      ? []
      : [{ row: change.row, column, reason: "delivery-stands" }],
  );
  return errors.length > 0 ? errors : change;
}

const plain = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** By number, else by the name if only one bears it; who left stays with what was brought. */
function memberOf({ row, facts, before }: Reading): { id: string; name: string } | undefined {
  const number = row.cell("number").trim();
  if (before && number === String(before.number)) return { id: before.memberId, name: before.name };
  if (number !== "") return facts.members.find((member) => String(member.number) === number);
  const named = facts.members.filter((member) => plain(member.name) === plain(row.cell("name")));
  return named.length === 1 ? named[0] : undefined;
}

/** By code, else by the name if only one bears it; what is not sold any more stays with what was brought. */
function goodsOf({ row, facts, before }: Reading): { id: string; goods: string; unit: Unit } | undefined {
  const code = row.cell("variant").trim();
  if (before && code === before.variantId) return { id: code, goods: before.goods, unit: before.unit };
  if (code !== "") return facts.goods.find((each) => each.id === code);
  const named = facts.goods.filter((each) => plain(each.goods) === plain(row.cell("goods")));
  return named.length === 1 ? named[0] : undefined;
}
