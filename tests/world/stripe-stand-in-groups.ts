import type Stripe from "stripe";
import {
  amountOf,
  checkNames,
  type Form,
  listed,
  move,
  Refusal,
  type Row,
  type Store,
  under,
} from "./stripe-stand-in-money.ts";
import type { StripeWorld } from "./stripe-world.ts";

// The part of the stand-in that knows groups' accounts: transfers to them, what is pulled back, and money on its way to a bank.

const ACCOUNT_KEYS: Record<string, true> = {
  ...{ controller: true, country: true, capabilities: true, metadata: true },
} satisfies Partial<Record<keyof Stripe.AccountCreateParams, true>>;
const LINK_KEYS: Record<string, true> = {
  ...{ account: true, type: true, refresh_url: true, return_url: true },
} satisfies Partial<Record<keyof Stripe.AccountLinkCreateParams, true>>;
const TRANSFER_KEYS: Record<string, true> = {
  ...{
    amount: true,
    currency: true,
    destination: true,
    source_transaction: true,
    transfer_group: true,
    metadata: true,
  },
} satisfies Partial<Record<keyof Stripe.TransferCreateParams, true>>;
const REVERSAL_KEYS: Record<string, true> = {
  ...{ amount: true, metadata: true },
} satisfies Partial<Record<keyof Stripe.TransferCreateReversalParams, true>>;

export type GroupsRequest = { method: string; parts: string[]; form: Form; account: string | null; baseUrl: string };

/** Answers what is asked about groups; undefined for anything else. */
export function answerOfGroups(kept: Store, request: GroupsRequest): object | undefined {
  const { method, parts, form, account, baseUrl } = request;
  const [first = "", second = "", third = ""] = parts;
  if (first === "accounts") {
    if (method === "POST") return createAccount(kept, form);
    return second ? kept.find("account", second) : listed(kept.all("account"), form);
  }
  if (first === "account_links") return createLink(kept, form, baseUrl);
  if (first === "transfers") {
    if (third === "reversals") return method === "POST" ? createReversal(kept, second, form) : listed([], form);
    if (method === "POST") return createTransfer(kept, form);
    if (second) return kept.find("transfer", second);
    const of = kept.all("transfer").filter((row) => row.transfer_group === form.transfer_group);
    return listed(of, form);
  }
  if (first === "balance") return balanceOf(kept, account);
  if (first === "payouts") return kept.find("payout", second);
  if (first === "events") return listEvents(kept, form, account);
  return undefined;
}

function createAccount({ put }: Store, form: Form): Row {
  checkNames(form, ACCOUNT_KEYS);
  if (!/^[A-Z]{2}$/.test(form.country ?? "SG")) throw new Refusal(400, { param: "country" });
  if (form["capabilities[transfers][requested]"] !== "true") throw new Refusal(400, { param: "capabilities" });
  return put("account", "acct", {
    ...{ capabilities: { transfers: "inactive" }, payouts_enabled: false, details_submitted: false },
    ...{ metadata: under(form, "metadata"), requirements: asking([]) },
  });
}

function createLink({ find, now }: Store, form: Form, baseUrl: string): object {
  checkNames(form, LINK_KEYS);
  const { id } = find("account", form.account ?? "");
  if (form.type !== "account_onboarding") throw new Refusal(400, { param: "type" });
  for (const param of ["refresh_url", "return_url"])
    if (!form[param]) throw new Refusal(400, { code: "parameter_missing", param });
  return { object: "account_link", created: now(), expires_at: now() + 300, url: `${baseUrl}/_onboard/${id}` };
}

function createTransfer(kept: Store, form: Form): Row {
  const { put, find, emit, all } = kept;
  checkNames(form, TRANSFER_KEYS);
  const account = find("account", form.destination ?? "");
  if ((account.capabilities as { transfers: string }).transfers !== "active")
    throw new Refusal(400, { code: "insufficient_capabilities_for_transfer" });
  const charge = find("charge", form.source_transaction ?? "");
  if (form.currency !== kept.rows.get(String(charge.balance_transaction))?.currency)
    throw new Refusal(400, { param: "currency" });
  if (form.transfer_group !== charge.transfer_group) throw new Refusal(400, { param: "transfer_group" });
  const amount = amountOf(form.amount, "amount");
  const used = all("transfer").filter((each) => each.source_transaction === charge.id);
  const sum = used.reduce((total, each) => total + Number(each.amount) - Number(each.amount_reversed), 0);
  if (sum + amount > Number(charge.amount)) throw new Refusal(400, { code: "balance_insufficient", param: "amount" });
  const transfer = put("transfer", "tr", {
    ...{ amount, amount_reversed: 0, currency: "idr", destination: account.id, source_transaction: charge.id },
    ...{ transfer_group: charge.transfer_group, metadata: under(form, "metadata"), reversals: { has_more: false } },
  });
  transfer.reversals = { object: "list", has_more: false, data: [] };
  move(kept, { kind: "transfer", amount: -amount, source: transfer.id });
  move(kept, { kind: "payment", amount, source: `py_${transfer.id}`, account: account.id });
  emit("transfer.created", transfer);
  return transfer;
}

function createReversal(kept: Store, id: string, form: Form): Row {
  const { put, find, emit } = kept;
  checkNames(form, REVERSAL_KEYS);
  const transfer = find("transfer", id);
  const left = Number(transfer.amount) - Number(transfer.amount_reversed);
  const amount = form.amount ? amountOf(form.amount, "amount") : left;
  if (amount < 1 || amount > left) throw new Refusal(400, { param: "amount" });
  const account = String(transfer.destination);
  if (amount > heldBy(kept, account)) throw new Refusal(400, { code: "balance_insufficient" });
  const metadata = under(form, "metadata");
  const reversal = put("transfer_reversal", "trr", { amount, currency: "idr", transfer: id, metadata });
  move(kept, { kind: "transfer_refund", amount, source: reversal.id });
  move(kept, { kind: "payment_refund", amount: -amount, source: `py_${id}`, account });
  transfer.amount_reversed = Number(transfer.amount_reversed) + amount;
  const { data } = transfer.reversals as { data: Row[] };
  transfer.reversals = { object: "list", has_more: false, data: [reversal, ...data] };
  emit("transfer.reversed", transfer);
  return reversal;
}

function heldBy({ all }: Store, account: string | null): number {
  const mine = all("balance_transaction").filter((row) => (row.account ?? null) === account && row.currency === "idr");
  return mine.reduce((total, row) => total + Number(row.net), 0);
}

function balanceOf(kept: Store, account: string | null): object {
  return { object: "balance", available: [{ amount: heldBy(kept, account), currency: "idr" }], pending: [] };
}

function listEvents({ events }: Store, form: Form, account: string | null): object {
  const since = Number(form["created[gte]"] ?? 0);
  const found = events.filter((event) => (event.account ?? null) === account && Number(event.created ?? 0) >= since);
  return { object: "list", url: "/v1/events", has_more: false, data: found.toReversed() };
}

function asking(asks: string[], dueBy: number | null = null): object {
  const nothing = { disabled_reason: null, eventually_due: asks, past_due: [], pending_verification: [] };
  return { ...nothing, alternatives: [], currently_due: asks, current_deadline: dueBy, errors: [] };
}

/** Stripe has looked at what an account's owner told it. */
function judgeAccount(kept: Store, id: string, { enabled, asks = [] }: { enabled: boolean; asks?: string[] }): void {
  const account = kept.find("account", id);
  Object.assign(account, {
    ...{ capabilities: { transfers: enabled ? "active" : "inactive" }, payouts_enabled: enabled },
    ...{ details_submitted: true, requirements: asking(asks) },
  });
  kept.emit("account.updated", account, id);
}

/** Money leaves for a bank: ours, or the group's. */
export function payToBank(kept: Store, amount: number, account: string | null): Row {
  const payout = kept.put("payout", "po", {
    amount,
    currency: "idr",
    status: "paid",
    failure_balance_transaction: null,
  });
  const gone = move(kept, { kind: "payout", amount: -amount, source: payout.id, account });
  return Object.assign(payout, { balance_transaction: gone.id, account });
}

/** The bank sends it back. */
function refusePayout(kept: Store, id: string): void {
  const payout = kept.find("payout", id);
  const account = payout.account === null ? null : String(payout.account);
  const back = move(kept, { kind: "payout_failure", amount: Number(payout.amount), source: id, account });
  Object.assign(payout, { status: "failed", failure_balance_transaction: back.id });
  kept.emit("payout.failed", payout, account);
}

export type OfGroups =
  | "judgeAccount"
  | "reverseAtDesk"
  | "groupToBank"
  | "bankRefuses"
  | "settleIn"
  | "transfers"
  | "accountCount";

/** What Stripe and banks do about groups' accounts. */
export function controlsOfGroups(kept: Store): Pick<StripeWorld, OfGroups> {
  const { find, all, rows } = kept;
  return {
    judgeAccount: async (id, how) => judgeAccount(kept, id, how),
    reverseAtDesk: async (id, amount) => createReversal(kept, id, { amount: String(amount) }).id,
    groupToBank: async (account, amount) => payToBank(kept, amount, account).id,
    bankRefuses: async (id) => {
      const payout = all("payout").find((each) => each.id === id || each.balance_transaction === id);
      refusePayout(kept, payout?.id ?? id);
    },
    settleIn: async (sessionId, currency) => {
      const intent = find("payment_intent", String(find("checkout.session", sessionId).payment_intent));
      const entry = rows.get(String(find("charge", String(intent.latest_charge)).balance_transaction));
      if (entry) entry.currency = currency;
    },
    transfers: () =>
      all("transfer").map((row) => ({ id: row.id, amount: Number(row.amount), back: Number(row.amount_reversed) })),
    accountCount: () => all("account").length,
  };
}
