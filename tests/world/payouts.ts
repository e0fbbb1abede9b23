import type { Rupiah } from "#app/domain/money.ts";
import { payoutCode } from "#app/domain/payout.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import { prepareCash } from "#app/usecases/books/prepare-cash.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBatch } from "#db/read/payouts.ts";
import { testId } from "./context.ts";

type Cash = { groupId: string; memberId: string; amount: Rupiah; formKey?: string };

/** The treasurer counts out a member's cash, and she confirms it with her code. */
export async function paidInCash(ctx: Context, cash: Cash) {
  const { groupId } = cash;
  const prepared = await prepareCash(ctx, { formKey: `form-${testId()}-0123456789`, ...cash, reference: "" });
  if (!prepared.ok) return prepared;
  const { batchId } = prepared;
  const [line] = (await findBatch(ctx.actor, { groupId, batchId }))?.lines ?? [];
  const lineId = line?.id ?? "";
  const code = payoutCode(ctx.secrets.hash("payout-code", lineId));
  return payLines(ctx, { groupId, batchId, lineIds: [lineId], reference: "", code, proof: null });
}
