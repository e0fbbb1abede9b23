import { json } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PasswordText } from "#app/domain/password.ts";
import { useWords } from "#app/i18n/words.tsx";
import { IssueResetCode } from "#app/ui/issue-reset-code.tsx";
import { issueResetCode } from "#app/usecases/account/issue-reset-code.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { type FormState, readForm } from "#app/web/form.server.ts";
import { openMember } from "#app/web/member.server.ts";
import { statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.issue.title");

export const loader = door(async (at) => {
  const { group, member } = await openMember(at, "issue-reset-code");
  if (!member.personId || member.leftAt) throw notFound();
  return { name: member.name, back: `/desk/${group.slug}/members/${member.number}` };
});

const IssueForm = z.object({ ownPassword: PasswordText });

export const action = door(async (at) => {
  const { group, member } = await openMember(at, "issue-reset-code");
  if (!member.personId) throw notFound();
  const form = await readForm(at.request, IssueForm);
  if (!form.ok) return json<FormState & { code?: string }>(form.state, { status: form.status });
  const { ownPassword } = form.value;
  const answer = await issueResetCode(at.ctx, { personId: member.personId, groupId: group.id, ownPassword });
  if (!answer.ok)
    return json<FormState & { code?: string }>(
      { errors: answer.fields ?? { form: answer.reason }, values: {} },
      { status: statusOf(answer) },
    );
  return json<FormState & { code?: string }>({ errors: {}, values: {}, code: answer.code });
});

export default function IssueResetCodeForMember() {
  const { name, back } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return <IssueResetCode name={name} state={state} back={{ to: back, label: name || t("form.back") }} />;
}
