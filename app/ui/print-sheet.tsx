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
