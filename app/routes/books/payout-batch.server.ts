import { AgreeForm, BatchIntent, FailLineForm, PayLinesForm, RefuseBatchForm } from "#app/domain/payout-forms.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import { agreeToAdvance } from "#app/usecases/books/agree-to-advance.ts";
import { decideBatch } from "#app/usecases/books/decide-batch.ts";
import { failLine } from "#app/usecases/books/fail-line.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";

type Of = { groupId: string; batchId: string };
type Answer = { ok: true } | { ok: false; reason: string; fields?: FieldErrors };

/** Takes the step that one of the batch page's forms asks for; null when it was taken. */
export async function takeBatchStep(at: Door, of: Of) {
  const asked = await readForm(at.request.clone(), BatchIntent);
  if (!asked.ok) return refused({ ...asked.state, errors: { form: "form-broken" } }, asked.status);
  const { intent } = asked.value;
  if (intent === "approve")
    return answered(await decideBatch(at.ctx, { ...of, to: "approved", why: "" }), asked.values);
  if (intent === "refuse") {
    const form = await readForm(at.request, RefuseBatchForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(await decideBatch(at.ctx, { ...of, to: "refused", why: form.value.reason }), form.values);
  }
  if (intent === "fail") {
    const form = await readForm(at.request, FailLineForm);
    if (!form.ok) return refused(form.state, form.status);
    return answered(
      await failLine(at.ctx, { ...of, lineId: form.value.lineId, reason: form.value.reason }),
      form.values,
    );
  }
  if (intent === "agree") {
    const form = await readForm(at.request, AgreeForm);
    if (!form.ok) return refusedKeeping(at.ctx, form, "agreement");
    const slip = await uploadOf(at.ctx, form, "agreement");
    const answer = await agreeToAdvance(at.ctx, { groupId: of.groupId, lineId: form.value.lineId, slip });
    return answer.ok ? null : refusedByKeeping(at.ctx, form, answer, { field: "agreement" });
  }
  const form = await readForm(at.request, PayLinesForm);
  if (!form.ok) return refusedKeeping(at.ctx, form, "proof");
  const proof = await uploadOf(at.ctx, form, "proof");
  const { lineId: lineIds, reference, payoutCode: code } = form.value;
  const answer = await payLines(at.ctx, { ...of, lineIds, reference, code, proof });
  return answer.ok ? null : refusedByKeeping(at.ctx, form, answer, { field: "proof" });
}

function answered(answer: Answer, values: Record<string, string[]>) {
  return answer.ok ? null : refusedBy(answer, values);
}
