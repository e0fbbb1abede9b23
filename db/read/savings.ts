import { and, asc, desc, eq, inArray, lt, or } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { accountCode } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah, sum, ZERO } from "#app/domain/money.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { savingsAccount } from "#app/domain/postings-of-savings.ts";
import { isCooperative, SAVING_KINDS, type Saved, standingOf } from "#app/domain/savings.ts";
import { db } from "../client.server.ts";
import { sql } from "../dialect.ts";
import { entries, groups, members, people, postings, savingsMovements, savingsTerms } from "../schema.ts";

const total = sql<number>`coalesce(sum(${postings.amount}), 0)`.mapWith((value) => rupiah(Number(value)));

/** For use cases: whether a group is a legal cooperative. */
export async function isCooperativeGroup(groupId: string): Promise<boolean> {
  const [row] = await db().select({ kind: groups.kind }).from(groups).where(eq(groups.id, groupId));
  return row !== undefined && isCooperative(row.kind);
}

/** Every version of what members pay in, the first one first. The caller has looked who asks. */
export function listTerms(groupId: string) {
  const { id, version, pokok, wajib, fromMonth, dueDay, decision, setAt } = savingsTerms;
  return db()
    .select({ id, version, pokok, wajib, fromMonth, dueDay, decision, setAt, setBy: people.name })
    .from(savingsTerms)
    .innerJoin(people, eq(people.id, savingsTerms.setBy))
    .where(eq(savingsTerms.groupId, groupId))
    .orderBy(asc(savingsTerms.version));
}

const codesOf = (memberId: string): string[] =>
  SAVING_KINDS.map((kind) => accountCode(savingsAccount(kind), { kind: "member", id: memberId }));

/** What members have saved, by kind, whole rupiah above zero; `before` a moment or now. Each member asked for is in the answer. */
export async function savedBy(memberIds: readonly string[], before?: Date): Promise<Map<string, Saved>> {
  const codes = memberIds.flatMap(codesOf);
  const rows =
    codes.length === 0
      ? []
      : await db()
          .select({ code: postings.accountCode, total })
          .from(postings)
          .innerJoin(entries, eq(entries.id, postings.entryId))
          .where(and(inArray(postings.accountCode, codes), before ? lt(entries.at, before) : undefined))
          .groupBy(postings.accountCode);
  const known = new Map(rows.map((row) => [row.code, negate(row.total)]));
  return new Map(
    memberIds.map((memberId) => {
      const [pokok = ZERO, wajib = ZERO, sukarela = ZERO] = codesOf(memberId).map((code) => known.get(code) ?? ZERO);
      return [memberId, { pokok, wajib, sukarela }];
    }),
  );
}

/** All that a cooperative holds beside its fund: its members' savings, the reserve and the funds of its surplus; zero for other groups. */
export async function sumCapital(groupId: string): Promise<Rupiah> {
  const ids = await db().select({ id: members.id }).from(members).where(eq(members.groupId, groupId));
  const owner = { kind: "group", id: groupId } as const;
  const codes = [
    ...ids.flatMap(({ id }) => codesOf(id)),
    accountCode("shu-reserve", owner),
    accountCode("shu-fund", owner),
  ];
  const [row] = await db().select({ total }).from(postings).where(inArray(postings.accountCode, codes));
  return negate(rupiah(row?.total ?? 0));
}

/** A group's members by number, with what each saved and how each stands; those who left too. The caller has looked who asks. */
export async function readSavers(groupId: string, now: Date, only?: string) {
  const rows = await db()
    .select({
      ...{ id: members.id, number: members.number, name: members.name, personId: members.personId },
      ...{ joinedAt: members.joinedAt, leftAt: members.leftAt },
    })
    .from(members)
    .where(and(eq(members.groupId, groupId), only === undefined ? undefined : eq(members.id, only)))
    .orderBy(asc(members.number));
  const [saved, terms] = await Promise.all([savedBy(rows.map(({ id }) => id)), listTerms(groupId)]);
  const today = dayInWib(now.getTime());
  return rows.map(({ joinedAt, leftAt, personId, ...member }) => {
    const paid = saved.get(member.id) ?? { pokok: ZERO, wajib: ZERO, sukarela: ZERO };
    const joined = dayInWib(joinedAt.getTime());
    const left = leftAt && dayInWib(leftAt.getTime());
    return {
      ...{ ...member, personId, joined, left, saved: paid, total: sum(SAVING_KINDS.map((kind) => paid[kind])) },
      standing: standingOf({ terms, joined, left, today, paid }),
    };
  });
}

export type Saver = Awaited<ReturnType<typeof readSavers>>[number];

/** As {@link readSavers}, for the pages of those who may see a group's books. */
export async function listSavers(actor: Actor, { groupId, now }: { groupId: string; now: Date }): Promise<Saver[]> {
  permit(actor, "see-books", { groupId });
  return readSavers(groupId, now);
}

/** One member's savings and standing, for her or him and for those who may see the books; undefined when the group has no such member. */
export async function findSaver(
  actor: Actor,
  { groupId, memberId, now }: { groupId: string; memberId: string; now: Date },
): Promise<Saver | undefined> {
  permit(actor, "see-savings", { groupId, memberId });
  const [saver] = await readSavers(groupId, now, memberId);
  return saver;
}

/** The savings book of one member, or of all: every receipt, oldest first. The caller has looked who asks. */
export function listSavingsMovements({ groupId, memberId }: { groupId: string; memberId?: string }) {
  const { id, year, number, purpose, way, pokok, wajib, sukarela, day, note, reverses, recordedAt } = savingsMovements;
  return db()
    .select({
      ...{ id, year, number, purpose, way, pokok, wajib, sukarela, day, note, reverses, recordedAt },
      member: { id: members.id, number: members.number, name: members.name },
    })
    .from(savingsMovements)
    .innerJoin(members, eq(members.id, savingsMovements.memberId))
    .where(
      and(
        eq(savingsMovements.groupId, groupId),
        memberId === undefined ? undefined : eq(savingsMovements.memberId, memberId),
      ),
    )
    .orderBy(asc(savingsMovements.recordedAt), asc(savingsMovements.year), asc(savingsMovements.number))
    .limit(5000);
}

/** The receipt that a form has made already, if it has. */
export async function findSavingsByForm(formKey: string) {
  const { id, groupId, memberId, purpose, way, pokok, wajib, sukarela } = savingsMovements;
  const [row] = await db()
    .select({ id, groupId, memberId, purpose, way, pokok, wajib, sukarela })
    .from(savingsMovements)
    .where(eq(savingsMovements.formKey, formKey));
  return row;
}

/** One receipt of a group, with whose it is; undefined for everybody whom it is nothing to. */
export async function findSavingsMovement(
  actor: Actor,
  { groupId, movementId }: { groupId: string; movementId: string },
) {
  const [row] = await db()
    .select({ movement: savingsMovements, member: { number: members.number, name: members.name } })
    .from(savingsMovements)
    .innerJoin(members, eq(members.id, savingsMovements.memberId))
    .where(and(eq(savingsMovements.groupId, groupId), eq(savingsMovements.id, movementId)));
  return row && may(actor, "see-savings", { groupId, memberId: row.movement.memberId }) ? row : undefined;
}

/** As {@link findSavingsMovement}, with who recorded it and the receipt that it takes back, or that takes it back. */
export async function findSavingsReceipt(actor: Actor, which: { groupId: string; movementId: string }) {
  const found = await findSavingsMovement(actor, which);
  if (!found) return undefined;
  const { movement, member } = found;
  const [recorder] = await db().select({ name: people.name }).from(people).where(eq(people.id, movement.recordedBy));
  const { id, year, number, reverses } = savingsMovements;
  const others = await db()
    .select({ id, year, number, reverses })
    .from(savingsMovements)
    .where(or(eq(savingsMovements.reverses, movement.id), eq(savingsMovements.id, movement.reverses ?? "")))
    .orderBy(desc(savingsMovements.number));
  return {
    ...{ movement, member, recorder: recorder?.name ?? "" },
    takenBackBy: others.find((other) => other.reverses === movement.id) ?? null,
    takesBack: others.find((other) => other.id === movement.reverses) ?? null,
  };
}
