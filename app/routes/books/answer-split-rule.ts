import { redirect } from "@remix-run/node";
import { z } from "zod";
import { answerSplitRule } from "#app/usecases/books/answer-split-rule.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const AnswerForm = z.object({ answer: z.enum(["approved", "declined"]) });

/** The second officer's answer to a version that waits; the list of versions says what became of it. */
export const action = door(async (at) => {
  const group = await openGroup(at, "answer-split-rule");
  const form = await readForm(at.request, AnswerForm);
  const ruleId = at.param("rule");
  const kept = form.ok ? await answerSplitRule(at.ctx, { groupId: group.id, ruleId, answer: form.value.answer }) : null;
  const said = kept?.ok ? "" : "?said=not-waiting";
  return redirect(`/books/${group.slug}/split-rules${said}#versions`);
});

export const loader = door(async (at) => {
  const group = await openGroup(at, "answer-split-rule");
  return redirect(`/books/${group.slug}/split-rules#versions`);
});
