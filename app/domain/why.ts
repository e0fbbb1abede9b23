import { CASH_CATEGORIES, type CashCategory } from "./cash-movement.ts";
import { ACCOUNT_KINDS, type AccountKind, ENTRY_KINDS, type EntryKind } from "./ledger.ts";
import { monthNamed } from "./period.ts";
import { SAVING_KINDS, type SavingKind } from "./savings.ts";

// What makes an amount: a question to the ledger that fits into an address. docs/money.md, "Why an amount is what it is".

/** Whose accounts: the group's, one member's, all its members', both; all that its book posted; the network's, or those of who holds its cash or has credit. */
const WHY_OF = ["group", "member", "members", "own", "book", "network", "holder", "buyer"] as const;
type WhyOf = (typeof WHY_OF)[number];

export type Why = {
  of: WhyOf;
  /** The member's id, for `of: "member"`. */
  member?: string;
  /** Whose account it is, for `of: "holder"` and `"buyer"`; of all of them when it is left out. */
  owner?: string;
  /** Only these kinds of accounts; every kind when it is left out. */
  account?: readonly AccountKind[];
  /** Only entries of these kinds. */
  kind?: readonly EntryKind[];
  /** Only cash beside sales of this category, or only what is none of it. */
  category?: CashCategory | "none";
  /** Only what one order line divided. */
  line?: string;
  /** Only one entry, or only what one fact (a voucher, receipt or payout) caused. */
  entry?: string;
  cause?: string;
  /** Only what one order caused: its payments, deliveries and refunds. By its number, as people know it. */
  order?: string;
  /** Everything up to and with this entry, or the entry that this fact caused: a balance after it. */
  upto?: string;
  /** The first and the last month, "2026-11", both included; from the first entry on, or up to now, when left out. */
  from?: string;
  until?: string;
  /** Only lines that arrived in this month, whenever they were posted. */
  arrived?: string;
  /** Only accounts whose balance (until then) says that we owe them, or that they owe us. */
  standing?: "owed" | "owing";
  /** The amount stands on the page as the ledger's credit: what is owed is above zero. */
  isCredit?: boolean;
};

/** Why an amount has no page of its own that explains it. docs/money.md says what each means. */
export type PlainReason =
  /** It is reckoned on this page from amounts that each open, or this page itself is the explanation. */
  | "here"
  /** A price, rate, limit or plan: nobody has posted it. */
  | "agreed"
  /** What somebody counted, asked for or is about to be paid: it is posted when it happens. */
  | "not-yet"
  /** Somebody else's books make it up. */
  | "not-yours";

/** The amounts that more than one page shows. */
export const HELD: Why = { of: "group", account: ["deposits-held"], isCredit: true };
export const OWED: Why = { of: "members", account: ["member-payable"], isCredit: true };
export const FUND: Why = { of: "group", account: ["group-fund", "fixed-costs"], isCredit: true };
export const CASH_BOX: Why = { of: "group", account: ["cash-box"] };
export const OWN_ACCOUNT: Why = { of: "group", account: ["own-account"] };
export const DEBT: Why = { of: "group", account: ["debt-to-network"], isCredit: true };
export const CAPITAL: Why = { of: "members", account: SAVING_KINDS.map(savingsAccount), isCredit: true };
/** What a member had in hand: of her share, less what of it went to an advance; or the advance itself. */
export const PAID_OUT: Pick<Why, "account" | "kind"> = {
  account: ["member-payable", "advances"],
  kind: ["paid-out", "advance-given"],
};

export function savedAs(kind: SavingKind): Why {
  return { ...CAPITAL, account: [savingsAccount(kind)] };
}

function savingsAccount(kind: SavingKind): AccountKind {
  return `savings-${kind}`;
}

/** What a posted year's surplus gave one member. */
export function sharedWith({ memberId }: { memberId: string }, yearId: string): Why {
  return { ...OWED, of: "member", member: memberId, kind: ["surplus-shared"], cause: yearId };
}

const SALES: readonly EntryKind[] = ["delivered", "returned"];

/** What was divided of goods that arrived in a month, less what came back of them since. */
export function arrivedIn(month: string): Why {
  return { of: "book", kind: SALES, arrived: month };
}

/** What one order line was worth when it arrived, less what came back of it. */
export function ofLine(line: string): Why {
  return { of: "group", account: ["deposits-held"], kind: SALES, line };
}

/** A group's turnover of some months: see domain/turnover.ts. */
export function turnoverIn(from: string, until: string): Why {
  const kind = [...SALES, "entrusted-sold", "entrusted-undone"] as const;
  return { of: "book", account: ["deposits-held", "entrusted-receivable"], kind, from, until };
}

const LIST = ",";
const ID = /^[\w-]{1,64}$/;

/**
 * The address of the page that explains an amount; `said` is what the amount reads, in rupiah, so that the page can hold it against the sum.
 * Null where the amount is a part of what was posted: a buyer's part of a boat's bill, a paper that joins several entries.
 */
export function whyAddress(slug: string, said: number | null, why: Why): string {
  const { account, kind, isCredit, ...rest } = why;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, value);
  if (account) query.set("account", account.join(LIST));
  if (kind) query.set("kind", kind.join(LIST));
  if (isCredit) query.set("side", "credit");
  if (said !== null) query.set("said", String(said));
  return `/books/${slug}/why?${query.toString().replaceAll("%2C", LIST)}`;
}

/** The other way round; null for an address that asks nothing that can be answered. */
export function readWhy(query: URLSearchParams): { why: Why; said: number | null } | null {
  const text = (name: string): string | undefined => query.get(name) ?? undefined;
  const of = oneIn(WHY_OF, text("of") ?? "own");
  const parts = {
    account: manyIn(ACCOUNT_KINDS, text("account")),
    kind: manyIn(ENTRY_KINDS, text("kind")),
    category: oneIn([...CASH_CATEGORIES, "none" as const], text("category")),
    standing: oneIn(["owed", "owing"] as const, text("standing")),
    ...{ member: idIn(text("member")), line: idIn(text("line")), entry: idIn(text("entry")) },
    ...{ cause: idIn(text("cause")), upto: idIn(text("upto")), order: idIn(text("order")), owner: idIn(text("owner")) },
    ...{ from: monthIn(text("from")), until: monthIn(text("until")), arrived: monthIn(text("arrived")) },
  };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  if (!of || known.some(([, value]) => value === null) || (of === "member") !== (parts.member !== undefined))
    return null;
  const said = text("said");
  return {
    why: { of, ...Object.fromEntries(known), ...(text("side") === "credit" && { isCredit: true }) },
    said: said !== undefined && /^-?\d{1,15}$/.test(said) ? Number(said) : null,
  };
}

// Undefined was not asked for; null is no answer that there is.

function oneIn<Known extends string>(known: readonly Known[], text: string | undefined): Known | null | undefined {
  return text === undefined ? undefined : (known.find((each) => each === text) ?? null);
}

function manyIn<Known extends string>(known: readonly Known[], text: string | undefined): Known[] | null | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(LIST);
  const found = known.filter((each) => parts.includes(each));
  return found.length === parts.length ? found : null;
}

function idIn(text: string | undefined): string | null | undefined {
  return text === undefined || ID.test(text) ? text : null;
}

function monthIn(text: string | undefined): string | null | undefined {
  return text === undefined || monthNamed(text) ? text : null;
}
