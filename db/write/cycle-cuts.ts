import { eq } from "drizzle-orm";
import type { SettledShare } from "#app/domain/cycle-settlement.ts";
import { wantedOf } from "#app/domain/cycle-settlement.ts";
import { leftOf } from "#app/domain/lot.ts";
import { ZERO } from "#app/domain/money.ts";
import { planRefund } from "#app/domain/refund.ts";
import type { gatherSettlement, SettledLine } from "../read/cycle-settlement.ts";
import { findCreditToTake, findUnassigned, gatherRefund } from "../read/refunds.ts";
import { orderLineShares } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { takeFromLots } from "./lots.ts";
import type { By } from "./paid-orders.ts";
import { insertRefund, markRefundPaid } from "./refunds.ts";
import { tellPackedShort } from "./short-messages.ts";
import { setStock } from "./stock.ts";
import { takeOrderBack } from "./taken-back.ts";

type Cycle = { id: string; groupId: string; variantId: string };
type Settlement = Awaited<ReturnType<typeof gatherSettlement>>;

/**
 * Writes how a harvest was shared out: each line is divided by who brought its goods, what buyers do not get goes back over those shares,
 * what they get is taken from the lots, and only the rest can still be bought. False when an order cannot give back, or goods are not
 * there any more: the caller must then undo the transaction.
 */
export async function saveSettlement(
  tx: Tx,
  by: By,
  { cycle, settlement }: { cycle: Cycle; settlement: Settlement },
): Promise<boolean> {
  const { lines, lots } = settlement;
  for (const { line, shares } of lines) if (shares.length > 0) await replaceShares(tx, by, { line, shares });
  const short = lines.filter(({ line, cut }) => cut.keptMilli < wantedOf(line));
  for (const number of new Set(short.map(({ line }) => line.orderNumber))) {
    const ofOrder = short.filter(({ line }) => line.orderNumber === number);
    if (!(await giveBack(tx, by, { cycle, number, lines: ofOrder }))) return false;
  }
  const taken = lines.map(({ line, plan }) => ({ orderLineId: line.id, takings: plan.takings }));
  if (!(await takeFromLots(tx, { lines: taken, now: by.now }))) return false;
  const stockMilli = lots.reduce((all, lot) => all + leftOf(lot), 0) - keptOf(lines);
  await setStock(tx, [{ variantId: cycle.variantId, stockMilli }]);
  return true;
}

function keptOf(lines: readonly SettledLine[]): number {
  return lines.reduce((all, { cut }) => all + cut.keptMilli, 0);
}

type Divided = { line: { id: string }; shares: readonly SettledShare[] };

/** Until the goods are delivered nothing is posted by a line's shares, so that they can be put in place of the pledged ones. */
async function replaceShares(tx: Tx, by: By, { line, shares }: Divided): Promise<void> {
  await tx.delete(orderLineShares).where(eq(orderLineShares.orderLineId, line.id));
  await tx.insert(orderLineShares).values(
    shares.map(({ held: _held, ...share }, at) => ({
      ...share,
      id: by.newId(),
      orderLineId: line.id,
      position: at + 1,
    })),
  );
}

type Giving = { cycle: Cycle; number: string; lines: readonly SettledLine[] };

/** What of an order did not grow goes back as any refund does: as credit at once where the buyer wants that, else the way the money came. */
async function giveBack(tx: Tx, by: By, { cycle, number, lines }: Giving): Promise<boolean> {
  const basis = await gatherRefund(number);
  const [first] = lines;
  if (!basis || basis.isLate || !first) return false;
  const own = basis.lines.filter((line) => line.groupId === cycle.groupId);
  const isWhole = own.length === basis.lines.length;
  const shipping = basis.shipping.filter(
    (part) => part.from === "shipping-held" && (part.groupId === null ? isWhole : part.groupId === cycle.groupId),
  );
  const back = lines.map(({ line, cut }) => ({ orderLineId: line.id, quantityMilli: wantedOf(line) - cut.keptMilli }));
  const plan = planRefund({ lines: own, shipping, isWhole }, { kind: "parts", lines: back, shipping: ZERO });
  if (typeof plan === "string") return false;
  const refundId = by.newId();
  const credit = plan.isEverything ? await findCreditToTake(basis) : ZERO;
  if (!(await takeOrderBack(tx, by, { basis, plan, refundId, credit, isBackInStock: false }))) return false;
  const amount = plan.isEverything ? await findUnassigned(basis.order.id) : plan.total;
  const { buyerId } = basis.order;
  const isCredit = first.line.savingAs === "credit" && buyerId !== null;
  await insertRefund(tx, by, {
    ...{ id: refundId, paymentId: basis.paymentId, amount, cause: "cycle-short", reason: "" },
    ...{ formKey: `cycle-short:${cycle.id}:${basis.order.id}`, requestedBy: by.actor.personId ?? "" },
    ...{ lines: plan.lines, shipping: plan.shippingTotal, ...(isCredit && { way: "credit" as const }) },
  });
  const parts = plan.lines.map(({ orderLineId, amount: part }) => ({ orderLineId, back: part }));
  await tellPackedShort(tx, by, { orderId: basis.order.id, how: isCredit ? "credit" : "refund", lines: parts });
  if (isCredit) await markRefundPaid(tx, by, { refundId, from: { kind: "buyer-credit", buyerId }, providerRef: null });
  return true;
}
