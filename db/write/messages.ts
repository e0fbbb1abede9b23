import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { MessageFacts, MessageKind } from "#app/domain/message.ts";
import type { Office } from "#app/domain/who.ts";
import { groups, members, messagePreferences, messages, offices, orders, people } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { oweOutside } from "./outbox.ts";

/** Who writes messages: `mail` is there when this network sends mail at all. */
export type Teller = { now: Date; newId: () => string; mail: object | null };

type Told = { kind: MessageKind; facts: MessageFacts; path: string };

/**
 * Tells one person what has just been written down, in the same transaction: into the inbox, and by mail where that is wanted.
 * `about` names the fact; the same fact again tells nothing new.
 */
export async function tellPerson(
  tx: Tx,
  by: Teller,
  { personId, about, kind, facts, path }: Told & { personId: string; about: string },
): Promise<void> {
  const id = by.newId();
  const row = { id, personId, key: `${kind}:${about}:${personId}`, kind, path, createdAt: by.now };
  const written = await tx
    .insert(messages)
    .values({ ...row, facts: JSON.stringify(facts) })
    .onConflictDoNothing()
    .returning({ id: messages.id });
  if (written.length === 0 || !by.mail || !(await wantsMail(tx, personId, kind))) return;
  await oweOutside(tx, { key: `mail:${id}`, kind: "mail", subjectId: id, args: {}, now: by.now });
}

async function wantsMail(tx: Tx, personId: string, kind: MessageKind): Promise<boolean> {
  const [person] = await tx.select({ email: people.email }).from(people).where(eq(people.id, personId));
  if (!person?.email) return false;
  const [choice] = await tx
    .select({ byMail: messagePreferences.byMail })
    .from(messagePreferences)
    .where(and(eq(messagePreferences.personId, personId), eq(messagePreferences.kind, kind)));
  return choice?.byMail ?? true;
}

/**
 * Tells an order's buyer; a guest has no inbox and follows the order by its page. `once` names the event among those of the order, `below`
 * where on its page it leads.
 */
export async function tellBuyer(
  tx: Tx,
  by: Teller,
  {
    orderId,
    kind,
    facts = {},
    once = "",
    below = "",
  }: Pick<Told, "kind"> & { orderId: string; facts?: MessageFacts; once?: string; below?: string },
): Promise<void> {
  const [order] = await tx
    .select({ number: orders.number, buyerId: orders.buyerId })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (!order?.buyerId) return;
  await tellPerson(tx, by, {
    personId: order.buyerId,
    about: once === "" ? orderId : `${orderId}:${once}`,
    kind,
    facts: { number: order.number, ...facts },
    path: `/orders/${order.number}${below}`,
  });
}

/** Those who pack and keep the books. */
const WORKING: Office[] = ["chair", "secretary", "treasurer"];

/** Tells a group's working officers who have an account; `path` is below the group's own desk. */
export async function tellOfficers(
  tx: Tx,
  by: Teller,
  { groupId, about, kind, facts, path }: Told & { groupId: string; about: string },
): Promise<void> {
  const [group] = await tx.select({ slug: groups.slug, name: groups.name }).from(groups).where(eq(groups.id, groupId));
  if (!group) return;
  const officers = await tx
    .selectDistinct({ personId: members.personId })
    .from(offices)
    .innerJoin(members, eq(members.id, offices.memberId))
    .where(
      and(
        eq(members.groupId, groupId),
        isNull(members.leftAt),
        isNotNull(members.personId),
        inArray(offices.role, WORKING),
      ),
    );
  const told = { about, kind, facts: { group: group.name, ...facts }, path: `/desk/${group.slug}${path}` };
  for (const { personId } of officers.toSorted((a, b) => ((a.personId ?? "") < (b.personId ?? "") ? -1 : 1)))
    if (personId) await tellPerson(tx, by, { ...told, personId });
}

/** Marks one of a person's messages, or all of them, as read; says where the one leads. */
export async function markRead(
  tx: Tx,
  { personId, messageId, now }: { personId: string; messageId: string | null; now: Date },
): Promise<string | null> {
  const mine = and(eq(messages.personId, personId), messageId === null ? undefined : eq(messages.id, messageId));
  await tx
    .update(messages)
    .set({ readAt: now })
    .where(and(mine, isNull(messages.readAt)));
  if (messageId === null) return null;
  const [row] = await tx.select({ path: messages.path }).from(messages).where(mine);
  return row?.path ?? null;
}

/** For a demo that begins with months gone by. */
export async function markAllReadBefore(tx: Tx, moment: Date): Promise<void> {
  await tx
    .update(messages)
    .set({ readAt: moment })
    .where(and(lt(messages.createdAt, moment), isNull(messages.readAt)));
}

/** What a person wants by mail from now on. */
export async function savePreferences(
  tx: Tx,
  { personId, choices }: { personId: string; choices: { kind: MessageKind; byMail: boolean }[] },
): Promise<void> {
  for (const { kind, byMail } of choices)
    await tx
      .insert(messagePreferences)
      .values({ personId, kind, byMail })
      .onConflictDoUpdate({ target: [messagePreferences.personId, messagePreferences.kind], set: { byMail } });
}
