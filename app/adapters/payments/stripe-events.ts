import type Stripe from "stripe";
import type { EventSubject } from "#app/domain/provider-event.ts";
import { BadSignature, type ListedEvent, type ProviderEvent } from "./port.ts";

const SUBJECTS: [RegExp, EventSubject][] = [
  [/^(checkout\.session\.|charge\.(refunded|updated|succeeded|dispute\.\w+)$|refund\.)/, "payment"],
  [/^transfer\.(created|reversed|updated)$/, "transfer"],
  [/^payout\.failed$/, "payout"],
];
/** What is told of a group's account: by the second endpoint, which hears of all accounts but our own. */
const SUBJECTS_OF_ACCOUNTS: [RegExp, EventSubject][] = [
  [/^account\.(updated|application\.deauthorized)$/, "account"],
  [/^payout\.failed$/, "payout"],
];

/** More than this between two looks is more than one process should hold at once; what is left comes at the next. */
const MOST_EVENTS = 2_000;

function toEvent(event: Stripe.Event): ProviderEvent {
  const { object } = event.data;
  const account = event.account ?? null;
  const known = account === null ? SUBJECTS : SUBJECTS_OF_ACCOUNTS;
  const concerns = known.find(([pattern]) => pattern.test(event.type))?.[1] ?? null;
  const id = "id" in object && typeof object.id === "string" ? object.id : null;
  return {
    ...{ eventId: event.id, type: event.type, account, concerns },
    // What happens to an account is told of many objects; the account itself is what is asked for.
    objectRef: concerns === "account" ? account : id,
  };
}

/** @throws BadSignature also for an event about an account at our own endpoint, or of our own at that for accounts */
export function verifiedEvent(
  stripe: Stripe,
  { raw, signature, secret, isOfAccounts }: { raw: string; signature: string; secret: string; isOfAccounts: boolean },
): ProviderEvent {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(raw, signature, secret);
  } catch (problem) {
    throw new BadSignature("the event does not carry our signature", { cause: problem });
  }
  const known = toEvent(event);
  if (isOfAccounts !== (known.account !== null)) return { ...known, concerns: null };
  return known;
}

/** The events that no endpoint of ours has taken, the oldest first. */
export async function missedEvents(
  stripe: Stripe,
  { sinceSeconds, account }: { sinceSeconds: number; account: string | null },
): Promise<ListedEvent[]> {
  const list = stripe.events.list(
    { delivery_success: false, created: { gte: sinceSeconds }, limit: 100 },
    account === null ? {} : { stripeAccount: account },
  );
  const found = await list.autoPagingToArray({ limit: MOST_EVENTS });
  return found.toReversed().map((listed) => {
    // In its own account's list an event need not say whose it is.
    const event: Stripe.Event = account === null ? listed : { ...listed, account };
    return { ...toEvent(event), raw: JSON.stringify(event) };
  });
}
