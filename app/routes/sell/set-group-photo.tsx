import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { lineOfText } from "#app/domain/plain-text.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Page } from "#app/ui/page.tsx";
import { setGroupPhoto } from "#app/usecases/sell/set-group-photo.ts";
import { door } from "#app/web/door.server.ts";
import { readForm, refused } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "./held-photo.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "group.photo");

export const loader = door(async (at) => {
  const { slug } = await openGroup(at, "edit-group-page");
  return { slug };
});

const PhotoForm = z.object({ alt: lineOfText({ max: 200 }) });

export const action = door(async (at) => {
  const group = await openGroup(at, "edit-group-page");
  const form = await readForm(at.request, PhotoForm);
  if (!form.ok) return refusedKeeping(at.ctx, form);
  const upload = await uploadOf(at.ctx, form);
  if (!upload) return refused({ errors: { photo: "photo-missing" }, values: form.values });
  const answer = await setGroupPhoto(at.ctx, { groupId: group.id, upload, alt: form.value.alt });
  return answer.ok ? redirect(`/desk/${group.slug}/page`) : refusedByKeeping(at.ctx, form, answer, { status: 422 });
});

export default function SetGroupPhoto() {
  const { slug } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page title={t("group.photo")} back={{ to: `/desk/${slug}/page`, label: t("sell.room.page") }} width="narrow">
      <FormFrame state={state} multipart>
        <PhotoField name="photo" label={t("group.photo.file")} hint={t("group.photo.file.hint")} />
        <TextField name="alt" label={t("group.photo.alt")} hint={t("group.photo.alt.hint")} maxLength={200} />
        <Button wide>{t("form.save")}</Button>
      </FormFrame>
    </Page>
  );
}
