import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { PlanCycleForm } from "#app/domain/cycle-forms.ts";
import { may } from "#app/domain/permissions.ts";
import { CUT_RULES } from "#app/domain/sale-cycle.ts";
import { formatDay, formatMoment } from "#app/i18n/format.ts";
import { localMoment, parseLocalMoment } from "#app/i18n/moment.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CycleBar } from "#app/ui/cycle-bar.tsx";
import { RadioGroup, SelectField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField, MomentField, QuantityField } from "#app/ui/number-fields.tsx";
import { Badge, Card, Empty, Page, Section } from "#app/ui/page.tsx";
import { planCycle } from "#app/usecases/sell/plan-cycle.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listCycleGoods, listCycles } from "#db/read/cycles.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "cycles.title");

const DAY_MS = 86_400_000;
/** What a new plan suggests, in days from now: time to pledge, time to order, time to harvest. */
const SUGGESTED = { opens: 2, closes: 5, handOver: 7 };

export const loader = door(async (at) => {
  const group = await openGroup(at, "see-cycles");
  const { actor, now, secrets } = at.ctx;
  const mayPlan = may(actor, "plan-cycle", { groupId: group.id });
  const inDays = (days: number): Date => new Date(now.getTime() + days * DAY_MS);
  const atFive = (day: string): string => `${day}T17:00`;
  const dayAfter = (days: number): string => dayInWib(inDays(days).getTime());
  const cycles = await listCycles(actor, { groupId: group.id, now });
  return {
    group: { slug: group.slug, name: group.name },
    formKey: secrets.token(),
    goods: mayPlan ? await listCycleGoods(actor, group.id) : null,
    suggested: {
      opensAt: localMoment(inDays(SUGGESTED.opens)).replace(/T.*/, "T07:00"),
      closesAt: atFive(dayAfter(SUGGESTED.closes)),
      handOverDay: dayAfter(SUGGESTED.handOver),
    },
    cycles: cycles.map(
      ({ id, listingName, variantName, unit, phase, opensAt, closesAt, handOverDay, progress, pledged }) => ({
        ...{ id, unit, phase, opensAt, closesAt, handOverDay },
        name: [listingName, variantName].filter(Boolean).join(", "),
        ...{ orderedMilli: progress.orderedMilli, pledgedMilli: pledged.toMilli },
      }),
    ),
  };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "plan-cycle");
  const form = await readForm(at.request, PlanCycleForm);
  if (!form.ok) return refused(form.state, form.status);
  const { opensAt: opens, closesAt: closes, ...input } = form.value;
  const [opensAt, closesAt] = [parseLocalMoment(opens), parseLocalMoment(closes)];
  if (!opensAt || !closesAt)
    return refused({
      values: form.values,
      errors: { ...(opensAt ? {} : { opensAt: "not-moment" }), ...(closesAt ? {} : { closesAt: "not-moment" }) },
    });
  const answer = await planCycle(at.ctx, { ...input, groupId: group.id, opensAt, closesAt });
  return answer.ok ? redirect(`/desk/${group.slug}/cycles/${answer.cycleId}`) : refusedBy(answer, form.values);
});

export default function Cycles() {
  const { group, cycles, goods } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("cycles.title")} lead={t("cycles.lead")} back={{ to: `/desk/${group.slug}`, label: group.name }}>
      {cycles.length === 0 ? <Empty text={t(goods ? "cycles.none" : "cycles.none.member")} /> : <CycleList />}
      {goods ? (
        <Section title={t("cycles.plan.title")}>
          {goods.length === 0 ? (
            <Empty text={t("cycles.plan.no-goods")}>
              <ButtonLink to={`/desk/${group.slug}/listings`}>{t("sell.listings.title")}</ButtonLink>
            </Empty>
          ) : (
            <PlanFields goods={goods} />
          )}
        </Section>
      ) : null}
    </Page>
  );
}

function CycleList() {
  const { group, cycles } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {cycles.map((cycle) => (
        <li key={cycle.id}>
          <Card className="grid h-full content-start gap-2">
            <h2 className="text-lg">
              <Link
                to={`/desk/${group.slug}/cycles/${cycle.id}`}
                className="inline-flex min-h-11 items-center text-sea underline"
              >
                {cycle.name}
              </Link>
            </h2>
            <p>
              <Badge tone={cycle.phase === "open" ? "good" : cycle.phase === "closed" ? "warn" : "info"}>
                {t(`cycles.phase.${cycle.phase}`)}
              </Badge>
            </p>
            <CycleBar label={t("cycles.ordered")} {...cycle} />
            <p className="text-quiet">
              {cycle.phase === "planned"
                ? t("cycles.buy.opens", { moment: formatMoment(locale, cycle.opensAt) })
                : cycle.phase === "open"
                  ? t("cycles.buy.until", { moment: formatMoment(locale, cycle.closesAt) })
                  : t("cycles.buy.hand-over", { day: formatDay(locale, cycle.handOverDay) })}
            </p>
          </Card>
        </li>
      ))}
    </ul>
  );
}

type Goods = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["goods"]>;

function PlanFields({ goods }: { goods: Goods }) {
  const { formKey, suggested } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const only = goods.length === 1 ? goods[0]?.id : undefined;
  return (
    <div className="grid max-w-xl gap-4">
      <p className="text-quiet">{t("cycles.plan.lead")}</p>
      <FormFrame state={state} defaults={{ ...suggested, variantId: only, cutRule: CUT_RULES[0] }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <SelectField
          name="variantId"
          label={t("cycles.plan.goods")}
          blank
          choices={goods.map(({ id, listingName, variantName, unit }) => ({
            value: id,
            label: `${[listingName, variantName].filter(Boolean).join(", ")} (${unitName(t, unit)})`,
          }))}
        />
        <MomentField name="opensAt" label={t("cycles.opens")} hint={t("cycles.plan.opens.hint")} />
        <MomentField name="closesAt" label={t("cycles.closes")} />
        <DateField name="handOverDay" label={t("cycles.hand-over")} hint={t("cycles.plan.hand-over.hint")} />
        <QuantityField name="minimum" label={t("cycles.plan.minimum")} hint={t("cycles.plan.minimum.hint")} optional />
        <QuantityField
          name="mayWait"
          label={t("cycles.plan.may-wait")}
          hint={t("cycles.plan.may-wait.hint")}
          optional
        />
        <RadioGroup
          name="cutRule"
          label={t("cycles.rule")}
          options={CUT_RULES.map((rule) => ({
            value: rule,
            label: t(`cycles.rule.${rule}`),
            note: t(`cycles.rule.${rule}.note`),
          }))}
        />
        <Button wide>{t("cycles.plan.do")}</Button>
      </FormFrame>
    </div>
  );
}
