import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ContactField } from "#app/domain/contact.ts";
import { PasswordText } from "#app/domain/password.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { signIn } from "#app/usecases/account/sign-in.ts";
import { door, safePath } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { arrivalOf, signedInHeaders, statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.sign-in.title");

export const loader = door(async ({ ctx, url }) => {
  const next = safePath(url.searchParams.get("next"), "/start");
  if (ctx.actor.personId) throw redirect(next);
  return { next };
});

const SignInForm = z.object({ contact: ContactField, password: PasswordText, next: z.string().default("/start") });

export const action = door(async ({ ctx, request, visit }) => {
  const form = await readForm(request, SignInForm);
  if (!form.ok) return refused(form.state, form.status);
  const { contact, password, next } = form.value;
  const answer = await signIn(ctx, { contact, password, arrival: arrivalOf(visit, request) });
  if (!answer.ok) return refusedBy(answer, form.values, statusOf(answer));
  return redirect(safePath(next, "/start"), { headers: await signedInHeaders(visit, answer.token) });
});

export default function SignIn() {
  const { next } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const onward = next === "/start" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <Page title={t("account.sign-in.title")} width="narrow">
      <FormFrame state={state} defaults={{ next }}>
        <input type="hidden" name="next" value={next} />
        <TextField name="contact" label={t("account.contact")} autoComplete="username" maxLength={300} />
        <TextField
          name="password"
          label={t("account.password")}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
        />
        <Button wide>{t("account.sign-in.button")}</Button>
      </FormFrame>
      <ul className="grid gap-1">
        <li>
          <a href={`/sign-up${onward}`} className="inline-flex min-h-11 items-center text-sea underline">
            {t("account.sign-in.new")}
          </a>
        </li>
        <li>
          <a href="/reset-password" className="inline-flex min-h-11 items-center text-sea underline">
            {t("account.sign-in.forgot")}
          </a>
        </li>
      </ul>
    </Page>
  );
}
