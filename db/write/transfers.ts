import { and, eq } from "drizzle-orm";
import { ZERO } from "#app/domain/money.ts";
import {
  debtSetOffEntry,
  transferBegunEntry,
  transferEndedEntry,
  transferReversedEntry,
  transferredEntry,
} from "#app/domain/postings-of-transfers.ts";
import { planTransfer, type TransferView } from "#app/domain/transfer.ts";
import { sql } from "../dialect.ts";
import { earnedOf, keptAndDebt } from "../read/transfers.ts";
import { entries, reversals, transfers } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { post } from "./ledger.ts";
import { oweOutside } from "./outbox.ts";
import { markReversalMade } from "./reversals.ts";

type By = { now: Date; newId: () => string };
const byItself = (by: By) => ({ actorId: null, now: by.now, newId: by.newId });

type Due = {
  paymentId: string;
  paymentRef: string | null;
  groupId: string;
  consignmentId: string;
  stripeAccountId: string;
  accountRef: string | null;
};

/**
 * Writes down what goes to a group's account for a payment, once, and owes it to the provider. What sets off a debt, or was paid to the
 * group before, is not sent. False when that was decided already.
 */
export async function decideTransfer(tx: Tx, by: By, due: Due): Promise<boolean> {
  const { paymentId, paymentRef, groupId, consignmentId, stripeAccountId, accountRef } = due;
  const [head] = await tx
    .select({ sequence: sql<number>`coalesce(max(${entries.sequence}), 0)`.mapWith(Number) })
    .from(entries)
    .where(eq(entries.book, groupId));
  const plan = planTransfer({
    earned: await earnedOf({ groupId, consignmentId }),
    ...(await keptAndDebt(groupId)),
  });
  const state = plan.amount > 0 ? ("due" as const) : ("nothing" as const);
  const row = { id: by.newId(), paymentId, groupId, consignmentId, stripeAccountId, ...plan, state };
  const written = await tx
    .insert(transfers)
    .values({ ...row, bookSequence: head?.sequence ?? 0, decidedAt: by.now })
    .onConflictDoNothing()
    .returning({ id: transfers.id });
  if (written.length === 0) return false;
  const of = { transferId: row.id, groupId };
  if (plan.setOff > 0) await post(tx, debtSetOffEntry({ ...of, amount: plan.setOff }), byItself(by));
  if (plan.amount === 0) return true;
  await post(tx, transferBegunEntry({ ...of, amount: plan.amount }), byItself(by));
  const args = { paymentRef, paymentId, accountRef, amount: plan.amount };
  const key = `transfer:${paymentId}:${groupId}`;
  await oweOutside(tx, { key, kind: "stripe-transfer", subjectId: row.id, args, now: by.now });
  return true;
}

/**
 * Brings our rows in line with what the provider says now of a transfer, whoever heard it first: the answer to our request, an event, a
 * comparison. "unknown" when it is none of ours, or one that an operator has let rest.
 */
export async function applyTransferView(tx: Tx, by: By, view: TransferView): Promise<"applied" | "unknown"> {
  const row = await findTransfer(tx, view);
  if (!row || row.state === "ended" || row.amount !== view.amount) return "unknown";
  const moved = await tx
    .update(transfers)
    .set({ state: "sent", providerRef: view.ref, sentAt: by.now })
    .where(and(eq(transfers.id, row.id), eq(transfers.state, "due")))
    .returning({ id: transfers.id });
  const of = { transferId: row.id, groupId: row.groupId, amount: row.amount };
  if (moved.length > 0) await post(tx, transferredEntry(of), byItself(by));
  for (const made of view.reversals) {
    const reversalId = /^reversal:(.+)$/.exec(made.key ?? "")?.[1];
    if (reversalId) await markReversalMade(tx, by, { reversalId, providerRef: made.ref });
    else await keepFromDesk(tx, by, { transferId: row.id, groupId: row.groupId, made });
  }
  return "applied";
}

async function findTransfer(tx: Tx, view: TransferView) {
  const [known] = await tx.select().from(transfers).where(eq(transfers.providerRef, view.ref));
  if (known) return known;
  const [, paymentId, groupId] = /^transfer:(.+):(.+)$/.exec(view.key ?? "") ?? [];
  if (!paymentId || !groupId) return undefined;
  const [row] = await tx
    .select()
    .from(transfers)
    .where(and(eq(transfers.paymentId, paymentId), eq(transfers.groupId, groupId)));
  return row?.providerRef ? undefined : row;
}

type FromDesk = { transferId: string; groupId: string; made: TransferView["reversals"][number] };

/** Somebody pulled it back at the provider's own desk: the network keeps it for the group again. */
async function keepFromDesk(tx: Tx, by: By, { transferId, groupId, made }: FromDesk): Promise<void> {
  const { ref, amount } = made;
  const id = by.newId();
  const written = await tx
    .insert(reversals)
    .values({
      ...{ id, transferId, cause: `at-provider:${ref}`, share: ZERO, amount, owed: ZERO, state: "made" },
      ...{ providerRef: ref, createdAt: by.now, doneAt: by.now },
    })
    .onConflictDoNothing()
    .returning({ id: reversals.id });
  if (written.length > 0) await post(tx, transferReversedEntry({ reversalId: id, groupId, amount }), byItself(by));
}

/** The provider would not send it, and an operator lets it rest: the network keeps it for the group as before. */
export async function endTransfer(tx: Tx, by: By, transferId: string): Promise<void> {
  const [row] = await tx
    .update(transfers)
    .set({ state: "ended" })
    .where(and(eq(transfers.id, transferId), eq(transfers.state, "due")))
    .returning();
  if (!row) return;
  const { groupId, amount } = row;
  await post(tx, transferEndedEntry({ transferId, groupId, amount }), byItself(by));
  await tx
    .update(reversals)
    .set({ state: "dropped", doneAt: by.now })
    .where(and(eq(reversals.transferId, transferId), eq(reversals.state, "due")));
}
