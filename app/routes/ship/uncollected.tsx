import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { UncollectedForm } from "#app/domain/hub-work.ts";
import { may } from "#app/domain/permissions.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Notice, Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { WhatsAppTo } from "#app/ui/whatsapp-to.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import { decideUncollected } from "#app/usecases/ship/decide-uncollected.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listUncollected } from "#db/read/uncollected.ts";
import { openRunOf } from "./hub-page.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.waiting.title");

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const { actor, now } = entered.ctx;
  const rows = await listUncollected(actor, run);
  return {
    code: run.code,
    canRefund: may(actor, "refund-order"),
    rows: rows.map(({ id, orderNumber, buyerName, buyerPhone, groupName, point, untilAt, outcome }) => ({
      ...{ id, orderNumber, buyerName, groupName, untilAt, outcome },
      ...{ point: point ?? "", phone: readablePhone(buyerPhone), isOver: untilAt <= now },
    })),
  };
});

export const action = door(async (entered) => {
  const run = await openRunOf(entered);
  const form = await readForm(entered.request, UncollectedForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await decideUncollected(entered.ctx, form.value);
  return answer.ok ? redirect(`/runs/${run.code}/waiting`) : refusedBy(answer, form.values);
});

export default function Uncollected() {
  const { code, rows, canRefund } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  return (
    <Page title={t("hub.waiting.title")} lead={t("hub.waiting.lead")} back={{ to: `/runs/${code}`, label: code }}>
      <Refusal state={state} />
      {rows.length === 0 ? <Empty drawing="basket" text={t("hub.waiting.none")} /> : null}
      <ul className="grid gap-4 lg:grid-cols-2">
        {rows.map((row) => (
          <li key={row.id}>
            <Card className="grid gap-3">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h2>{row.buyerName}</h2>
                <Badge tone={row.isOver ? "bad" : "warn"}>
                  {row.isOver
                    ? t("hub.waiting.over")
                    : t("hub.waiting.until", { moment: formatMoment(locale, row.untilAt) })}
                </Badge>
              </div>
              <p className="text-quiet">
                {[row.orderNumber, row.groupName, row.point, row.phone].filter(Boolean).join(" · ")}
              </p>
              <div>
                <WhatsAppTo
                  phone={row.phone}
                  name={row.buyerName}
                  text={t("hub.waiting.whatsapp", { name: row.buyerName, number: row.orderNumber, point: row.point })}
                />
              </div>
              {row.outcome ? (
                <Notice tone="warn">
                  <p>{t(`hub.waiting.outcome.${row.outcome}`)}</p>
                  {canRefund ? (
                    <p className="mt-3">
                      <ButtonLink to={`/operate/orders/${row.orderNumber}/refund`} look="second">
                        {t("hub.waiting.refund")}
                      </ButtonLink>
                    </p>
                  ) : null}
                </Notice>
              ) : null}
              {row.isOver && !row.outcome ? (
                <FormFrame state={stateFor(state, { consignmentId: row.id })} className="grid gap-4">
                  <input type="hidden" name="consignmentId" value={row.id} />
                  <RadioGroup
                    name="outcome"
                    label={t("hub.waiting.what")}
                    options={[
                      { value: "back", label: t("hub.waiting.back"), note: t("hub.waiting.back-note") },
                      { value: "sell-here", label: t("hub.waiting.sell-here"), note: t("hub.waiting.sell-here-note") },
                    ]}
                  />
                  <Button>{t("hub.waiting.decide")}</Button>
                </FormFrame>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
    </Page>
  );
}
