import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type DebtChange, openSince } from "#app/domain/debt-age.ts";
import { type AccountKind, accountKind } from "#app/domain/ledger.ts";
import { negate, type Rupiah } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { accounts, entries, members, postings } from "../schema.ts";
import { ownAccounts } from "./cash-book.ts";

export type Debt = {
  kind: AccountKind;
  /** Null for the group's own account. */
  member: { id: string; number: number; name: string } | null;
  owed: Rupiah;
  /** The day of its oldest part, YYYY-MM-DD. */
  since: string;
};

/** What we are owed stands as a debit, what we owe as a credit. */
const RECEIVABLE: readonly AccountKind[] = ["entrusted-receivable", "advances"];
const PAYABLE: readonly AccountKind[] = ["entrusted-due", "deposits-held", "savings-sukarela"];
/** What we owe a member; below that, what she or he owes us. */
const BOTH: readonly AccountKind[] = ["member-payable"];
export const DEBT_KINDS: readonly AccountKind[] = [...RECEIVABLE, ...PAYABLE, ...BOTH];

/** Who owes the group, and whom the group owes, each with its age: read from the postings, oldest first. */
export async function listDebts(actor: Actor, groupId: string): Promise<{ receivable: Debt[]; payable: Debt[] }> {
  permit(actor, "see-books", { groupId });
  const rows = await db()
    .select({
      ...{ code: accounts.code, kind: accounts.kind, at: entries.at, amount: postings.amount },
      ...{ memberId: members.id, number: members.number, name: members.name },
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .leftJoin(members, and(eq(accounts.ownerKind, "member"), eq(members.id, accounts.ownerId)))
    .where(and(ownAccounts(groupId), inArray(accounts.kind, [...DEBT_KINDS])))
    .orderBy(asc(entries.at), asc(entries.sequence), asc(postings.position));
  // Capital of a member who left is a debt too, whatever kind it is.
  const changes = new Map<string, { head: Omit<Debt, "owed" | "since">; rows: DebtChange[] }>();
  for (const { code, kind, at, amount, memberId, number, name } of [...rows, ...(await capitalOfLeft(groupId))]) {
    const member = memberId !== null && number !== null && name !== null ? { id: memberId, number, name } : null;
    const known = changes.get(code) ?? { head: { kind: accountKind(kind), member }, rows: [] };
    known.rows.push({ day: dayInWib(at.getTime()), change: amount });
    changes.set(code, known);
  }
  const all = [...changes.values()].toSorted((a, b) => (a.head.member?.number ?? 0) - (b.head.member?.number ?? 0));
  return { receivable: all.flatMap((each) => debtOf(each, 1)), payable: all.flatMap((each) => debtOf(each, -1)) };
}

async function capitalOfLeft(groupId: string) {
  return db()
    .select({
      ...{ code: accounts.code, kind: accounts.kind, at: entries.at, amount: postings.amount },
      ...{ memberId: members.id, number: members.number, name: members.name },
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .innerJoin(accounts, eq(accounts.code, postings.accountCode))
    .innerJoin(members, and(eq(accounts.ownerKind, "member"), eq(members.id, accounts.ownerId)))
    .where(
      and(
        ...[eq(members.groupId, groupId), isNotNull(members.leftAt)],
        inArray(accounts.kind, ["savings-pokok", "savings-wajib"]),
      ),
    )
    .orderBy(asc(entries.at), asc(entries.sequence), asc(postings.position));
}

type Account = { head: Omit<Debt, "owed" | "since">; rows: readonly DebtChange[] };

function debtOf({ head, rows }: Account, sign: 1 | -1): Debt[] {
  const isOurs = sign === 1 ? [...RECEIVABLE, ...BOTH] : [...PAYABLE, ...BOTH, "savings-pokok", "savings-wajib"];
  if (!isOurs.includes(head.kind)) return [];
  const open = openSince(rows.map(({ day, change }) => ({ day, change: sign === 1 ? change : negate(change) })));
  return open ? [{ ...head, ...open }] : [];
}
