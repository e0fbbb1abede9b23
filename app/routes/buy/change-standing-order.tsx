import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StandingTermsForm } from "#app/domain/standing-order.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Notice, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { changeStandingOrder } from "#app/usecases/buy/change-standing-order.ts";
import { endStandingOrder } from "#app/usecases/buy/end-standing-order.ts";
import { pauseStandingOrder } from "#app/usecases/buy/pause-standing-order.ts";
import { skipStandingOrder } from "#app/usecases/buy/skip-standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOwnStandingOrder } from "#db/read/standing-orders.ts";
import { StandingFields } from "./standing-fields.tsx";
import { type StandingPage, standingPage } from "./standing-page.server.ts";
import { StandingAsked, StandingFacts, StandingTurns } from "./standing-parts.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "standing.title");

export const loader = door(standingPage);

const IntentForm = z.object({ intent: z.enum(["change", "skip", "unskip", "pause", "resume", "end"]) });
type Simple = Exclude<z.output<typeof IntentForm>["intent"], "change">;

const DO: Record<Simple, (ctx: Context, id: string) => Promise<{ ok: true } | { ok: false; reason: string }>> = {
  skip: (ctx, id) => skipStandingOrder(ctx, { id, skips: true }),
  unskip: (ctx, id) => skipStandingOrder(ctx, { id, skips: false }),
  pause: (ctx, id) => pauseStandingOrder(ctx, { id, pauses: true }),
  resume: (ctx, id) => pauseStandingOrder(ctx, { id, pauses: false }),
  end: (ctx, id) => endStandingOrder(ctx, { id }),
};

export const action = door(async (at) => {
  const standing = await findOwnStandingOrder(at.ctx.actor, at.param("standing"));
  if (!standing) throw notFound();
  const { id } = standing;
  const saved = () => redirect(`/account/standing-orders/${id}?saved=1`, 303);
  const which = await readForm(at.request.clone(), IntentForm);
  if (!which.ok) return refused({ errors: { form: "form-broken" }, values: {} }, which.status);
  const { intent } = which.value;
  if (intent !== "change") {
    const answer = await DO[intent](at.ctx, id);
    return answer.ok ? saved() : refusedBy(answer, which.values);
  }
  const form = await readForm(at.request, StandingTermsForm);
  const values = { ...(form.ok ? form.values : form.state.values), intent: ["change"] };
  if (!form.ok) return refused({ ...form.state, values }, form.status);
  const answer = await changeStandingOrder(at.ctx, { ...form.value, id });
  return answer.ok ? saved() : refusedBy(answer, values);
});

export default function ChangeStandingOrder() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const { standing, isNew, isSaved } = page;
  return (
    <Page
      title={standing.name}
      lead={standing.groupName}
      trail={[
        { to: "/account", label: t("nav.account") },
        { to: "/account/standing-orders", label: t("standing.title") },
      ]}
      width="narrow"
    >
      {isNew ? <Notice tone="good">{t("standing.started")}</Notice> : null}
      {isSaved ? <Notice tone="good">{t("standing.saved")}</Notice> : null}
      <Refusal state={state} />
      <p>
        <Badge tone={standing.state === "active" ? "good" : "warn"}>{t(`standing.state.${standing.state}`)}</Badge>
      </p>
      <StandingAsked page={page} />
      <StandingFacts page={page} />
      {standing.state === "ended" ? null : (
        <>
          <Quick page={page} />
          <Change page={page} state={state} />
          <End />
        </>
      )}
      <StandingTurns turns={page.turns} />
    </Page>
  );
}

function Quick({ page: { standing } }: { page: StandingPage }) {
  const { t } = useWords();
  const skip = standing.skipsNext ? "unskip" : "skip";
  const rest = standing.state === "active" ? "pause" : "resume";
  return (
    <FormFrame className="flex flex-wrap gap-3">
      {standing.state === "active" ? (
        <Button look="second" name="intent" value={skip}>
          {t(`standing.${skip}`)}
        </Button>
      ) : null}
      <Button look="second" name="intent" value={rest}>
        {t(`standing.${rest}`)}
      </Button>
    </FormFrame>
  );
}

const FOLD = "rounded-card border border-line bg-card p-4";
const SUMMARY = "min-h-11 cursor-pointer py-2 font-semibold text-sea";

type ChangeProps = { page: StandingPage; state: Parameters<typeof stateFor>[0] };

function Change({ page: { standing, choices }, state }: ChangeProps) {
  const { t } = useWords();
  const changing = stateFor(state, { intent: "change" });
  const { everyWeeks, weekday, place, method, ceiling, quantityMilli } = standing;
  const useCredit = standing.usesCredit ? "yes" : "";
  const quantity = String(quantityMilli / 1000).replace(".", ",");
  return (
    <details open={changing !== undefined} className={FOLD}>
      <summary className={SUMMARY}>{t("standing.change")}</summary>
      <FormFrame
        state={changing}
        defaults={{ quantity, everyWeeks, weekday, place, method, useCredit, ceiling }}
        className="mt-3 grid gap-5"
      >
        <input type="hidden" name="intent" value="change" />
        <p className="text-quiet">{t("standing.change.note")}</p>
        <StandingFields choices={choices} unit={unitName(t, standing.unit)} />
        <Button wide>{t("standing.change.do")}</Button>
      </FormFrame>
    </details>
  );
}

function End() {
  const { t } = useWords();
  return (
    <details className={FOLD}>
      <summary className={SUMMARY}>{t("standing.end")}</summary>
      <FormFrame className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="end" />
        <Notice tone="warn">{t("standing.end.lead")}</Notice>
        <Button look="danger">{t("standing.end.do")}</Button>
      </FormFrame>
    </details>
  );
}
