import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { approveGroup } from "#app/usecases/operate/approve-group.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listWaitingGroups } from "#db/read/groups.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.groups.title");

export const loader = door(async ({ ctx }) => ({ groups: await listWaitingGroups(ctx.actor) }));

const ApproveForm = z.object({ groupId: z.string().min(1) });

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "approve-group");
  const form = await readForm(request, ApproveForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await approveGroup(ctx, form.value);
  return answer.ok ? redirect("/operate/groups") : refusedBy(answer, form.values);
});

export default function ApproveGroup() {
  const { groups } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page title={t("operate.groups.title")} back={{ to: "/operate", label: t("nav.operate") }} width="narrow">
      {groups.length === 0 ? <Empty text={t("operate.groups.none")} /> : null}
      {groups.map((group) => (
        <Card key={group.id}>
          <h2>{group.name}</h2>
          <p className="text-quiet">
            {t(`group-kind.${group.kind}`)} ·{" "}
            {t("operate.groups.applied", { name: group.appliedBy, day: formatShortDay(locale, group.createdAt) })}
          </p>
          <p className="my-3">{group.story}</p>
          <FormFrame state={state?.values.groupId?.[0] === group.id ? state : undefined}>
            <input type="hidden" name="groupId" value={group.id} />
            <Button>{t("operate.groups.approve", { group: group.name })}</Button>
          </FormFrame>
        </Card>
      ))}
      <ButtonLink to="/operate/groups/suspend" look="quiet">
        {t("operate.suspend.title")}
      </ButtonLink>
    </Page>
  );
}
