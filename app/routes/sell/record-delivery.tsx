import { redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { DeliveryForm } from "#app/domain/harvest-delivery.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Empty, Notice, Page, Section } from "#app/ui/page.tsx";
import { recordDelivery } from "#app/usecases/sell/record-delivery.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMakers } from "#db/read/group-listings.ts";
import { listDeliverable, listLastDeliveries } from "#db/read/harvest-deliveries.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lots.deliveries.title");

export const loader = door(async (at) => {
  const { ctx, url } = at;
  const group = await openGroup(at, "record-delivery");
  const [members, goods, last] = await Promise.all([
    listMakers(ctx.actor, group.id),
    listDeliverable(ctx.actor, group.id),
    listLastDeliveries(ctx.actor, group.id),
  ]);
  const saved = last.find((delivery) => delivery.id === url.searchParams.get("saved"));
  return {
    group: { slug: group.slug, name: group.name },
    today: dayInWib(ctx.now.getTime()),
    formKey: ctx.secrets.token(),
    members,
    goods,
    last,
    saved: saved ?? null,
  };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "record-delivery");
  const form = await readForm(at.request, DeliveryForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await recordDelivery(at.ctx, { ...form.value, groupId: group.id });
  return answer.ok
    ? redirect(`/desk/${group.slug}/deliveries?saved=${answer.deliveryId}`)
    : refusedBy(answer, form.values);
});

export default function RecordDelivery() {
  const { group, members, goods, saved } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("lots.deliveries.title")}
      lead={t("lots.deliveries.lead")}
      back={{ to: `/desk/${group.slug}`, label: group.name }}
      width="narrow"
    >
      {saved ? (
        <Notice tone="good">
          {t("lots.deliveries.saved", {
            member: saved.memberName,
            quantity: `${formatQuantity(locale, saved.quantityMilli)} ${unitName(t, saved.unit)}`,
            goods: goodsName(saved),
          })}
        </Notice>
      ) : null}
      {goods.length === 0 ? (
        <Empty text={t("lots.deliveries.no-goods")}>
          <ButtonLink to={`/desk/${group.slug}/listings`}>{t("sell.listings.title")}</ButtonLink>
        </Empty>
      ) : members.length === 0 ? null : (
        <DeliveryFields />
      )}
      <LastDeliveries />
    </Page>
  );
}

function goodsName({ listingName, variantName }: { listingName: string; variantName: string }): string {
  return [listingName, variantName].filter(Boolean).join(", ");
}

function DeliveryFields() {
  const { members, goods, today, formKey, saved } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const only = goods.length === 1 ? goods[0]?.id : undefined;
  return (
    <FormFrame state={state} defaults={{ variantId: saved?.variantId ?? only, day: saved?.day ?? today }} action="?">
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
      <SelectField
        name="memberId"
        label={t("lots.field.member")}
        blank
        choices={members.map((member) => ({ value: member.id, label: `${member.number}. ${member.name}` }))}
      />
      <SelectField
        name="variantId"
        label={t("lots.field.goods")}
        blank
        choices={goods.map((each) => ({
          value: each.id,
          label: `${goodsName(each)} (${unitName(t, each.unit)})`,
        }))}
      />
      <TextField
        name="quantity"
        label={t("lots.field.quantity")}
        hint={t("lots.field.quantity.hint")}
        inputMode="decimal"
        autoComplete="off"
        maxLength={16}
      />
      <TextField name="day" type="date" label={t("lots.field.day")} max={today} hint={t("lots.field.day.hint")} />
      <TextField name="note" label={t("lots.field.note")} maxLength={200} autoComplete="off" optional />
      <Button wide>{t("lots.deliveries.do")}</Button>
    </FormFrame>
  );
}

function LastDeliveries() {
  const { group, last } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Section title={t("lots.deliveries.last")}>
      <p>
        <Link to={`/desk/${group.slug}/lots`} className="inline-flex min-h-11 items-center text-sea underline">
          {t("lots.deliveries.all-lots")}
        </Link>
      </p>
      {last.length === 0 ? <Empty text={t("lots.deliveries.none")} /> : null}
      <ul className="grid gap-3">
        {last.map((delivery) => (
          <li key={delivery.id}>
            <Card className="grid gap-1">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-semibold">{delivery.memberName}</span>
                <span className="font-semibold">
                  {formatQuantity(locale, delivery.quantityMilli)} {unitName(t, delivery.unit)}
                </span>
              </p>
              <p className="text-quiet">
                {[goodsName(delivery), formatShortDay(locale, delivery.day), delivery.note].filter(Boolean).join(" · ")}
              </p>
              {delivery.correctedMilli > 0 ? (
                <p className="text-clay">
                  {t("lots.delivery.corrected", {
                    quantity: `${formatQuantity(locale, delivery.correctedMilli)} ${unitName(t, delivery.unit)}`,
                  })}
                </p>
              ) : null}
              <p>
                <Link
                  to={`/desk/${group.slug}/deliveries/${delivery.id}`}
                  aria-label={t("lots.delivery.open", { member: delivery.memberName })}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {t("lots.delivery.correct")}
                </Link>
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
