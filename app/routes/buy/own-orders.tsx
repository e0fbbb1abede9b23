import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Table } from "#app/ui/table.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOwnOrders } from "#db/read/orders.ts";

const PAGE = 20;

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.own-orders.title");

export const loader = door(async ({ ctx, visit, url }) => {
  const query = (url.searchParams.get("q") ?? "").slice(0, 80).replaceAll("\0", "");
  const asked = Number(url.searchParams.get("page") ?? "1");
  const page = Number.isSafeInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const [orders, tasks] = await Promise.all([
    listOwnOrders(ctx.actor, { query, limit: PAGE + 1, offset: (page - 1) * PAGE }),
    openTasksOf(visit),
  ]);
  return {
    ...{ query, page, hasMore: orders.length > PAGE, orders: orders.slice(0, PAGE) },
    nowMs: ctx.now.getTime(),
    tasks: tasks.filter((task) => task.role === "buyer"),
  };
});

export default function OwnOrders() {
  const { orders, tasks, nowMs, query, page, hasMore } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const linkTo = (to: number): string =>
    `/account/orders?${new URLSearchParams([...(query ? [["q", query]] : []), ["page", String(to)]])}`;
  return (
    <Page title={t("buy.own-orders.title")} back={{ to: "/account", label: t("nav.account") }}>
      <TaskList tasks={tasks} nowMs={nowMs} />
      {orders.length > 0 || query ? <Search query={query} /> : null}
      {orders.length > 0 ? <Orders /> : null}
      {orders.length === 0 && query ? <Empty drawing="basket" text={t("buy.own-orders.not-found")} /> : null}
      {orders.length === 0 && !query ? (
        <Empty drawing="basket" text={t("buy.own-orders.none")}>
          <ButtonLink to="/listings">{t("buy.basket.look")}</ButtonLink>
        </Empty>
      ) : null}
      <Pagination page={page} hasNext={hasMore} linkTo={linkTo} />
    </Page>
  );
}

function Search({ query }: { query: string }) {
  const { t } = useWords();
  return (
    <FormFrame method="get" defaults={{ q: query }} className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end">
      <TextField name="q" label={t("buy.own-orders.search")} maxLength={80} autoComplete="off" />
      <div className="flex gap-2">
        <Button look="second">{t("buy.own-orders.find")}</Button>
        {query ? (
          <ButtonLink to="/account/orders" look="quiet">
            {t("buy.own-orders.all")}
          </ButtonLink>
        ) : null}
      </div>
    </FormFrame>
  );
}

function Orders() {
  const { orders } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Table
      caption={t("buy.own-orders.caption")}
      rows={orders}
      rowKey={(order) => order.number}
      columns={[
        {
          key: "number",
          label: t("buy.own-orders.number"),
          cell: (order) => (
            <Link
              to={`/orders/${order.number}`}
              className="inline-flex min-h-11 items-center font-semibold text-sea underline"
            >
              {order.number}
            </Link>
          ),
        },
        {
          key: "day",
          label: t("buy.own-orders.day"),
          phone: "plain",
          cell: (order) => formatShortDay(locale, order.placedAt),
        },
        {
          key: "state",
          label: t("buy.own-orders.state"),
          phone: "plain",
          cell: (order) => t(`buy.order.state.${order.state}`),
        },
        {
          key: "total",
          label: t("buy.own-orders.total"),
          numeric: true,
          cell: (order) => <Amount amount={order.total} why={`/orders/${order.number}/why`} />,
        },
        {
          key: "again",
          label: t("reorder.again"),
          phone: "plain",
          cell: (order) => <Again number={order.number} />,
        },
      ]}
    />
  );
}

/** One tap: what is still for sale goes into the basket, and the next page says what is not as it was. */
function Again({ number }: { number: string }) {
  const { t } = useWords();
  return (
    <FormFrame action={`/orders/${number}/again`} className="">
      <Button look="quiet" aria-label={t("reorder.again.which", { number })}>
        {t("reorder.again")}
      </Button>
    </FormFrame>
  );
}
