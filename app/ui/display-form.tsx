import { Form } from "@remix-run/react";
import { type Display, THEMES } from "#app/domain/display.ts";
import { useWords } from "#app/i18n/words.tsx";

const CHOICE =
  "min-h-11 cursor-pointer rounded-field text-sea underline underline-offset-2 aria-pressed:font-bold aria-pressed:text-ink aria-pressed:no-underline";

/** Light or dark, and saving data: each button is the whole choice, so that it works without JavaScript. */
export function DisplayForm({ display, here }: { display: Display; here: string }) {
  const { t } = useWords();
  return (
    <Form method="post" action="/display" reloadDocument className="flex flex-wrap items-center gap-x-6">
      <input type="hidden" name="next" value={here} />
      <fieldset className="flex flex-wrap items-center gap-x-6">
        <legend className="float-start text-quiet">{t("display.theme")}:</legend>
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={theme === display.theme}
            className={CHOICE}
          >
            {t(`display.theme.${theme}`)}
          </button>
        ))}
      </fieldset>
      <button
        type="submit"
        name="savesData"
        value={display.savesData ? "no" : "yes"}
        aria-pressed={display.savesData}
        className={CHOICE}
      >
        {t(display.savesData ? "display.saver.on" : "display.saver.off")}
      </button>
    </Form>
  );
}
