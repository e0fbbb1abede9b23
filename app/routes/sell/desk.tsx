import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may, permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Badge, Card, Empty, Notice, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { countToPack } from "#db/read/consignments.ts";
import { listStates, listWaitingGroups } from "#db/read/groups.ts";
import { countOpenInvitations } from "#db/read/invitations.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "nav.desk");

export const loader = door(async ({ ctx }) => {
  const { actor, now } = ctx;
  permit(actor, "see-account");
  const states = await listStates(actor.memberships.map((membership) => membership.groupId));
  const groups = await Promise.all(
    states.map(async ({ id, slug, name, kind, state }) => ({
      slug,
      name,
      kind,
      state,
      offices: actor.memberships.find((membership) => membership.groupId === id)?.offices ?? [],
      toPack: may(actor, "see-consignments", { groupId: id }) ? await countToPack(actor, id) : 0,
      invitations: await countOpenInvitations(actor, { groupId: id, now }),
    })),
  );
  return { groups, groupsWaiting: actor.isOperator ? (await listWaitingGroups(actor)).length : 0 };
});

export default function Desk() {
  const { groups, groupsWaiting } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("nav.desk")} width="narrow">
      {groupsWaiting > 0 ? (
        <Notice tone="warn">
          <Link to="/operate/groups">{t("sell.desk.groups-waiting", { count: groupsWaiting })}</Link>
        </Notice>
      ) : null}
      {groups.length === 0 ? (
        <Empty text={t("account.groups.none")}>
          <ButtonLink to="/groups/new">{t("account.apply.title")}</ButtonLink>
          <ButtonLink to="/join" look="second">
            {t("account.join.title")}
          </ButtonLink>
        </Empty>
      ) : null}
      {groups.map((group) => (
        <Card key={group.slug} className="grid gap-2">
          <h2>
            <Link to={`/desk/${group.slug}`} className="inline-flex min-h-11 items-center text-sea underline">
              {group.name}
            </Link>
          </h2>
          <p className="flex flex-wrap items-center gap-2">
            {group.offices.map((office) => (
              <Badge key={office}>{t(`office.${office}`)}</Badge>
            ))}
            {group.offices.length === 0 ? <Badge>{t("account.groups.member")}</Badge> : null}
            {group.state === "waiting" ? <Badge tone="warn">{t("account.groups.waiting")}</Badge> : null}
            {group.state === "suspended" ? <Badge tone="bad">{t("group.suspended")}</Badge> : null}
          </p>
          {group.toPack > 0 ? (
            <p>
              <Link to={`/desk/${group.slug}/consignments`}>{t("sell.task.to-pack", { count: group.toPack })}</Link>
            </p>
          ) : null}
          {group.invitations > 0 ? (
            <p className="text-quiet">{t("sell.desk.invitations", { count: group.invitations })}</p>
          ) : null}
        </Card>
      ))}
    </Page>
  );
}
