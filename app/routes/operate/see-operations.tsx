import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Notice, Page, Section } from "#app/ui/page.tsx";
import { TaskList } from "#app/ui/task-list.tsx";
import { door } from "#app/web/door.server.ts";
import { openTasksOf } from "#app/web/tasks.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { readOperations } from "#db/read/operations.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.title");

const SOON_MS = 24 * 3_600_000;

export const loader = door(async ({ ctx, visit }) => {
  const [{ runs, isSetUp }, tasks] = await Promise.all([readOperations(ctx.actor), openTasksOf(visit)]);
  const soon = new Date(ctx.now.getTime() + SOON_MS);
  return {
    isSetUp,
    nowMs: ctx.now.getTime(),
    tasks: tasks.filter((task) => task.role === "operator"),
    closing: runs.filter((run) => run.state === "open" && run.cutOffAt <= soon),
    leaving: runs.filter((run) => run.state !== "open"),
  };
});

export default function SeeOperations() {
  const data = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { network, hubs, tariffs } = data.isSetUp;
  return (
    <Page title={t("operate.title")}>
      {network && hubs && tariffs ? null : <Notice tone="warn">{t("operate.set-up")}</Notice>}
      <TaskList tasks={data.tasks} nowMs={data.nowMs} none={t("tasks.none")} />
      <RunList title={t("operate.closing")} none={t("operate.closing.none")} runs={data.closing} moment="cutOffAt" />
      <RunList title={t("operate.leaving")} none={t("operate.leaving.none")} runs={data.leaving} moment="departsAt" />
      <Section title={t("operate.settings")}>
        <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <Way to="/operate/payments" label={t("operate.payments.title")} note={t("operate.way.payments")} />
          <Way to="/operate/groups" label={t("operate.groups.title")} note={t("operate.way.groups")} />
          <Way to="/runs" label={t("runs.title")} note={t("operate.way.runs")} />
          <Way to="/operate/shipping" label={t("ship-numbers.title")} note={t("ship-numbers.lead")} />
          <Way to="/operate/cash" label={t("operate.cash.title")} note={t("operate.way.cash")} />
          <Way to="/operate/refunds" label={t("operate.refunds.title")} note={t("operate.way.refunds")} />
          <Way to="/operate/complaints" label={t("complaints.all")} note={t("operate.way.complaints")} />
          <Way to="/operate/reviews" label={t("judge.title")} note={t("judge.lead")} />
          <Way to="/operate/people" label={t("operate.way.people")} note={t("operate.way.people.note")} />
          <Way to="/operate/tariffs" label={t("operate.tariffs.title")} note={t("operate.way.tariffs")} />
          <Way to="/boxes" label={t("boxes.title")} note={t("boxes.lead")} />
          <Way to="/operate/hubs" label={t("operate.hubs.title")} note={t("operate.way.hubs")} />
          <Way to="/books/network/cash" label={t("cash.title.bank")} note={t("cash.lead.network")} />
          <Way to="/books/network/check" label={t("audit.network")} note={t("audit.lead")} />
          <Way to="/operate/tax-rules" label={t("tax.rules.title")} note={t("operate.way.tax")} />
          <Way to="/operate/network" label={t("operate.network.title")} note={t("operate.way.network")} />
        </ul>
      </Section>
    </Page>
  );
}

const TILE =
  "flex min-h-11 items-center justify-between gap-3 rounded-card border border-line bg-card p-4 text-ink no-underline shadow-card hover:border-sea";

function Way({ to, label, note }: { to: string; label: string; note: string }) {
  return (
    <li>
      <Link to={to} className={TILE}>
        <span>
          <span className="block font-semibold text-sea">{label}</span>
          <span className="block text-sm text-quiet">{note}</span>
        </span>
      </Link>
    </li>
  );
}

type Run = { code: string; hubName: string; zoneName: string; cutOffAt: string; departsAt: string };
type RunListProps = { title: string; none: string; runs: Run[]; moment: "cutOffAt" | "departsAt" };

function RunList({ title, none, runs, moment }: RunListProps) {
  const { locale } = useWords();
  return (
    <Section title={title}>
      {runs.length === 0 ? <p className="text-quiet">{none}</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {runs.map((run) => (
          <li key={run.code}>
            <Link to={`/runs/${run.code}`} className={TILE}>
              <span>
                <span className="block font-semibold text-sea">
                  {run.hubName} → {run.zoneName}
                </span>
                <span className="block text-sm text-quiet">
                  {run.code} · {formatMoment(locale, run[moment])}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
