import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Stripe from "stripe";

export const WEBHOOK_SECRET = "whsec_only_for_tests";

/** Of the endpoint that hears of groups' accounts. */
export const ACCOUNTS_SECRET = "whsec_of_accounts_for_tests";

export type StripeEvent = {
  id: string;
  type: string;
  account?: string;
  created?: number;
  data: { object: { id?: string } };
};

/** What a test does to a stand-in for Stripe: what buyers, banks and Stripe itself would do. */
export type StripeWorld = {
  url: string;
  complete: (sessionId: string, how?: { asynchronous?: boolean; declined?: boolean }) => Promise<void>;
  settle: (sessionId: string, succeed: boolean) => Promise<void>;
  expire: (sessionId: string) => Promise<void>;
  failRefund: (refundId: string) => Promise<void>;
  /** Somebody gives money back at Stripe's own desk, without us; all that is left unless so many hundredths. */
  refundAtDesk: (sessionId: string, amount?: number) => Promise<string>;
  /** The buyer's bank takes the payment back, or so many hundredths of it. @returns the dispute's name */
  dispute: (sessionId: string, how?: { amount?: number; fee?: number }) => Promise<string>;
  closeDispute: (disputeId: string, won: boolean) => Promise<void>;
  /** The next request that matches ("POST /v1/refunds") is carried out, and its answer lost; or never arrives. */
  lose: (match: string, what: "request" | "answer" | "error", times?: number) => void;
  /** Stripe has looked at what a group told it, and lets money be sent, or asks for more. */
  judgeAccount: (accountId: string, how: { enabled: boolean; asks?: string[] }) => Promise<void>;
  reverseAtDesk: (transferId: string, amount: number) => Promise<string>;
  /** A group's account sends so many hundredths on to its bank. @returns the payout's name */
  groupToBank: (accountId: string, amount: number) => Promise<string>;
  /** A bank sends it back; by the payout's name, or the movement's. */
  bankRefuses: (name: string) => Promise<void>;
  /** The platform settles this payment in another currency. */
  settleIn: (sessionId: string, currency: string) => Promise<void>;
  transfers: () => { id: string; amount: number; back: number }[];
  accountCount: () => number;
  /** Stripe sends so many hundredths of its balance to our bank. @returns the movement's name */
  sendToBank: (amount: number) => Promise<string>;
  events: () => StripeEvent[];
  refundCount: () => number;
  sessionCount: () => number;
  close: () => Promise<void>;
};

const signer = new Stripe("sk_test_signer");

/** The body and header with which Stripe would send an event: indented, so that whoever serialises it again cannot verify it. */
export function signed(
  event: StripeEvent,
  { ageSeconds = 0, secret = event.account ? ACCOUNTS_SECRET : WEBHOOK_SECRET } = {},
) {
  const raw = JSON.stringify(event, null, 2);
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
  return { raw, signature: signer.webhooks.generateTestHeaderString({ payload: raw, secret, timestamp }) };
}

type StripeObject = {
  id: string;
  object: string;
  payment_intent?: string;
  latest_charge?: string;
  balance_transaction?: string;
  currency?: string;
  amount?: number;
  amount_reversed?: number;
  requirements?: object | null;
};
type ContractServer = {
  url: string;
  control: {
    complete: (args: object) => unknown;
    settle_async: (args: object) => unknown;
    expire: (args: object) => unknown;
    fail_refund: (args: object) => unknown;
    refund: (args: object) => { id: string };
    dispute: (args: object) => { id: string };
    close_dispute: (args: object) => unknown;
    fault: (args: object) => unknown;
    release_funds: (args: object) => unknown;
    account: (args: object) => unknown;
    payout: (args: object) => unknown;
    state: () => { events: StripeEvent[]; objects: StripeObject[] };
  };
  close: () => Promise<void>;
};

/** A spec-checked server kept beside the repository, where there is one: a second opinion on the stand-in of our own. */
export function contractServerFile(): string | null {
  const folders = [process.env.SHARED_DIR ?? "", resolve("../shared")].filter((folder) => folder !== "");
  const files = folders.map((folder) => join(folder, "stripe", "contract-server.mjs"));
  return files.find((file) => existsSync(file)) ?? null;
}

function stripeAt(url: string): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe("sk_test_desk", { protocol: "http", host: hostname, port, telemetry: false });
}

export async function contractWorld(file: string): Promise<StripeWorld> {
  const module: { createContractServer: (options: object) => Promise<ContractServer> } = await import(
    /* @vite-ignore */ pathToFileURL(file).href
  );
  const server = await module.createContractServer({ modules: resolve("node_modules"), webhookSecret: WEBHOOK_SECRET });
  const { control } = server;
  const count = (object: string) => control.state().objects.filter((each) => each.object === object).length;
  const find = (id?: string) => control.state().objects.find((each) => each.id === id);
  const chargeOf = (sessionId: string) => find(find(sessionId)?.payment_intent)?.latest_charge;
  return {
    url: server.url,
    complete: async (session, how = {}) => void control.complete({ session, ...how }),
    settle: async (session, succeed) => void control.settle_async({ session, succeed }),
    expire: async (session) => void control.expire({ session }),
    failRefund: async (refund) => void control.fail_refund({ refund }),
    refundAtDesk: async (session, amount) => control.refund({ charge: chargeOf(session), amount }).id,
    dispute: async (session, how = {}) => control.dispute({ charge: chargeOf(session), ...how }).id,
    closeDispute: async (dispute, won) => void control.close_dispute({ dispute, won }),
    sendToBank: async (amount) => {
      control.release_funds({});
      const sent = await stripeAt(server.url).payouts.create({ amount, currency: "idr" });
      return typeof sent.balance_transaction === "string" ? sent.balance_transaction : "";
    },
    lose: (match, what, times = 1) => void control.fault({ match, kind: FAULTS[what], times }),
    ...groupsAt(server),
    events: () => control.state().events,
    refundCount: () => count("refund"),
    sessionCount: () => count("checkout.session"),
    close: () => server.close(),
  };
}

const FAULTS = { answer: "drop_after", request: "drop_before", error: "status" } as const;

function groupsAt({ url, control }: ContractServer) {
  const find = (id?: string) => control.state().objects.find((each) => each.id === id);
  const of = (object: string) => control.state().objects.filter((each) => each.object === object);
  return {
    judgeAccount: async (account: string, { enabled, asks = [] }: { enabled: boolean; asks?: string[] }) => {
      const row = find(account);
      const nothing = { disabled_reason: null, eventually_due: asks, past_due: [], pending_verification: [] };
      if (row)
        row.requirements = { ...nothing, alternatives: [], currently_due: asks, current_deadline: null, errors: [] };
      control.account({ account, enabled });
    },
    reverseAtDesk: async (transfer: string, amount: number) =>
      (await stripeAt(url).transfers.createReversal(transfer, { amount })).id,
    groupToBank: async (account: string, amount: number) => {
      control.release_funds({});
      return (await stripeAt(url).payouts.create({ amount, currency: "idr" }, { stripeAccount: account })).id;
    },
    bankRefuses: async (name: string) => {
      const payout = of("payout").find((each) => each.id === name || each.balance_transaction === name);
      control.payout({ payout: payout?.id, paid: false });
    },
    settleIn: async (session: string, currency: string) => {
      const entry = find(find(find(find(session)?.payment_intent)?.latest_charge)?.balance_transaction);
      if (entry) entry.currency = currency;
    },
    transfers: () => of("transfer").map(({ id, amount = 0, amount_reversed: back = 0 }) => ({ id, amount, back })),
    accountCount: () => of("account").length,
  };
}
