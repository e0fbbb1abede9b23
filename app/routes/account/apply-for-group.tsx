import { json, redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { GroupName, GroupStory } from "#app/domain/group.ts";
import { GROUP_KINDS } from "#app/domain/group-kind.ts";
import { permit } from "#app/domain/permissions.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { applyForGroup } from "#app/usecases/account/apply-for-group.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { chosenVillage, offerRegions, regionFields, wantsNextRegion } from "#app/web/regions.server.ts";
import { pageTitle } from "#app/web/title.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "account.apply.title");

export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "apply-for-group");
  return { regions: await offerRegions(ctx.regions) };
});

const ApplyForm = z.object({
  name: GroupName,
  kind: z.enum(GROUP_KINDS, { error: "required" }),
  story: GroupStory,
  ...regionFields,
});

export const action = door(async ({ ctx, request }) => {
  permit(ctx.actor, "apply-for-group");
  const form = await readForm(request, ApplyForm);
  const values = form.ok ? form.values : form.state.values;
  const again = async (errors: Record<string, string>, status: number) =>
    json({ errors, values, regions: await offerRegions(ctx.regions, values) }, { status });
  if (wantsNextRegion(values)) return again({}, 200);
  const villageCode = chosenVillage(values);
  const place: Record<string, string> = villageCode ? {} : { village: "village-open" };
  if (!form.ok) return again({ ...form.state.errors, ...place }, form.status);
  if (!villageCode) return again(place, 422);
  const { name, kind, story } = form.value;
  const answer = await applyForGroup(ctx, { name, kind, story, villageCode });
  return answer.ok ? redirect(`/desk/${answer.slug}`) : again(answer.fields ?? { form: answer.reason }, 409);
});

export default function ApplyForGroup() {
  const { regions } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("account.apply.title")}
      lead={t("account.apply.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      <FormFrame state={state}>
        <TextField name="name" label={t("group.name")} hint={t("group.name.hint")} autoComplete="off" maxLength={120} />
        <SelectField
          name="kind"
          label={t("group.kind")}
          choices={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`group-kind.${kind}`) }))}
          blank
        />
        <RegionPicker levels={(state?.regions ?? regions).levels} legend={t("group.place")} />
        <TextArea name="story" label={t("group.story")} hint={t("group.story.hint")} maxLength={2200} optional />
        <Button wide>{t("account.apply.button")}</Button>
      </FormFrame>
    </Page>
  );
}
