import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listStates } from "#db/read/groups.ts";
import { DeskGroups } from "./desk-groups.tsx";
import { roomsOf } from "./rooms.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "nav.desk");

export const loader = door(async ({ ctx, visit }) => {
  const { actor, now } = ctx;
  permit(actor, "see-account");
  const [states, tasks] = await Promise.all([
    listStates(actor.memberships.map((membership) => membership.groupId)),
    openTasksOf(visit),
  ]);
  return {
    nowMs: now.getTime(),
    tasks: tasks.filter((task) => task.role === "group" || task.role === "member" || task.role === "buyer"),
    groups: states.map(({ id, slug, name, state, kind }) => ({
      ...{ slug, name, state, kind },
      offices: actor.memberships.find((membership) => membership.groupId === id)?.offices ?? [],
      ...roomsOf(actor, { id, kind }),
    })),
  };
});

export default function Desk() {
  const { groups, tasks, nowMs } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("nav.desk")}>
      {groups.length > 0 || tasks.length > 0 ? <TaskList tasks={tasks} nowMs={nowMs} none={t("tasks.none")} /> : null}
      {groups.length === 0 ? (
        <Empty text={t("account.groups.none")}>
          <ButtonLink to="/groups/new">{t("account.apply.title")}</ButtonLink>
          <ButtonLink to="/join" look="second">
            {t("account.join.title")}
          </ButtonLink>
        </Empty>
      ) : null}
      <DeskGroups groups={groups} />
    </Page>
  );
}
