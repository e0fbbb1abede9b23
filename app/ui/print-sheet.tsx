import type { ReactNode } from "react";
import { useWords } from "#app/i18n/words.tsx";
import { Button } from "./button.tsx";
import { Card } from "./page.tsx";

type PrintSheetProps = { label?: string; hint?: string; children: ReactNode };

/** A page that also lives on paper: on the screen a card, printed only its words. The button appears where it can work. */
export function PrintSheet({ label, hint, children }: PrintSheetProps) {
  const { t } = useWords();
  return (
    <Card className="grid gap-5 print:border-0 print:p-0 print:shadow-none">
      {children}
      <p className="text-sm text-quiet print:hidden">{hint ?? t("print.hint")}</p>
      <Button type="button" look="second" data-print hidden className="justify-self-start print:hidden">
        {label ?? t("print.do")}
      </Button>
    </Card>
  );
}

/** Room for two names on paper. */
export function Signatures() {
  const { t } = useWords();
  return (
    <div className="hidden grid-cols-2 gap-6 print:grid">
      {[t("cash.sign.treasurer"), t("cash.sign.chair")].map((who) => (
        <p key={who} className="h-28 border-b border-line">
          {who}
        </p>
      ))}
    </div>
  );
}
