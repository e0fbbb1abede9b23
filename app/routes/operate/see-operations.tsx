import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { formatMoment } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Badge, Notice, Page, Section } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { readOperations } from "#db/read/operations.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "operate.title");

const SOON_MS = 24 * 3_600_000;

export const loader = door(async ({ ctx }) => {
  const { runs, ...counts } = await readOperations(ctx.actor);
  const soon = new Date(ctx.now.getTime() + SOON_MS);
  return {
    ...counts,
    closing: runs.filter((run) => run.state === "open" && run.cutOffAt <= soon),
    leaving: runs.filter((run) => run.state === "locked"),
    toSettle: runs.filter((run) => run.state === "arrived"),
  };
});

export default function SeeOperations() {
  const data = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { network, hubs, tariffs } = data.isSetUp;
  return (
    <Page title={t("operate.title")}>
      {network && hubs && tariffs ? null : <Notice tone="warn">{t("operate.set-up")}</Notice>}
      <Section title={t("operate.tasks")}>
        <ul className="grid gap-3 sm:grid-cols-3">
          <Task to="/operate/groups" label={t("operate.task.groups")} count={data.waitingGroups} />
          <Task to="/operate/payments" label={t("operate.task.payments")} count={data.claimedPayments} />
          <Task to="/operate/payments" label={t("operate.task.odd-payments")} count={data.oddPayments} />
        </ul>
      </Section>
      <RunList title={t("operate.closing")} none={t("operate.closing.none")} runs={data.closing} moment="cutOffAt" />
      <RunList title={t("operate.leaving")} none={t("operate.leaving.none")} runs={data.leaving} moment="departsAt" />
      <RunList
        title={t("operate.to-settle")}
        none={t("operate.to-settle.none")}
        runs={data.toSettle}
        to="/settlement"
      />
      <Section title={t("operate.settings")}>
        <ul className="grid gap-3 sm:grid-cols-2">
          <Way to="/runs" label={t("runs.title")} note={t("operate.way.runs")} />
          <Way to="/operate/cash" label={t("operate.cash.title")} note={t("operate.way.cash")} />
          <Way to="/operate/refunds" label={t("operate.refunds.title")} note={t("operate.way.refunds")} />
          <Way to="/operate/reviews" label={t("judge.title")} note={t("judge.lead")} />
          <Way to="/operate/people" label={t("operate.way.people")} note={t("operate.way.people.note")} />
          <Way to="/operate/tariffs" label={t("operate.tariffs.title")} note={t("operate.way.tariffs")} />
          <Way to="/operate/hubs" label={t("operate.hubs.title")} note={t("operate.way.hubs")} />
          <Way to="/operate/network" label={t("operate.network.title")} note={t("operate.way.network")} />
        </ul>
      </Section>
    </Page>
  );
}

const TILE =
  "flex min-h-11 items-center justify-between gap-3 rounded-card border border-line bg-card p-4 text-ink no-underline shadow-card hover:border-sea";

function Task({ to, label, count }: { to: string; label: string; count: number }) {
  return (
    <li>
      <Link to={to} className={TILE}>
        <span>{label}</span>
        <Badge tone={count > 0 ? "warn" : "good"}>{count}</Badge>
      </Link>
    </li>
  );
}

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
type RunListProps = { title: string; none: string; runs: Run[]; moment?: "cutOffAt" | "departsAt"; to?: string };

function RunList({ title, none, runs, moment, to = "" }: RunListProps) {
  const { locale } = useWords();
  return (
    <Section title={title}>
      {runs.length === 0 ? <p className="text-quiet">{none}</p> : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {runs.map((run) => (
          <li key={run.code}>
            <Link to={`/runs/${run.code}${to}`} className={TILE}>
              <span>
                <span className="block font-semibold text-sea">
                  {run.hubName} → {run.zoneName}
                </span>
                <span className="block text-sm text-quiet">
                  {run.code}
                  {moment ? ` · ${formatMoment(locale, run[moment])}` : ""}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
