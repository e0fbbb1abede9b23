import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { EntrustForm, NOTE_ROWS } from "#app/domain/entrustment.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPlaceNames, listEntrustable } from "#db/read/entrustments.ts";
import { listMakers } from "#db/read/group-listings.ts";
import { RowField } from "./row-field.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "entrust.new");

const ROWS = Array.from({ length: NOTE_ROWS }, (_, at) => at);

export const loader = door(async (at) => {
  const { ctx } = at;
  const group = await openGroup(at, "entrust-goods");
  const [members, goods, places] = await Promise.all([
    listMakers(ctx.actor, group.id),
    listEntrustable(ctx.actor, group.id),
    findPlaceNames(group.id),
  ]);
  const today = dayInWib(ctx.now.getTime());
  return { slug: group.slug, members, goods, places, today, formKey: ctx.secrets.token() };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "entrust-goods");
  const form = await readForm(at.request, EntrustForm);
  if (!form.ok) return refused(form.state, form.status);
  const answer = await entrustGoods(at.ctx, { ...form.value, groupId: group.id });
  return answer.ok ? redirect(`/desk/${group.slug}/entrustments/${answer.number}`) : refusedBy(answer, form.values);
});

export default function EntrustGoods() {
  const { slug, goods } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page
      title={t("entrust.new")}
      lead={t("entrust.new.lead")}
      back={{ to: `/desk/${slug}/entrustments`, label: t("entrust.title") }}
      width="narrow"
    >
      {goods.length === 0 ? (
        <Empty text={t("entrust.no-goods")}>
          <ButtonLink to={`/desk/${slug}/listings`}>{t("sell.listings.title")}</ButtonLink>
        </Empty>
      ) : (
        <NoteFields />
      )}
    </Page>
  );
}

function NoteFields() {
  const { members, places, today, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const options = [
    { value: "shop", label: t("entrust.place.shop"), note: places.shop },
    ...(places.hub ? [{ value: "hub", label: t("entrust.place.hub"), note: places.hub }] : []),
    { value: "other", label: t("entrust.place.other") },
  ];
  return (
    <FormFrame state={state} defaults={{ placeKind: "shop", day: today }}>
      <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
      <SelectField
        name="memberId"
        label={t("entrust.member")}
        blank
        choices={members.map((member) => ({ value: member.id, label: `${member.number}. ${member.name}` }))}
      />
      <RadioGroup name="placeKind" label={t("entrust.place")} options={options} />
      <TextField
        name="placeName"
        label={t("entrust.place.name")}
        hint={t("entrust.place.name.hint")}
        maxLength={60}
        optional
      />
      <TextField name="day" type="date" label={t("entrust.day")} max={today} />
      {ROWS.map((at) => (
        <NoteRow key={at} at={at} />
      ))}
      <TextField name="note" label={t("entrust.remark")} maxLength={200} autoComplete="off" optional />
      <Button wide>{t("entrust.new.do")}</Button>
    </FormFrame>
  );
}

function NoteRow({ at }: { at: number }) {
  const { goods } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <fieldset className="grid min-w-0 gap-3 rounded-field border border-line p-3">
      <legend className="px-1 font-semibold">{t("entrust.row", { number: at + 1 })}</legend>
      <RowField
        {...{ name: "variantId", at, row: at }}
        label={t("entrust.goods")}
        choices={goods.map((each) => ({
          value: each.id,
          label: `${[each.listingName, each.variantName].filter(Boolean).join(", ")} (${unitName(t, each.unit)})`,
        }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <RowField {...{ name: "quantity", at, row: at }} label={t("entrust.quantity")} />
        <RowField {...{ name: "price", at, row: at }} label={t("entrust.price")} inputMode="numeric" />
      </div>
    </fieldset>
  );
}
