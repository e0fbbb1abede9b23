import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { planDeliveries } from "#app/domain/bulk-deliveries.ts";
import { planListings } from "#app/domain/bulk-listing-plan.ts";
import { planMembers } from "#app/domain/bulk-members.ts";
import { DONE_BY_HAND } from "#app/domain/bulk-sheet.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { acceptImport } from "#app/usecases/sell/accept-import.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findBulkFacts, findDeliveryBulkFacts, findImport } from "#db/read/bulk.ts";
import { listMembers } from "#db/read/members.ts";
import { ImportErrors, ImportPlan } from "./import-plan.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "bulk.check.title");

async function open(at: Door) {
  const group = await openGroup(at, "accept-import");
  const sent = await findImport(at.ctx.actor, { groupId: group.id, importId: at.param("import") });
  if (!sent) throw notFound();
  permit(at.ctx.actor, DONE_BY_HAND[sent.kind], { groupId: group.id });
  return { group, sent };
}

type Sent = Awaited<ReturnType<typeof open>>["sent"];

/** What the file would do, as the page shows it. */
async function planOf({ ctx }: Door, { kind, rows, groupId }: Sent) {
  if (kind === "members") {
    const { added, changed, same, errors } = planMembers(rows, await listMembers(ctx.actor, groupId));
    const named = (changes: typeof added) => changes.map(({ row, name }) => ({ row, name }));
    return { added: named(added), changed: named(changed), same, errors };
  }
  if (kind === "deliveries") {
    const facts = await findDeliveryBulkFacts(ctx.actor, { groupId, now: ctx.now });
    const { added, same, errors } = planDeliveries(rows, facts);
    return { added: added.map(({ row, text }) => ({ row, name: text })), changed: [], same, errors };
  }
  const { added, changed, same, errors } = planListings(rows, await findBulkFacts(ctx.actor, groupId));
  const named = (changes: typeof added) => changes.map(({ row, fields }) => ({ row, name: fields.name }));
  return { added: named(added), changed: named(changed), same, errors };
}

export const loader = door(async (at) => {
  const { group, sent } = await open(at);
  return {
    group: { slug: group.slug, name: group.name },
    kind: sent.kind,
    fileName: sent.fileName,
    plan: sent.acceptedAt ? null : await planOf(at, sent),
  };
});

export const action = door(async (at) => {
  const { group, sent } = await open(at);
  const form = await readForm(at.request, z.object({}));
  if (!form.ok) return refused(form.state, form.status);
  const answer = await acceptImport(at.ctx, { groupId: group.id, importId: sent.id });
  return answer.ok ? redirect(`/desk/${group.slug}/bulk/${sent.id}`) : refusedBy(answer, {});
});

export default function AcceptImport() {
  const { group, kind, fileName, plan } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const bulk = `/desk/${group.slug}/bulk`;
  const count = plan ? plan.added.length + plan.changed.length : 0;
  return (
    <Page title={t("bulk.check.title")} lead={fileName} back={{ to: bulk, label: t("bulk.title") }}>
      {plan === null ? (
        <>
          <Notice tone="good">{t("bulk.done")}</Notice>
          <ButtonLink to={`/desk/${group.slug}/${kind}`}>{t(`bulk.done.${kind}`)}</ButtonLink>
        </>
      ) : plan.errors.length > 0 ? (
        <>
          <Notice tone="bad">{t("bulk.errors", { count: plan.errors.length })}</Notice>
          <ImportErrors errors={plan.errors} />
          <ButtonLink to={bulk}>{t("bulk.again")}</ButtonLink>
        </>
      ) : (
        <>
          <ImportPlan plan={plan} kind={kind} />
          {count > 0 ? (
            <FormFrame state={state}>
              <Button>{t("bulk.accept", { count })}</Button>
            </FormFrame>
          ) : null}
          <ButtonLink to={bulk} look="quiet">
            {t(count > 0 ? "bulk.leave" : "bulk.again")}
          </ButtonLink>
        </>
      )}
    </Page>
  );
}
