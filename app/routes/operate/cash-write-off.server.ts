import { redirect } from "@remix-run/node";
import { DecideWriteOffForm } from "#app/domain/held-cash.ts";
import type { Context } from "#app/usecases/context.ts";
import { decideCashWriteOff } from "#app/usecases/operate/decide-cash-write-off.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";

/** A second person agrees to a write-off of cash, or does not: on the operators' page, or on the page of the group that would bear it. */
export async function decideWriteOff(ctx: Context, { request, back }: { request: Request; back: string }) {
  const form = await readForm(request, DecideWriteOffForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, writeOffId } = form.value;
  const answer = await decideCashWriteOff(ctx, { writeOffId, isApproved: intent === "approve" });
  return answer.ok ? redirect(back, 303) : refusedBy(answer, form.values);
}
