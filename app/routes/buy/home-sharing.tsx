import { Link } from "@remix-run/react";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { PricePicture } from "./listing-parts.tsx";

const STEPS = [1, 2, 3] as const;

type SavingsProps = { savings: { consignments: number; saved: number } };

/** What sharing has saved lately, where it has. */
export function Savings({ savings }: SavingsProps) {
  const { t } = useWords();
  const { consignments, saved } = savings;
  if (saved <= 0) return <p className="text-quiet">{t("home.runs.lead")}</p>;
  return (
    <p>
      {t("home.runs.lead")}{" "}
      <strong>
        <Sentence>{t("home.runs.saved", { amount: formatRupiah(saved), count: consignments })}</Sentence>
      </strong>
    </p>
  );
}

type Example = { slug: string; name: string; groupName: string; unit: string } & Parameters<typeof PricePicture>[0];

/** In three steps, and in the figures of something that is on sale. */
export function HowMoneyIsShared({ example }: { example: Example | null }) {
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
      {example ? (
        <div className="grid gap-3 rounded-card border border-line bg-card p-4 sm:max-w-2xl sm:p-5">
          <h3>
            {t("home.sharing.example")}{" "}
            <Link to={`/listings/${example.slug}`} className="text-sea underline underline-offset-2">
              {example.name}
            </Link>
          </h3>
          <p className="text-sm text-quiet">{example.groupName}</p>
          <PricePicture price={example.price} shares={example.shares} unit={example.unit} />
        </div>
      ) : null}
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
