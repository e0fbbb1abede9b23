import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Confirm } from "#app/ui/confirm.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Page } from "#app/ui/page.tsx";
import { suspendGroup } from "#app/usecases/operate/suspend-group.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOpenedGroups } from "#db/read/groups.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.suspend.title");

/** With ?group= it asks once more before that group stops selling. */
export const loader = door(async ({ ctx, url }) => {
  const groups = await listOpenedGroups(ctx.actor);
  const asked = groups.find((group) => group.id === url.searchParams.get("group") && group.state !== "suspended");
  return { groups, asked: asked ? { id: asked.id, name: asked.name } : null };
});

const SuspendForm = z.object({ groupId: z.string().min(1).max(60), suspend: z.enum(["yes", "no"]) });

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "suspend-group");
  const form = await readForm(request, SuspendForm);
  if (!form.ok) return refused(form.state, form.status);
  const { groupId, suspend } = form.value;
  const answer = await suspendGroup(ctx, { groupId, suspend: suspend === "yes" });
  return answer.ok ? redirect(HERE) : refusedBy(answer, form.values);
});

const HERE = "/operate/groups/suspend";

export default function SuspendGroup() {
  const { groups, asked } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  if (asked)
    return (
      <Page
        title={t("operate.suspend.of", { group: asked.name })}
        back={{ to: HERE, label: t("operate.suspend.title") }}
        width="narrow"
      >
        <Confirm
          state={state}
          what={t("operate.suspend.lead")}
          yes={t("operate.suspend.button", { group: asked.name })}
          back={HERE}
        >
          <input type="hidden" name="groupId" value={asked.id} />
          <input type="hidden" name="suspend" value="yes" />
        </Confirm>
      </Page>
    );
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
          {group.state === "suspended" ? (
            <FormFrame state={state?.values.groupId?.[0] === group.id ? state : undefined}>
              <input type="hidden" name="groupId" value={group.id} />
              <Button look="second" name="suspend" value="no">
                {t("operate.suspend.restore", { group: group.name })}
              </Button>
            </FormFrame>
          ) : (
            <p>
              <ButtonLink to={`${HERE}?group=${group.id}`} look="danger">
                {t("operate.suspend.button", { group: group.name })}
              </ButtonLink>
            </p>
          )}
        </Card>
      ))}
    </Page>
  );
}
