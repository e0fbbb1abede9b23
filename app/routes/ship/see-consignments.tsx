import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { pickingList } from "#app/domain/picking-list.ts";
import { isLeftBehind } from "#app/domain/run.ts";
import { formatMoment, formatQuantity } from "#app/i18n/format.ts";
import { unitName } from "#app/i18n/units.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Empty, Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listGroupConsignments } from "#db/read/consignments.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "consignments.title");

const SECTIONS = [
  { key: "left", states: [] },
  { key: "to-pack", states: ["to-pack"] },
  { key: "packed", states: ["packed"] },
  { key: "handed-over", states: ["handed-over"] },
  { key: "travelling", states: ["departed", "arrived"] },
  { key: "waiting", states: ["waiting"] },
] as const satisfies { key: string; states: readonly string[] }[];
type SectionKey = (typeof SECTIONS)[number]["key"];

type Row = Awaited<ReturnType<typeof listGroupConsignments>>[number];

function sectionOf(row: Row): SectionKey {
  if (isLeftBehind(row)) return "left";
  return SECTIONS.find(({ states }) => states.some((state) => state === row.state))?.key ?? "waiting";
}

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-consignments");
  const rows = await listGroupConsignments(entered.ctx.actor, group.id);
  return {
    slug: group.slug,
    name: group.name,
    picking: pickingList(rows.filter((row) => row.state === "to-pack").flatMap((row) => row.lines)),
    consignments: rows.map((row) => ({
      id: row.id,
      section: sectionOf(row),
      orderNumber: row.orderNumber,
      buyerName: row.buyerName,
      delivery: row.delivery,
      runCode: row.runCode,
      cutOffAt: row.cutOffAt,
      state: row.state,
      lines: row.lines.map(({ listingName, variantName, unit, quantityMilli }) => ({
        name: [listingName, variantName].filter(Boolean).join(", "),
        unit,
        quantityMilli,
      })),
    })),
  };
});

export default function SeeConsignments() {
  const { slug, name, picking, consignments } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <Page title={t("consignments.title")} lead={name} back={{ to: `/desk/${slug}`, label: t("nav.desk") }}>
      {consignments.length === 0 ? <Empty drawing="basket" text={t("consignments.none")} /> : null}
      {picking.length > 0 ? <Picking rows={picking} /> : null}
      {SECTIONS.map(({ key }) => {
        const here = consignments.filter((each) => each.section === key);
        return here.length === 0 ? null : (
          <Section key={key} id={key} title={`${t(`consignments.section.${key}`)} (${here.length})`}>
            <ul className="grid gap-3 sm:grid-cols-2">
              {here.map((each) => (
                <ConsignmentCard key={each.id} slug={slug} consignment={each} />
              ))}
            </ul>
          </Section>
        );
      })}
    </Page>
  );
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

function Picking({ rows }: { rows: Data["picking"] }) {
  const { t, locale } = useWords();
  return (
    <Section title={t("consignments.picking.title")}>
      <Table
        caption={t("consignments.picking.lead")}
        rowKey={(row) => `${row.variantId} ${row.unit}`}
        rows={rows}
        columns={[
          {
            key: "name",
            label: t("consignments.goods"),
            cell: (row) => [row.listingName, row.variantName].filter(Boolean).join(", "),
          },
          {
            key: "quantity",
            label: t("consignments.quantity"),
            numeric: true,
            phone: "figure",
            cell: (row) => (
              <strong>
                {formatQuantity(locale, row.quantityMilli)} {unitName(t, row.unit)}
              </strong>
            ),
          },
          { key: "lines", label: t("consignments.picking.orders"), numeric: true, cell: (row) => row.lines },
        ]}
      />
    </Section>
  );
}

function ConsignmentCard({ slug, consignment }: { slug: string; consignment: Data["consignments"][number] }) {
  const { t, locale } = useWords();
  return (
    <li className="grid content-start gap-2 rounded-card border border-line bg-card p-4 shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link
          to={`/desk/${slug}/consignments/${consignment.id}`}
          className="inline-flex min-h-11 items-center font-bold text-sea underline underline-offset-2"
        >
          {consignment.orderNumber}
        </Link>
        <Badge tone={consignment.section === "left" ? "bad" : "info"}>
          {t(`consignment-state.${consignment.state}`)}
        </Badge>
      </div>
      <p>
        {consignment.buyerName} · {t(`delivery.${consignment.delivery}`)}
        {consignment.runCode ? ` · ${consignment.runCode}` : ""}
      </p>
      {consignment.cutOffAt && consignment.section === "to-pack" ? (
        <p className="text-sm text-quiet">
          {t("consignments.bring-by", { moment: formatMoment(locale, consignment.cutOffAt) })}
        </p>
      ) : null}
      <ul className="list-disc ps-5">
        {consignment.lines.map((line) => (
          <li key={line.name}>
            {formatQuantity(locale, line.quantityMilli)} {unitName(t, line.unit)} · {line.name}
          </li>
        ))}
      </ul>
    </li>
  );
}
