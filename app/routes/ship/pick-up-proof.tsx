import { useWords } from "#app/i18n/words.tsx";
import { TextField } from "#app/ui/fields.tsx";

/** Whoever fetches says the code from the order's page, or signs with a name. */
export function PickUpProof() {
  const { t } = useWords();
  return (
    <>
      <TextField
        name="pickUpCode"
        label={t("hub.proof.code")}
        hint={t("hub.proof.code-hint")}
        optional
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
      />
      <TextField
        name="takenBy"
        label={t("hub.proof.name")}
        hint={t("hub.proof.name-hint")}
        optional
        autoComplete="off"
        maxLength={60}
      />
    </>
  );
}
