import type { ComponentProps } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, SelectField, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type AdjustFormProps = {
  members: { id: string; name: string }[];
  formKey: string;
  state: ComponentProps<typeof FormFrame>["state"];
};

/** Folded away: what one party had too much goes to another, with a reason. */
export function AdjustForm({ members, formKey, state }: AdjustFormProps) {
  const { t } = useWords();
  const parties = [
    { value: "fund", label: t("party.group-fund") },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <details open={state?.values.intent?.[0] === "adjust"} className="rounded-card border border-line bg-card p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold text-sea">{t("adjust.title")}</summary>
      <p className="mb-4">{t("adjust.lead")}</p>
      <FormFrame state={stateFor(state, { intent: "adjust" })}>
        <input type="hidden" name="intent" value="adjust" />
        <input type="hidden" name="formKey" value={state?.values.formKey?.[0] ?? formKey} />
        <SelectField name="from" label={t("adjust.from")} choices={parties} blank />
        <SelectField name="to" label={t("adjust.to")} choices={parties} blank />
        <MoneyField name="amount" label={t("books.amount")} />
        <TextField name="reason" label={t("adjust.reason")} maxLength={200} />
        <Button look="second">{t("adjust.do")}</Button>
      </FormFrame>
    </details>
  );
}
