import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { countOpenInvitations } from "#db/read/invitations.ts";
import { findOwnName } from "#db/read/members.ts";
import { AddGoods } from "./add-goods.tsx";
import { OwnName } from "./own-name.tsx";
import { RoomLinks, roomsOf } from "./rooms.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "nav.desk");

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-desk");
  const { actor, now } = at.ctx;
  const within = [`/desk/${group.slug}/`, `/books/${group.slug}/`];
  const { rooms, memberId } = roomsOf(actor, group);
  return {
    rooms,
    memberId,
    ownName: memberId ? await findOwnName(actor, { groupId: group.id, memberId }) : null,
    group: { slug: group.slug, name: group.name, state: group.state, kind: group.kind },
    nowMs: now.getTime(),
    tasks: (await openTasksOf(at.visit)).filter((task) => within.some((path) => task.path.startsWith(path))),
    invitations: await countOpenInvitations(actor, { groupId: group.id, now }),
  };
});

export default function GroupDesk() {
  const { group, rooms, memberId, ownName, tasks, nowMs, invitations } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={group.name} lead={t(`group-kind.${group.kind}`)} back={{ to: "/desk", label: t("nav.desk") }}>
      {group.state === "waiting" ? <Notice tone="warn">{t("sell.desk.waiting")}</Notice> : null}
      {group.state === "suspended" ? <Notice tone="bad">{t("sell.desk.suspended")}</Notice> : null}
      <TaskList tasks={tasks} nowMs={nowMs} title={t("sell.desk.tasks")} />
      {rooms.includes("listings") ? <AddGoods slug={group.slug} kind={group.kind} /> : null}
      <Section title={t("sell.desk.rooms")}>
        <RoomLinks slug={group.slug} memberId={memberId} rooms={rooms} />
        {invitations > 0 ? <p className="text-quiet">{t("sell.desk.invitations", { count: invitations })}</p> : null}
      </Section>
      {ownName ? <OwnName slug={group.slug} {...ownName} /> : null}
    </Page>
  );
}
