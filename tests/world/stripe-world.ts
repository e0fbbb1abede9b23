import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Stripe from "stripe";

export const WEBHOOK_SECRET = "whsec_only_for_tests";

export type StripeEvent = { id: string; type: string; data: { object: { id?: string } } };

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
  lose: (match: string, what: "request" | "answer", times?: number) => void;
  /** Stripe sends so many hundredths of its balance to our bank. @returns the movement's name */
  sendToBank: (amount: number) => Promise<string>;
  events: () => StripeEvent[];
  refundCount: () => number;
  sessionCount: () => number;
  close: () => Promise<void>;
};

const signer = new Stripe("sk_test_signer");

/** The body and header with which Stripe would send an event: indented, so that whoever serialises it again cannot verify it. */
export function signed(event: StripeEvent, { ageSeconds = 0, secret = WEBHOOK_SECRET } = {}) {
  const raw = JSON.stringify(event, null, 2);
  const timestamp = Math.floor(Date.now() / 1000) - ageSeconds;
  return { raw, signature: signer.webhooks.generateTestHeaderString({ payload: raw, secret, timestamp }) };
}

type StripeObject = { id: string; object: string; payment_intent?: string; latest_charge?: string };
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
    lose: (match, what, times = 1) =>
      void control.fault({ match, kind: what === "answer" ? "drop_after" : "drop_before", times }),
    events: () => control.state().events,
    refundCount: () => count("refund"),
    sessionCount: () => count("checkout.session"),
    close: () => server.close(),
  };
}
