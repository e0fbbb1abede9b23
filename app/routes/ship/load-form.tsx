import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";

type Props = { parcel: { id: string; number: number; isLoaded: boolean; key: string }; wide?: boolean };

/** One press: on board; or, for a slip of the finger, off again. */
export function LoadForm({ parcel, wide = false }: Props) {
  const { t } = useWords();
  const { id, number, isLoaded, key } = parcel;
  return (
    <FormFrame className="grid" later={t(isLoaded ? "hub.later.unload" : "hub.later.load", { number })}>
      <input type="hidden" name="formKey" value={key} />
      <input type="hidden" name="parcelId" value={id} />
      <input type="hidden" name="intent" value={isLoaded ? "unload" : "load"} />
      <Button look={isLoaded ? "quiet" : "main"} wide={wide}>
        <HubIcon of={isLoaded ? "missing" : "load"} />
        {t(isLoaded ? "hub.load.undo" : "hub.load.do")}
        <span className="sr-only"> {t("packing.parcel", { number })}</span>
      </Button>
    </FormFrame>
  );
}
