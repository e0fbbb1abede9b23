// Where an order, a try to pay it, one group's part of it, a complaint about that and a dispute of its payment can stand. How one leads to another: order-life.ts.

export const ORDER_STATES = [
  "awaiting-payment",
  "payable-on-delivery",
  "paid",
  "expired",
  "cancelled",
  "refunded",
  "completed",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const PAYMENT_STATES = ["open", "claimed", "paid", "failed", "expired", "cancelled", "needs-attention"] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

export const CONSIGNMENT_STATES = [
  "waiting",
  "to-pack",
  "packed",
  "handed-over",
  "departed",
  "arrived",
  "delivered",
  "cancelled",
  "refunded",
] as const;
export type ConsignmentState = (typeof CONSIGNMENT_STATES)[number];

export const COMPLAINT_STATES = ["open", "answered", "resending", "closed"] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

export const DISPUTE_STATES = ["open", "won", "lost"] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];
