import { redirect } from "@remix-run/node";
import { ProposeWriteOffForm } from "#app/domain/held-cash.ts";
import type { Context } from "#app/usecases/context.ts";
import { proposeCashWriteOff } from "#app/usecases/operate/propose-cash-write-off.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";

/** An operator says that a holder's cash lastingly lacks, or is over. */
export async function proposeWriteOff(ctx: Context, request: Request) {
  const form = await readForm(request, ProposeWriteOffForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent: _intent, bearer, ...input } = form.value;
  const answer = await proposeCashWriteOff(ctx, { ...input, bearerGroupId: bearer === "" ? null : bearer });
  return answer.ok ? redirect("/operate/cash", 303) : refusedBy(answer, form.values);
}
