import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup, TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { Badge } from "#app/ui/page.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type Props = {
  state: Parameters<typeof stateFor>[0];
  parcel: { id: string; number: number; key: string; found: "arrived" | "missing" | "damaged" | null };
};

const TONES = { arrived: "good", missing: "bad", damaged: "warn" } as const;

/** How one box was found: one press when all is well; what is wrong with it lies one level deeper. */
export function FoundForms({ state, parcel }: Props) {
  const { t } = useWords();
  const { id, number, key, found } = parcel;
  const later = t("hub.later.found", { number });
  const mine = stateFor(state, { parcelId: id });
  const hidden = (
    <>
      <input type="hidden" name="formKey" value={key} />
      <input type="hidden" name="parcelId" value={id} />
      <input type="hidden" name="intent" value="found" />
    </>
  );
  return (
    <div className="grid gap-2">
      {found ? (
        <span>
          <Badge tone={TONES[found]}>{t(`hub.found.${found}`)}</Badge>
        </span>
      ) : null}
      {found === "arrived" || found === "damaged" ? null : (
        <FormFrame className="grid" later={later}>
          {hidden}
          <input type="hidden" name="found" value="arrived" />
          <Button wide>
            <HubIcon of="done" />
            {t(found === "missing" ? "hub.found.after-all" : "hub.found.do")}
            <span className="sr-only"> {t("packing.parcel", { number })}</span>
          </Button>
        </FormFrame>
      )}
      {found === "damaged" ? null : (
        <details open={mine !== undefined}>
          <summary className="flex min-h-11 cursor-pointer items-center gap-2 text-clay">
            <HubIcon of="damaged" />
            {t("hub.found.wrong")}
            <span className="sr-only"> {t("packing.parcel", { number })}</span>
          </summary>
          <FormFrame state={mine} className="grid gap-3" later={later}>
            {hidden}
            <RadioGroup
              name="found"
              label={t("hub.wrong.kind")}
              options={[
                ...(found === null ? [{ value: "missing", label: t("hub.found.missing") }] : []),
                { value: "damaged", label: t("hub.found.damaged") },
              ]}
            />
            <TextField name="words" label={t("hub.wrong.words")} maxLength={200} />
            <Button look="danger">{t("hub.wrong.do")}</Button>
          </FormFrame>
        </details>
      )}
    </div>
  );
}
