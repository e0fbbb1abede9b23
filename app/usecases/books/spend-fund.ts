import type { z } from "zod";
import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { documentYear } from "#app/domain/document.ts";
import {
  type FundPaymentForm,
  type FundPaymentState,
  type FundProblem,
  fundPaymentNumber,
  fundProblem,
  fundSpentEntry,
} from "#app/domain/fund-payment.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findFundLimit, findFundPaymentByForm, readFunds } from "#db/read/fund-payments.ts";
import { moneyToPayFrom } from "#db/read/payout-money.ts";
import { isCooperativeGroup } from "#db/read/savings.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertFundPayment, nextFundNumber } from "#db/write/fund-payments.ts";
import { post } from "#db/write/ledger.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";

type Input = Omit<z.output<typeof FundPaymentForm>, "intent"> & { groupId: string; receipt: Upload | null };
type Answer = Result<
  { paymentId: string; state: FundPaymentState },
  FundProblem | PhotoRefusal | "fields" | "not-a-cooperative" | "receipt-needed" | "form-used"
>;
type Receipt = { id: string; width: number; height: number };

/**
 * The treasurer pays out of a fund of the surplus, with a picture of the receipt: at once up to the group's limit, above it when a second
 * person has approved. Never more than that fund holds. Once for each form.
 */
export async function spendFund(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "spend-fund", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  const errors = dayErrors(input.day, dayInWib(ctx.now.getTime()));
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  const known = await spentBefore(input);
  if (known) return known;
  if (!input.receipt) return refuse("receipt-needed", { receipt: "receipt-needed" });
  const photoId = ctx.newId();
  const stored = await ctx.photos.store(photoId, input.receipt);
  if (!stored.ok) return refuse(stored.reason, { receipt: stored.reason });
  const receipt = { id: photoId, width: stored.width, height: stored.height };
  const { answer, isNew } = await inTransaction(async (tx) => {
    const first = await spentBefore(input);
    if (first) return { answer: first, isNew: false };
    const answer = await spendWithin(tx, ctx, { input, receipt });
    return { answer, isNew: answer.ok };
  });
  if (!isNew) await ctx.photos.remove(photoId);
  return answer;
}

async function spentBefore({ formKey, groupId, fund, amount }: Input): Promise<Answer | null> {
  const known = await findFundPaymentByForm(formKey);
  if (!known) return null;
  const isSame = known.groupId === groupId && known.fund === fund && known.amount === amount;
  return isSame ? { ok: true, paymentId: known.id, state: known.state } : refuse("form-used");
}

type Spending = { input: Input; receipt: Receipt };

async function spendWithin(tx: Tx, ctx: Context, { input, receipt }: Spending): Promise<Answer> {
  const { groupId, fund, purpose, amount, way, day, counterpart, note, formKey } = input;
  const holds = (await readFunds(groupId)).find((each) => each.fund === fund)?.left ?? rupiah(0);
  const { available, kept } = await moneyToPayFrom(ctx.actor, { groupId, method: way });
  const problem = fundProblem({ amount, way, holds, cashBox: available, kept, bank: available });
  if (problem) return refuse(problem, { amount: problem });
  const paymentId = ctx.newId();
  const state = amount > (await findFundLimit(groupId)) ? ("asked" as const) : ("paid" as const);
  const year = documentYear(ctx.now.getTime());
  const numbered = state === "paid" ? { year, number: await nextFundNumber(tx, { groupId, year }) } : null;
  await insertFundPayment(tx, {
    ...{ id: paymentId, groupId, fund, purpose, amount, way, day, counterpart, note, formKey, state },
    ...{ receiptPhotoId: receipt.id, askedBy: ctx.actor.personId ?? "", askedAt: ctx.now, ...numbered },
  });
  await insertProofPhoto(tx, { ...receipt, alt: counterpart, now: ctx.now });
  if (numbered)
    await post(
      tx,
      { ...fundSpentEntry({ paymentId, groupId, amount, way }), memo: fundPaymentNumber(numbered) },
      { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId },
    );
  await recordActivity(tx, ctx, { what: "spend-fund", groupId, subject: paymentId });
  return { ok: true, paymentId, state };
}
