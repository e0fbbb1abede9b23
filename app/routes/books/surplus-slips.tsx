import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { slipsOf } from "#app/domain/surplus-year.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { door, notFound } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { yearOf } from "#app/web/surplus.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findSurplusYear } from "#db/read/surplus.ts";
import { Slip } from "./slip.tsx";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "surplus.slips");

export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const year = yearOf(entered);
  const known = await findSurplusYear({ groupId: group.id, year });
  if (!known || (known.state !== "posted" && known.state !== "reversal-asked")) throw notFound();
  return { group: { slug: group.slug, name: group.name }, year, yearId: known.id, slips: slipsOf(known.content, year) };
});

export default function SurplusSlips() {
  const { group, year, yearId, slips } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/books/${group.slug}/surplus`;
  return (
    <Page
      title={t("surplus.slips")}
      lead={t("surplus.year.title", { year: String(year) })}
      trail={[
        { to: base, label: t("surplus.title") },
        { to: `${base}/${year}`, label: t("surplus.year.title", { year: String(year) }) },
      ]}
    >
      <p className="print:hidden">
        <a href={`${base}/${year}/slips/pdf`} className="inline-flex min-h-11 items-center text-sea underline">
          {t("surplus.slip.pdf")}
        </a>
      </p>
      <PrintSheet>
        <div className="grid gap-4 sm:grid-cols-2 print:grid-cols-2">
          {slips.map((slip) => (
            <Slip key={slip.memberId} slip={slip} group={group} year={{ id: yearId, name: year }} />
          ))}
        </div>
      </PrintSheet>
    </Page>
  );
}
