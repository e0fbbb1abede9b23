import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { mayIssueResetCode } from "#app/domain/reset-code.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Card, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openMember } from "#app/web/member.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findForgetful } from "#db/read/people.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.room.members");

export const loader = door(async (at) => {
  const { group, member } = await openMember(at, "see-members");
  const { actor } = at.ctx;
  const subject = { groupId: group.id };
  const isHere = !member.leftAt;
  const forgetful = isHere && member.personId ? await findForgetful(member.personId) : undefined;
  const { id, number, name, phone, offices, joinedAt, leftAt } = member;
  return {
    group: { slug: group.slug, name: group.name },
    member: { id, number, name, phone, offices, joinedAt, leftAt, hasAccount: member.personId !== null },
    maySetOffices: isHere && may(actor, "set-offices", subject),
    mayInvite: isHere && !member.personId && may(actor, "invite-member", subject),
    mayRemove: isHere && may(actor, "remove-member", subject),
    mayHelpReset: forgetful !== undefined && mayIssueResetCode(actor, forgetful, group.id),
    mayName: isHere && may(actor, "name-maker", { ...subject, memberId: member.id }),
    maySeeStatement: may(actor, "see-member-statement", { ...subject, memberId: member.id }),
  };
});

export default function Member() {
  const { group, member } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={`${member.number}. ${member.name}`}
      trail={[
        { to: `/desk/${group.slug}`, label: group.name },
        { to: `/desk/${group.slug}/members`, label: t("sell.room.members") },
      ]}
      width="narrow"
    >
      <Card className="grid gap-1">
        <p className="flex flex-wrap gap-2">
          {member.offices.map((office) => (
            <Badge key={office}>{t(`office.${office}`)}</Badge>
          ))}
          {member.offices.length === 0 ? <span>{t("account.groups.member")}</span> : null}
        </p>
        {member.phone ? <p>{readablePhone(member.phone)}</p> : null}
        <p className="text-quiet">{t(member.hasAccount ? "sell.member.account" : "sell.member.no-account")}</p>
        <p className="text-quiet">{t("sell.member.since", { day: formatShortDay(locale, member.joinedAt) })}</p>
        {member.leftAt ? (
          <p className="text-quiet">{t("sell.member.left-on", { day: formatShortDay(locale, member.leftAt) })}</p>
        ) : null}
      </Card>
      <Ways />
    </Page>
  );
}

function Ways() {
  const { group, member, ...may } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/desk/${group.slug}/members`;
  const ways = [
    may.maySeeStatement ? { to: `/books/${group.slug}/members/${member.id}`, text: t("sell.member.statement") } : null,
    may.maySetOffices ? { to: `${base}/${member.number}/offices`, text: t("sell.offices.title") } : null,
    may.mayName ? { to: `${base}/${member.number}/name`, text: t("sell.maker.title") } : null,
    may.mayInvite ? { to: `${base}/invite?member=${member.number}`, text: t("sell.member.invite") } : null,
    may.mayHelpReset ? { to: `${base}/${member.number}/reset-code`, text: t("account.issue.title") } : null,
    may.mayRemove ? { to: `${base}/${member.number}/remove`, text: t("sell.remove.title") } : null,
  ].filter((way) => way !== null);
  if (ways.length === 0) return null;
  return (
    <Section title={t("sell.member.ways")}>
      <div className="grid gap-3">
        {ways.map((way) => (
          <ButtonLink key={way.to} to={way.to} look="second">
            {way.text}
          </ButtonLink>
        ))}
      </div>
    </Section>
  );
}
