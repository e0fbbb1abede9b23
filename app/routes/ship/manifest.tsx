import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { parcelWords } from "#app/i18n/hub-papers.ts";
import { useWords } from "#app/i18n/words.tsx";
import { CrossingNotes } from "#app/ui/crossing-notes.tsx";
import { Facts } from "#app/ui/facts.tsx";
import { HubIcon } from "#app/ui/hub-icon.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { manifestOfRun } from "./manifest.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.manifest.title");

export const loader = door((entered) => manifestOfRun(entered));

export default function Manifest() {
  const run = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { code, parcels } = run;
  const grams = parcels.reduce((all, parcel) => all + parcel.grams, 0);
  return (
    <Page title={t("hub.manifest.title")} lead={code} back={{ to: `/runs/${code}`, label: code }}>
      {parcels.length === 0 ? (
        <Empty drawing="boat" text={t("hub.manifest.none")} />
      ) : (
        <>
          <a
            href={`/runs/${code}/manifest.pdf`}
            className="inline-flex min-h-11 items-center gap-2 font-semibold print:hidden"
          >
            <HubIcon of="manifest" />
            {t("hub.manifest.pdf")}
          </a>
          <PrintSheet>
            <Facts
              facts={[
                { label: t("runs.hub"), value: run.hubName },
                { label: t("runs.to"), value: run.zoneName },
                { label: t("runs.vessel"), value: run.vessel },
                { label: t("runs.departure"), value: formatMoment(locale, run.departsAt) },
              ]}
            />
            <Table
              caption={t("hub.manifest.caption")}
              rows={parcels}
              rowKey={(parcel) => String(parcel.number)}
              columns={[
                { key: "parcel", label: t("runs.parcels"), cell: (parcel) => parcelWords(parcel, t) },
                { key: "orders", label: t("runs.consignments"), cell: (parcel) => parcel.orders.join(", ") },
                {
                  key: "loaded",
                  label: t("hub.manifest.on-board"),
                  cell: (parcel) => (parcel.isLoaded ? t("hub.manifest.yes") : "–"),
                },
                {
                  key: "weight",
                  label: t("runs.weight"),
                  numeric: true,
                  cell: (parcel) => formatWeight(locale, parcel.grams),
                },
              ]}
              footer={[
                `${t("hub.manifest.total")}: ${t("hub.parcels", { count: parcels.length })}`,
                "",
                "",
                formatWeight(locale, grams),
              ]}
            />
            <p className="text-sm text-quiet">{t("hub.manifest.note")}</p>
            <CrossingNotes notes={run.crossings} to="keeper" />
            <ul className="mt-10 grid gap-10 sm:grid-cols-3 print:grid-cols-3 print:gap-6">
              {(["keeper", "captain", "taker"] as const).map((who) => (
                <li key={who} className="border-t border-edge pt-1 text-sm text-quiet">
                  {t(`hub.manifest.${who}`)}
                </li>
              ))}
            </ul>
          </PrintSheet>
        </>
      )}
    </Page>
  );
}
