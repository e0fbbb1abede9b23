import { MailProblem, type MailSender } from "#app/adapters/messages/port.ts";
import { MAIL_LIFE_HOURS } from "#app/domain/message.ts";
import type { Context } from "#app/usecases/context.ts";
import { listDueOutbox } from "#db/read/due-work.ts";
import { findMailOf } from "#db/read/messages.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { markProblem, markSending, markSent } from "#db/write/outbox.ts";

type Row = NonNullable<Awaited<ReturnType<typeof markSending>>>;

/**
 * Sends the mails that are owed, to the address that the person has today. Apart from the payments' outbox, so that a mail server that
 * does not answer keeps no refund waiting.
 */
export async function sendMail(ctx: Context): Promise<{ sent: number; later: number; dropped: number }> {
  const tally = { sent: 0, later: 0, dropped: 0 };
  const { mail } = ctx;
  if (!mail) return tally;
  for (const { key } of await listDueOutbox({ kinds: ["mail"], now: ctx.now })) {
    const row = await inTransaction((tx) => markSending(tx, { key, now: ctx.now }));
    if (row) tally[await sendOne(ctx, mail, row)] += 1;
  }
  return tally;
}

async function sendOne(ctx: Context, mail: MailSender, row: Row): Promise<"sent" | "later" | "dropped"> {
  const { key, subjectId } = row;
  const about = await findMailOf(subjectId);
  if (!about) return drop(ctx, key, "nobody to send it to");
  if (ctx.now.getTime() - row.createdAt.getTime() > MAIL_LIFE_HOURS * 3_600_000) return drop(ctx, key, "too old");
  const { path, ...rest } = about;
  try {
    const { ref } = await mail.send({
      ...rest,
      key,
      url: ctx.origin + path,
      preferencesUrl: `${ctx.origin}/account/messages`,
    });
    await inTransaction((tx) => markSent(tx, { key, outcome: "done", resultRef: ref, now: ctx.now }));
    return "sent";
  } catch (problem) {
    if (!(problem instanceof MailProblem)) throw problem;
    if (!problem.mayRetry) return drop(ctx, key, problem.message);
    const { message: error } = problem;
    await inTransaction((tx) => markProblem(tx, { row, isRefused: false, error, now: ctx.now }));
    return "later";
  }
}

async function drop(ctx: Context, key: string, error: string): Promise<"dropped"> {
  await inTransaction((tx) => markSent(tx, { key, outcome: "failed", resultRef: null, error, now: ctx.now }));
  return "dropped";
}
