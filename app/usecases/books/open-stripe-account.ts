import { ProviderProblem } from "#app/adapters/payments/port.ts";
import type { GroupAccounts } from "#app/adapters/payments/port-accounts.ts";
import { isKeyForgotten } from "#app/domain/payment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findNetwork } from "#db/read/networks.ts";
import { findStripeAccount } from "#db/read/stripe-accounts.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { beginStripeAccount, keepAccountRef } from "#db/write/stripe-accounts.ts";

type Reason = "groups-not-sent" | "stripe-down";
type Group = { groupId: string; slug: string };

/**
 * To the page where the group's officer tells Stripe what it must know; the group's account is opened first, once for the group. The page
 * works once and for minutes, so each press asks for a new one, and nobody keeps it.
 */
export async function openStripeAccount(
  ctx: Context,
  { groupId, slug }: Group,
): Promise<Result<{ url: string }, Reason>> {
  permit(ctx.actor, "open-stripe-account", { groupId });
  const accounts = ctx.payments.stripe?.accounts;
  const known = await findStripeAccount(groupId);
  const isOpen = known !== undefined && known.closedAt === null;
  // A network that has stopped sending still lets a group answer what Stripe asks of its account.
  if (!accounts || (!isOpen && !(await findNetwork())?.sendsToGroups)) return refuse("groups-not-sent");
  const row = await inTransaction(async (tx) => {
    const begun = { id: ctx.newId(), groupId, openedBy: ctx.actor.personId ?? "", now: ctx.now };
    const account = await beginStripeAccount(tx, begun);
    if (account.id === begun.id)
      await recordActivity(tx, ctx, { what: "open-stripe-account", groupId, subject: account.id });
    return account;
  });
  try {
    const ref = row.providerRef ?? (await opened(ctx, accounts, row));
    const page = `${ctx.origin}/books/${slug}/stripe-account`;
    const { url } = await accounts.link({ ref, againUrl: `${page}?again=1`, backUrl: `${page}?back=1` });
    return { ok: true, url };
  } catch (problem) {
    if (!(problem instanceof ProviderProblem)) throw problem;
    return refuse("stripe-down");
  }
}

type Begun = { id: string; openedAt: Date; groupId: string };

async function opened(ctx: Context, accounts: GroupAccounts, { id, openedAt, groupId }: Begun): Promise<string> {
  const key = `account:${id}`;
  // Stripe forgets the key after a day: from then on it is asked first whether the account is there.
  const isForgotten = isKeyForgotten(openedAt.getTime(), ctx.now.getTime());
  const { ref } = (isForgotten ? await accounts.opened(key) : null) ?? (await accounts.open({ groupId, key }));
  await inTransaction((tx) => keepAccountRef(tx, { id, ref }));
  return ref;
}
