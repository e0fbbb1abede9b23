import { type CellError, type NamedRow, readSheet, type SheetRows } from "./bulk-sheet.ts";
import { OptionalPhone } from "./contact.ts";
import { PersonName } from "./group.ts";
import { readablePhone } from "./phone.ts";

export const MEMBER_COLUMNS = ["number", "name", "phone"] as const;
export type MemberColumn = (typeof MEMBER_COLUMNS)[number];

export function memberColumnOf(name: string): MemberColumn | null {
  return MEMBER_COLUMNS.find((column) => column === name) ?? null;
}

export type BulkMember = { id: string; number: number; name: string; phone: string | null };
export type MemberChange = { row: number; memberId: string | null; name: string; phone: string | null };
export type MemberPlan = { added: MemberChange[]; changed: MemberChange[]; same: number; errors: CellError[] };

/** The members as rows of a sheet, without the names of the columns. */
export function memberRows(members: readonly BulkMember[]): SheetRows {
  return members.map(({ number, name, phone }) => [String(number), name, phone === null ? "" : readablePhone(phone)]);
}

/** What a sheet would change among a group's members. A row without a number is somebody new; nobody is taken away. */
export function planMembers(sheet: SheetRows, members: readonly BulkMember[]): MemberPlan {
  const plan: MemberPlan = { added: [], changed: [], same: 0, errors: [] };
  const read = readSheet({ sheet, needed: ["name"], columnOf: memberColumnOf });
  if (!read.ok) return { ...plan, errors: read.errors };
  const seen = new Set<string>();
  for (const row of read.rows) {
    const change = readMember({ row, members, seen });
    if (Array.isArray(change)) plan.errors.push(...change);
    else if (change.memberId === null) plan.added.push(change);
    else if (isSame(change, members)) plan.same += 1;
    else plan.changed.push(change);
  }
  return plan;
}

type Reading = { row: NamedRow<MemberColumn>; members: readonly BulkMember[]; seen: Set<string> };

function readMember({ row, members, seen }: Reading): MemberChange | CellError[] {
  const errors: CellError[] = [];
  const wrong = (column: MemberColumn, reason: string) => errors.push({ row: row.row, column, reason });
  const number = row.cell("number").trim();
  const known = members.find((member) => String(member.number) === number);
  if (number !== "" && !known) wrong("number", "member-not-here");
  if (number !== "" && seen.has(number)) wrong("number", "sheet-twice");
  seen.add(number);
  const name = PersonName.safeParse(row.cell("name"));
  if (!name.success) wrong("name", name.error.issues[0]?.message ?? "invalid");
  const phone = OptionalPhone.safeParse(row.cell("phone").slice(0, 60));
  if (!phone.success) wrong("phone", phone.error.issues[0]?.message ?? "invalid");
  if (errors.length > 0 || !name.success || !phone.success) return errors;
  return { row: row.row, memberId: known?.id ?? null, name: name.data, phone: phone.data };
}

function isSame(change: MemberChange, members: readonly BulkMember[]): boolean {
  const before = members.find((member) => member.id === change.memberId);
  return before?.name === change.name && before.phone === change.phone;
}
