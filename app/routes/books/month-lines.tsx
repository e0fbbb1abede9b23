import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { Unit } from "#app/domain/unit.ts";
import { ofLine, whyAddress } from "#app/domain/why.ts";
import { formatQuantity, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Section } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { MonthPage } from "./month-page.server.ts";

type MonthLinesProps = { page: MonthPage; state: ComponentProps<typeof FormFrame>["state"] };
type Line = MonthPage["lines"][number];

/** A month's lines by flag; the treasurer ticks those that are in order and accepts them at once. */
export function MonthLines({ page, state }: MonthLinesProps) {
  const { t } = useWords();
  const mayAccept = page.may.includes("accept-lines") && page.lines.some(isToReview);
  return (
    <Section title={t("month.lines")}>
      <Tabs page={page} />
      {page.lines.length === 0 ? <p className="text-quiet">{t("month.lines.none")}</p> : null}
      {page.lines.length > 0 && mayAccept ? (
        <FormFrame state={stateFor(state, { intent: "accept-lines" })}>
          <input type="hidden" name="intent" value="accept-lines" />
          <Lines page={page} hasTicks />
          <Button>{t("month.lines.accept")}</Button>
        </FormFrame>
      ) : null}
      {page.lines.length > 0 && !mayAccept ? <Lines page={page} hasTicks={false} /> : null}
      <Pagination
        page={page.page}
        hasNext={page.hasMore}
        linkTo={(other) => `?${new URLSearchParams({ show: page.show, page: String(other) })}`}
      />
    </Section>
  );
}

function isToReview(line: Line): boolean {
  return line.flags.length > 0 && !line.isAccepted;
}

function Tabs({ page: { show, counts } }: { page: MonthPage }) {
  const { t } = useWords();
  const tab = (key: string, label: string) => ({ key, to: `?show=${key}`, label, isHere: key === show });
  return (
    <TabLinks
      label={t("month.show")}
      tabs={[
        tab("to-review", t("month.show.to-review", { count: counts["to-review"] })),
        ...counts.flags
          .filter(({ count }) => count > 0)
          .map(({ flag, count }) => tab(flag, t("month.show.flag", { flag: t(`month.flag.${flag}`), count }))),
        tab("all", t("month.show.all", { count: counts.all })),
      ]}
    />
  );
}

function Lines({ page: { group, lines }, hasTicks }: { page: MonthPage; hasTicks: boolean }) {
  const { t, locale } = useWords();
  const nameOf = (line: Line): string => [line.listingName, line.variantName].filter(Boolean).join(", ");
  const tick = {
    key: "tick",
    label: <span className="sr-only">{t("form.choose")}</span>,
    phone: "lead" as const,
    cell: (line: Line) =>
      isToReview(line) ? (
        <label className="grid size-11 cursor-pointer place-items-center">
          <span className="sr-only">{t("month.lines.tick", { name: nameOf(line) })}</span>
          <input type="checkbox" name="lineId" value={line.id} defaultChecked className="size-6 accent-sea" />
        </label>
      ) : null,
  };
  return (
    <Table
      caption={t("month.lines.caption")}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        ...(hasTicks ? [tick] : []),
        {
          key: "what",
          label: t("books.what"),
          phone: "name",
          cell: (line) => (
            <Link
              to={`/books/${group.slug}/lines/${line.id}`}
              className="inline-flex min-h-11 items-center text-sea underline"
            >
              {nameOf(line)}
            </Link>
          ),
        },
        {
          key: "day",
          label: t("books.day"),
          phone: "plain",
          cell: (line) => (line.deliveredAt ? formatShortDay(locale, line.deliveredAt) : ""),
        },
        {
          key: "quantity",
          label: t("books.quantity"),
          phone: "plain",
          cell: (line) => `${formatQuantity(locale, line.quantityMilli)} ${t(`unit.${line.unit as Unit}`)}`,
        },
        {
          key: "flags",
          label: t("month.lines.flags"),
          phone: "plain",
          cell: (line) => (
            <span className="inline-flex flex-wrap gap-1">
              {line.flags.map((flag) => (
                <Badge key={flag} tone="warn">
                  {t(`month.flag.${flag}`)}
                </Badge>
              ))}
              {line.isAccepted ? <Badge tone="good">{t("month.lines.accepted")}</Badge> : null}
            </span>
          ),
        },
        {
          key: "value",
          label: t("books.value"),
          numeric: true,
          cell: (line) => <Amount amount={line.value} why={whyAddress(group.slug, line.value, ofLine(line.id))} />,
        },
      ]}
    />
  );
}
