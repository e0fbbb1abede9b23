import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ContactField } from "#app/domain/contact.ts";
import { PersonName } from "#app/domain/group.ts";
import { PasswordText } from "#app/domain/password.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { NewPasswordField } from "#app/ui/new-password-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { signUp } from "#app/usecases/account/sign-up.ts";
import { door, safePath } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { arrivalOf, signedInHeaders, statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.sign-up.title");

export const loader = door(async ({ ctx, url }) => {
  const next = safePath(url.searchParams.get("next"), "/start");
  if (ctx.actor.personId) throw redirect(next);
  return { next };
});

const SignUpForm = z.object({
  name: PersonName,
  contact: ContactField,
  password: PasswordText,
  next: z.string().default("/start"),
});

export const action = door(async ({ ctx, request, visit }) => {
  const form = await readForm(request, SignUpForm);
  if (!form.ok) return refused(form.state, form.status);
  const { next, ...person } = form.value;
  const answer = await signUp(ctx, { ...person, arrival: arrivalOf(visit, request) });
  if (!answer.ok) return refusedBy(answer, form.values, statusOf(answer));
  return redirect(safePath(next, "/start"), { headers: await signedInHeaders(visit, answer.token) });
});

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const onward = next === "/start" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <Page title={t("account.sign-up.title")} lead={t("account.sign-up.lead")} width="narrow">
      <FormFrame state={state}>
        <input type="hidden" name="next" value={next} />
        <TextField name="name" label={t("account.name")} autoComplete="name" maxLength={200} />
        <TextField
          name="contact"
          label={t("account.contact")}
          hint={t("account.contact.hint")}
          autoComplete="username"
          maxLength={300}
        />
        <NewPasswordField name="password" label={t("account.password")} />
        <Button wide>{t("account.sign-up.button")}</Button>
      </FormFrame>
      <p>
        <a href={`/sign-in${onward}`} className="inline-flex min-h-11 items-center text-sea underline">
          {t("account.sign-up.known")}
        </a>
      </p>
    </Page>
  );
}
