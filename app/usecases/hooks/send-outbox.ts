import { z } from "zod";
import { type PaymentProvider, ProviderProblem } from "#app/adapters/payments/port.ts";
import { rupiah } from "#app/domain/money.ts";
import { isKeyForgotten, type ProviderView } from "#app/domain/payment.ts";
import type { Context } from "#app/usecases/context.ts";
import { listDueOutbox } from "#db/read/due-work.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markProblem, markSending, markSent, type Sending } from "#db/write/outbox.ts";
import { applyProviderView } from "#db/write/provider-views.ts";
import { markRefundFailed, markRefundPaid, markRefundSent } from "#db/write/refunds.ts";

const RefundArgs = z.object({ ref: z.string(), amount: z.number().int().positive() });
const ExpireArgs = z.object({ ref: z.string() });

type Job = { ctx: Context; provider: PaymentProvider; row: Sending };

/** Sends what we owe the outside: the same key and arguments each time, so that a lost answer costs nothing. */
export async function sendOutbox(ctx: Context): Promise<{ sent: number; later: number; failed: number }> {
  const tally = { sent: 0, later: 0, failed: 0 };
  const provider = ctx.payments.stripe;
  if (!provider) return tally;
  for (const { key } of await listDueOutbox({ kinds: ["stripe-refund", "stripe-expire"], now: ctx.now })) {
    const row = await inTransaction((tx) => markSending(tx, { key, now: ctx.now }));
    if (row) tally[await sendOne({ ctx, provider, row })] += 1;
  }
  return tally;
}

async function sendOne(job: Job): Promise<"sent" | "later" | "failed"> {
  try {
    await (job.row.kind === "stripe-refund" ? sendRefund(job) : sendExpiry(job));
    return "sent";
  } catch (problem) {
    return keepProblem(job, problem);
  }
}

/** The provider forgets a key after a day: from then on it is asked first whether the refund is there. */
async function sendRefund({ ctx, provider, row }: Job): Promise<void> {
  const { ref, amount } = RefundArgs.parse(JSON.parse(row.args));
  const made = isKeyForgotten(row.firstSentAt?.getTime(), ctx.now.getTime())
    ? madeBefore(await provider.fetch(ref), row.key)
    : undefined;
  const answer = made ?? (await provider.refund({ ref, amount: rupiah(amount), key: row.key }));
  const refundId = row.subjectId;
  await inTransaction(async (tx) => {
    if (!(await markSent(tx, { key: row.key, outcome: "done", resultRef: answer.ref, now: ctx.now }))) return;
    if (answer.status === "failed") await markRefundFailed(tx, ctx, refundId);
    else if (answer.status === "succeeded")
      await markRefundPaid(tx, ctx, { refundId, from: "stripe", providerRef: answer.ref });
    else await markRefundSent(tx, { refundId, providerRef: answer.ref });
  });
}

function madeBefore(view: ProviderView | null, key: string) {
  return view?.refunds.find((refund) => refund.key === key);
}

async function sendExpiry({ ctx, provider, row }: Job): Promise<void> {
  const { ref } = ExpireArgs.parse(JSON.parse(row.args));
  const view = await provider.cancel(ref);
  await inTransaction(async (tx) => {
    // Paid in the very moment we gave up: the money is here all the same.
    if (view) await applyProviderView(tx, ctx, view);
    await markSent(tx, { key: row.key, outcome: "done", resultRef: ref, now: ctx.now });
  });
}

async function keepProblem({ ctx, row }: Job, problem: unknown): Promise<"later" | "failed"> {
  const error = problem instanceof Error ? problem.message.slice(0, 500) : "unknown";
  const isRefused = problem instanceof ProviderProblem && !problem.mayRetry;
  return inTransaction(async (tx) => {
    const came = await markProblem(tx, { row, isRefused, error, now: ctx.now });
    if (came === "failed" && row.kind === "stripe-refund") await markRefundFailed(tx, ctx, row.subjectId);
    return came;
  });
}
