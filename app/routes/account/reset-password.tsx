import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import { z } from "zod";
import { ContactField } from "#app/domain/contact.ts";
import { PasswordText } from "#app/domain/password.ts";
import { SpokenCode } from "#app/domain/reset-code.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { NewPasswordField } from "#app/ui/new-password-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { resetPassword } from "#app/usecases/account/reset-password.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { arrivalOf, signedInHeaders, statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.reset.title");

const ResetForm = z.object({ contact: ContactField, code: SpokenCode, newPassword: PasswordText });

export const action = door(async ({ ctx, request, visit }) => {
  const form = await readForm(request, ResetForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await resetPassword(ctx, { ...form.value, arrival: arrivalOf(visit, request) });
  if (!answer.ok) return refusedBy(answer, form.values, statusOf(answer));
  return redirect("/account", { headers: await signedInHeaders(visit, answer.token) });
});

export default function ResetPassword() {
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("account.reset.title")}
      lead={t("account.reset.lead")}
      back={{ to: "/sign-in", label: t("account.sign-in.title") }}
      width="narrow"
    >
      <FormFrame state={state}>
        <TextField name="contact" label={t("account.contact")} autoComplete="username" maxLength={300} />
        <TextField
          name="code"
          label={t("account.reset.code")}
          hint={t("account.reset.code.hint")}
          autoComplete="one-time-code"
          maxLength={60}
        />
        <NewPasswordField name="newPassword" label={t("account.password.new")} />
        <Button wide>{t("account.reset.button")}</Button>
      </FormFrame>
    </Page>
  );
}
