import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { CorrectionForm } from "#app/domain/harvest-delivery.ts";
import { formatMoment, formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { correctDelivery } from "#app/usecases/sell/correct-delivery.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findDeliveryTrace } from "#db/read/harvest-deliveries.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lots.delivery.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "correct-delivery");
  const delivery = await findDeliveryTrace(at.ctx.actor, { groupId: group.id, deliveryId: at.param("delivery") });
  if (!delivery) throw notFound();
  return { slug: group.slug, delivery, formKey: at.ctx.secrets.token() };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "correct-delivery");
  const form = await readForm(at.request, CorrectionForm);
  if (!form.ok) return refused(form.state, form.status);
  const deliveryId = at.param("delivery");
  const answer = await correctDelivery(at.ctx, { ...form.value, groupId: group.id, deliveryId });
  if (!answer.ok && answer.reason === "no-such-delivery") throw notFound();
  return answer.ok ? redirect(`/desk/${group.slug}/deliveries/${deliveryId}`) : refusedBy(answer, form.values);
});

export default function CorrectDelivery() {
  const { slug, delivery } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const unit = unitName(t, delivery.unit);
  const amount = (milli: number): string => `${formatQuantity(locale, milli)} ${unit}`;
  const facts = [
    { label: t("lots.field.member"), value: <strong>{delivery.memberName}</strong> },
    { label: t("lots.field.goods"), value: [delivery.listingName, delivery.variantName].filter(Boolean).join(", ") },
    { label: t("lots.field.day"), value: formatShortDay(locale, delivery.day) },
    { label: t("lots.brought"), value: amount(delivery.quantityMilli) },
    { label: t("lots.sold"), value: amount(delivery.soldMilli) },
    ...(delivery.shortMilli > 0 ? [{ label: t("lots.short"), value: amount(delivery.shortMilli) }] : []),
    { label: t("lots.lost"), value: amount(delivery.lostMilli) },
    { label: t("lots.left"), value: <strong>{amount(delivery.leftMilli)}</strong> },
    ...(delivery.note ? [{ label: t("lots.field.note"), value: delivery.note }] : []),
    {
      label: t("lots.delivery.recorded"),
      value: `${delivery.recordedBy}, ${formatMoment(locale, delivery.recordedAt)}`,
    },
  ];
  return (
    <Page
      title={t("lots.delivery.title")}
      back={{ to: `/desk/${slug}/deliveries`, label: t("lots.deliveries.title") }}
      width="narrow"
    >
      <Card className="grid gap-3">
        <Facts facts={facts} />
        <ul className="flex flex-wrap gap-x-4">
          {delivery.lotIds.map((lotId) => (
            <li key={lotId}>
              <Link to={`/desk/${slug}/lots/${lotId}`} className="inline-flex min-h-11 items-center text-sea underline">
                {t("lots.delivery.lot")}
              </Link>
            </li>
          ))}
        </ul>
      </Card>
      {delivery.corrections.length > 0 ? (
        <Section title={t("lots.corrections")}>
          <ul className="grid gap-2">
            {delivery.corrections.map((correction) => (
              <li key={correction.id}>
                <strong>−{amount(correction.quantityMilli)}</strong> · {t(`lots.correction.${correction.kind}`)}:{" "}
                {correction.reason}
                <span className="block text-sm text-quiet">
                  {correction.recordedBy}, {formatMoment(locale, correction.recordedAt)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t("lots.delivery.correct")}>
        {delivery.leftMilli === 0 ? (
          <p>{t("lots.correct.nothing")}</p>
        ) : (
          <Correction unit={unit} left={amount(delivery.leftMilli)} />
        )}
      </Section>
    </Page>
  );
}

function Correction({ unit, left }: { unit: string; left: string }) {
  const { formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <>
      <p className="text-quiet">{t("lots.correct.lead")}</p>
      <FormFrame state={state} defaults={{ kind: "slip" }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextField
          name="quantity"
          label={t("lots.correct.quantity")}
          hint={t("lots.correct.quantity.hint", { left })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          suffix={unit}
        />
        <RadioGroup
          name="kind"
          label={t("lots.correct.kind")}
          options={(["slip", "returned"] as const).map((kind) => ({
            value: kind,
            label: t(`lots.correction.${kind}`),
          }))}
        />
        <TextField name="reason" label={t("lots.correct.reason")} maxLength={200} autoComplete="off" />
        <Button wide>{t("lots.correct.do")}</Button>
      </FormFrame>
    </>
  );
}
