import { and, count, desc, eq, isNull } from "drizzle-orm";
import { MESSAGE_KINDS, MessageFacts, type MessageKind, messageKind } from "#app/domain/message.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { messagePreferences, messages, people } from "../schema.ts";

const MESSAGES_A_PAGE = 15;

/** A person's own messages, the newest first. */
export async function listOwnMessages(actor: Actor, { page }: { page: number }) {
  permit(actor, "see-account");
  const rows = await db()
    .select()
    .from(messages)
    .where(eq(messages.personId, actor.personId ?? ""))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(MESSAGES_A_PAGE + 1)
    .offset((page - 1) * MESSAGES_A_PAGE);
  const shown = rows.slice(0, MESSAGES_A_PAGE).flatMap((row) => {
    const kind = messageKind(row.kind);
    return kind ? [{ id: row.id, kind, facts: factsOf(row.facts), createdAt: row.createdAt, readAt: row.readAt }] : [];
  });
  return { messages: shown, hasMore: rows.length > MESSAGES_A_PAGE };
}

function factsOf(text: string): MessageFacts {
  return MessageFacts.parse(JSON.parse(text));
}

/** For the frame of every page: how many wait to be read. */
export async function countUnread(personId: string | null): Promise<number> {
  if (!personId) return 0;
  const [row] = await db()
    .select({ unread: count().mapWith(Number) })
    .from(messages)
    .where(and(eq(messages.personId, personId), isNull(messages.readAt)));
  return row?.unread ?? 0;
}

/** For each kind, whether the person wants it by mail. */
export async function listPreferences(actor: Actor): Promise<Record<MessageKind, boolean>> {
  permit(actor, "see-account");
  const rows = await db()
    .select({ kind: messagePreferences.kind, byMail: messagePreferences.byMail })
    .from(messagePreferences)
    .where(eq(messagePreferences.personId, actor.personId ?? ""));
  const off = new Set(rows.filter((row) => !row.byMail).map((row) => row.kind));
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, !off.has(kind)])) as Record<MessageKind, boolean>;
}

/** What a mail about this message needs: to whom it goes today. Undefined when the message or the address is gone. */
export async function findMailOf(messageId: string) {
  const [row] = await db()
    .select({
      kind: messages.kind,
      facts: messages.facts,
      path: messages.path,
      to: people.email,
      locale: people.locale,
    })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(eq(messages.id, messageId));
  const kind = row && messageKind(row.kind);
  if (!row?.to || !kind) return undefined;
  return { kind, facts: factsOf(row.facts), path: row.path, to: row.to, locale: row.locale ?? ("id" as const) };
}
