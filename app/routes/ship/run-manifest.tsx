import type { Delivery } from "#app/domain/checkout.ts";
import type { ConsignmentState } from "#app/domain/consignment.ts";
import { formatMoment, formatWeight } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Empty, Notice, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";

type Consignment = {
  id: string;
  orderNumber: string;
  buyerName: string;
  groupName: string;
  to: string | null;
  delivery: Delivery;
  state: ConsignmentState;
  grams: number;
  isPacked: boolean;
};

type ManifestProps = { code: string; consignments: Consignment[]; waiting: number };

/** What travels: by group, and by where it goes. */
export function RunManifest({ code, consignments, waiting }: ManifestProps) {
  const { t, locale } = useWords();
  const groups = [...new Set(consignments.map((each) => each.groupName))];
  return (
    <>
      <Section title={t("runs.manifest")}>
        {consignments.length === 0 ? <Empty drawing="boat" text={t("runs.manifest.none")} /> : null}
        {waiting > 0 ? <p className="text-quiet">{t("runs.manifest.waiting", { count: waiting })}</p> : null}
        {groups.map((group) => {
          const rows = consignments.filter((each) => each.groupName === group);
          const grams = rows.reduce((all, each) => all + each.grams, 0);
          return (
            <div key={group} className="grid gap-2">
              <h3>{group}</h3>
              <ConsignmentTable
                code={code}
                rows={rows}
                caption={t("runs.load", { count: rows.length, weight: formatWeight(locale, grams) })}
              />
            </div>
          );
        })}
      </Section>
      <Destinations consignments={consignments} />
    </>
  );
}

function ConsignmentTable({ code, rows, caption }: { code: string; rows: Consignment[]; caption: string }) {
  const { t, locale } = useWords();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: "order", label: t("runs.order"), cell: (row) => row.orderNumber },
        { key: "buyer", label: t("consignments.buyer"), phone: "plain", cell: (row) => row.buyerName },
        {
          key: "to",
          label: t("runs.to"),
          phone: "plain",
          cell: (row) => row.to ?? t(`delivery.${row.delivery}`),
        },
        {
          key: "weight",
          label: t("runs.weight"),
          numeric: true,
          cell: (row) => `${row.isPacked ? "" : "± "}${formatWeight(locale, row.grams)}`,
        },
        {
          key: "state",
          label: t("runs.state"),
          phone: "plain",
          cell: (row) =>
            row.state === "packed" ? (
              <span className="flex flex-wrap items-center gap-2">
                <Badge>{t("consignment-state.packed")}</Badge>
                <ButtonLink to={`/runs/${code}/receive/${row.id}`} look="second">
                  {t("runs.receive")}
                </ButtonLink>
              </span>
            ) : (
              <Badge tone={row.state === "to-pack" ? "warn" : "info"}>{t(`consignment-state.${row.state}`)}</Badge>
            ),
        },
      ]}
    />
  );
}

function Destinations({ consignments }: { consignments: Consignment[] }) {
  const { t, locale } = useWords();
  const places = [...new Set(consignments.map((each) => each.to ?? ""))];
  if (places.length === 0) return null;
  const rows = places.map((place) => {
    const here = consignments.filter((each) => (each.to ?? "") === place);
    return { place, count: here.length, grams: here.reduce((all, each) => all + each.grams, 0) };
  });
  return (
    <Section title={t("runs.places")}>
      <Table
        caption={t("runs.places.lead")}
        rows={rows}
        rowKey={(row) => row.place}
        columns={[
          { key: "place", label: t("runs.to"), cell: (row) => row.place || t("delivery.run-door") },
          { key: "count", label: t("runs.consignments"), numeric: true, cell: (row) => row.count },
          { key: "weight", label: t("runs.weight"), numeric: true, cell: (row) => formatWeight(locale, row.grams) },
        ]}
      />
    </Section>
  );
}

type NextRun = { code: string; departsAt: string };

/** What was not handed over when the boat left, and where it can go now. */
export function RunLeftBehind({ left }: { left: (Consignment & { next: NextRun | null })[] }) {
  const { t, locale } = useWords();
  if (left.length === 0) return null;
  const nextRuns = new Map(left.flatMap(({ next }) => (next ? [[next.code, next] as const] : [])));
  return (
    <Section title={t("runs.left", { count: left.length })}>
      <Notice tone="warn">
        {[...nextRuns.values()].map(({ code, departsAt }) => (
          <p key={code}>{t("runs.left.next", { code, moment: formatMoment(locale, departsAt) })}</p>
        ))}
        {left.every((each) => each.next) ? null : <p>{t("runs.left.none")}</p>}
      </Notice>
      <Table
        caption={t("runs.left.lead")}
        rows={left}
        rowKey={(row) => row.id}
        columns={[
          { key: "order", label: t("runs.order"), cell: (row) => row.orderNumber },
          { key: "group", label: t("consignments.group"), cell: (row) => row.groupName },
          { key: "state", label: t("runs.state"), cell: (row) => t(`consignment-state.${row.state}`) },
          {
            key: "move",
            label: t("runs.left.what"),
            cell: (row) =>
              row.next ? (
                <FormFrame className="grid">
                  <input type="hidden" name="consignmentId" value={row.id} />
                  <Button look="second" name="intent" value="move">
                    {t("runs.left.move", { code: row.next.code })}
                  </Button>
                </FormFrame>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </Section>
  );
}
