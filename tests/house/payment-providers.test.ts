import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualPayments } from "#app/adapters/payments/manual.ts";
import { BadSignature, type PaymentProvider, type PaymentStart, ProviderProblem } from "#app/adapters/payments/port.ts";
import { stripePayments } from "#app/adapters/payments/stripe.ts";
import { rupiah, ZERO } from "#app/domain/money.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import {
  contractServerFile,
  contractWorld,
  type StripeWorld,
  signed,
  WEBHOOK_SECRET,
} from "#tests/world/stripe-world.ts";

let isLocked = false;
function guard(): void {
  if (isLocked) throw new Error("a payment provider was called inside a transaction");
}

let starts = 0;
/** A fresh request for Rp 101.500: two lines and shipping. */
function aStart(over: Partial<PaymentStart> = {}): PaymentStart {
  starts += 1;
  return {
    ...{ paymentId: `payment-${starts}`, orderNumber: `LB-261124-T${starts}`, method: "card", locale: "id" },
    ...{ amount: rupiah(101_500), uniqueAddition: ZERO },
    expiresAtSeconds: Math.floor(Date.now() / 1000) + 3600,
    lines: [
      { name: "Tudung saji × 1 buah", amount: rupiah(62_000) },
      { name: "Cabai × 0,5 kg", amount: rupiah(27_500) },
    ],
    shipping: { name: "Ongkos kirim", amount: rupiah(12_000) },
    returnUrl: "http://localhost:3000/orders/LB-1/paid",
    cancelUrl: "http://localhost:3000/orders/LB-1/pay",
    ...over,
  };
}

function stripeAt(world: StripeWorld): PaymentProvider {
  return stripePayments({ secretKey: "sk_test_x", webhookSecret: WEBHOOK_SECRET, apiBase: world.url, guard });
}

function keepsThePort(providerOf: () => PaymentProvider): void {
  it("gives the same answer to the same start", async () => {
    const provider = providerOf();
    const start = aStart();
    const first = await provider.start(start, `checkout:${start.paymentId}`);
    expect(await provider.start(start, `checkout:${start.paymentId}`)).toEqual(first);
    expect(first.next.kind).toBe(provider.code === "stripe" ? "redirect" : "instructions");
  });

  it("knows its own payment, and nobody else's", async () => {
    const provider = providerOf();
    const start = aStart();
    const { ref } = await provider.start(start, `checkout:${start.paymentId}`);
    expect(await provider.fetch(ref)).toMatchObject({ ref, paymentId: start.paymentId, paid: 0, refunds: [] });
    expect(await provider.fetch("cs_test_nobody")).toBeNull();
  });

  it("stops asking when told to, twice as well as once", async () => {
    const provider = providerOf();
    const start = aStart();
    const { ref } = await provider.start(start, `checkout:${start.paymentId}`);
    const ended = provider.can.expires ? "expired" : "unknown";
    expect((await provider.cancel(ref))?.status).toBe(ended);
    expect((await provider.cancel(ref))?.status).toBe(ended);
  });

  it("refuses to be called with the books locked", async () => {
    const provider = providerOf();
    isLocked = true;
    try {
      await expect(provider.start(aStart(), "checkout:locked")).rejects.toThrow("inside a transaction");
      await expect(provider.fetch("cs_test_x")).rejects.toThrow("inside a transaction");
      await expect(provider.refund({ ref: "cs_test_x", amount: rupiah(1), key: "k" })).rejects.toThrow("inside a");
    } finally {
      isLocked = false;
    }
  });
}

function keepsToStripe(worldOf: () => StripeWorld): void {
  async function begun() {
    const provider = stripeAt(worldOf());
    const start = aStart();
    const { ref } = await provider.start(start, `checkout:${start.paymentId}`);
    return { provider, start, ref, world: worldOf() };
  }

  it("reads what was paid in whole rupiah, with Stripe's fee, by the session, its charge or its refund", async () => {
    const { provider, ref, world, start } = await begun();
    await world.complete(ref);
    const view = await provider.fetch(ref);
    expect(view).toMatchObject({ status: "paid", paid: 101_500, paymentId: start.paymentId });
    expect(view?.fee?.amount).toBe(2_944);
    const charge =
      world
        .events()
        .find((event) => event.type === "charge.succeeded" && JSON.stringify(event).includes(start.paymentId)) ??
      world.events().findLast((event) => event.type === "charge.succeeded");
    expect(await provider.fetch(charge?.data.object.id ?? "")).toEqual(view);
    const refund = await provider.refund({ ref, amount: rupiah(101_500), key: "refund:r1" });
    expect(await provider.fetch(refund.ref ?? "")).toMatchObject({
      ref,
      refunds: [{ ref: refund.ref, key: "refund:r1", amount: 101_500, status: "succeeded" }],
    });
  });

  it("does not take a completed session for paid while a slow method clears", async () => {
    const { provider, ref, world } = await begun();
    await world.complete(ref, { asynchronous: true });
    expect((await provider.fetch(ref))?.status).toBe("processing");
    await world.settle(ref, true);
    expect((await provider.fetch(ref))?.status).toBe("paid");
  });

  it("sees a slow method fail, and a declined card leave the session open", async () => {
    const slow = await begun();
    await slow.world.complete(slow.ref, { asynchronous: true });
    await slow.world.settle(slow.ref, false);
    expect((await slow.provider.fetch(slow.ref))?.status).toBe("failed");
    const declined = await begun();
    await declined.world.complete(declined.ref, { declined: true });
    expect((await declined.provider.fetch(declined.ref))?.status).toBe("open");
  });

  it("answers a cancel that comes too late with what was paid", async () => {
    const { provider, ref, world } = await begun();
    await world.complete(ref);
    expect((await provider.cancel(ref))?.status).toBe("paid");
  });

  it("makes one session and one refund although the answers were lost", async () => {
    const world = worldOf();
    const provider = stripeAt(world);
    const start = aStart();
    const [sessions, refunds] = [world.sessionCount(), world.refundCount()];
    world.lose("POST /v1/checkout/sessions", "answer");
    const { ref } = await provider.start(start, `checkout:${start.paymentId}`);
    expect(world.sessionCount()).toBe(sessions + 1);
    await world.complete(ref);
    world.lose("POST /v1/refunds", "answer");
    await provider.refund({ ref, amount: rupiah(101_500), key: "refund:lost" });
    expect(world.refundCount()).toBe(refunds + 1);
  });

  it("will not have a key stand for something else, and says that no retry helps", async () => {
    const { provider, start } = await begun();
    const other = provider.start(
      { ...start, lines: [{ name: "Lain", amount: rupiah(1_000_000) }] },
      `checkout:${start.paymentId}`,
    );
    const problem = await other.catch((caught: unknown) => caught);
    expect(problem).toBeInstanceOf(ProviderProblem);
    expect(problem).toMatchObject({ mayRetry: false });
  });

  it("says that a lost connection may be tried again", async () => {
    const { provider, world, ref } = await begun();
    world.lose("GET /v1/checkout/sessions", "request", 5);
    const problem = await provider.fetch(ref).catch((caught: unknown) => caught);
    expect(problem).toMatchObject({ name: "ProviderProblem", mayRetry: true });
    for (let left = 0; left < 5; left++) await provider.fetch(ref).catch(() => null);
  }, 60_000);

  it("reads a signed event, and refuses one that is forged, stale, changed or serialised again", async () => {
    const { provider, ref, world } = await begun();
    await world.complete(ref);
    const event = world
      .events()
      .find((each) => each.type === "checkout.session.completed" && each.data.object.id === ref);
    if (!event || !provider.parseWebhook) throw new Error("no event");
    const read = provider.parseWebhook;
    const { raw, signature } = signed(event);
    expect(read(raw, signature)).toMatchObject({ eventId: event.id, objectRef: ref, concerns: "payment" });
    const bad: [string, string][] = [
      [raw, ""],
      [raw, "t=1,v1=abc"],
      [raw.replace(ref, `${ref}x`), signature],
      [JSON.stringify(JSON.parse(raw)), signature],
      [raw, signed(event, { ageSeconds: 301 }).signature],
      [raw, signed(event, { secret: "whsec_other" }).signature],
    ];
    for (const [body, header] of bad) expect(() => read(body, header), header).toThrow(BadSignature);
  });
}

describe("payments by hand", () => {
  const provider = manualPayments({ guard });
  keepsThePort(() => provider);

  it("ask for the amount with its addition, and send nothing back by themselves", async () => {
    const start = aStart({ method: "transfer", uniqueAddition: rupiah(37) });
    const { next } = await provider.start(start, "checkout:by-hand");
    expect(next).toMatchObject({ kind: "instructions", amount: 101_537, code: start.orderNumber });
    expect(await provider.refund({ ref: "manual:x", amount: rupiah(1), key: "k" })).toEqual({
      ref: null,
      status: "by-hand",
    });
  });
});

const file = contractServerFile();
if (!file) console.warn("no contract server beside the repository: Stripe is tested against our own stand-in alone");

describe.each([
  { name: "our stand-in", open: standInWorld },
  ...(file ? [{ name: "the contract server", open: () => contractWorld(file) }] : []),
])("Stripe, at $name", ({ open }) => {
  let world: StripeWorld | undefined;
  const here = (): StripeWorld => {
    if (!world) throw new Error("not open");
    return world;
  };
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world?.close());
  keepsThePort(() => stripeAt(here()));
  keepsToStripe(here);
});
