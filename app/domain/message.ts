import { z } from "zod";

/**
 * Every kind of message that Lumbung itself writes to somebody, by whom it is for: nobody is asked about messages that never come.
 * The texts are message.KIND.subject and message.KIND.text.
 */
export const MESSAGE_TOPICS = {
  buying: [
    "order-placed",
    "paid",
    "payment-expired",
    "packed-short",
    "run-departed",
    "run-arrived",
    "goods-moved",
    "goods-short",
    "goods-waiting",
    "goods-over",
    "delivered",
    "refund-begun",
    "refund-paid",
    "refund-credited",
    "complaint-answered",
    "complaint-decided",
    "complaint-resent",
    "standing-ordered",
    "standing-asks",
    "cycle-put-off",
    "cycle-cancelled",
    "sailing-postponed",
    "sailing-cancelled",
  ],
  group: [
    "new-order",
    "complaint-new",
    "complaint-closed",
    "hub-report",
    "goods-left",
    "run-postponed",
    "run-cancelled",
    "sailing-left",
    "payout",
    "payout-ready",
    "advance-to-agree",
    "share-answered",
    "month-sent-back",
    "stripe-account-ready",
    "stripe-account-asks",
    "stripe-account-closed",
    "stripe-payout-failed",
    "savings-in",
    "savings-out",
    "savings-refused",
    "savings-due",
    "surplus-shared",
    "group-approved",
    "invited",
    "invitation-accepted",
  ],
} as const;
export const MESSAGE_KINDS = [...MESSAGE_TOPICS.buying, ...MESSAGE_TOPICS.group] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/**
 * What the text needs to know, never a name of a buyer, a phone or an address: a subject is read by whoever holds the phone.
 * By its name's end a fact is money in whole rupiah (…Amount), thousandths of a unit (…Milli), a unit (unit), a moment as ISO text (…At),
 * a day (…Day), or plain text.
 */
export const MessageFacts = z.record(z.string(), z.union([z.string(), z.number()]));
export type MessageFacts = z.output<typeof MessageFacts>;

/** The kind as it was stored; undefined for one that was given up since. */
export function messageKind(text: string): MessageKind | undefined {
  return MESSAGE_KINDS.find((kind) => kind === text);
}

/** A mail that could not be sent within so many hours is not sent any more: old news is worse than none. */
export const MAIL_LIFE_HOURS = 48;
