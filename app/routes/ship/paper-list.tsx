import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { PrintSheet } from "#app/ui/print-sheet.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listFor, PAPER_LISTS, rowsOf } from "./hub-lists.server.ts";
import { hubHead, openRunOf } from "./hub-page.server.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "hub.paper.title");

export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const list = listFor(run.state, entered.url.searchParams.get("list"));
  return {
    ...hubHead(entered, run),
    ...{ list, lists: [...PAPER_LISTS], rows: await rowsOf(entered, run, list) },
    ...{ vessel: run.vessel, departsAt: run.departsAt },
  };
});

export default function PaperListPage() {
  const data = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const { code, list, rows } = data;
  return (
    <Page
      title={t(`hub.list.${list}`)}
      lead={`${data.way} · ${code} · ${data.vessel}, ${formatDay(locale, data.departsAt)}`}
      back={{ to: `/runs/${code}`, label: code }}
    >
      <div className="grid gap-3 print:hidden">
        <TabLinks
          label={t("hub.paper.title")}
          tabs={data.lists.map((each) => ({
            key: each,
            to: `/runs/${code}/paper?list=${each}`,
            label: t(`hub.list.${each}`),
            isHere: each === list,
          }))}
        />
        {list === "hand-over" ? (
          <p className="text-quiet">{t("hub.paper.hand-over-note")}</p>
        ) : (
          <div>
            <ButtonLink to={`/runs/${code}/type-in?list=${list}`} look="second">
              {t("hub.paper.type-in")}
            </ButtonLink>
          </div>
        )}
      </div>
      {rows.length === 0 ? (
        <Empty drawing="boat" text={t("hub.paper.none")} />
      ) : (
        <PrintSheet hint={t("hub.paper.hint")}>
          <p>
            {t("hub.paper.done-by")}: <span className="inline-block w-40 border-b border-edge" />
          </p>
          <table className="w-full border-collapse text-start">
            <caption className="sr-only">{t(`hub.list.${list}`)}</caption>
            <thead>
              <tr className="border-b-2 border-edge text-start text-sm">
                <th scope="col" className="px-1 py-2 text-start sm:px-2">
                  <span className="sr-only">{t("hub.paper.tick")}</span>✓
                </th>
                <th scope="col" className="px-1 py-2 text-start sm:px-2">
                  {t("hub.paper.what")}
                </th>
                <th scope="col" className="px-1 py-2 text-start sm:px-2">
                  {t(list === "receiving" ? "hub.paper.count" : "hub.paper.note")}
                </th>
                <th scope="col" className="px-1 py-2 text-start sm:px-2">
                  {t(list === "hand-over" ? "hub.paper.signature" : "hub.paper.weight")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id} className="break-inside-avoid border-b border-line align-top">
                  <td className="px-1 py-2 sm:px-2">
                    <span aria-hidden="true" className="inline-block size-6 border-2 border-edge" />
                  </td>
                  <td className="px-1 py-2 [overflow-wrap:anywhere] sm:px-2">
                    <strong className="block">{row.name}</strong>
                    {row.under}
                    <span className="block text-sm">{row.details.join(", ")}</span>
                  </td>
                  <td className="px-1 py-2 sm:px-2">
                    <span aria-hidden="true" className="inline-block h-7 w-8 border-b border-edge sm:w-14 print:w-14" />
                  </td>
                  <td className="px-1 py-2 sm:px-2">
                    <span
                      aria-hidden="true"
                      className="inline-block h-7 w-10 border-b border-edge sm:w-24 print:w-28"
                    />
                    {row.weight ? <span className="block text-sm text-quiet">{row.weight}</span> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PrintSheet>
      )}
    </Page>
  );
}
