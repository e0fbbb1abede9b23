import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { WriteOffForm } from "#app/domain/harvest-delivery.ts";
import { WRITE_OFF_REASONS } from "#app/domain/lot.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { writeOffLot } from "#app/usecases/sell/write-off-lot.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm, refused, refusedBy } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findLot } from "#db/read/lots.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "lots.write-off.title");

export const loader = door(async (at) => {
  const group = await openGroup(at, "write-off-lot");
  const lot = await findLot(at.ctx.actor, { groupId: group.id, lotId: at.param("lot") });
  if (!lot) throw notFound();
  const { id, day, number, listingName, variantName, unit, leftMilli } = lot;
  const formKey = at.ctx.secrets.token();
  return { slug: group.slug, lot: { id, day, number, listingName, variantName, unit, leftMilli }, formKey };
});

export const action = door(async (at) => {
  const group = await openGroup(at, "write-off-lot");
  const form = await readForm(at.request, WriteOffForm);
  if (!form.ok) return refused(form.state, form.status);
  const lotId = at.param("lot");
  const answer = await writeOffLot(at.ctx, { ...form.value, groupId: group.id, lotId });
  if (!answer.ok && answer.reason === "lot-gone") throw notFound();
  return answer.ok ? redirect(`/desk/${group.slug}/lots/${lotId}`) : refusedBy(answer, form.values);
});

export default function WriteOffLot() {
  const { slug, lot, formKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t, locale } = useWords();
  const unit = unitName(t, lot.unit);
  const name = [lot.listingName, lot.variantName].filter(Boolean).join(", ");
  const day = formatShortDay(locale, lot.day);
  return (
    <Page
      title={t("lots.write-off.title")}
      lead={`${name} · ${t("lots.of-day", { day, number: lot.number })}`}
      back={{ to: `/desk/${slug}/lots/${lot.id}`, label: name }}
      width="narrow"
    >
      <p>{t("lots.write-off.lead")}</p>
      <FormFrame state={state} defaults={{ reason: "shrunk" }}>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <TextField
          name="quantity"
          label={t("lots.write-off.quantity")}
          hint={t("lots.correct.quantity.hint", { left: `${formatQuantity(locale, lot.leftMilli)} ${unit}` })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={16}
          suffix={unit}
        />
        <RadioGroup
          name="reason"
          label={t("lots.write-off.reason")}
          options={WRITE_OFF_REASONS.map((reason) => ({ value: reason, label: t(`lots.write-off.${reason}`) }))}
        />
        <TextField name="note" label={t("lots.field.note")} maxLength={200} autoComplete="off" optional />
        <Button wide>{t("lots.write-off.do")}</Button>
      </FormFrame>
    </Page>
  );
}
