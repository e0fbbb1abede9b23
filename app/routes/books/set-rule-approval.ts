import { redirect } from "@remix-run/node";
import { z } from "zod";
import { setRuleApproval } from "#app/usecases/books/set-rule-approval.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const ApprovalForm = z.object({ people: z.enum(["one", "two"]) });

/** Whether a change of the group's rules wants two officers; the page of the rules says what became of it. */
export const action = door(async (at) => {
  const group = await openGroup(at, "set-rule-approval");
  const form = await readForm(at.request, ApprovalForm);
  if (form.ok) await setRuleApproval(at.ctx, { groupId: group.id, needsTwo: form.value.people === "two" });
  return redirect(`/books/${group.slug}/split-rules#two`);
});

export const loader = door(async (at) => {
  const group = await openGroup(at, "set-rule-approval");
  return redirect(`/books/${group.slug}/split-rules#two`);
});
