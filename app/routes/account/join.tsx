import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData } from "@remix-run/react";
import { z } from "zod";
import { SpokenCode } from "#app/domain/reset-code.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.join.title");

const JoinForm = z.object({ code: SpokenCode });

/** For a code that was read out: the link in a message leads straight to /join/CODE. */
export const action = door(async ({ request }) => {
  const form = await readForm(request, JoinForm);
  return form.ok ? redirect(`/join/${form.value.code}`) : refused(form.state, form.status);
});

export default function Join() {
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("account.join.title")} lead={t("account.join.lead")} width="narrow">
      <FormFrame state={state}>
        <TextField name="code" label={t("account.join.code")} autoComplete="off" maxLength={60} />
        <Button wide>{t("account.join.open")}</Button>
      </FormFrame>
    </Page>
  );
}
