import Stripe from "stripe";
import {
  type OutsideGuard,
  type PaymentProvider,
  type PaymentStart,
  ProviderProblem,
  type RefundAnswer,
} from "./port.ts";
import { stripeAccounts } from "./stripe-accounts.ts";
import { toStripe } from "./stripe-amount.ts";
import { missedEvents, verifiedEvent } from "./stripe-events.ts";
import { outsideOf, unlessMissing } from "./stripe-problem.ts";
import { EXPAND_SESSION, isDisputed, movementOf, refundStatus, viewOfPayout, viewOfSession } from "./stripe-view.ts";

/** The version this code was written against; a new one is an endpoint beside the old, and this line. */
export const STRIPE_VERSION = "2026-10-28.endive";

type Setup = {
  secretKey: string;
  webhookSecret: string;
  /** Of the endpoint that hears of the groups' accounts; empty where the network sends groups nothing by Stripe. */
  accountsWebhookSecret?: string;
  /** Where groups that open an account are; where the network's own account is when nothing is said. */
  accountsCountry?: string;
  /** For tests: where a stand-in listens, such as http://127.0.0.1:12111. Empty for Stripe itself. */
  apiBase: string;
  guard: OutsideGuard;
};

/** More than this in a week is more than one process should hold at once. */
const MOST_MOVEMENTS = 10_000;

/** Cards, by Stripe's own page. */
export function stripePayments(setup: Setup): PaymentProvider {
  const { secretKey, webhookSecret, accountsWebhookSecret = "", accountsCountry = "", apiBase, guard } = setup;
  const stripe = new Stripe(secretKey, {
    apiVersion: STRIPE_VERSION,
    maxNetworkRetries: 2,
    timeout: 15_000,
    telemetry: false,
    ...elsewhere(apiBase),
  });
  const outside = outsideOf(guard);
  const session = (id: string) => stripe.checkout.sessions.retrieve(id, { expand: EXPAND_SESSION });
  const view = async (found: Stripe.Checkout.Session) => viewOfSession(found, await afterPayment(stripe, found));
  return {
    code: "stripe",
    can: { refund: true, webhook: true, expires: true },
    start: (start, key) =>
      outside(async () => {
        const made = await stripe.checkout.sessions.create(sessionOf(start), { idempotencyKey: key });
        if (!made.url) throw new ProviderProblem("the session has no page", { mayRetry: false });
        return { ref: made.id, next: { kind: "redirect", url: made.url } };
      }),
    fetch: (ref) =>
      outside(async () => {
        const id = await unlessMissing(sessionIdOf(stripe, ref));
        const found = id ? await unlessMissing(session(id)) : null;
        return found && view(found);
      }),
    cancel: (ref) =>
      outside(async () => {
        const found = await unlessMissing(session(ref));
        if (!found) return null;
        if (found.status !== "open") return view(found);
        // Paid or expired in this very moment: what it is now is the answer.
        await stripe.checkout.sessions.expire(ref).catch((problem: unknown) => {
          if (!(problem instanceof Stripe.errors.StripeInvalidRequestError)) throw problem;
        });
        return view(await session(ref));
      }),
    refund: ({ ref, amount, key }) =>
      outside(async (): Promise<RefundAnswer> => {
        const intent = (await stripe.checkout.sessions.retrieve(ref)).payment_intent;
        if (!intent) throw new ProviderProblem("nothing was paid", { mayRetry: false });
        const made = await stripe.refunds.create(
          {
            payment_intent: typeof intent === "string" ? intent : intent.id,
            amount: toStripe(amount),
            metadata: { refund_key: key },
          },
          { idempotencyKey: key },
        );
        return { ref: made.id, status: refundStatus(made.status) };
      }),
    listMovements: ({ fromSeconds, toSeconds }) =>
      outside(async () => {
        const created = { gte: fromSeconds, lt: toSeconds };
        const listed = stripe.balanceTransactions.list({ created, limit: 100, expand: ["data.source"] });
        const found = await listed.autoPagingToArray({ limit: MOST_MOVEMENTS });
        // In another currency it is not ours to state in rupiah.
        return found.filter((each) => each.currency === "idr").map(movementOf);
      }),
    fetchPayout: (ref, account) =>
      outside(async () => {
        const found = await unlessMissing(stripe.payouts.retrieve(ref, {}, account ? { stripeAccount: account } : {}));
        return found && viewOfPayout(found);
      }),
    listEvents: (asked) => outside(() => missedEvents(stripe, asked)),
    parseWebhook: (raw, signature, isOfAccounts = false) =>
      verifiedEvent(stripe, {
        ...{ raw, signature, isOfAccounts },
        secret: isOfAccounts ? accountsWebhookSecret : webhookSecret,
      }),
    ...(accountsWebhookSecret !== "" && { accounts: stripeAccounts(stripe, outside, accountsCountry) }),
  };
}

function elsewhere(apiBase: string): Partial<Stripe.StripeConfig> {
  if (apiBase === "") return {};
  const { protocol, hostname, port } = new URL(apiBase);
  const plain = protocol === "http:" ? "http" : "https";
  return { protocol: plain, host: hostname, port: port || (plain === "http" ? "80" : "443") };
}

/** One line for each order line, its quantity in its name: Stripe counts whole pieces only, we also sell half kilograms. */
function sessionOf(start: PaymentStart): Stripe.Checkout.SessionCreateParams {
  const { paymentId, lines, shipping, expiresAtSeconds } = start;
  const metadata = { payment_id: paymentId };
  return {
    mode: "payment",
    ui_mode: "hosted_page",
    allowed_payment_method_types: ["card"],
    locale: start.locale,
    client_reference_id: paymentId,
    metadata,
    payment_intent_data: { metadata, description: start.orderNumber, transfer_group: paymentId },
    line_items: lines.map(({ name, amount }) => ({
      quantity: 1,
      price_data: { currency: "idr", unit_amount: toStripe(amount), product_data: { name: name.slice(0, 250) } },
    })),
    ...(shipping.amount > 0 && {
      shipping_options: [
        {
          shipping_rate_data: {
            type: "fixed_amount",
            display_name: shipping.name.slice(0, 100),
            fixed_amount: { amount: toStripe(shipping.amount), currency: "idr" },
          },
        },
      ],
    }),
    ...(expiresAtSeconds !== null && { expires_at: expiresAtSeconds }),
    success_url: start.returnUrl,
    cancel_url: start.cancelUrl,
  };
}

/** The session behind any of the objects that an event may name. */
async function sessionIdOf(stripe: Stripe, ref: string): Promise<string | null> {
  if (ref.startsWith("cs_")) return ref;
  const holder = await holderOf(stripe, ref);
  const held = holder ? holder.payment_intent : ref.startsWith("pi_") ? ref : null;
  const intent = held && typeof held === "object" ? held.id : held;
  if (!intent) return null;
  const found = await stripe.checkout.sessions.list({ payment_intent: intent, limit: 1 });
  return found.data[0]?.id ?? null;
}

/** A refund and a dispute name the payment they are of; disputes are called "du_" now and "dp_" before. */
async function holderOf(stripe: Stripe, ref: string): Promise<Pick<Stripe.Charge, "payment_intent"> | null> {
  if (/^(re|pyr)_/.test(ref)) return stripe.refunds.retrieve(ref);
  if (/^(ch|py)_/.test(ref)) return stripe.charges.retrieve(ref);
  return /^d[up]_/.test(ref) ? stripe.disputes.retrieve(ref) : null;
}

/** What went back of a payment, or was taken back. */
async function afterPayment(stripe: Stripe, session: Stripe.Checkout.Session) {
  const intent = session.payment_intent;
  if (!intent || session.payment_status !== "paid") return { refunds: [], disputes: [] };
  const of = { payment_intent: typeof intent === "string" ? intent : intent.id, limit: 100 };
  const refunds = await stripe.refunds.list(of);
  const disputes = isDisputed(session) ? await stripe.disputes.list(of) : { data: [] };
  return { refunds: refunds.data, disputes: disputes.data };
}
