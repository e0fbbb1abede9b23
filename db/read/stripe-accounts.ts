import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { type AccountStand, type AskTopic, accountStand, askTopics } from "#app/domain/stripe-account.ts";
import { db } from "../client.server.ts";
import { stripeAccounts } from "../schema.ts";
import { findNetwork } from "./networks.ts";

type Row = typeof stripeAccounts.$inferSelect;

function asksOf(row: Pick<Row, "asks">): string[] {
  const asks: unknown = JSON.parse(row.asks);
  return Array.isArray(asks) ? asks.filter((ask) => typeof ask === "string") : [];
}

/** A group's account at the card provider, the one that is open before any that was closed. The caller has checked who asks. */
export async function findStripeAccount(groupId: string) {
  const [row] = await db()
    .select()
    .from(stripeAccounts)
    .where(eq(stripeAccounts.groupId, groupId))
    .orderBy(desc(isNull(stripeAccounts.closedAt)), desc(stripeAccounts.openedAt))
    .limit(1);
  return row;
}

export type AccountStanding = {
  stand: AccountStand;
  sendsToBank: boolean;
  topics: AskTopic[];
  askedBy: Date | null;
  seenAt: Date | null;
};

/** For the group's own page: how its account stands and what is still asked, never its name or details. */
export async function seeStripeAccount(actor: Actor, groupId: string): Promise<AccountStanding> {
  permit(actor, "see-stripe-account", { groupId });
  const row = await findStripeAccount(groupId);
  const asks = row ? asksOf(row) : [];
  const known = row && { isClosed: row.closedAt !== null, hasRef: row.providerRef !== null, transfers: row.transfers };
  return {
    stand: accountStand(known ? { ...known, asks } : null),
    sendsToBank: row?.sendsToBank ?? false,
    topics: askTopics(asks),
    askedBy: row?.askedBy ?? null,
    seenAt: row?.seenAt ?? null,
  };
}

/** Every open account that the provider knows. For a job: nobody asks. */
export async function listOpenAccounts() {
  const rows = await db()
    .select({ id: stripeAccounts.id, groupId: stripeAccounts.groupId, ref: stripeAccounts.providerRef })
    .from(stripeAccounts)
    .where(and(isNull(stripeAccounts.closedAt), isNotNull(stripeAccounts.providerRef)))
    .orderBy(asc(stripeAccounts.openedAt), asc(stripeAccounts.id));
  return rows.flatMap(({ ref, ...row }) => (ref === null ? [] : [{ ...row, ref }]));
}

/** Whether a group has an account's page to look at: it has one, or the network offers it. The caller has checked who asks. */
export async function hasStripeAccount(isOffered: boolean, groupId: string): Promise<boolean> {
  if (isOffered && (await findNetwork())?.sendsToGroups) return true;
  return (await findStripeAccount(groupId)) !== undefined;
}
