import type { RegionLevel } from "#app/domain/region.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import { RegionPicker } from "#app/ui/region-picker.tsx";
import { stateFor } from "#app/ui/which-form.ts";

type Props = {
  areas: { code: string; name: string }[];
  levels: { level: RegionLevel; chosen: string; choices: { value: string; label: string }[] }[];
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};

/** Which regions lie in the zone; the most exact one counts. */
export function ZoneAreas({ areas, levels, state }: Props) {
  const { t } = useWords();
  return (
    <Section id="areas" title={t("operate.zone.areas")}>
      <p className="max-w-prose text-quiet">{t("operate.zone.areas.lead")}</p>
      {areas.length === 0 ? <p>{t("operate.zone.no-areas")}</p> : null}
      <ul className="grid gap-2 sm:grid-cols-2">
        {areas.map((area) => (
          <li
            key={area.code}
            className="flex items-center justify-between gap-3 rounded-field border border-line bg-card px-3 py-1"
          >
            <span>
              {area.name} <span className="text-sm text-quiet">({area.code})</span>
            </span>
            <FormFrame className="contents">
              <input type="hidden" name="intent" value="drop-area" />
              <input type="hidden" name="regionCode" value={area.code} />
              <Button look="quiet" className="shrink-0" aria-label={t("operate.zone.drop-area", { name: area.name })}>
                {t("form.remove")}
              </Button>
            </FormFrame>
          </li>
        ))}
      </ul>
      <Card className="max-w-2xl">
        <FormFrame state={stateFor(state, { intent: "add-area" })}>
          <input type="hidden" name="intent" value="add-area" />
          <RegionPicker levels={levels} legend={t("operate.zone.add-area")} />
          <p className="text-sm text-quiet">{t("operate.zone.add-area.hint")}</p>
          <Button>{t("operate.zone.add-area.do")}</Button>
        </FormFrame>
      </Card>
    </Section>
  );
}
