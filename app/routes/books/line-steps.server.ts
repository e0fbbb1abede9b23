import { AdjustForm, AnswerWordForm, LineIntent, ShareWordForm } from "#app/domain/period-forms.ts";
import { adjustLine } from "#app/usecases/books/adjust-line.ts";
import { answerShareWord } from "#app/usecases/books/answer-share-word.ts";
import { checkShare } from "#app/usecases/books/check-share.ts";
import type { Door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";

type Of = { groupId: string; lineId: string };

/** Does what one of the line page's forms asks for; null when it was done. */
export async function takeLineStep(at: Door, of: Of) {
  const asked = await readForm(at.request.clone(), LineIntent);
  if (!asked.ok) return refused({ ...asked.state, errors: { form: "form-broken" } }, asked.status);
  return STEPS[asked.value.intent](at, of);
}

const STEPS = {
  word: async ({ ctx, request }: Door, of: Of) => {
    const form = await readForm(request, ShareWordForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await checkShare(ctx, { ...form.value, ...of });
    return answer.ok ? null : refusedBy(answer, form.values);
  },
  answer: async ({ ctx, request }: Door, of: Of) => {
    const form = await readForm(request, AnswerWordForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await answerShareWord(ctx, { ...form.value, ...of });
    return answer.ok ? null : refusedBy(answer, form.values);
  },
  adjust: async ({ ctx, request }: Door, of: Of) => {
    const form = await readForm(request, AdjustForm);
    if (!form.ok) return refused(form.state, form.status);
    const answer = await adjustLine(ctx, { ...form.value, ...of });
    return answer.ok ? null : refusedBy(answer, form.values);
  },
};
