import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manualPayments } from "#app/adapters/payments/manual.ts";
import { stripePayments } from "#app/adapters/payments/stripe.ts";
import { NOBODY } from "#app/domain/permissions.ts";
import { loader as proofLoader } from "#app/routes/buy/payment-proof.ts";
import { action as hookAction } from "#app/routes/hooks/stripe.ts";
import { uploadProof } from "#app/usecases/buy/upload-proof.ts";
import type { Context } from "#app/usecases/context.ts";
import { webhookEvents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, refuseInTransaction, testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aPayableOrder } from "#tests/world/payable-orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { standInWorld } from "#tests/world/stripe-stand-in.ts";
import { type StripeWorld, signed, WEBHOOK_SECRET } from "#tests/world/stripe-world.ts";

/** What the door answers, thrown or returned. */
async function statusOf(answer: Promise<unknown>): Promise<number> {
  const response = await answer.catch((thrown: unknown) => thrown);
  if (response instanceof Response) return response.status;
  throw response;
}

describe("the picture of a receipt", () => {
  it("is for its buyer, the treasurers of the order and the operator; for anybody else it does not exist", async () => {
    const ctx = testContext();
    const [order, other] = [await aPayableOrder(), await aPayableOrder()];
    const buyer = { ...NOBODY, orderPasses: [order.id] };
    const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]);
    await uploadProof(as(ctx, buyer), { number: order.number, paymentId: order.payment.id, photo });
    const operator = await aPerson({ isOperator: true });
    const look = (actor: typeof buyer) =>
      statusOf(
        proofLoader(
          opening({
            path: `/payments/${order.payment.id}/proof`,
            params: { id: order.payment.id },
            ctx: as(ctx, actor),
          }),
        ),
      );
    expect(await look(buyer)).toBe(200);
    expect(await look(order.parts[0]?.group.officer ?? NOBODY)).toBe(200);
    expect(await look(operator.actor)).toBe(200);
    expect(await look(NOBODY)).toBe(404);
    expect(await look({ ...NOBODY, orderPasses: [other.id] })).toBe(404);
    expect(await look(other.parts[0]?.group.officer ?? NOBODY)).toBe(404);
  });
});

describe("the door for Stripe's events", () => {
  let world: StripeWorld;
  let ctx: Context;
  beforeAll(async () => {
    world = await standInWorld();
    const guard = refuseInTransaction;
    const keys = { secretKey: "sk_test_x", webhookSecret: WEBHOOK_SECRET, apiBase: world.url };
    const payments = { manual: manualPayments({ guard }), stripe: stripePayments({ ...keys, guard }) };
    ctx = testContext({ now: new Date(), payments });
  });
  afterAll(() => world.close());

  const event = { id: "evt_door", type: "customer.created", object: "event", data: { object: { id: "cus_1" } } };
  const knock = (body: string, signature: string | null, who = ctx) => {
    const { context, params } = opening({ path: "/hooks/stripe", ctx: who });
    const headers = {
      "content-type": "application/json",
      ...(signature !== null && { "stripe-signature": signature }),
    };
    const request = new Request("http://localhost:3000/hooks/stripe", { method: "POST", body, headers });
    return statusOf(hookAction({ request, params, context }));
  };
  const rows = () => inTransaction((tx) => tx.select().from(webhookEvents));

  it("answers 200 to a signed event, again and again, and keeps it once", async () => {
    const { raw, signature } = signed(event);
    expect([await knock(raw, signature), await knock(raw, signature)]).toEqual([200, 200]);
    expect(await rows()).toMatchObject([{ eventId: "evt_door", outcome: "ignored" }]);
  });

  it("answers 400 to a missing, forged, stale or broken one, and keeps nothing", async () => {
    const before = (await rows()).length;
    const other = { ...event, id: "evt_other" };
    expect(await knock(signed(other).raw, null)).toBe(400);
    expect(await knock(signed(other).raw, signed(other, { secret: "whsec_x" }).signature)).toBe(400);
    expect(await knock(signed(other).raw, signed(other, { ageSeconds: 301 }).signature)).toBe(400);
    expect(await knock("", "t=1,v1=x")).toBe(400);
    expect((await rows()).length).toBe(before);
  });

  it("is not there where no card is taken", async () => {
    const { raw, signature } = signed(event);
    expect(await knock(raw, signature, testContext())).toBe(404);
  });
});
