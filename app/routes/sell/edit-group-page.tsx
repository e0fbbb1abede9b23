import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { groupPageFields } from "#app/domain/group.ts";
import { GROUP_KINDS } from "#app/domain/group-kind.ts";
import { readablePhone } from "#app/domain/phone.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { PhoneField } from "#app/ui/number-fields.tsx";
import { Card, Page, Section } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { editGroupPage } from "#app/usecases/sell/edit-group-page.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { chosenVillage, offerRegions, regionFields, regionValues, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findPhotoAlt } from "#db/read/groups.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.room.page");

export const loader = door(async (at) => {
  const { villageCode, slug, name, kind, story, phone, photoId, madeByDisabled } = await openGroup(
    at,
    "edit-group-page",
  );
  return {
    group: { slug, name, kind, story, phone, photoId, madeByDisabled },
    photoAlt: await findPhotoAlt(photoId),
    regions: await offerRegions(at.ctx.regions, regionValues(villageCode)),
  };
});

const PageForm = z.object({ ...groupPageFields, ...regionFields });

export const action = door(async (at) => {
  const group = await openGroup(at, "edit-group-page");
  const { ctx } = at;
  const form = await readForm(at.request, PageForm);
  const values = form.ok ? form.values : form.state.values;
  const again = async (errors: Record<string, string>, status: number) =>
    json({ errors, values, regions: await offerRegions(ctx.regions, values) }, { status });
  if (wantsNextRegion(values)) return again({}, 200);
  const villageCode = chosenVillage(values);
  const place: Record<string, string> = villageCode ? {} : { village: "village-open" };
  if (!form.ok) return again({ ...form.state.errors, ...place }, form.status);
  if (!villageCode) return again(place, 422);
  const { kind, story, phone, madeByDisabled } = form.value;
  const answer = await editGroupPage(ctx, {
    groupId: group.id,
    kind,
    story,
    phone,
    madeByDisabled: madeByDisabled === "yes",
    villageCode,
  });
  return answer.ok ? redirect(`/desk/${group.slug}`) : again(answer.fields ?? { form: answer.reason }, 409);
});

export default function EditGroupPage() {
  const { group, regions } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  const defaults = {
    kind: group.kind,
    story: group.story,
    phone: group.phone ? readablePhone(group.phone) : "",
    madeByDisabled: group.madeByDisabled ? "yes" : null,
  };
  return (
    <Page
      title={t("sell.room.page")}
      lead={t("sell.page.lead")}
      back={{ to: `/desk/${group.slug}`, label: group.name }}
      width="narrow"
    >
      <Photo />
      <FormFrame state={state} defaults={defaults}>
        <SelectField
          name="kind"
          label={t("group.kind")}
          choices={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`group-kind.${kind}`) }))}
        />
        <TextArea
          name="story"
          label={t("group.story")}
          hint={t("group.story.hint")}
          rows={8}
          maxLength={2200}
          optional
        />
        <PhoneField name="phone" label={t("group.phone")} hint={t("group.phone.hint")} isOwn={false} optional />
        <CheckField name="madeByDisabled" label={t("group.made-by-disabled")} hint={t("group.made-by-disabled.hint")} />
        <RegionPicker levels={(state?.regions ?? regions).levels} legend={t("group.place")} />
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
    </Page>
  );
}

function Photo() {
  const { group, photoAlt } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Section title={t("group.photo")}>
      <Card className="grid gap-3">
        {group.photoId ? (
          <img src={`/photos/${group.photoId}/640`} alt={photoAlt ?? ""} className="w-full rounded-field" />
        ) : (
          <p className="text-quiet">{t("group.photo.none")}</p>
        )}
        <ButtonLink to={`/desk/${group.slug}/page/photo`} look="second">
          {t(group.photoId ? "group.photo.replace" : "group.photo.add")}
        </ButtonLink>
      </Card>
    </Section>
  );
}
