export const PAYMENT_METHODS = ["transfer", "qris", "cash-on-delivery", "card"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
