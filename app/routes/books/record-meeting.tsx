import { redirect } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { may } from "#app/domain/permissions.ts";
import { MeetingForm } from "#app/domain/surplus-year.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { DateField } from "#app/ui/number-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { recordMeeting } from "#app/usecases/books/record-meeting.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { refusedByKeeping, refusedKeeping, uploadOf } from "../sell/held-photo.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "surplus.meeting.record");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "record-meeting");
  const { secrets, now, actor } = entered.ctx;
  return {
    group: { slug: group.slug, name: group.name },
    formKey: secrets.token(),
    today: dayInWib(now.getTime()),
    seesBooks: may(actor, "see-books", { groupId: group.id }),
  };
});

export const action = door(async (entered) => {
  const group = await openCooperative(entered, "record-meeting");
  const form = await readForm(entered.request, MeetingForm);
  if (!form.ok) return refusedKeeping(entered.ctx, form, "minutes");
  const minutes = await uploadOf(entered.ctx, form, "minutes");
  const answer = await recordMeeting(entered.ctx, { ...form.value, groupId: group.id, minutes });
  if (!answer.ok) return refusedByKeeping(entered.ctx, form, answer, { field: "minutes" });
  const seesBooks = may(entered.ctx.actor, "see-books", { groupId: group.id });
  return redirect(seesBooks ? `/books/${group.slug}/surplus` : `/desk/${group.slug}`, 303);
});

export default function RecordMeeting() {
  const { group, formKey, today, seesBooks } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const { t } = useWords();
  return (
    <Page
      title={t("surplus.meeting.record")}
      lead={group.name}
      back={
        seesBooks
          ? { to: `/books/${group.slug}/surplus`, label: t("surplus.title") }
          : { to: `/desk/${group.slug}`, label: group.name }
      }
      width="narrow"
    >
      <FormFrame state={state} defaults={{ day: today }} multipart>
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <DateField name="day" label={t("surplus.meeting.day")} />
        <TextField name="place" label={t("surplus.meeting.place")} autoComplete="off" maxLength={120} />
        <TextField
          name="present"
          label={t("surplus.meeting.present")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
        />
        <TextArea
          name="decision"
          label={t("surplus.meeting.decision")}
          hint={t("surplus.meeting.decision.hint")}
          maxLength={2000}
        />
        <PhotoField name="minutes" label={t("surplus.meeting.photo")} optional />
        <Button wide>{t("surplus.meeting.do")}</Button>
      </FormFrame>
    </Page>
  );
}
