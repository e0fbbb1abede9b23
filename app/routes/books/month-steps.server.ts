import type { Month } from "#app/domain/period.ts";
import {
  AcceptLinesForm,
  AcceptShownForm,
  CountForm,
  DifferenceForm,
  MonthIntent,
  ReopenForm,
  SendBackForm,
} from "#app/domain/period-forms.ts";
import type { FieldErrors } from "#app/domain/result.ts";
import { acceptLines } from "#app/usecases/books/accept-lines.ts";
import { bookDifference } from "#app/usecases/books/book-difference.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { reopenPeriod } from "#app/usecases/books/reopen-period.ts";
import { sendBackPeriod } from "#app/usecases/books/send-back-period.ts";
import type { Door } from "#app/web/door.server.ts";
import { type FormState, readForm, refused, refusedBy } from "#app/web/form.server.ts";

type Of = { groupId: string; month: Month };
type Answer = { ok: true } | { ok: false; reason: string; fields?: FieldErrors };
type Step = { answer: Answer; values: FormState["values"] } | { unread: FormState; status: number };

/** Takes the step of a month that one of the page's forms asks for; null when it was taken. */
export async function takeMonthStep(at: Door, of: Of) {
  const asked = await readForm(at.request.clone(), MonthIntent);
  if (!asked.ok) return refused({ ...asked.state, errors: { form: "form-broken" } }, asked.status);
  const step = await STEPS[asked.value.intent](at, of);
  if ("unread" in step) return refused(step.unread, step.status);
  return step.answer.ok ? null : refusedBy(step.answer, { ...step.values, intent: [asked.value.intent] });
}

const STEPS: Record<
  "accept-lines" | "accept-shown" | "count" | "difference" | "propose" | "close" | "send-back" | "reopen",
  (at: Door, of: Of) => Promise<Step>
> = {
  propose: async ({ ctx }, of) => ({ answer: await proposePeriod(ctx, of), values: {} }),
  close: async ({ ctx }, of) => ({ answer: await closePeriod(ctx, of), values: {} }),
  "accept-lines": async ({ ctx, request }, of) => {
    const form = await readForm(request, AcceptLinesForm);
    if (!form.ok) return unread(form);
    return { answer: await acceptLines(ctx, { ...of, chosen: { lineIds: form.value.lineId } }), values: form.values };
  },
  "accept-shown": async ({ ctx, request }, of) => {
    const form = await readForm(request, AcceptShownForm);
    if (!form.ok) return unread(form);
    const { show, member, goods, seen } = form.value;
    const filter = { show, memberId: member || null, goods };
    return { answer: await acceptLines(ctx, { ...of, chosen: { filter, seen } }), values: form.values };
  },
  count: async ({ ctx, request }, of) => {
    const form = await readForm(request, CountForm);
    if (!form.ok) return unread(form);
    const { cashBox, bank, stripe, codInTransit } = form.value;
    const counted = { "cash-box": cashBox, bank, stripe, "cod-in-transit": codInTransit };
    return { answer: await countPeriod(ctx, { ...of, counted }), values: form.values };
  },
  difference: async ({ ctx, request }, of) => {
    const form = await readForm(request, DifferenceForm);
    if (!form.ok) return unread(form);
    const { place, name, formKey } = form.value;
    return { answer: await bookDifference(ctx, { ...of, place, name, formKey }), values: form.values };
  },
  "send-back": async ({ ctx, request }, of) => {
    const form = await readForm(request, SendBackForm);
    if (!form.ok) return unread(form);
    return { answer: await sendBackPeriod(ctx, { ...of, reason: form.value.reason }), values: form.values };
  },
  reopen: async ({ ctx, request }, of) => {
    const form = await readForm(request, ReopenForm);
    if (!form.ok) return unread(form);
    return { answer: await reopenPeriod(ctx, { ...of, reason: form.value.reason }), values: form.values };
  },
};

function unread({ state, status }: { state: FormState; status: number }): Step {
  return { unread: state, status };
}
