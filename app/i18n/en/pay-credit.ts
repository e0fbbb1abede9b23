/** Paying by the credit that the network owes a buyer. */
export const payCredit = {
  "pay-credit.use": "Use my credit first ({amount})",
  "pay-credit.use.hint": "The rest is paid as chosen below. If it is enough, nothing more is due.",
  "pay-credit.paid": "Paid by credit",
  "pay-credit.rest": "Left to pay",
  "pay-credit.back-first": "{amount} was paid by credit. That much goes back to credit first.",
  "buy.method.credit": "My credit",
  "pay.method.credit": "Credit",
  "account.credit-set-aside": "Buyer credit set aside for orders",
  "entry.credit-set-aside": "Credit used for an order",
  "entry.credit-released": "Credit back from an order",
  "credit.kind.credit-set-aside": "Used for an order",
  "credit.kind.credit-released": "Back from an order that ended",
  "reason.credit-changed": "Your credit has changed. Look at it, then order again.",
  "reason.credit-too-little": "Your credit is too little. Tick it and choose another way too.",
  "reason.credit-not-at-door": "Credit cannot be mixed with cash at the door. Choose another way.",
} as const;
