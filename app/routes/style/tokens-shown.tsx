import { useWords } from "#app/i18n/words.tsx";
import { Card, Section } from "#app/ui/page.tsx";

// Whole class names, because the stylesheet holds only what stands somewhere in the source.
const SURFACES = {
  paper: "bg-paper text-ink",
  card: "bg-card text-ink",
  sand: "bg-sand text-ink",
  "sea-soft": "bg-sea-soft text-sea-deep",
  "gold-soft": "bg-gold-soft text-gold-ink",
  "mangrove-soft": "bg-mangrove-soft text-mangrove",
  "clay-soft": "bg-clay-soft text-clay",
  bar: "bg-bar text-on-bar",
  sea: "bg-sea text-on-sea",
  "sea-deep": "bg-sea-deep text-on-sea",
  ink: "bg-ink text-paper",
};
const INKS = {
  ink: "text-ink",
  quiet: "text-quiet",
  sea: "text-sea",
  "sea-deep": "text-sea-deep",
  "gold-ink": "text-gold-ink",
  mangrove: "text-mangrove",
  clay: "text-clay",
};
const LINES = {
  line: "border-line",
  edge: "border-edge",
  sea: "border-sea",
  gold: "border-gold",
  mangrove: "border-mangrove",
  clay: "border-clay",
};
const SIZES = ["text-4xl", "text-3xl", "text-2xl", "text-xl", "text-lg", "text-base", "text-sm"];
const SPACES = { 1: "w-1", 2: "w-2", 3: "w-3", 4: "w-4", 6: "w-6", 8: "w-8", 11: "w-11" };

/** What everything else is made of. */
export function TokensShown() {
  const { t } = useWords();
  return (
    <>
      <Section title={t("style.logo")}>
        <p>{t("style.logo.text")}</p>
        <p className="flex flex-wrap items-end gap-4">
          <img src="/lumbung.svg" alt="" width="96" height="96" className="rounded-card bg-bar p-2" />
          <img src="/icon.svg" alt="" width="64" height="64" />
          <img src="/icon.svg" alt="" width="32" height="32" />
          <img src="/icon.svg" alt="" width="16" height="16" />
        </p>
      </Section>
      <Section title={t("style.colours")}>
        <p>{t("style.colours.text")}</p>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-4">
          {Object.entries(SURFACES).map(([name, look]) => (
            <li key={name} className={`rounded-field border border-line p-3 ${look}`}>
              {name}
            </li>
          ))}
        </ul>
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {Object.entries(INKS).map(([name, look]) => (
            <span key={name} className={`font-semibold ${look}`}>
              {name}
            </span>
          ))}
        </p>
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-6">
          {Object.entries(LINES).map(([name, look]) => (
            <li key={name} className={`rounded-field border-2 p-2 text-sm ${look}`}>
              {name}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("style.type")}>
        {SIZES.map((size) => (
          <p key={size} className={size}>
            {t("style.type.sample")}
          </p>
        ))}
      </Section>
      <Section title={t("style.shape")}>
        <ul className="grid gap-1">
          {Object.entries(SPACES).map(([steps, width]) => (
            <li key={steps} className="flex items-center gap-3 text-sm">
              <span className={`h-4 bg-gold ${width}`} /> {t("style.shape.space", { steps })}
            </li>
          ))}
        </ul>
        <div className="grid gap-4 sm:grid-cols-3">
          <div className="rounded-field border border-line bg-card p-4">rounded-field</div>
          <Card>rounded-card, shadow-card</Card>
          <div className="rounded-card border border-line bg-card p-4 shadow-raised transition-colors hover:bg-sea-soft">
            shadow-raised. {t("style.shape.motion")}
          </div>
        </div>
      </Section>
    </>
  );
}
