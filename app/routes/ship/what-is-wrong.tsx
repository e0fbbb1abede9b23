import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { PhotoField, RadioGroup, SelectField, TextArea, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { Notice } from "#app/ui/page.tsx";

type State = Parameters<typeof FormFrame>[0]["state"];
type Props = { state: State; formKey: string; lines: { id: string; name: string }[]; later: string };

/** Something is missing or damaged: what, how much, and why, with a picture if there is one. Closed until somebody needs it. */
export function WhatIsWrong({ state, formKey, lines, later }: Props) {
  const { t } = useWords();
  const all = { value: "", label: t("hub.wrong.all") };
  return (
    <details open={state !== undefined} className="rounded-card border-2 border-edge bg-card p-4">
      <summary className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold text-clay">
        <HubIcon of="damaged" />
        {t("hub.wrong.title")}
      </summary>
      <FormFrame state={state} multipart className="mt-4 grid gap-5" later={later}>
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" name="intent" value="report" />
        <RadioGroup
          name="kind"
          label={t("hub.wrong.kind")}
          options={[
            { value: "missing", label: t("hub.wrong.missing") },
            { value: "damaged", label: t("hub.wrong.damaged") },
          ]}
        />
        <SelectField
          name="lineId"
          label={t("hub.wrong.which")}
          choices={[all, ...lines.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextField
          name="howMuch"
          label={t("hub.wrong.how-much")}
          hint={t("hub.wrong.how-much-hint")}
          optional
          maxLength={40}
        />
        <TextArea name="words" label={t("hub.wrong.words")} rows={2} maxLength={300} />
        <PhotoField name="photo" label={t("hub.wrong.photo")} optional />
        <Button look="danger" wide>
          {t("hub.wrong.do")}
        </Button>
        <p className="text-sm text-quiet">{t("hub.wrong.what-then")}</p>
      </FormFrame>
    </details>
  );
}

type Report = {
  id: string;
  kind: "missing" | "damaged";
  howMuch: string;
  words: string;
  name: string | null;
  hasPhoto: boolean;
};

/** What was said before, and that somebody has it in hand. */
export function ReportSaid({ report }: { report: Report }) {
  const { t } = useWords();
  const what = [report.name ?? t("hub.wrong.all"), report.howMuch].filter(Boolean).join(", ");
  return (
    <Notice tone="bad">
      <p className="font-semibold">
        {t(`hub.wrong.${report.kind}`)}: {what}
      </p>
      <p>{report.words}</p>
      {report.hasPhoto ? (
        <img
          src={`/hub-reports/${report.id}/photo`}
          alt={t("hub.wrong.photo-of", { what })}
          className="mt-2 max-h-60 max-w-full rounded-field"
        />
      ) : null}
    </Notice>
  );
}
