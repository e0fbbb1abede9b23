import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOpenInvitations } from "#db/read/invitations.ts";
import { listMembers, type MemberView } from "#db/read/members.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.room.members");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-members");
  const { actor, now } = at.ctx;
  const mayInvite = may(actor, "invite-member", { groupId: group.id });
  const members = await listMembers(actor, group.id);
  return {
    group: { slug: group.slug, name: group.name },
    mayInvite,
    present: members.filter((member) => !member.leftAt).map(shown),
    left: members.filter((member) => member.leftAt).map(shown),
    invitations: mayInvite ? await listOpenInvitations(actor, { groupId: group.id, now }) : [],
  };
});

function shown({ number, name, phone, personId, offices, leftAt }: MemberView) {
  return { number, name, phone, offices, leftAt, hasAccount: personId !== null };
}

export default function Members() {
  const { group, present, left, mayInvite } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/desk/${group.slug}/members`;
  return (
    <Page title={t("sell.room.members")} back={{ to: `/desk/${group.slug}`, label: group.name }} width="narrow">
      {mayInvite ? (
        <div className="flex flex-wrap gap-3">
          <ButtonLink to={`${base}/invite`}>{t("sell.invite.title")}</ButtonLink>
          <ButtonLink to={`${base}/add`} look="second">
            {t("sell.add-member.title")}
          </ButtonLink>
        </div>
      ) : null}
      <Invitations />
      <Section title={t("sell.members.present", { count: present.length })}>
        <ul className="grid gap-3">
          {present.map((member) => (
            <li key={member.number}>
              <Card>
                <p>
                  <Link
                    to={`${base}/${member.number}`}
                    className="inline-flex min-h-11 items-center text-lg font-semibold text-sea underline"
                  >
                    {member.number}. {member.name}
                  </Link>
                </p>
                <p className="flex flex-wrap items-center gap-2 text-quiet">
                  {member.offices.map((office) => (
                    <Badge key={office}>{t(`office.${office}`)}</Badge>
                  ))}
                  {member.phone ? <span>{readablePhone(member.phone)}</span> : null}
                  <span>{t(member.hasAccount ? "sell.member.account" : "sell.member.no-account")}</span>
                </p>
              </Card>
            </li>
          ))}
        </ul>
      </Section>
      {left.length > 0 ? (
        <Section title={t("sell.members.left")}>
          <ul className="grid gap-1">
            {left.map((member) => (
              <li key={member.number} className="text-quiet">
                {member.number}. {member.name}
                {member.leftAt
                  ? ` · ${t("sell.member.left-on", { day: formatShortDay(locale, member.leftAt) })}`
                  : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}

function Invitations() {
  const { group, invitations } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  if (invitations.length === 0) return null;
  return (
    <Section title={t("sell.members.invited")}>
      <ul className="grid gap-3">
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            <Card className="flex flex-wrap items-center justify-between gap-3">
              <p>
                <span className="font-semibold">{invitation.name}</span>
                <span className="block text-sm text-quiet">
                  {t("sell.invitation.until", { day: formatShortDay(locale, invitation.expiresAt) })}
                </span>
              </p>
              <FormFrame action={`/desk/${group.slug}/members/withdraw`}>
                <Button
                  look="danger"
                  name="invitationId"
                  value={invitation.id}
                  aria-label={t("sell.invitation.withdraw.which", { name: invitation.name })}
                >
                  {t("sell.invitation.withdraw")}
                </Button>
              </FormFrame>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
