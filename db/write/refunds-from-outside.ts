import { eq } from "drizzle-orm";
import { type Rupiah, rupiah, subtract, sum, ZERO } from "#app/domain/money.ts";
import { lossBorneEntry } from "#app/domain/postings-of-mishaps.ts";
import { planRefund, type RefundCause, type RefundPlan } from "#app/domain/refund.ts";
import { findRefundByFormKey, findUnassigned, gatherRefund, type RefundBasis } from "../read/refunds.ts";
import { orders, payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import type { By } from "./paid-orders.ts";
import { insertRefund, markRefundPaid, markRefundSent } from "./refunds.ts";
import { takeOrderBack } from "./taken-back.ts";

type Outside = {
  paymentId: string;
  orderId: string;
  amount: Rupiah;
  /** The provider's own name for what took the money: once for it, whatever else is said. */
  ref: string;
  cause: RefundCause;
  reason: string;
  /** Null while it is still on its way to the buyer. */
  from: "stripe" | "disputed-funds" | null;
};

/**
 * Money went back to a buyer and nobody here asked for it: it is taken back as a refund of that amount would be, over what each party
 * still holds. What nobody holds any more is the network's loss.
 * @returns the refund that stands for it
 */
export async function takeBackFromOutside(tx: Tx, by: By, outside: Outside): Promise<string> {
  const { paymentId, orderId, amount, ref, cause, reason, from } = outside;
  const formKey = `${cause}:${ref}`;
  const known = await findRefundByFormKey(formKey);
  if (known) return known;
  const refundId = by.newId();
  const { plan, covered } = await take(tx, by, { ...outside, refundId });
  const lost = subtract(amount, covered);
  if (lost > 0)
    await post(tx, lossBorneEntry({ refundId, orderId, amount: lost }), {
      ...{ actorId: null, now: by.now, newId: by.newId },
    });
  await insertRefund(tx, by, {
    ...{ id: refundId, paymentId, amount, cause, reason, formKey, requestedBy: null, way: "provider", isMade: true },
    ...{ lines: plan?.lines ?? [], shipping: plan?.shippingTotal ?? ZERO },
  });
  if (from === null) await markRefundSent(tx, { refundId, providerRef: ref });
  else await markRefundPaid(tx, by, { refundId, from, providerRef: ref });
  return refundId;
}

type Taken = { plan: RefundPlan | null; covered: Rupiah };

/** What of the amount the parties of the order still hold, or waits as the buyer's already. */
async function take(tx: Tx, by: By, outside: Outside & { refundId: string }): Promise<Taken> {
  const { paymentId, orderId, amount, refundId } = outside;
  const [row] = await tx
    .select({ number: orders.number, state: payments.state })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(eq(payments.id, paymentId));
  // Money that came late was never anybody's: it waits for its buyer.
  if (row?.state === "needs-attention") {
    const waiting = rupiah(Math.max(0, await findUnassigned(orderId)));
    return { plan: null, covered: least(amount, waiting) };
  }
  const basis = row ? await gatherRefund(row.number) : null;
  if (basis?.paymentId !== paymentId) return { plan: null, covered: ZERO };
  const plan = planOf(basis, amount);
  if (!plan) return { plan: null, covered: ZERO };
  const taking = { basis, plan, refundId, credit: ZERO, isBackInStock: false };
  if (!(await takeOrderBack(tx, by, taking))) throw new Error(`order ${orderId} changed while it was taken back`);
  return { plan, covered: plan.total };
}

/** So much money of what is left; all that is left, goods and all, where the amount reaches that far. */
function planOf({ lines, shipping }: RefundBasis, amount: Rupiah): RefundPlan | null {
  const held = { lines, shipping, isWhole: true };
  const whole = planRefund(held, { kind: "everything" });
  if (typeof whole === "string" || (lines.length === 0 && shipping.length === 0)) return null;
  if (whole.total > 0 && whole.total <= amount && whole.total >= leftOf({ lines, shipping })) return whole;
  const plan = planRefund(held, { kind: "amount", amount: least(amount, leftOf({ lines, shipping })) });
  return typeof plan === "string" ? null : plan;
}

function leftOf({ lines, shipping }: Pick<RefundBasis, "lines" | "shipping">): Rupiah {
  return sum([...lines.map((line) => line.value), ...shipping.map((part) => part.amount)]);
}

function least(a: Rupiah, b: Rupiah): Rupiah {
  return rupiah(Math.min(a, b));
}
