import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Offices } from "#app/domain/group.ts";
import { OFFICES } from "#app/domain/who.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckGroup } from "#app/ui/check-group.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { setOffices } from "#app/usecases/sell/set-offices.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openMember } from "#app/web/member.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.offices.title");

export const loader = door(async (at) => {
  const { group, member } = await openMember(at, "set-offices");
  if (member.leftAt) throw notFound();
  return { slug: group.slug, number: member.number, name: member.name, offices: member.offices };
});

const OfficesForm = z.object({ offices: Offices });

export const action = door(async (at) => {
  const { group, member } = await openMember(at, "set-offices");
  const form = await readForm(at.request, OfficesForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await setOffices(at.ctx, {
    groupId: group.id,
    memberId: member.id,
    offices: form.value.offices,
  });
  return answer.ok ? redirect(`/desk/${group.slug}/members`) : refusedBy(answer, form.values);
});

export default function SetOffices() {
  const { slug, number, name, offices } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("sell.offices.of", { name })}
      lead={t("sell.offices.lead")}
      back={{ to: `/desk/${slug}/members/${number}`, label: name }}
      width="narrow"
    >
      <FormFrame state={state}>
        <CheckGroup
          name="offices"
          label={t("sell.offices.title")}
          chosen={offices}
          options={OFFICES.map((office) => ({
            value: office,
            label: t(`office.${office}`),
            note: t(`sell.offices.${office}`),
          }))}
        />
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
    </Page>
  );
}
