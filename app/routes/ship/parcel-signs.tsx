import { useWords } from "#app/i18n/words.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";

/** How a box wants to be carried: a picture and a word. */
export function ParcelSigns({ isFragile, isCold }: { isFragile: boolean; isCold: boolean }) {
  const { t } = useWords();
  if (!isFragile && !isCold) return null;
  return (
    <span className="flex flex-wrap gap-2 font-semibold text-clay">
      {isFragile ? (
        <span className="inline-flex items-center gap-1">
          <HubIcon of="fragile" />
          {t("hub.sign.fragile")}
        </span>
      ) : null}
      {isCold ? (
        <span className="inline-flex items-center gap-1">
          <HubIcon of="cold" />
          {t("hub.sign.cold")}
        </span>
      ) : null}
    </span>
  );
}
