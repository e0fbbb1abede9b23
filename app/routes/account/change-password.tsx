import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import { z } from "zod";
import { PasswordText } from "#app/domain/password.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { NewPasswordField } from "#app/ui/new-password-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { changePassword } from "#app/usecases/account/change-password.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.change-password.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  return null;
});

const ChangePasswordForm = z.object({ oldPassword: PasswordText, newPassword: PasswordText });

export const action = door(async ({ ctx, request, visit }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, ChangePasswordForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await changePassword(ctx, { ...form.value, currentTokenHash: visit.sessionTokenHash });
  return answer.ok ? redirect("/account") : refusedBy(answer, form.values, statusOf(answer));
});

export default function ChangePassword() {
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("account.change-password.title")}
      lead={t("account.change-password.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      <FormFrame state={state}>
        <TextField
          name="oldPassword"
          label={t("account.password.old")}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
        />
        <NewPasswordField name="newPassword" label={t("account.password.new")} />
        <Button wide>{t("account.change-password.button")}</Button>
      </FormFrame>
    </Page>
  );
}
