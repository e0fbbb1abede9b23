import { expireOrders } from "#app/usecases/buy/expire-orders.ts";
import { orderStanding } from "#app/usecases/buy/order-standing.ts";
import type { Context } from "#app/usecases/context.ts";
import { compareWithProvider } from "#app/usecases/hooks/compare-with-provider.ts";
import { processWebhookEvents } from "#app/usecases/hooks/process-webhook-events.ts";
import { readMissedEvents } from "#app/usecases/hooks/read-missed-events.ts";
import { sendMail } from "#app/usecases/hooks/send-mail.ts";
import { sendOutbox } from "#app/usecases/hooks/send-outbox.ts";
import { sendToGroups } from "#app/usecases/hooks/send-to-groups.ts";
import { holdLease } from "#app/usecases/operate/hold-lease.ts";
import { forgetHeldPhotos } from "#app/usecases/sell/forget-held-photos.ts";
import { lockDueRuns } from "#app/usecases/ship/lock-due-runs.ts";
import { openDueRuns } from "#app/usecases/ship/open-due-runs.ts";
import { openScheduledRuns } from "#app/usecases/ship/open-scheduled-runs.ts";
import { remindUncollected } from "#app/usecases/ship/remind-uncollected.ts";

/** Work that comes due by itself. `run` may be repeated at any time, and says in a word what it did; "" for nothing. */
export type Job = { name: string; run: (ctx: Context) => Promise<string> };

/** Every job of the house, in the order in which they run. */
export const JOBS: Job[] = [
  {
    name: "expire-orders",
    run: async (ctx) => (await expireOrders(ctx)).join(" "),
  },
  { name: "read-missed-events", run: async (ctx) => told(await readMissedEvents(ctx)) },
  { name: "process-webhook-events", run: async (ctx) => told(await processWebhookEvents(ctx)) },
  { name: "send-outbox", run: async (ctx) => told(await sendOutbox(ctx)) },
  { name: "send-to-groups", run: async (ctx) => told(await sendToGroups(ctx)) },
  { name: "compare-with-provider", run: async (ctx) => told(await compareWithProvider(ctx)) },
  { name: "send-mail", run: async (ctx) => told(await sendMail(ctx)) },
  { name: "forget-held-photos", run: async (ctx) => told({ forgotten: await forgetHeldPhotos(ctx) }) },
  { name: "order-standing", run: async (ctx) => told(await orderStanding(ctx)) },
  {
    name: "open-due-runs",
    run: async (ctx) => (await openDueRuns(ctx)).join(" "),
  },
  {
    name: "lock-due-runs",
    run: async (ctx) => (await lockDueRuns(ctx)).join(" "),
  },
  {
    name: "open-scheduled-runs",
    run: async (ctx) => (await openScheduledRuns(ctx)).join(" "),
  },
  {
    name: "remind-uncollected",
    run: async (ctx) => (await remindUncollected(ctx)).join(" "),
  },
];

/** "applied 2 dead 1": what is not zero. */
function told(tally: Record<string, number>): string {
  return Object.entries(tally)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what} ${count}`)
    .join(" ");
}

const BEAT_SECONDS = 30;
/** A holder that is gone is missed after three beats. */
const LEASE_SECONDS = 3 * BEAT_SECONDS;

type Clock = {
  openContext: () => Context;
  report: (what: { job: string; did?: string; problem?: unknown }) => void;
  /** Names this process among those on one database. */
  holder: string;
  jobs?: Job[];
};

/** Does every job that is this process's turn, one after the other; one that fails does not keep the others from running. */
export async function beat({ openContext, report, holder, jobs = JOBS }: Clock): Promise<void> {
  for (const { name, run } of jobs) {
    try {
      const ctx = openContext();
      if (!(await holdLease(ctx, { job: name, holder, seconds: LEASE_SECONDS }))) continue;
      const did = await run(ctx);
      if (did) report({ job: name, did });
    } catch (problem) {
      report({ job: name, problem });
    }
  }
}

/** Starts the clock. @returns how to stop it: the running beat ends first */
export function startClock(clock: Clock): () => Promise<void> {
  let running = Promise.resolve();
  let isBusy = false;
  const tick = (): void => {
    if (isBusy) return;
    isBusy = true;
    running = beat(clock).finally(() => {
      isBusy = false;
    });
  };
  const timer = setInterval(tick, BEAT_SECONDS * 1000);
  tick();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
