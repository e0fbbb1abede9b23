import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";

const STEPS = [1, 2, 3] as const;

export function HowMoneyIsShared() {
  const { t } = useWords();
  return (
    <section className="grid gap-4">
      <h2 className="sm:text-2xl">{t("home.sharing")}</h2>
      <ol className="grid gap-3 sm:grid-cols-3 sm:gap-4">
        {STEPS.map((step) => (
          <li key={step} className="flex gap-3 rounded-card border border-line bg-card p-4">
            <span
              aria-hidden="true"
              className="grid size-9 shrink-0 place-items-center rounded-full bg-gold-soft font-bold text-gold-ink"
            >
              {step}
            </span>
            <span>
              <strong className="block leading-snug">{t(`home.sharing.${step}`)}</strong>
              <span className="text-quiet">{t(`home.sharing.${step}.text`)}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function JoinLumbung() {
  const { t } = useWords();
  return (
    <section className="grid gap-3 rounded-card bg-mangrove-soft p-5 sm:grid-cols-[1fr_auto] sm:items-center sm:gap-6 sm:p-8">
      <div>
        <h2 className="sm:text-2xl">{t("home.join")}</h2>
        <p>{t("home.join.text")}</p>
      </div>
      <ButtonLink to="/groups/new">{t("home.join.go")}</ButtonLink>
    </section>
  );
}
