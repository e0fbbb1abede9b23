import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { OWED, whyAddress } from "#app/domain/why.ts";
import { formatMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Badge, Empty, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { monthBeside, monthOf } from "#app/web/month.ts";
import { pageTitle } from "#app/web/title.ts";
import { listMonths } from "#db/read/month-review.ts";

/** No more than ten years back. */
const MOST = 120;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "months.title");

export const loader = door(async (entered) => {
  const { ctx } = entered;
  const group = await openGroup(entered, "see-books");
  const { states, seals, first } = await listMonths(ctx.actor, group.id);
  const start = first ? monthOf(first).name : null;
  const names: string[] = [];
  for (let month = monthOf(ctx.now).name; start !== null && month >= start && names.length < MOST; )
    month = monthBeside(names[names.push(month) - 1] ?? "", -1);
  return {
    group: { slug: group.slug, name: group.name },
    months: names.map((name) => {
      const state = states.find((each) => each.month === name)?.state ?? ("open" as const);
      const seal = state === "closed" ? seals.find((each) => each.month === name) : undefined;
      return { name, state, owed: seal?.totals.owed ?? null };
    }),
  };
});

export default function ListMonths() {
  const { group, months } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("months.title")}
      lead={t("months.lead")}
      trail={[
        { to: `/desk/${group.slug}`, label: group.name },
        { to: `/books/${group.slug}`, label: t("books.title") },
      ]}
      width="narrow"
    >
      {months.length === 0 ? (
        <Empty drawing="book" text={t("months.none")} />
      ) : (
        <Table
          caption={t("months.caption")}
          rows={months}
          rowKey={(month) => month.name}
          columns={[
            {
              key: "month",
              label: t("months.month"),
              cell: (month) => (
                <Link
                  to={`/books/${group.slug}/months/${month.name}`}
                  className="inline-flex min-h-11 items-center text-sea underline"
                >
                  {formatMonth(locale, month.name)}
                </Link>
              ),
            },
            {
              key: "state",
              label: t("months.state"),
              phone: "figure",
              cell: (month) => (
                <Badge tone={month.state === "closed" ? "good" : "info"}>{t(`month.state.${month.state}`)}</Badge>
              ),
            },
            {
              key: "owed",
              label: t("months.owed"),
              numeric: true,
              cell: (month) =>
                month.owed === null ? (
                  "–"
                ) : (
                  <Amount
                    amount={month.owed}
                    why={whyAddress(group.slug, month.owed, { ...OWED, until: month.name })}
                  />
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}
