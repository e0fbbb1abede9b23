import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { useWords } from "#app/i18n/words.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { Page } from "#app/ui/page.tsx";
import { removeMember } from "#app/usecases/sell/remove-member.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openMember } from "#app/web/member.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.remove.title");

export const loader = door(async (at) => {
  const { group, member } = await openMember(at, "remove-member");
  if (member.leftAt) throw notFound();
  return { slug: group.slug, group: group.name, number: member.number, name: member.name };
});

export const action = door(async (at) => {
  const { group, member } = await openMember(at, "remove-member");
  const form = await readForm(at.request, z.object({}));
  if (!form.ok) return refused(form.state, form.status);
  const answer = await removeMember(at.ctx, { groupId: group.id, memberId: member.id });
  return answer.ok ? redirect(`/desk/${group.slug}/members`) : refusedBy(answer, {});
});

export default function RemoveMember() {
  const { slug, group, number, name } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const back = `/desk/${slug}/members/${number}`;
  return (
    <Page
      title={t("sell.remove.of", { name })}
      trail={[
        { to: `/desk/${slug}`, label: group },
        { to: `/desk/${slug}/members`, label: t("sell.room.members") },
        { to: back, label: name },
      ]}
      width="narrow"
    >
      <Confirm
        state={state}
        what={t("sell.remove.text", { name, group })}
        yes={t("sell.remove.button", { name })}
        back={back}
      />
    </Page>
  );
}
