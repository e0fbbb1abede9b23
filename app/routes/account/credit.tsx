import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Card, Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { findOwnCredit } from "#db/read/buyer-credit.ts";

const PAGE = 30;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "credit.title");

export const loader = door(async ({ ctx, url }) => {
  const asked = Number(url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const { balance, changes } = await findOwnCredit(ctx.actor, { limit: PAGE + 1, offset: (page - 1) * PAGE });
  return { balance, page, hasMore: changes.length > PAGE, changes: changes.slice(0, PAGE) };
});

export default function Credit() {
  const { balance, page, hasMore, changes } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page
      title={t("credit.title")}
      lead={t("credit.lead")}
      back={{ to: "/account", label: t("nav.account") }}
      width="narrow"
    >
      <Card>
        <p className="text-sm font-semibold text-quiet">{t("credit.balance")}</p>
        <p className="text-2xl font-bold">
          <Amount amount={balance} plain="here" />
        </p>
      </Card>
      {changes.length === 0 ? (
        <Empty drawing="book" text={t("credit.none")} />
      ) : (
        <Table
          caption={t("credit.caption")}
          rows={changes}
          rowKey={(change) => change.id}
          columns={[
            { key: "kind", label: t("credit.what"), cell: (change) => t(`credit.kind.${change.kind}`) },
            {
              key: "day",
              label: t("credit.day"),
              phone: "plain",
              cell: (change) => formatShortDay(locale, change.at),
            },
            {
              key: "order",
              label: t("credit.order"),
              phone: "plain",
              cell: (change) =>
                change.orderNumber ? (
                  <Link
                    to={`/orders/${change.orderNumber}`}
                    className="inline-flex min-h-11 items-center text-sea underline"
                  >
                    {change.orderNumber}
                  </Link>
                ) : (
                  ""
                ),
            },
            {
              key: "amount",
              label: t("credit.amount"),
              numeric: true,
              cell: (change) => (
                <Amount
                  amount={change.amount}
                  {...(change.orderNumber ? { why: `/orders/${change.orderNumber}/why` } : { plain: "here" as const })}
                />
              ),
            },
          ]}
        />
      )}
      <Pagination page={page} hasNext={hasMore} linkTo={(to) => `/account/credit?page=${to}`} />
    </Page>
  );
}
