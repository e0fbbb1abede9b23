import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import { rupiah } from "#app/domain/money.ts";
import { type PayoutProblem, payoutCode, payoutNumber, payoutProblem } from "#app/domain/payout.ts";
import { permit } from "#app/domain/permissions.ts";
import { advanceGivenEntry, paidOutEntry } from "#app/domain/postings-of-payouts.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import { TRY_LIMITS } from "#app/domain/try-limits.ts";
import type { Context } from "#app/usecases/context.ts";
import { listPayables } from "#db/read/payables.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { findBatch } from "#db/read/payouts.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { closeRequests, insertHoldback, insertPayout, keepAgreement, moveLine } from "#db/write/payouts.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";
import { withinLimits } from "#db/write/rate-limits.ts";

type Input = {
  groupId: string;
  batchId: string;
  lineIds: readonly string[];
  reference: string;
  /** What the member read out, for cash. */
  code: string;
  /** The signed slip, or the bank's receipt. */
  proof: Upload | null;
};
type Reason =
  | PayoutProblem
  | PhotoRefusal
  | "no-such-batch"
  | "not-approved"
  | "choose-lines"
  | "one-cash-line"
  | "code-or-slip"
  | "payout-code-wrong"
  | "advance-not-agreed"
  | "too-many-tries"
  | "line-done";
type Line = NonNullable<Awaited<ReturnType<typeof findBatch>>>["lines"][number];
type Confirmed = "code" | "slip" | null;
type Proof = { id: string; width: number; height: number } | null;

/**
 * The treasurer has paid lines of an approved batch. Cash goes one member at a time, and she confirms it: by the code on her own page, or on a
 * signed slip. Each line is paid once, on a voucher of its own.
 */
export async function payLines(ctx: Context, input: Input): Promise<Result<object, Reason>> {
  permit(ctx.actor, "pay-lines", { groupId: input.groupId });
  const checked = await checkLines(ctx, input);
  if (!checked.ok) return checked;
  const photoId = ctx.newId();
  const stored = input.proof ? await ctx.photos.store(photoId, input.proof) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { proof: stored.reason });
  const proof = stored ? { id: photoId, width: stored.width, height: stored.height } : null;
  const answer = await inTransaction((tx) => payWithin(tx, ctx, { input, proof, confirmed: checked.confirmed })).catch(
    (error: unknown): Result<object, Reason> => {
      if (error instanceof Undoing) return refuse(error.reason as Reason);
      throw error;
    },
  );
  if (proof && !answer.ok) await ctx.photos.remove(proof.id);
  return answer;
}

/** Whether these lines may be marked in one go, and how a member confirmed. A wrong code counts against the line. */
async function checkLines(ctx: Context, input: Input): Promise<Result<{ confirmed: Confirmed }, Reason>> {
  const found = await findBatch(ctx.actor, input);
  if (!found) return refuse("no-such-batch");
  if (found.batch.state !== "approved") return refuse("not-approved");
  const lines = found.lines.filter((line) => input.lineIds.includes(line.id));
  const [first] = lines;
  if (!first) return refuse("choose-lines", { lineId: "choose-lines" });
  // A slip that is signed for the cash says how it comes back, too.
  const isSignedFor = lines.length === 1 && first.method === "cash" && input.proof !== null;
  if (!isSignedFor && lines.some((line) => line.kind === "advance" && line.agreedBy === null))
    return refuse("advance-not-agreed");
  if (lines.every((line) => line.method !== "cash")) return { ok: true, confirmed: null };
  if (lines.length > 1) return refuse("one-cash-line");
  // All of it goes to an advance: nothing is in hand, so nothing needs a confirmation.
  if (first.amount === 0) return { ok: true, confirmed: null };
  if (input.proof) return { ok: true, confirmed: "slip" };
  if (input.code === "") return refuse("code-or-slip", { payoutCode: "code-or-slip" });
  const limit = { key: `payout-code:${first.id}`, ...TRY_LIMITS.payoutCode };
  if (!(await inTransaction((tx) => withinLimits(tx, [limit], ctx.now))))
    return refuse("too-many-tries", { payoutCode: "too-many-tries" });
  const isRight = input.code.replace(/\D/g, "") === payoutCode(ctx.secrets.hash("payout-code", first.id));
  return isRight ? { ok: true, confirmed: "code" } : refuse("payout-code-wrong", { payoutCode: "payout-code-wrong" });
}

type Paying = { input: Input; proof: Proof; confirmed: Confirmed };

async function payWithin(tx: Tx, ctx: Context, { input, proof, confirmed }: Paying): Promise<Result<object, Reason>> {
  const { groupId, batchId, reference } = input;
  const found = await findBatch(ctx.actor, input);
  const lines = found?.lines.filter((line) => input.lineIds.includes(line.id)) ?? [];
  if (found?.batch.state !== "approved") return refuse("not-approved");
  if (proof) await insertProofPhoto(tx, { ...proof, alt: reference, now: ctx.now });
  for (const line of lines) {
    await payOne(tx, ctx, { groupId, line, reference, confirmed, proofPhotoId: proof?.id ?? null });
    await recordActivity(tx, ctx, { what: "pay-lines", groupId, onBehalfOf: line.memberId, subject: line.id });
  }
  await closeRequests(tx, {
    memberIds: lines.filter((line) => line.kind === "share").map((line) => line.memberId),
    now: ctx.now,
  });
  await recordActivity(tx, ctx, { what: "pay-lines", groupId, subject: batchId, note: String(lines.length) });
  return { ok: true };
}

type One = { groupId: string; line: Line; reference: string; confirmed: Confirmed; proofPhotoId: string | null };

/** @throws Undoing when the line cannot be paid (any more): then none of those beside it is */
async function payOne(tx: Tx, ctx: Context, { groupId, line, reference, confirmed, proofPhotoId }: One): Promise<void> {
  const { id: payoutId, memberId, amount, repaid, method, kind } = line;
  const by = ctx.actor.personId ?? "";
  if (confirmed === "slip" && kind === "advance")
    await keepAgreement(tx, { lineId: payoutId, as: "slip", photoId: proofPhotoId, now: ctx.now });
  if (!(await moveLine(tx, { lineId: payoutId, from: "waiting", to: "paid", by, now: ctx.now })))
    throw new Undoing("line-done");
  const problem = await problemOf(ctx, { groupId, line });
  if (problem) throw new Undoing(problem);
  const year = documentYear(ctx.now.getTime());
  const number = await insertPayout(tx, {
    ...{ id: payoutId, groupId, memberId, kind, year, amount, repaid, method, reference, proofPhotoId },
    ...{ confirmedBy: confirmed, formKey: `line:${payoutId}`, paidBy: by, paidAt: ctx.now },
  });
  const given = { payoutId, groupId, memberId, amount, method };
  const entry = kind === "advance" ? advanceGivenEntry(given) : paidOutEntry({ ...given, repaid });
  const memo = payoutNumber({ year, number });
  await post(tx, { ...entry, memo }, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
  if (line.kept > 0)
    await insertHoldback(tx, {
      ...{ id: payoutId, groupId, memberId, amount: line.kept, reason: line.keptWhy },
      ...{ untilDay: line.keptUntil ?? "", keptAt: ctx.now },
    });
  await tellMember(tx, ctx, { memberId, about: payoutId, kind: "payout", facts: { paidAmount: amount, method } });
}

/** Asked again when it is paid: a refund may have come since it was prepared. This line does not count against itself any more. */
async function problemOf(
  ctx: Context,
  { groupId, line }: { groupId: string; line: Line },
): Promise<PayoutProblem | null> {
  const { memberId, amount, repaid, kept, method, kind } = line;
  const from = await moneyToPayFrom(ctx.actor, { groupId, method });
  const today = dayInWib(ctx.now.getTime());
  const [member] = await listPayables({ groupId, memberId, today });
  if (!member) return "more-than-owed";
  // An advance is the group's own money: what the member is owed does not bound it.
  if (kind === "advance") return payoutProblem({ ...{ amount, owed: amount, held: rupiah(0), method }, ...from });
  if (repaid > member.advance) return "more-than-owed";
  const spokenFor = rupiah(member.kept + member.underWay + kept);
  return payoutProblem({ ...{ amount, repaid, owed: member.owed, held: member.held, spokenFor, method }, ...from });
}
