import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OptionalEmail, OptionalPhone } from "#app/domain/contact.ts";
import { PersonName } from "#app/domain/group.ts";
import { LOCALES } from "#app/domain/locale.ts";
import { permit } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { editAccount } from "#app/usecases/account/edit-account.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { statusOf } from "#app/web/session.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOwnDetails } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.edit.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  const person = await findOwnDetails(ctx.actor);
  if (!person) throw notFound();
  return { person };
});

const EditAccountForm = z.object({
  name: PersonName,
  phone: OptionalPhone,
  email: OptionalEmail,
  locale: z.enum(LOCALES),
  password: z.string().max(1000).default(""),
});

export const action = door(async ({ ctx, request, visit }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, EditAccountForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await editAccount(ctx, { ...form.value, password: form.value.password.normalize("NFC") });
  if (!answer.ok) return refusedBy(answer, form.values, statusOf(answer));
  return redirect("/account", {
    headers: { "Set-Cookie": await visit.cookies.locale.serialize(form.value.locale) },
  });
});

export default function EditAccount() {
  const { person } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const defaults = {
    name: person.name,
    phone: person.phone ? readablePhone(person.phone) : "",
    email: person.email,
    locale: person.locale ?? locale,
  };
  return (
    <Page title={t("account.edit.title")} back={{ to: "/account", label: t("nav.account") }} width="narrow">
      <FormFrame state={state} defaults={defaults}>
        <TextField name="name" label={t("account.name")} autoComplete="name" maxLength={200} />
        <PhoneField name="phone" label={t("account.phone")} optional />
        <TextField name="email" label={t("account.email")} type="email" autoComplete="email" maxLength={300} optional />
        <RadioGroup
          name="locale"
          label={t("language.label")}
          options={LOCALES.map((choice) => ({ value: choice, label: t(`language.${choice}`) }))}
        />
        <TextField
          name="password"
          label={t("account.password.now")}
          hint={t("account.edit.password.hint")}
          type="password"
          autoComplete="current-password"
          maxLength={1000}
          optional
        />
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
    </Page>
  );
}
