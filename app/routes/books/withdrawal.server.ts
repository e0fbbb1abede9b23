import { z } from "zod";
import { formKey, typedMoney } from "#app/domain/form-fields.ts";
import { FUND_WAYS } from "#app/domain/fund-payment.ts";
import { lineOfText, someText } from "#app/domain/plain-text.ts";
import { askWithdrawal } from "#app/usecases/books/ask-withdrawal.ts";
import { refuseWithdrawal } from "#app/usecases/books/refuse-withdrawal.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";

/** Which of the savings page's forms was sent; empty for the one that saves from a share. */
export const WithdrawalIntent = z.object({ intent: z.enum(["", "withdraw", "refuse-withdrawal"]).default("") });

const AskForm = z.object({
  intent: z.literal("withdraw"),
  formKey,
  amount: typedMoney({ from: 1 }),
  way: z.enum(FUND_WAYS, "required"),
  words: someText({ max: 200, min: 0 }).default(""),
});
const RefuseForm = z.object({ intent: z.literal("refuse-withdrawal"), reason: lineOfText({ max: 200 }) });

/** A member asks for voluntary savings, or the treasurer refuses; null when the step was taken. */
export async function takeWithdrawalStep({ request, ctx }: Door, of: { groupId: string; memberId: string }) {
  const isRefusal = await readForm(request.clone(), z.object({ intent: z.literal("refuse-withdrawal") }));
  if (isRefusal.ok) {
    const form = await readForm(request, RefuseForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await refuseWithdrawal(ctx, { ...of, why: form.value.reason });
    return answer.ok ? null : refusedBy(answer, form.values);
  }
  const form = await readForm(request, AskForm);
  if (!form.ok) return refused(form.state, form.status);
  const { amount, way, words, formKey: key } = form.value;
  const answer = await askWithdrawal(ctx, { ...of, amount, way, words, formKey: key });
  return answer.ok ? null : refusedBy(answer, form.values);
}
