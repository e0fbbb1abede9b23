import { z } from "zod";

/** Whether the provider lets money be sent to an account: it says so itself, and nobody else decides. */
export const CAPABILITIES = ["inactive", "pending", "active"] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** What a provider says of a group's account. */
export type StripeAccountView = {
  ref: string;
  /** It is not ours to ask any more: its owner has left us, or it was closed. */
  isClosed: boolean;
  transfers: Capability;
  /** Whether it sends money on to the group's bank. */
  sendsToBank: boolean;
  /** What the provider still needs to know, in its own words ("individual.dob.day"). */
  asks: string[];
  /** Seconds since 1970: until when it wants that; null when it does not press. */
  askedBySeconds: number | null;
  /** Whether somebody has told the provider what it first asked: until then it asks for everything. */
  hasAnswered: boolean;
};

/** One that cannot be asked for any more. */
export function closedAccount(ref: string): StripeAccountView {
  const nothing = { asks: [], askedBySeconds: null, hasAnswered: true };
  return { ref, isClosed: true, transfers: "inactive", sendsToBank: false, ...nothing };
}

/** What the provider may ask for, in people's words: each has a sentence `stripe-account.ask.…`. */
export const ASK_TOPICS = [
  "name",
  "birth",
  "address",
  "contact",
  "identity",
  "business",
  "bank",
  "people",
  "terms",
  "other",
] as const;
export type AskTopic = (typeof ASK_TOPICS)[number];

const TOPIC_OF: [RegExp, AskTopic][] = [
  [/^external_account|bank_account/, "bank"],
  [/^tos_acceptance/, "terms"],
  [/\.dob(\.|$)/, "birth"],
  [/address/, "address"],
  [/(^|\.)(email|phone)$/, "contact"],
  [/verification|id_number|ssn|document|tax_id/, "identity"],
  [/^(business_profile|business_type|company\.structure)/, "business"],
  [/(first_name|last_name|company\.name)/, "name"],
  [/^(representative|owners|directors|executives|person_|company\.(owners|directors|executives)_provided)/, "people"],
];

/** The provider's field names as topics a treasurer knows, each once, in a fixed order. */
export function askTopics(asks: readonly string[]): AskTopic[] {
  const topics = new Set(asks.map((ask) => TOPIC_OF.find(([pattern]) => pattern.test(ask))?.[1] ?? "other"));
  return ASK_TOPICS.filter((topic) => topics.has(topic));
}

/** How a group's account stands, in one word for a page. */
export const ACCOUNT_STANDS = ["none", "begun", "asks", "waits", "ready", "closed"] as const;
export type AccountStand = (typeof ACCOUNT_STANDS)[number];

type Known = { isClosed: boolean; transfers: Capability; asks: readonly string[] };

/** Null: the group never opened one; without a name at the provider yet it is only begun. */
export function accountStand(account: (Known & { hasRef: boolean }) | null): AccountStand {
  if (!account) return "none";
  if (account.isClosed) return "closed";
  if (!account.hasRef) return "begun";
  if (account.transfers === "active") return "ready";
  return account.asks.length > 0 ? "asks" : "waits";
}

export const StripeAccountForm = z.object({ intent: z.enum(["open", "look"]) });
