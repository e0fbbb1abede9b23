import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { CycleForm, PledgeForm, RollOverForm, SettleCycleForm } from "#app/domain/cycle-forms.ts";
import { permit } from "#app/domain/permissions.ts";
import { parseLocalMoment } from "#app/i18n/moment.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { cancelCycle } from "#app/usecases/sell/cancel-cycle.ts";
import { pledgeHarvest } from "#app/usecases/sell/pledge-harvest.ts";
import { rollOverCycle } from "#app/usecases/sell/roll-over-cycle.ts";
import { settleCycle } from "#app/usecases/sell/settle-cycle.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { CycleEnds } from "./cycle-ends.tsx";
import { CycleFacts } from "./cycle-facts.tsx";
import { CycleHarvest } from "./cycle-harvest.tsx";
import { cyclePage } from "./cycle-page.server.ts";
import { CyclePledges } from "./cycle-pledges.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "cycles.title");

export const loader = door(cyclePage);

export const action = door(async (at) => {
  const group = await openGroup(at, "see-cycles");
  const { actor } = at.ctx;
  const own = actor.memberships.find((membership) => membership.groupId === group.id)?.memberId;
  permit(actor, "pledge-harvest", { groupId: group.id, memberId: own });
  const form = await readForm(at.request.clone(), CycleForm);
  if (!form.ok) return refused(form.state, form.status);
  const where = { groupId: group.id, cycleId: at.param("cycle"), slug: group.slug };
  return DO[form.value.intent](at, where);
});

type Where = { groupId: string; cycleId: string; slug: string };

const backTo = ({ slug }: Where, cycleId: string) => redirect(`/desk/${slug}/cycles/${cycleId}`);

async function pledge({ ctx, request }: Door, where: Where) {
  const form = await readForm(request, PledgeForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await pledgeHarvest(ctx, { ...where, ...form.value });
  return answer.ok ? backTo(where, where.cycleId) : refusedBy(answer, form.values);
}

async function settle({ ctx, request }: Door, where: Where) {
  const form = await readForm(request, SettleCycleForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await settleCycle(ctx, { ...where, seen: form.value.seen });
  return answer.ok ? backTo(where, where.cycleId) : refusedBy(answer, form.values);
}

async function rollOver({ ctx, request }: Door, where: Where) {
  const form = await readForm(request, RollOverForm);
  if (!form.ok) return refused(form.state, form.status);
  const closesAt = parseLocalMoment(form.value.closesAt);
  if (!closesAt) return refused({ values: form.values, errors: { closesAt: "not-moment" } });
  const answer = await rollOverCycle(ctx, { ...where, closesAt, handOverDay: form.value.handOverDay });
  return answer.ok ? backTo(where, answer.cycleId) : refusedBy(answer, form.values);
}

async function cancel({ ctx }: Door, where: Where) {
  const answer = await cancelCycle(ctx, where);
  return answer.ok ? backTo(where, where.cycleId) : refusedBy(answer, { intent: ["cancel"] });
}

const DO = { pledge, settle, "roll-over": rollOver, cancel };

export default function Cycle() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { group, cycle } = page;
  return (
    <Page
      title={cycle.name}
      lead={t(`cycles.phase.${cycle.phase}`)}
      trail={[
        { to: `/desk/${group.slug}`, label: group.name },
        { to: `/desk/${group.slug}/cycles`, label: t("cycles.title") },
      ]}
    >
      <Refusal state={state} />
      <CycleFacts page={page} />
      {cycle.rolledInto ? (
        <p>
          <ButtonLink to={`/desk/${group.slug}/cycles/${cycle.rolledInto}`}>{t("cycles.next")}</ButtonLink>
        </p>
      ) : null}
      <CyclePledges page={page} state={state} />
      <CycleHarvest page={page} />
      <CycleEnds page={page} state={state} />
    </Page>
  );
}
