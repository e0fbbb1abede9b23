import { and, eq, inArray } from "drizzle-orm";
import type { DisputeView } from "#app/domain/dispute.ts";
import { disputeStatesBefore } from "#app/domain/order-life.ts";
import { disputedEntry, disputeWonEntry } from "#app/domain/postings-of-mishaps.ts";
import { disputes } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import type { By } from "./paid-orders.ts";
import { takeBackFromOutside } from "./refunds-from-outside.ts";

type Seen = { dispute: DisputeView; paymentId: string; orderId: string };

/**
 * Brings a dispute in line with what the provider says now. What it took and gave is posted as it is seen, whatever the state: the money
 * of a dispute that is won may come days after the word. A lost one is a refund that nobody here asked for.
 */
export async function applyDispute(tx: Tx, by: By, { dispute, paymentId, orderId }: Seen): Promise<void> {
  const { ref: disputeRef, status, taken, fee, returned, feeReturned } = dispute;
  await keepDispute(tx, by, { dispute, paymentId });
  const postedBy = { actorId: null, now: by.now, newId: by.newId };
  if (taken > 0) await post(tx, disputedEntry({ disputeRef, orderId, taken, fee }), postedBy);
  if (returned > 0) await post(tx, disputeWonEntry({ disputeRef, orderId, returned, fee: feeReturned }), postedBy);
  if (status === "lost" && taken > 0)
    await takeBackFromOutside(tx, by, {
      ...{ paymentId, orderId, amount: taken, ref: disputeRef, cause: "dispute", reason: dispute.reason },
      from: "disputed-funds",
    });
  if (status === "open") return;
  await tx
    .update(disputes)
    .set({ state: status, closedAt: by.now })
    .where(
      and(
        eq(disputes.providerRef, disputeRef),
        inArray(disputes.state, disputeStatesBefore(status === "won" ? "win" : "lose")),
      ),
    );
}

async function keepDispute(tx: Tx, by: By, { dispute, paymentId }: Omit<Seen, "orderId">): Promise<void> {
  const answerBy = dispute.answerBySeconds === null ? null : new Date(dispute.answerBySeconds * 1000);
  await tx
    .insert(disputes)
    .values({
      ...{ id: by.newId(), paymentId, providerRef: dispute.ref, amount: dispute.amount, state: "open" },
      ...{ reason: dispute.reason, answerBy, openedAt: by.now },
    })
    .onConflictDoUpdate({ target: disputes.providerRef, set: { answerBy } });
}
