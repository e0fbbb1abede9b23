import { json } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { PersonName } from "#app/domain/group.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, buttonClass } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import { SpokenOnce } from "#app/ui/spoken-once.tsx";
import { inviteMember } from "#app/usecases/sell/invite-member.ts";
import { door } from "#app/web/door.server.ts";
import { type FormState, readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMembers } from "#db/read/members.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.invite.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "invite-member");
  const members = await listMembers(at.ctx.actor, group.id);
  const open = members.filter((member) => !member.personId && !member.leftAt);
  const asked = open.find((member) => String(member.number) === at.url.searchParams.get("member"));
  return {
    group: { slug: group.slug, name: group.name },
    onPaper: open.map(({ id, number, name }) => ({ id, label: `${number}. ${name}` })),
    asked: asked ? { id: asked.id, name: asked.name } : null,
  };
});

const InviteForm = z.object({ name: PersonName, memberId: z.string().max(60).default("") });

type Answer = FormState & { invited?: { name: string; code: string; link: string; message: string; until: Date } };

export const action = door(async (at) => {
  const group = await openGroup(at, "invite-member");
  const { ctx, request } = at;
  const form = await readForm(request, InviteForm);
  if (!form.ok) return json<Answer>(form.state, { status: form.status });
  const { name, memberId } = form.value;
  const answer = await inviteMember(ctx, { groupId: group.id, name, memberId: memberId || null });
  if (!answer.ok) return json<Answer>({ errors: { memberId: answer.reason }, values: form.values }, { status: 409 });
  const link = `${ctx.origin}/join/${answer.code}`;
  const message = translator(ctx.locale)("sell.invite.message", { name, group: group.name, link });
  // The one time that the code is shown: it is kept as a hash.
  return json<Answer>({
    errors: {},
    values: {},
    invited: { name, code: answer.code, link, message, until: answer.expiresAt },
  });
});

export default function InviteMember() {
  const { group, onPaper, asked } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const back = { to: `/desk/${group.slug}/members`, label: t("sell.room.members") };
  if (state?.invited) return <Invited {...state.invited} back={back} />;
  return (
    <Page title={t("sell.invite.title")} lead={t("sell.invite.lead", { group: group.name })} back={back} width="narrow">
      <FormFrame state={state} defaults={{ name: asked?.name, memberId: asked?.id }}>
        <TextField name="name" label={t("sell.invite.name")} autoComplete="off" maxLength={200} />
        {onPaper.length > 0 ? (
          <SelectField
            name="memberId"
            label={t("sell.invite.record")}
            hint={t("sell.invite.record.hint")}
            choices={[
              { value: "", label: t("sell.invite.record.none") },
              ...onPaper.map(({ id, label }) => ({ value: id, label })),
            ]}
            optional
          />
        ) : null}
        <Button wide>{t("sell.invite.button")}</Button>
      </FormFrame>
    </Page>
  );
}

type InvitedProps = {
  name: string;
  code: string;
  link: string;
  message: string;
  until: string;
  back: { to: string; label: string };
};

function Invited({ name, code, link, message, until, back }: InvitedProps) {
  const { t, locale } = useWords();
  return (
    <Page title={t("sell.invite.ready", { name })} back={back} width="narrow">
      <SpokenOnce code={code} note={t("sell.invite.once", { day: formatShortDay(locale, until) })} />
      <Card className="grid gap-3">
        <p>{t("sell.invite.link")}</p>
        <p className="break-all rounded-field bg-sand p-3 font-mono text-sm">{link}</p>
        <a
          href={`https://wa.me/?text=${encodeURIComponent(message)}`}
          target="_blank"
          rel="noreferrer"
          className={buttonClass("main", true)}
        >
          {t("sell.invite.whatsapp")}
        </a>
      </Card>
    </Page>
  );
}
