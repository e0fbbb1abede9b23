import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatShortDay } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Money } from "#app/ui/money.tsx";
import { Empty, Page } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listOwnOrders } from "#db/read/orders.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "buy.own-orders.title");

export const loader = door(async ({ ctx, visit }) => {
  const [orders, tasks] = await Promise.all([listOwnOrders(ctx.actor), openTasksOf(visit)]);
  return { orders, nowMs: ctx.now.getTime(), tasks: tasks.filter((task) => task.role === "buyer") };
});

export default function OwnOrders() {
  const { orders, tasks, nowMs } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  return (
    <Page title={t("buy.own-orders.title")} back={{ to: "/account", label: t("nav.account") }}>
      <TaskList tasks={tasks} nowMs={nowMs} />
      {orders.length === 0 ? (
        <Empty drawing="basket" text={t("buy.own-orders.none")}>
          <ButtonLink to="/listings">{t("buy.basket.look")}</ButtonLink>
        </Empty>
      ) : (
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
              cell: (order) => <Money amount={order.total} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
