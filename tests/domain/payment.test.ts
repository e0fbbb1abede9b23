import { describe, expect, it } from "vitest";
import { fromStripe, toStripe } from "#app/adapters/payments/stripe-amount.ts";
import { rupiah } from "#app/domain/money.ts";
import { PAYMENT_STATES } from "#app/domain/order-states.ts";
import { afterEvent, retryDelayMs, statesBefore } from "#app/domain/payment.ts";

const EVENTS = ["claim", "not-found", "arrive", "arrive-late", "fail", "expire", "cancel"] as const;

describe("a payment's life", () => {
  it("goes from open over claimed to paid", () => {
    expect(afterEvent("open", "claim")).toBe("claimed");
    expect(afterEvent("claimed", "not-found")).toBe("open");
    expect(afterEvent("claimed", "arrive")).toBe("paid");
  });

  it("never leaves paid, nor what a person must look at", () => {
    for (const event of EVENTS) {
      expect(afterEvent("paid", event)).toBeNull();
      expect(afterEvent("needs-attention", event)).toBeNull();
    }
  });

  it("takes money in every state but those two", () => {
    const rest = PAYMENT_STATES.filter((state) => state !== "paid" && state !== "needs-attention");
    expect(statesBefore("arrive")).toEqual(rest);
    expect(statesBefore("arrive-late")).toEqual(rest);
  });

  it("waits twice as long after each failure, six hours at most", () => {
    expect([1, 2, 3].map(retryDelayMs)).toEqual([30_000, 60_000, 120_000]);
    expect(retryDelayMs(60)).toBe(6 * 3_600_000);
  });
});

describe("rupiah at Stripe", () => {
  it("is counted in hundredths there, whole here", () => {
    expect(toStripe(rupiah(50_000))).toBe(5_000_000);
    expect(fromStripe(5_000_000, "idr")).toBe(50_000);
  });

  it("is refused with a sen in it, or in another currency", () => {
    expect(() => fromStripe(5_000_001, "idr")).toThrow("not whole rupiah");
    expect(() => fromStripe(5_000_000, "sgd")).toThrow("not rupiah");
  });
});
