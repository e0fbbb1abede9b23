import { randomBytes } from "node:crypto";
import type Stripe from "stripe";
import type { StripeEvent } from "./stripe-world.ts";

// What the stand-in for Stripe keeps: its objects, its events, and the balance that every movement of money stands in.

export type Form = Record<string, string>;
export type Row = Record<string, unknown> & { id: string; object: string };

const REFUND_KEYS: Record<string, true> = {
  ...{ payment_intent: true, charge: true, amount: true, metadata: true, reason: true, expand: true },
} satisfies Partial<Record<keyof Stripe.RefundCreateParams, true>>;

export class Refusal extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, error: { code?: string; type?: string; param?: string }) {
    super(error.code ?? error.type ?? "refused");
    this.status = status;
    this.body = { error: { type: "invalid_request_error", message: this.message, ...error } };
  }
}

const FEE_BASIS_POINTS = 290;

export function store() {
  const rows = new Map<string, Row>();
  const events: StripeEvent[] = [];
  const now = () => Math.floor(Date.now() / 1000);
  const put = (object: string, prefix: string, fields: object): Row => {
    const row: Row = { ...fields, id: `${prefix}_${randomBytes(10).toString("hex")}`, object, created: now() };
    rows.set(row.id, row);
    return row;
  };
  const find = (object: string, id: string): Row => {
    const row = rows.get(id);
    if (row?.object !== object) throw new Refusal(404, { code: "resource_missing", param: "id" });
    return row;
  };
  const emit = (type: string, object: Row, account: string | null = null) => {
    const id = `evt_${randomBytes(10).toString("hex")}`;
    const frame = { object: "event", api_version: "2026-10-28.endive", created: now(), livemode: false };
    events.push({
      ...frame,
      ...(account && { account }),
      id,
      type,
      data: { object: structuredClone(object) },
    } as StripeEvent);
  };
  const all = (object: string) => [...rows.values()].filter((row) => row.object === object);
  return { rows, events, now, put, find, emit, all };
}

export type Store = ReturnType<typeof store>;

/** "line_items[0][price_data][currency]" → its parts; unknown first parts are refused, as Stripe does. */
export function checkNames(form: Form, known: Record<string, true>): void {
  for (const name of Object.keys(form)) {
    const top = name.split("[")[0] ?? "";
    if (!Object.hasOwn(known, top)) throw new Refusal(400, { code: "parameter_unknown", param: top });
  }
}

export function under(form: Form, prefix: string): Form {
  const found = Object.entries(form).filter(([name]) => name.startsWith(`${prefix}[`) && name.endsWith("]"));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length + 1, -1), value]));
}

export function amountOf(text: string | undefined, param: string): number {
  if (!/^\d+$/.test(text ?? "")) throw new Refusal(400, { code: "parameter_invalid_integer", param });
  return Number(text);
}

type Movement = { kind: string; amount: number; fee?: number; source: string; account?: string | null };

/** A movement of the balance, our own or an account's: amounts in hundredths, a fee is taken off. */
export function move({ put }: Store, { kind, amount, fee = 0, source, account = null }: Movement): Row {
  const category = kind === "adjustment" ? (amount < 0 ? "dispute" : "dispute_reversal") : kind;
  return put("balance_transaction", "txn", {
    ...{ type: kind, reporting_category: category, amount, fee, net: amount - fee, currency: "idr", source, account },
  });
}

export function capture(kept: Store, session: Row): void {
  const { put, emit, rows } = kept;
  const intent = rows.get(String(session.payment_intent));
  if (!intent) throw new Error("no intent");
  const amount = Number(session.amount_total);
  const flags = { refunded: false, disputed: false };
  const of = { payment_intent: intent.id, transfer_group: session.transfer_group };
  const charge = put("charge", "ch", { amount, currency: "idr", ...of, ...flags });
  const fee = Math.ceil((amount * FEE_BASIS_POINTS) / 10_000);
  charge.balance_transaction = move(kept, { kind: "charge", amount, fee, source: charge.id }).id;
  Object.assign(intent, { status: "succeeded", latest_charge: charge.id });
  emit("charge.succeeded", charge);
  emit("payment_intent.succeeded", intent);
  session.payment_status = "paid";
}

export function createRefund(kept: Store, form: Form): Row {
  const { put, find, emit, all } = kept;
  checkNames(form, REFUND_KEYS);
  const intent = find("payment_intent", form.payment_intent ?? "");
  const charge = find("charge", String(intent.latest_charge));
  if (all("dispute").some((each) => each.charge === charge.id && each.status !== "won"))
    throw new Refusal(400, { code: "charge_disputed" });
  const made = all("refund").filter((each) => each.charge === charge.id && each.status !== "failed");
  const left = Number(charge.amount) - made.reduce((total, each) => total + Number(each.amount), 0);
  if (left === 0) throw new Refusal(400, { code: "charge_already_refunded" });
  const amount = form.amount ? amountOf(form.amount, "amount") : left;
  if (amount < 1 || amount > left) throw new Refusal(400, { param: "amount" });
  const refund = put("refund", "re", {
    ...{ amount, currency: "idr", charge: charge.id, payment_intent: intent.id, status: "succeeded" },
    metadata: under(form, "metadata"),
  });
  move(kept, { kind: "refund", amount: -amount, source: refund.id });
  charge.refunded = amount === left;
  emit("refund.created", refund);
  emit("charge.refunded", charge);
  return refund;
}

/** The card did not take it: the money is in the balance again. */
export function failRefund(kept: Store, id: string): void {
  const refund = kept.find("refund", id);
  refund.status = "failed";
  move(kept, { kind: "refund_failure", amount: Number(refund.amount), source: id });
  kept.emit("refund.failed", refund);
}

/** The buyer's bank takes the money of a payment, and Stripe a fee for it. */
export function openDispute(kept: Store, session: Row, { amount, fee = 0 }: { amount?: number; fee?: number }): Row {
  const { find, put, emit } = kept;
  const intent = find("payment_intent", String(session.payment_intent));
  const charge = find("charge", String(intent.latest_charge));
  charge.disputed = true;
  const dispute = put("dispute", "du", {
    ...{ amount: amount ?? Number(charge.amount), currency: "idr", charge: charge.id, payment_intent: intent.id },
    ...{ status: "needs_response", reason: "fraudulent", evidence_details: { due_by: kept.now() + 7 * 86_400 } },
  });
  const taken = move(kept, { kind: "adjustment", amount: -Number(dispute.amount), fee, source: dispute.id });
  dispute.balance_transactions = [taken];
  emit("charge.dispute.created", dispute);
  emit("charge.dispute.funds_withdrawn", dispute);
  return dispute;
}

export function closeDispute(kept: Store, id: string, won: boolean): void {
  const dispute = kept.find("dispute", id);
  dispute.status = won ? "won" : "lost";
  if (won) {
    const back = move(kept, { kind: "adjustment", amount: Number(dispute.amount), source: id });
    dispute.balance_transactions = [dispute.balance_transactions, back].flat();
    kept.emit("charge.dispute.funds_reinstated", dispute);
  }
  kept.emit("charge.dispute.closed", dispute);
}

/** The newest first, as Stripe lists; those of one payment where it is asked for. */
export function listed(rows: Row[], query: Form) {
  const of = query.payment_intent;
  const found = rows.filter((row) => of === undefined || row.payment_intent === of).toReversed();
  return { object: "list", url: "/", has_more: false, data: found };
}
