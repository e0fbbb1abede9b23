import { reasonText } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";

type ErrorSummaryProps = {
  errors: Record<string, string>;
  /** What stands before a field's name in its id. */
  prefix: string;
};

/** Why a form came back, with a way to each field; the page's script moves the focus here. */
export function ErrorSummary({ errors, prefix }: ErrorSummaryProps) {
  const { t } = useWords();
  const reasons = Object.entries(errors);
  if (reasons.length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} className="rounded-card border-2 border-clay bg-clay-soft p-4">
      <p className="font-bold text-clay">{t("form.errors.title")}</p>
      <ul className="mt-1 list-disc ps-5">
        {reasons.map(([name, reason]) => (
          <li key={name}>
            {name === "form" ? reasonText(t, reason) : <a href={`#${prefix}-${name}`}>{reasonText(t, reason)}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
