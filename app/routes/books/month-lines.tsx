import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { type MonthFilter, type MonthShow, writeMonthFilter } from "#app/domain/month-filter.ts";
import type { Unit } from "#app/domain/unit.ts";
import { ofLine, whyAddress } from "#app/domain/why.ts";
import { formatQuantity, formatRupiah, formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FilterSelect } from "#app/ui/filter-fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Section } from "#app/ui/page.tsx";
import { Sentence } from "#app/ui/sentence.tsx";
import { Stepping } from "#app/ui/stepping.tsx";
import { TabLinks } from "#app/ui/tab-links.tsx";
import { Table } from "#app/ui/table.tsx";
import { stateFor } from "#app/ui/which-form.ts";
import type { MonthPage } from "./month-page.server.ts";

type MonthLinesProps = { page: MonthPage; state: ComponentProps<typeof FormFrame>["state"] };
type Line = MonthPage["lines"][number];

/** A month's lines by flag; the treasurer ticks those that are in order and accepts them at once, or a whole view. */
export function MonthLines({ page, state }: MonthLinesProps) {
  const { t } = useWords();
  const mayAccept = page.may.includes("accept-lines") && page.lines.some(isToReview);
  return (
    <Section title={t("month.lines")}>
      <Tabs page={page} />
      <Narrow page={page} />
      <ShownSum page={page} />
      {page.lines.length === 0 ? <p className="text-quiet">{t("month.lines.none")}</p> : null}
      {page.lines.length > 0 && mayAccept ? (
        <FormFrame state={stateFor(state, { intent: "accept-lines" })}>
          <input type="hidden" name="intent" value="accept-lines" />
          <Lines page={page} hasTicks />
          <Button>{t("month.lines.accept")}</Button>
        </FormFrame>
      ) : null}
      {page.lines.length > 0 && !mayAccept ? <Lines page={page} hasTicks={false} /> : null}
      <Stepping
        before={page.before && viewAt(page.filter, ["before", page.before])}
        after={page.after && viewAt(page.filter, ["after", page.after])}
        first={page.isFirst ? null : viewAt(page.filter)}
      />
      {page.may.includes("accept-lines") && page.toAccept > page.lines.filter(isToReview).length ? (
        <AcceptAll page={page} state={state} />
      ) : null}
    </Section>
  );
}

function viewAt(filter: MonthFilter, ...more: [string, string][]): string {
  return `?${new URLSearchParams([...writeMonthFilter(filter), ...more])}`;
}

function isToReview(line: Line): boolean {
  return line.flags.length > 0 && !line.isAccepted;
}

function Tabs({ page: { filter, shows } }: { page: MonthPage }) {
  const { t } = useWords();
  const labelOf = (show: MonthShow, count: number): string => {
    if (show === "to-review") return t("month.show.to-review", { count });
    return show === "all"
      ? t("month.show.all", { count })
      : t("month.show.flag", { flag: t(`month.flag.${show}`), count });
  };
  const tabs = shows.filter(({ show, lines }) => lines > 0 || show === "to-review" || show === "all");
  return (
    <TabLinks
      label={t("month.show")}
      tabs={tabs.map(({ show, lines }) => ({
        key: show,
        to: viewAt({ ...filter, show }),
        label: labelOf(show, lines),
        isHere: show === filter.show,
      }))}
    />
  );
}

/** Lines with one member's share, or some goods: a view of a view. */
function Narrow({ page: { filter, members } }: { page: MonthPage }) {
  const { t } = useWords();
  return (
    <FormFrame
      method="get"
      defaults={{ goods: filter.goods }}
      className="grid gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
    >
      <input type="hidden" name="show" value={filter.show} />
      <FilterSelect
        name="member"
        label={t("month.filter.member")}
        value={filter.memberId}
        all={t("month.filter.member.all")}
        choices={members.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` }))}
      />
      <TextField name="goods" label={t("month.filter.goods")} maxLength={80} autoComplete="off" />
      <div className="flex flex-wrap gap-2">
        <Button look="second">{t("catalogue.apply")}</Button>
        {filter.memberId || filter.goods ? (
          <ButtonLink to={viewAt({ ...filter, memberId: null, goods: "" })} look="quiet">
            {t("month.filter.clear")}
          </ButtonLink>
        ) : null}
      </div>
    </FormFrame>
  );
}

/** Of all pages of the view together. */
function ShownSum({ page: { filter, shows } }: { page: MonthPage }) {
  const { t } = useWords();
  const here = shows.find(({ show }) => show === filter.show);
  if (!here || here.lines === 0) return null;
  return (
    <p role="status" className="font-semibold">
      <Sentence>{t("month.lines.sum", { count: here.lines, amount: formatRupiah(here.value) })}</Sentence>
    </p>
  );
}

function AcceptAll({ page: { filter, toAccept }, state }: MonthLinesProps) {
  const { t } = useWords();
  return (
    <FormFrame state={stateFor(state, { intent: "accept-shown" })}>
      <input type="hidden" name="intent" value="accept-shown" />
      <input type="hidden" name="show" value={filter.show} />
      <input type="hidden" name="member" value={filter.memberId ?? ""} />
      <input type="hidden" name="goods" value={filter.goods} />
      <input type="hidden" name="seen" value={toAccept} />
      <p className="text-quiet">{t("month.lines.accept-all.note")}</p>
      <Button look="second">{t("month.lines.accept-all", { count: toAccept })}</Button>
    </FormFrame>
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
