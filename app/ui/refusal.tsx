import { reasonText } from "#app/i18n/translate.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice } from "./page.tsx";

/** On a page with several forms: why the press came to nothing, where it is seen first. */
export function Refusal({ state }: { state: { errors: Record<string, string> } | undefined }) {
  const { t } = useWords();
  const reason = state?.errors.form;
  if (!reason) return null;
  return (
    <div role="alert" tabIndex={-1}>
      <Notice tone="bad">{reasonText(t, reason)}</Notice>
    </div>
  );
}
