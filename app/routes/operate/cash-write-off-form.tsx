import { WRITE_OFF_KINDS } from "#app/domain/held-cash.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { MoneyField, RadioGroup, SelectField, TextArea } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";

type FormProps = {
  holder: { holderId: string; formKey: string };
  groups: { id: string; name: string }[];
  state: Parameters<typeof FormFrame>[0]["state"];
};

/** To say that a holder's cash lastingly lacks, or that there is more than the books know of. */
export function CashWriteOffForm({ holder, groups, state }: FormProps) {
  const { t } = useWords();
  const isOpen = state?.values.intent?.[0] === "propose";
  return (
    <details open={isOpen} className="rounded-card border border-line p-4">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t("cash-off.begin")}</summary>
      <FormFrame state={isOpen ? state : undefined} defaults={{ kind: "shortage" }} className="grid gap-4 pt-3">
        <input type="hidden" name="intent" value="propose" />
        <input type="hidden" name="holderId" value={holder.holderId} />
        <input type="hidden" name="formKey" value={(isOpen ? state?.values.formKey?.[0] : null) ?? holder.formKey} />
        <RadioGroup
          name="kind"
          label={t("cash-off.kind")}
          options={WRITE_OFF_KINDS.map((value) => ({
            value,
            label: t(`cash-off.${value}`),
            note: t(`cash-off.${value}.note`),
          }))}
        />
        <MoneyField name="amount" label={t("cash-off.amount")} />
        <SelectField
          name="bearer"
          label={t("cash-off.bearer")}
          hint={t("cash-off.bearer.hint")}
          optional
          choices={[
            { value: "", label: t("cash-off.network") },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextArea name="reason" label={t("cash-off.reason")} rows={2} maxLength={300} />
        <Button look="second">{t("cash-off.propose")}</Button>
      </FormFrame>
    </details>
  );
}
