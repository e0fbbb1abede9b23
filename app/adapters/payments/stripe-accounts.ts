import Stripe from "stripe";
import { subtract, sum } from "#app/domain/money.ts";
import { type Capability, closedAccount, type StripeAccountView } from "#app/domain/stripe-account.ts";
import type { TransferView } from "#app/domain/transfer.ts";
import { ProviderProblem } from "./port.ts";
import type { GroupAccounts, TransferRequest } from "./port-accounts.ts";
import { fromStripe, toStripe } from "./stripe-amount.ts";
import { type Outside, unlessMissing } from "./stripe-problem.ts";
import { SETTLEMENT } from "./stripe-view.ts";

/** More accounts or movements than this are more than one process should hold at once. */
const MOST_LISTED = 10_000;

/** Accounts of groups and transfers to them: separate charges and transfers, so that a refund and a transfer never wait for each other. */
export function stripeAccounts(stripe: Stripe, outside: Outside, country: string): GroupAccounts {
  const transfer = (ref: string) => stripe.transfers.retrieve(ref);
  return {
    open: ({ groupId, key }) =>
      outside(async () => {
        const made = await stripe.accounts.create(
          {
            // Stripe asks the group what it must know, and shows it its own page; what goes wrong is ours to bear.
            controller: {
              stripe_dashboard: { type: "express" },
              requirement_collection: "stripe",
              fees: { payer: "application" },
              losses: { payments: "application" },
            },
            // Left out, Stripe takes the country of the network's own account.
            ...(country !== "" && { country }),
            capabilities: { transfers: { requested: true } },
            metadata: { group_id: groupId, account_key: key },
          },
          { idempotencyKey: key },
        );
        return { ref: made.id };
      }),
    opened: (key) =>
      outside(async () => {
        const all = await stripe.accounts.list({ limit: 100 }).autoPagingToArray({ limit: MOST_LISTED });
        const found = all.find((account) => account.metadata?.account_key === key);
        return found ? { ref: found.id } : null;
      }),
    link: ({ ref, againUrl, backUrl }) =>
      outside(async () => {
        const made = await stripe.accountLinks.create({
          ...{ account: ref, type: "account_onboarding", refresh_url: againUrl, return_url: backUrl },
        });
        return { url: made.url };
      }),
    fetch: (ref) => outside(() => fetchAccount(stripe, ref)),
    send: (request) => outside(() => send(stripe, request)),
    sent: ({ paymentId, key }) =>
      outside(async () => {
        const listed = await stripe.transfers.list({ transfer_group: paymentId, limit: 100 });
        const found = listed.data.find((each) => each.metadata.outbox_key === key);
        return found ? viewOfTransfer(stripe, found) : null;
      }),
    fetchTransfer: (ref) =>
      outside(async () => {
        const found = await unlessMissing(transfer(ref));
        return found && viewOfTransfer(stripe, found);
      }),
    reverse: ({ transferRef, amount, key }) =>
      outside(async () => {
        // Counted in the transfer's own currency: were it another, this would not be the amount that was meant.
        fromStripe(0, (await transfer(transferRef)).currency);
        const asked = { amount: toStripe(amount), metadata: { outbox_key: key } };
        const made = await stripe.transfers.createReversal(transferRef, asked, { idempotencyKey: key });
        return { ref: made.id };
      }),
    received: (accountRef) => outside(() => received(stripe, accountRef)),
  };
}

async function send(stripe: Stripe, request: TransferRequest): Promise<TransferView> {
  const { paymentRef, paymentId, accountRef, amount, key, turn } = request;
  const session = await stripe.checkout.sessions.retrieve(paymentRef, {
    expand: ["payment_intent.latest_charge.balance_transaction"],
  });
  const intent = session.payment_intent;
  const charge = typeof intent === "object" && intent ? intent.latest_charge : null;
  if (!charge || typeof charge === "string") throw new ProviderProblem("nothing was paid", { mayRetry: false });
  const settled = charge.balance_transaction;
  const currency = typeof settled === "object" && settled ? settled.currency : "";
  // A platform that settles in another currency would send that one: how much of it is not ours to guess.
  if (currency !== "idr") throw new ProviderProblem(`currency: settled in ${currency}`, { mayRetry: false });
  const made = await stripe.transfers.create(
    {
      ...{ amount: toStripe(amount), currency, destination: accountRef },
      ...{ source_transaction: charge.id, transfer_group: paymentId },
      metadata: { payment_id: paymentId, outbox_key: key },
    },
    { idempotencyKey: turn === 0 ? key : `${key}:${turn}` },
  );
  return viewOfTransfer(stripe, made);
}

async function fetchAccount(stripe: Stripe, ref: string): Promise<StripeAccountView | null> {
  try {
    const account = await stripe.accounts.retrieve(ref);
    const { requirements } = account;
    const asks = [...(requirements?.past_due ?? []), ...(requirements?.currently_due ?? [])];
    return {
      ...{ ref: account.id, isClosed: false, transfers: capability(account.capabilities?.transfers) },
      ...{ sendsToBank: account.payouts_enabled, asks: [...new Set(asks)].sort() },
      hasAnswered: account.details_submitted,
      askedBySeconds: requirements?.current_deadline ?? null,
    };
  } catch (problem) {
    // 403: it was ours, and its owner has left us.
    if (problem instanceof Stripe.errors.StripePermissionError) return closedAccount(ref);
    if (problem instanceof Stripe.errors.StripeInvalidRequestError && problem.code === "resource_missing") return null;
    throw problem;
  }
}

function capability(said: string | undefined): Capability {
  return said === "active" || said === "pending" ? said : "inactive";
}

/** The transfer itself carries its last ten reversals; where there are more, they are asked for. */
async function viewOfTransfer(stripe: Stripe, found: Stripe.Transfer): Promise<TransferView> {
  const reversals = found.reversals.has_more
    ? await stripe.transfers.listReversals(found.id, { limit: 100 }).autoPagingToArray({ limit: MOST_LISTED })
    : found.reversals.data;
  return {
    ref: found.id,
    key: found.metadata.outbox_key ?? null,
    amount: fromStripe(found.amount, found.currency),
    reversals: reversals.map((each) => ({
      ...{ ref: each.id, key: each.metadata?.outbox_key ?? null },
      amount: fromStripe(each.amount, each.currency),
    })),
  };
}

async function received(stripe: Stripe, accountRef: string) {
  const at = { stripeAccount: accountRef };
  const balance = await stripe.balance.retrieve({}, at);
  const there = [...balance.available, ...balance.pending].filter(({ currency }) => currency === "idr");
  const listed = await stripe.balanceTransactions.list({ limit: 100 }, at).autoPagingToArray({ limit: MOST_LISTED });
  const toBank = listed.filter(({ type, currency }) => SETTLEMENT.has(type) && currency === "idr");
  return subtract(
    fromStripe(
      there.reduce((total, { amount }) => total + amount, 0),
      "idr",
    ),
    sum(toBank.map(({ amount, currency }) => fromStripe(amount, currency))),
  );
}
