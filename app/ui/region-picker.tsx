import type { RegionLevel } from "#app/domain/region.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "./button.tsx";
import { FIELD_CLASS, FieldError, FieldShell, useField } from "./form.tsx";

type Level = { level: RegionLevel; chosen: string; choices: { value: string; label: string }[] };

/**
 * Province → regency → district → village, one level after the other, served step by step (app/web/regions.server.ts).
 * Its button sends the form with step=region; the page answers with the next level and all that was typed.
 */
export function RegionPicker({ levels, legend }: { levels: Level[]; legend: string }) {
  const { t } = useWords();
  const village = useField("village", true);
  const hint = `${village.id}-all-hint`;
  return (
    <fieldset
      className="grid min-w-0 gap-4 rounded-card border border-line bg-card p-4"
      aria-describedby={hint}
      id={levels.at(-1)?.level === "village" ? undefined : village.id}
      tabIndex={-1}
    >
      <legend className="px-1 font-semibold">{legend}</legend>
      <p id={hint} className="text-sm text-quiet">
        {t("region.hint")}
      </p>
      {village.error && levels.at(-1)?.level !== "village" ? <FieldError field={village} /> : null}
      <div className="grid gap-4 sm:grid-cols-2">
        {levels.map((level) => (
          <LevelSelect key={level.level} {...level} />
        ))}
      </div>
      <Button look="second" name="step" value="region" className="justify-self-start">
        {t("region.next")}
      </Button>
    </fieldset>
  );
}

function LevelSelect({ level, chosen, choices }: Level) {
  const { t } = useWords();
  const field = useField(level, false);
  return (
    <FieldShell id={field.id} label={t(`region.${level}`)} error={field.error}>
      <select
        id={field.id}
        name={level}
        defaultValue={chosen}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.describedBy}
        className={FIELD_CLASS}
      >
        <option value="">{t("form.choose")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldShell>
  );
}
