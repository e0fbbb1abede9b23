import { redirect } from "@remix-run/node";
import { z } from "zod";
import { FEE_BEARERS } from "#app/domain/refund.ts";
import { setFeeBearer } from "#app/usecases/books/set-fee-bearer.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const BearerForm = z.object({ bearer: z.enum(FEE_BEARERS) });

/** The choice among the group's rules of who bears a fee that is lost with a refund. */
export const action = door(async (at) => {
  const group = await openGroup(at, "set-fee-bearer");
  const form = await readForm(at.request, BearerForm);
  if (form.ok) await setFeeBearer(at.ctx, { groupId: group.id, bearer: form.value.bearer });
  return redirect(`/books/${group.slug}/split-rules#fee-bearer`);
});

export const loader = door(async (at) => {
  const group = await openGroup(at, "set-fee-bearer");
  return redirect(`/books/${group.slug}/split-rules`);
});
