import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { door } from "#app/web/door.server.ts";
import { openSlip } from "#app/web/surplus.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { Slip } from "./slip.tsx";

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, "surplus.slip.title", { number: data?.slip.label ?? "" });

export const loader = door(async (entered) => {
  const { group, year, yearId, slip, isUndone } = await openSlip(entered);
  return { group: { slug: group.slug, name: group.name }, year, yearId, slip, isUndone };
});

export default function SurplusSlipPage() {
  const { group, year, yearId, slip, isUndone } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const own = `/books/${group.slug}/members/${slip.memberId}`;
  return (
    <Page
      title={t("surplus.slip.title", { number: slip.label })}
      lead={group.name}
      back={{ to: own, label: slip.name }}
      width="narrow"
    >
      {isUndone ? (
        <Notice tone="warn">{t("surplus.slip.undone")}</Notice>
      ) : (
        <p className="print:hidden">{t("surplus.slip.where")}</p>
      )}
      <PrintSheet>
        <Slip slip={slip} group={group} year={{ id: yearId, name: year }} />
      </PrintSheet>
      <p className="print:hidden">
        <a href={`${own}/surplus/${year}/pdf`} className="inline-flex min-h-11 items-center text-sea underline">
          {t("surplus.slip.pdf")}
        </a>
      </p>
    </Page>
  );
}
