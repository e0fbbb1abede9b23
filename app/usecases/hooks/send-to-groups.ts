import { z } from "zod";
import { ProviderProblem } from "#app/adapters/payments/port.ts";
import type { GroupAccounts } from "#app/adapters/payments/port-accounts.ts";
import { rupiah } from "#app/domain/money.ts";
import { isKeyForgotten } from "#app/domain/payment.ts";
import type { Context } from "#app/usecases/context.ts";
import { listDueOutbox } from "#db/read/due-work.ts";
import { findNetwork } from "#db/read/networks.ts";
import { listDueTransfers } from "#db/read/transfers.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markProblem, markSending, markSent, type Sending } from "#db/write/outbox.ts";
import { findReversal, markReversalMade, markReversalOwed } from "#db/write/reversals.ts";
import { applyTransferView, decideTransfer } from "#db/write/transfers.ts";

const TransferArgs = z.object({
  paymentRef: z.string(),
  paymentId: z.string(),
  accountRef: z.string(),
  amount: z.number().int().positive(),
});

type Job = { ctx: Context; accounts: GroupAccounts; row: Sending };
type Tally = { decided: number; sent: number; later: number; failed: number };

/**
 * What groups earned by card goes to accounts of their own once it is theirs, where the network does so; what buyers got back is pulled
 * back from there, also where the network has stopped. The same key and arguments each time, so that a lost answer costs nothing.
 */
export async function sendToGroups(ctx: Context): Promise<Tally> {
  const tally = { decided: 0, sent: 0, later: 0, failed: 0 };
  const accounts = ctx.payments.stripe?.accounts;
  if (!accounts) return tally;
  if ((await findNetwork())?.sendsToGroups)
    for (const due of await listDueTransfers(ctx.now))
      if (await inTransaction((tx) => decideTransfer(tx, ctx, due))) tally.decided += 1;
  for (const kind of ["stripe-transfer", "stripe-reversal"])
    for (const { key } of await listDueOutbox({ kinds: [kind], now: ctx.now })) {
      const row = await inTransaction((tx) => markSending(tx, { key, now: ctx.now }));
      if (row) tally[await sendOne({ ctx, accounts, row })] += 1;
    }
  return tally;
}

async function sendOne(job: Job): Promise<"sent" | "later" | "failed"> {
  try {
    await (job.row.kind === "stripe-transfer" ? sendTransfer(job) : sendReversal(job));
    return "sent";
  } catch (problem) {
    return keepProblem(job, problem);
  }
}

async function sendTransfer(job: Job): Promise<void> {
  const { ctx, accounts, row } = job;
  const { amount, ...args } = TransferArgs.parse(JSON.parse(row.args));
  const request = { ...args, amount: rupiah(amount), key: row.key, turn: row.turn };
  const known =
    isKeyForgotten(row.firstSentAt?.getTime(), ctx.now.getTime()) || row.turn > 0 ? await accounts.sent(request) : null;
  const view = known ?? (await accounts.send(request));
  await inTransaction(async (tx) => {
    if ((await applyTransferView(tx, ctx, view)) === "unknown") throw new Error("the answer is of another transfer");
    await markSent(tx, { key: row.key, outcome: "done", resultRef: view.ref, now: ctx.now });
  });
}

async function sendReversal(job: Job): Promise<void> {
  const { ctx, accounts, row } = job;
  const reversalId = row.subjectId;
  const wanted = await inTransaction((tx) => findReversal(tx, reversalId));
  const done = (resultRef: string | null) => ({ key: row.key, outcome: "done" as const, resultRef, now: ctx.now });
  if (wanted?.state !== "due") {
    await inTransaction((tx) => markSent(tx, done(null)));
    return;
  }
  const { transferRef, amount } = wanted;
  if (transferRef === null) throw new Error("its transfer is not sent yet");
  const view = isKeyForgotten(row.firstSentAt?.getTime(), ctx.now.getTime())
    ? await accounts.fetchTransfer(transferRef)
    : null;
  const known = view?.reversals.find((each) => each.key === row.key);
  const { ref } = known ?? (await accounts.reverse({ transferRef, amount, key: row.key }));
  await inTransaction(async (tx) => {
    await markReversalMade(tx, ctx, { reversalId, providerRef: ref });
    await markSent(tx, done(ref));
  });
}

/** A transfer that was refused waits for a person; a reversal that was refused is the group's debt. */
async function keepProblem({ ctx, row }: Job, problem: unknown): Promise<"later" | "failed"> {
  const error = problem instanceof Error ? problem.message.slice(0, 500) : "unknown";
  const isRefused = problem instanceof ProviderProblem && !problem.mayRetry;
  return inTransaction(async (tx) => {
    const came = await markProblem(tx, { row, isRefused, error, now: ctx.now });
    if (came === "failed" && row.kind === "stripe-reversal") await markReversalOwed(tx, ctx, row.subjectId);
    return came;
  });
}
