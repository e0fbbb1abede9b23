import { type MetaFunction, useLoaderData, useLocation } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { buttonClass } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { door } from "#app/web/door.server.ts";
import { openPaper } from "#app/web/paper.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { PaperSheet } from "./paper-sheet.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "document.of", { title: data?.paper.title ?? "", number: data?.paper.number ?? "" });

export const loader = door(openPaper);

export default function Document() {
  const { paper, orderNumber } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <Page
      title={t("document.of", { title: paper.title, number: paper.number })}
      back={{ to: `/orders/${orderNumber}/documents`, label: t("document.all", { number: orderNumber }) }}
    >
      <PrintSheet label={t("document.print")} hint={t("document.print-hint")}>
        <PaperSheet paper={paper} />
        <a href={`${pathname}/pdf`} className={`${buttonClass("second")} justify-self-start print:hidden`}>
          {t("document.pdf")}
        </a>
      </PrintSheet>
    </Page>
  );
}
