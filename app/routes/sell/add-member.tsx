import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { OptionalPhone } from "#app/domain/contact.ts";
import { PersonName } from "#app/domain/group.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { addMember } from "#app/usecases/sell/add-member.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.add-member.title");

export const loader = door(async (at) => {
  const { slug, name } = await openGroup(at, "add-member");
  return { slug, name };
});

const AddMemberForm = z.object({ name: PersonName, phone: OptionalPhone });

export const action = door(async (at) => {
  const group = await openGroup(at, "add-member");
  const form = await readForm(at.request, AddMemberForm);
  if (!form.ok) return refused(form.state, form.status);
  await addMember(at.ctx, { groupId: group.id, ...form.value });
  return redirect(`/desk/${group.slug}/members`);
});

export default function AddMember() {
  const { slug, name } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("sell.add-member.title")}
      lead={t("sell.add-member.lead", { group: name })}
      back={{ to: `/desk/${slug}/members`, label: t("sell.room.members") }}
      width="narrow"
    >
      <FormFrame state={state}>
        <TextField name="name" label={t("sell.member.name")} autoComplete="off" maxLength={200} />
        <PhoneField name="phone" label={t("account.phone")} isOwn={false} optional />
        <Button wide>{t("sell.add-member.button")}</Button>
      </FormFrame>
    </Page>
  );
}
