import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type Stripe from "stripe";
import { answerOfGroups, controlsOfGroups, type OfGroups, payToBank } from "./stripe-stand-in-groups.ts";
import {
  amountOf,
  capture,
  checkNames,
  closeDispute,
  createRefund,
  type Form,
  failRefund,
  listed,
  openDispute,
  Refusal,
  type Row,
  type Store,
  store,
  under,
} from "./stripe-stand-in-money.ts";
import type { StripeWorld } from "./stripe-world.ts";

// A small Stripe on a loopback port: Checkout Sessions, their payment, refunds, disputes, the balance, events and idempotency keys.
// It keeps what matters to us: it refuses what the SDK's own types do not name, remembers keys with their parameters,
// counts rupiah in hundredths and holds sessions to 30 minutes up to a day.

const MINIMUM = 1_000_000;
const DAY_SECONDS = 86_400;

const SESSION_KEYS: Record<keyof Stripe.Checkout.SessionCreateParams & string, true> | Record<string, true> = {
  ...{ mode: true, ui_mode: true, allowed_payment_method_types: true, locale: true, client_reference_id: true },
  ...{ metadata: true, payment_intent_data: true, line_items: true, shipping_options: true, expires_at: true },
  ...{ success_url: true, cancel_url: true, expand: true },
} satisfies Partial<Record<keyof Stripe.Checkout.SessionCreateParams, true>>;
function createSession({ put, now }: Store, form: Form, baseUrl: string): Row {
  checkNames(form, SESSION_KEYS);
  if (form.mode !== "payment" || form.ui_mode !== "hosted_page") throw new Refusal(400, { param: "mode" });
  if (!form.success_url) throw new Refusal(400, { code: "parameter_missing", param: "success_url" });
  let total = 0;
  for (let at = 0; `line_items[${at}][quantity]` in form; at++) {
    const price = `line_items[${at}][price_data]`;
    if (form[`${price}[currency]`] !== "idr") throw new Refusal(400, { param: `${price}[currency]` });
    if (!form[`${price}[product_data][name]`]) throw new Refusal(400, { code: "parameter_missing", param: price });
    const each = amountOf(form[`${price}[unit_amount]`], `${price}[unit_amount]`);
    total += each * amountOf(form[`line_items[${at}][quantity]`], "quantity");
  }
  const shipping = "shipping_options[0][shipping_rate_data]";
  if (`${shipping}[fixed_amount][amount]` in form) {
    if (form[`${shipping}[type]`] !== "fixed_amount" || !form[`${shipping}[display_name]`])
      throw new Refusal(400, { code: "parameter_missing", param: shipping });
    total += amountOf(form[`${shipping}[fixed_amount][amount]`], shipping);
  }
  if (total < MINIMUM) throw new Refusal(400, { code: "amount_too_small", param: "line_items" });
  const expiresAt = form.expires_at ? amountOf(form.expires_at, "expires_at") : now() + DAY_SECONDS;
  if (expiresAt < now() + 1800 || expiresAt > now() + DAY_SECONDS) throw new Refusal(400, { param: "expires_at" });
  const session = put("checkout.session", "cs_test", {
    ...{ mode: "payment", status: "open", payment_status: "unpaid", payment_intent: null, currency: "idr" },
    ...{ amount_total: total, expires_at: expiresAt, client_reference_id: form.client_reference_id ?? null },
    metadata: under(form, "metadata"),
    transfer_group: form["payment_intent_data[transfer_group]"] ?? null,
  });
  return Object.assign(session, { url: `${baseUrl}/_pay/${session.id}`, success_url: form.success_url });
}

/** Follows the names to expand: each names a row that stands in for its id. */
function expanded({ rows }: Store, row: Row, path: string | undefined): Row {
  const out = structuredClone(row);
  let at: Record<string, unknown> = out;
  for (const name of path?.split(".") ?? []) {
    const found = rows.get(String(at[name]));
    if (!found) break;
    const copy = structuredClone(found);
    at[name] = copy;
    at = copy;
  }
  return out;
}

type Asked = { method: string; path: string; form: Form; baseUrl: string; account: string | null };

function answer(kept: Store, request: Asked): object {
  const { method, path, form, baseUrl, account } = request;
  const [, , first = "", second = "", third = "", fourth = ""] = path.split("/");
  const expand = form["expand[0]"];
  if (first === "checkout" && second === "sessions") {
    if (method === "POST" && !third) return createSession(kept, form, baseUrl);
    if (method === "GET" && !third) return listed(kept.all("checkout.session"), form);
    const session = kept.find("checkout.session", third);
    if (method === "GET") return expanded(kept, session, expand);
    if (fourth === "expire") return expireSession(kept, session);
  }
  if (first === "refunds") {
    if (method === "POST") return createRefund(kept, form);
    return second ? kept.find("refund", second) : listed(kept.all("refund"), form);
  }
  if (first === "charges" && second) return kept.find("charge", second);
  if (first === "balance_transactions") {
    const mine = kept.all("balance_transaction").filter((row) => (row.account ?? null) === account);
    const named = expand === "data.source" ? mine.map((row) => expanded(kept, row, "source")) : mine;
    return listed(named, form);
  }
  if (first === "disputes") return second ? kept.find("dispute", second) : listed(kept.all("dispute"), form);
  const known = answerOfGroups(kept, { method, parts: path.split("/").slice(2), form, account, baseUrl });
  if (known) return known;
  throw new Refusal(404, { type: "invalid_request_error" });
}

function expireSession({ emit }: Store, session: Row): Row {
  if (session.status !== "open") throw new Refusal(400, { type: "invalid_request_error" });
  Object.assign(session, { status: "expired", url: null });
  emit("checkout.session.expired", session);
  return session;
}

type Saved = { print: string; status: number; body: object };
type Fault = { match: string; what: "request" | "answer" | "error"; times: number };

/** Told of each request before it is carried out ("asked") and before it is answered ("done"); true lets it go no further. */
export type Watch = (moment: "asked" | "done", request: string) => boolean;

/** `forgetsKeys` is a provider that does each request anew, whatever its key: for tests of what finds the harm. */
type Kind = { forgetsKeys?: boolean };

export async function standInWorld(
  watch: Watch = () => false,
  { forgetsKeys = false }: Kind = {},
): Promise<StripeWorld> {
  const kept = store();
  const keys = new Map<string, Saved>();
  const faults: Fault[] = [];
  let baseUrl = "";
  const server = createServer((request, response) => void handle(request, response));
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const url = new URL(request.url ?? "/", baseUrl);
    const method = request.method ?? "GET";
    const form = Object.fromEntries(
      method === "POST" ? new URLSearchParams(Buffer.concat(chunks).toString("utf8")) : url.searchParams,
    );
    const fault = faults.find((each) => each.times > 0 && `${method} ${url.pathname}`.startsWith(each.match));
    if (fault) fault.times -= 1;
    const asked = `${method} ${url.pathname}`;
    if (fault?.what === "request" || watch("asked", asked)) return void request.socket.destroy();
    if (fault?.what === "error") {
      response.writeHead(500, { "content-type": "application/json" });
      return void response.end(JSON.stringify({ error: { type: "api_error", message: "an injected fault" } }));
    }
    const account = String(request.headers["stripe-account"] ?? "") || null;
    const key = method === "POST" ? String(request.headers["idempotency-key"] ?? "") : "";
    const print = `${method} ${url.pathname} ${JSON.stringify(Object.entries(form).sort())}`;
    let saved = keys.get(key);
    if (saved && saved.print !== print)
      saved = {
        print,
        ...{ status: 400, body: { error: { type: "idempotency_error", message: "other parameters" } } },
      };
    else if (!saved) {
      saved = { print, ...carryOut(kept, { method, path: url.pathname, form, baseUrl, account }) };
      if (key !== "" && saved.status === 200 && !forgetsKeys) keys.set(key, saved);
    }
    if (fault?.what === "answer" || watch("done", asked)) return void request.socket.destroy();
    response.writeHead(saved.status, {
      "content-type": "application/json",
      "request-id": `req_${randomBytes(4).toString("hex")}`,
    });
    response.end(JSON.stringify(saved.body));
  }
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  return {
    url: baseUrl,
    ...controls(kept),
    ...controlsOfGroups(kept),
    lose: (match, what, times = 1) => void faults.push({ match, what, times }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function carryOut(kept: Store, request: Parameters<typeof answer>[1]): { status: number; body: object } {
  try {
    return { status: 200, body: structuredClone(answer(kept, request)) };
  } catch (problem) {
    if (problem instanceof Refusal) return { status: problem.status, body: problem.body };
    throw problem;
  }
}

/** What the buyer, the bank and Stripe do. */
function controls(kept: Store): Omit<StripeWorld, "url" | "lose" | "close" | OfGroups> {
  const { find, put, emit, all, events } = kept;
  return {
    complete: async (id, { asynchronous = false, declined = false } = {}) => {
      const session = find("checkout.session", id);
      if (session.status !== "open") throw new Error(`the session is ${session.status}`);
      session.payment_intent ??= put("payment_intent", "pi", {
        status: "requires_payment_method",
        latest_charge: null,
      }).id;
      const intent = find("payment_intent", String(session.payment_intent));
      if (declined) return emit("payment_intent.payment_failed", intent);
      Object.assign(session, { status: "complete", url: null });
      if (asynchronous) intent.status = "processing";
      else capture(kept, session);
      emit("checkout.session.completed", session);
    },
    settle: async (id, succeed) => {
      const session = find("checkout.session", id);
      if (succeed) capture(kept, session);
      else find("payment_intent", String(session.payment_intent)).status = "requires_payment_method";
      emit(`checkout.session.async_payment_${succeed ? "succeeded" : "failed"}`, session);
    },
    expire: async (id) => void expireSession(kept, find("checkout.session", id)),
    failRefund: async (id) => failRefund(kept, id),
    refundAtDesk: async (id, amount) => {
      const of = { payment_intent: String(find("checkout.session", id).payment_intent) };
      return createRefund(kept, { ...of, ...(amount !== undefined && { amount: String(amount) }) }).id;
    },
    dispute: async (id, how = {}) => openDispute(kept, find("checkout.session", id), how).id,
    sendToBank: async (amount) => String(payToBank(kept, amount, null).balance_transaction),
    closeDispute: async (id, won) => closeDispute(kept, id, won),
    events: () => events,
    refundCount: () => all("refund").length,
    sessionCount: () => all("checkout.session").length,
  };
}
