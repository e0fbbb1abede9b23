import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { MessageFacts } from "#app/domain/message.ts";
import type { StripeAccountView } from "#app/domain/stripe-account.ts";
import { groups, members, offices, stripeAccounts } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellPerson } from "./messages.ts";

type Begun = { id: string; groupId: string; openedBy: string; now: Date };

/** The group's open account, begun now if there is none: two officers at once get the same. */
export async function beginStripeAccount(tx: Tx, { id, groupId, openedBy, now }: Begun) {
  const open = and(eq(stripeAccounts.groupId, groupId), isNull(stripeAccounts.closedAt));
  await tx
    .insert(stripeAccounts)
    .values({ id, groupId, openedBy, openedAt: now, transfers: "inactive", sendsToBank: false })
    .onConflictDoNothing();
  const [row] = await tx.select().from(stripeAccounts).where(open);
  if (!row) throw new Error("no account was begun");
  return row;
}

export async function keepAccountRef(tx: Tx, { id, ref }: { id: string; ref: string }): Promise<void> {
  await tx
    .update(stripeAccounts)
    .set({ providerRef: ref })
    .where(and(eq(stripeAccounts.id, id), isNull(stripeAccounts.providerRef)));
}

/**
 * Brings a group's account in line with what the provider says now, and tells the group what changed for it: once for each change, however
 * often and in what order it is said. One that was closed stays closed.
 */
export async function applyAccountView(tx: Tx, by: Teller, view: StripeAccountView): Promise<"applied" | "unknown"> {
  const [row] = await tx.select().from(stripeAccounts).where(eq(stripeAccounts.providerRef, view.ref));
  if (!row) return "unknown";
  if (row.closedAt) return "applied";
  const asks = JSON.stringify(view.asks);
  const { transfers, sendsToBank } = view;
  const askedBy = view.askedBySeconds === null ? null : new Date(view.askedBySeconds * 1000);
  const seen = { transfers, sendsToBank, asks, askedBy, seenAt: by.now };
  const changed = await tx
    .update(stripeAccounts)
    .set(view.isClosed ? { ...seen, closedAt: by.now } : seen)
    .where(
      and(
        eq(stripeAccounts.id, row.id),
        eq(stripeAccounts.transfers, row.transfers),
        eq(stripeAccounts.asks, row.asks),
      ),
    )
    .returning({ id: stripeAccounts.id });
  if (changed.length === 0) throw new Error("the account changed while it was looked at");
  const about = `${row.id}:${by.now.toISOString()}`;
  const told = { groupId: row.groupId, about };
  if (view.isClosed) await tellKeepers(tx, by, { ...told, kind: "stripe-account-closed" });
  else if (transfers === "active" && row.transfers !== "active")
    await tellKeepers(tx, by, { ...told, kind: "stripe-account-ready" });
  // While somebody still fills in the first form, it asks for everything: that is no news.
  if (!view.isClosed && view.hasAnswered && view.asks.length > 0 && asks !== row.asks)
    await tellKeepers(tx, by, { ...told, kind: "stripe-account-asks" });
  return "applied";
}

type Told = {
  groupId: string;
  about: string;
  kind: "stripe-account-ready" | "stripe-account-asks" | "stripe-account-closed" | "stripe-payout-failed";
  facts?: MessageFacts;
};

/** Tells those who look after a group's money. */
async function tellKeepers(tx: Tx, by: Teller, { groupId, about, kind, facts = {} }: Told): Promise<void> {
  const [group] = await tx.select({ slug: groups.slug, name: groups.name }).from(groups).where(eq(groups.id, groupId));
  if (!group) return;
  const keepers = await tx
    .selectDistinct({ personId: members.personId })
    .from(offices)
    .innerJoin(members, eq(members.id, offices.memberId))
    .where(
      and(
        ...[eq(members.groupId, groupId), isNull(members.leftAt), isNotNull(members.personId)],
        inArray(offices.role, ["chair", "treasurer"]),
      ),
    )
    .orderBy(members.personId);
  const told = { about, kind, facts: { group: group.name, ...facts }, path: `/books/${group.slug}/stripe-account` };
  for (const { personId } of keepers) if (personId) await tellPerson(tx, by, { ...told, personId });
}

type Failed = { accountRef: string; payoutRef: string; amount: number };

/** The group's bank did not take what its own account sent: that is between the group and the provider, and posts nothing. */
export async function tellPayoutFailed(tx: Tx, by: Teller, failed: Failed): Promise<"applied" | "unknown"> {
  const { accountRef, payoutRef, amount } = failed;
  const [row] = await tx.select().from(stripeAccounts).where(eq(stripeAccounts.providerRef, accountRef));
  if (!row) return "unknown";
  const facts = { failedAmount: amount };
  await tellKeepers(tx, by, { groupId: row.groupId, about: payoutRef, kind: "stripe-payout-failed", facts });
  return "applied";
}
