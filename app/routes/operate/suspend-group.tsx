import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { suspendGroup } from "#app/usecases/operate/suspend-group.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOpenedGroups } from "#db/read/groups.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.suspend.title");

export const loader = door(async ({ ctx }) => ({ groups: await listOpenedGroups(ctx.actor) }));

const SuspendForm = z.object({ groupId: z.string().min(1).max(60), suspend: z.enum(["yes", "no"]) });

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "suspend-group");
  const form = await readForm(request, SuspendForm);
  if (!form.ok) return refused(form.state, form.status);
  const { groupId, suspend } = form.value;
  const answer = await suspendGroup(ctx, { groupId, suspend: suspend === "yes" });
  return answer.ok ? redirect("/operate/groups/suspend") : refusedBy(answer, form.values);
});

export default function SuspendGroup() {
  const { groups } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("operate.suspend.title")}
      lead={t("operate.suspend.lead")}
      back={{ to: "/operate/groups", label: t("operate.groups.title") }}
      width="narrow"
    >
      {groups.length === 0 ? <Empty text={t("operate.suspend.none")} /> : null}
      {groups.map((group) => (
        <Card key={group.id} className="grid gap-2">
          <h2>{group.name}</h2>
          <p className="flex flex-wrap items-center gap-2 text-quiet">
            {t(`group-kind.${group.kind}`)}
            {group.state === "suspended" ? <Badge tone="bad">{t("group.suspended")}</Badge> : null}
          </p>
          <FormFrame state={state?.values.groupId?.[0] === group.id ? state : undefined}>
            <input type="hidden" name="groupId" value={group.id} />
            <Button
              look={group.state === "suspended" ? "second" : "danger"}
              name="suspend"
              value={group.state === "suspended" ? "no" : "yes"}
            >
              {t(group.state === "suspended" ? "operate.suspend.restore" : "operate.suspend.button", {
                group: group.name,
              })}
            </Button>
          </FormFrame>
        </Card>
      ))}
    </Page>
  );
}
