import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { countToPack } from "#db/read/consignments.ts";
import { countOpenInvitations } from "#db/read/invitations.ts";
import { listMembers } from "#db/read/members.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "nav.desk");

/** The rooms of a group's house, and who finds which door open. */
const ROOMS = [
  { key: "listings", path: (slug: string) => `/desk/${slug}/listings`, permission: "edit-listing" },
  { key: "consignments", path: (slug: string) => `/desk/${slug}/consignments`, permission: "see-consignments" },
  { key: "members", path: (slug: string) => `/desk/${slug}/members`, permission: "see-members" },
  { key: "reviews", path: (slug: string) => `/desk/${slug}/reviews`, permission: "answer-review" },
  { key: "page", path: (slug: string) => `/desk/${slug}/page`, permission: "edit-group-page" },
  { key: "books", path: (slug: string) => `/books/${slug}`, permission: "see-books" },
] as const;

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-desk");
  const { actor, now } = at.ctx;
  const subject = { groupId: group.id };
  const members = (await listMembers(actor, group.id)).filter((member) => !member.leftAt);
  return {
    group: { slug: group.slug, name: group.name, state: group.state, kind: group.kind },
    rooms: ROOMS.filter((room) => may(actor, room.permission, subject)).map(({ key }) => key),
    members: members.length,
    withoutTreasurer: !members.some((member) => member.offices.includes("treasurer")),
    mayInvite: may(actor, "invite-member", subject),
    mayEditPage: may(actor, "edit-group-page", subject),
    hasStory: group.story !== "",
    hasPhoto: group.photoId !== null,
    toPack: may(actor, "see-consignments", subject) ? await countToPack(actor, group.id) : 0,
    invitations: await countOpenInvitations(actor, { groupId: group.id, now }),
  };
});

export default function GroupDesk() {
  const { group, rooms, members } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={group.name} lead={t(`group-kind.${group.kind}`)} back={{ to: "/desk", label: t("nav.desk") }}>
      {group.state === "waiting" ? <Notice tone="warn">{t("sell.desk.waiting")}</Notice> : null}
      {group.state === "suspended" ? <Notice tone="bad">{t("sell.desk.suspended")}</Notice> : null}
      <Tasks />
      <Section title={t("sell.desk.rooms")}>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {ROOMS.filter((room) => rooms.includes(room.key)).map((room) => (
            <li key={room.key}>
              <Link
                to={room.path(group.slug)}
                className="block h-full rounded-card border-2 border-line bg-card p-4 no-underline shadow-card hover:border-sea"
              >
                <span className="block text-lg font-semibold text-sea underline">{t(`sell.room.${room.key}`)}</span>
                <span className="block text-quiet">
                  {room.key === "members"
                    ? t("sell.room.members.text", { count: members })
                    : t(`sell.room.${room.key}.text`)}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}

function Tasks() {
  const { group, members, toPack, invitations, withoutTreasurer, mayInvite, mayEditPage, hasStory, hasPhoto } =
    useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/desk/${group.slug}`;
  const tasks = [
    toPack > 0 ? { to: `${base}/consignments`, text: t("sell.task.to-pack", { count: toPack }) } : null,
    mayEditPage && !hasStory ? { to: `${base}/page`, text: t("sell.task.story") } : null,
    mayEditPage && !hasPhoto ? { to: `${base}/page`, text: t("sell.task.photo") } : null,
    mayInvite && members === 1 ? { to: `${base}/members`, text: t("sell.task.members") } : null,
    withoutTreasurer ? { to: `${base}/members`, text: t("sell.task.treasurer") } : null,
    invitations > 0 ? { to: `${base}/members`, text: t("sell.desk.invitations", { count: invitations }) } : null,
  ].filter((task) => task !== null);
  if (tasks.length === 0) return null;
  return (
    <Section title={t("sell.desk.tasks")}>
      <ul className="grid list-disc gap-1 ps-5">
        {tasks.map((task) => (
          <li key={task.text}>
            <Link to={task.to} className="inline-flex min-h-11 items-center text-sea underline">
              {task.text}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
