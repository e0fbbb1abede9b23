import { json } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PasswordText } from "#app/domain/password.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { IssueResetCode } from "#app/ui/issue-reset-code.tsx";
import { Page } from "#app/ui/page.tsx";
import { issueResetCode } from "#app/usecases/account/issue-reset-code.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { type FormState, readForm } from "#app/web/form.server.ts";
import { statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPerson } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.issue.title");

export const loader = door(async ({ ctx, param }) => {
  const person = await findPerson(ctx.actor, param("person"));
  if (!person) throw notFound();
  const { id, name, suspendedAt } = person;
  return { id, name, isSuspended: suspendedAt !== null, isSelf: id === ctx.actor.personId };
});

const IssueForm = z.object({ ownPassword: PasswordText });
type Answer = FormState & { code?: string };

export const action = door(async ({ ctx, request, param }) => {
  permit(ctx.actor, "issue-reset-code");
  const form = await readForm(request, IssueForm);
  if (!form.ok) return json<Answer>(form.state, { status: form.status });
  const { ownPassword } = form.value;
  const answer = await issueResetCode(ctx, { personId: param("person"), groupId: null, ownPassword });
  if (!answer.ok)
    return json<Answer>({ errors: answer.fields ?? { form: answer.reason }, values: {} }, { status: statusOf(answer) });
  return json<Answer>({ errors: {}, values: {}, code: answer.code });
});

export default function IssueResetCodeForPerson() {
  const { id, name, isSuspended, isSelf } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const back = { to: "/operate/people", label: t("operate.people.title") };
  if (isSelf)
    return (
      <Page title={name} back={back} width="narrow">
        <p>{t("operate.people.self")}</p>
      </Page>
    );
  return (
    <>
      <IssueResetCode name={name} state={state} back={back} />
      <div className="mx-auto w-full max-w-xl px-4">
        {isSuspended ? (
          <FormFrame action={`/operate/people/${id}/suspend`}>
            <Button look="second" name="suspend" value="no">
              {t("operate.people.restore", { name })}
            </Button>
          </FormFrame>
        ) : (
          <ButtonLink to={`/operate/people/${id}/suspend`} look="danger">
            {t("operate.people.suspend", { name })}
          </ButtonLink>
        )}
      </div>
    </>
  );
}
