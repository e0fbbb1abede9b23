import { z } from "zod";

/** Something between us and a payment provider that the machine has given up on: an event that came in, or a request of ours. */
export const MISHAP_KINDS = ["event", "request"] as const;
export type MishapKind = (typeof MISHAP_KINDS)[number];

/** Requests of which a person must hear when they fail; a refund is paid by hand instead. */
export const MISHAP_REQUESTS = ["stripe-expire", "stripe-transfer", "stripe-reversal"] as const;

/** Of these the machine may try again. A reversal that was refused is the group's debt already: asked once more, it would be paid twice. */
export const RETRIED_REQUESTS = ["stripe-expire", "stripe-transfer"] as const;

/** Which one: the provider's name of an event, or our key of a request. */
export type MishapName = { kind: MishapKind; name: string };

export const MishapForm = z.object({
  kind: z.enum(MISHAP_KINDS),
  name: z.string().min(1).max(300),
  intent: z.enum(["retry", "settle"]),
});
