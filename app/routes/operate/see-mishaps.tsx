import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { MishapForm } from "#app/domain/mishap.ts";
import { permit } from "#app/domain/permissions.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { retryMishap } from "#app/usecases/operate/retry-mishap.ts";
import { settleMishap } from "#app/usecases/operate/settle-mishap.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMishaps } from "#db/read/mishaps.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.mishaps.title");

export const loader = door(async ({ ctx }) => ({ mishaps: await listMishaps(ctx.actor) }));

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "settle-mishap");
  const form = await readForm(request, MishapForm);
  if (!form.ok) return refused(form.state, form.status);
  const { intent, ...mishap } = form.value;
  const answer = await (intent === "retry" ? retryMishap : settleMishap)(ctx, mishap);
  return answer.ok ? redirect("/operate/mishaps", 303) : refusedBy(answer, form.values);
});

export default function SeeMishaps() {
  const { mishaps } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("operate.mishaps.title")}
      lead={t("operate.mishaps.lead")}
      back={{ to: "/operate", label: t("nav.operate") }}
      width="narrow"
    >
      <Refusal state={state} />
      {mishaps.length === 0 ? <Empty text={t("operate.mishaps.none")} /> : null}
      {mishaps.map(({ kind, name, what, about, at, error }) => (
        <Card key={`${kind} ${name}`} className="grid gap-3">
          <div>
            <h2>{t(`operate.mishaps.${kind}`)}</h2>
            <p>
              {what} · {about}
            </p>
            <p className="text-sm text-quiet">{formatMoment(locale, at)}</p>
            {error ? <p className="text-sm text-clay">{error}</p> : null}
          </div>
          <FormFrame className="flex flex-wrap gap-2">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="name" value={name} />
            <Button name="intent" value="retry">
              {t("operate.mishaps.retry")}
            </Button>
            <Button name="intent" value="settle" look="second">
              {t("operate.mishaps.settle")}
            </Button>
          </FormFrame>
        </Card>
      ))}
    </Page>
  );
}
