import { add, ZERO } from "#app/domain/money.ts";
import type { ProviderView } from "#app/domain/payment.ts";
import type { OutsideGuard, PaymentProvider } from "./port.ts";

/**
 * Transfer, QRIS and cash on delivery: people carry the money, and a treasurer's word is what a machine's event is elsewhere.
 * So there is no outside to ask, and no money that this could send back by itself.
 */
export function manualPayments({ guard }: { guard: OutsideGuard }): PaymentProvider {
  const viewOf = (ref: string): ProviderView | null => {
    const paymentId = /^manual:(.+)$/.exec(ref)?.[1];
    return paymentId ? { ref, paymentId, status: "unknown", paid: ZERO, fee: null, refunds: [], disputes: [] } : null;
  };
  return {
    code: "manual",
    can: { refund: false, webhook: false, expires: false },
    async start({ paymentId, orderNumber, method, amount, uniqueAddition }) {
      guard();
      return {
        ref: `manual:${paymentId}`,
        next: { kind: "instructions", method, amount: add(amount, uniqueAddition), code: orderNumber },
      };
    },
    async fetch(ref) {
      guard();
      return viewOf(ref);
    },
    async cancel(ref) {
      guard();
      return viewOf(ref);
    },
    async refund() {
      guard();
      return { ref: null, status: "by-hand" };
    },
  };
}
