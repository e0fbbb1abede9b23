import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { BUILT_SECRET } from "#tests/world/built-server.ts";
import { aNetwork, aStall } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import type { Visitor } from "#tests/world/visitor.ts";
import { whatIsWrong } from "./checks.ts";
import { KILL_POINTS, type KillPoint, type Phase } from "./kill-points.ts";
import { type Killable, killableServer } from "./killable-server.ts";
import * as walks from "./walks.ts";

const STOCK_MILLI = 900_000;
const secrets = cryptoSecrets(BUILT_SECRET);

export type KillReport = {
  kills: number;
  /** How often the process died at each point. */
  byPoint: Record<string, number>;
  /** Of these, how often the step was over before the blow fell; the process was killed right after it. */
  justAfter: number;
  orders: { acknowledged: number; unknown: number };
  wrong: string[];
};

/** At which points, and whether the provider keeps its word about keys; one that does not has to be found out. */
export type HowToKill = { points?: readonly KillPoint[]; forgetsKeys?: boolean };

type Market = { app: Killable; operator: Visitor; report: KillReport };

/**
 * So many buyers, each of whose purchases is cut off once by kill -9, between two named steps or at a random moment, and goes on after the
 * next start. @returns what was found; `wrong` is empty when nothing was lost and nothing doubled
 */
export async function runKills(kills: number, { points = KILL_POINTS, ...kind }: HowToKill = {}): Promise<KillReport> {
  await aNetwork();
  const { variant } = await aStall({ variants: [{ stockMilli: STOCK_MILLI }] });
  const person = await aPerson({ isOperator: true });
  const app = await killableServer(kind);
  const report: KillReport = {
    kills: 0,
    byPoint: {},
    justAfter: 0,
    orders: { acknowledged: 0, unknown: 0 },
    wrong: [],
  };
  const made: walks.Walk[] = [];
  try {
    await app.start();
    const market = { app, report, operator: await walks.signedIn(app.origin, person.id) };
    for (let at = 0; at < kills; at++) {
      const walk = await walks.aWalk(app.origin, variant.id);
      made.push(walk);
      const point = points[at % points.length];
      if (point) await walkOn(market, walk, point);
    }
    await again(app);
    // Every event once more, as the provider would after a bad day.
    await walks.tell(app, 0);
    await walks.settled();
    const asked = { walks: made, stripe: app.stripe, variantId: variant.id, stockMilli: STOCK_MILLI };
    report.wrong = await whatIsWrong(asked);
  } finally {
    await app.close();
  }
  const acknowledged = made.filter((walk) => walk.number !== null).length;
  report.orders = { acknowledged, unknown: made.length - acknowledged };
  return report;
}

/** One life: placed, then either left to expire, or paid, told, looked at, given back. The blow falls in the point's phase. */
async function walkOn(market: Market, walk: walks.Walk, point: KillPoint): Promise<void> {
  const { app, operator } = market;
  const step = (phase: Phase, act: () => Promise<unknown>) =>
    phase === point.phase ? struck(market, { point, act }) : act();
  await step("place", () => walks.place(walk));
  // Whoever saw no answer may have given up: then the order is there once, or not at all.
  if (walk.number === null && Math.random() < 0.5) return;
  if (walk.number === null) await walks.place(walk);
  const number = walk.number ?? "";
  await step("pay", () => walks.pay(walk));
  const session = await walks.pay(walk);
  if (point.phase === "expire") {
    await walks.letExpire(number);
    await struckAtStart(market, point);
    return;
  }
  const before = app.stripe.events().length;
  await app.stripe.complete(session);
  await step("tell", () => walks.tell(app, before));
  await step("look", () => walks.lookAtPaid(walk));
  await walks.tell(app, before);
  const formKey = secrets.token();
  if (!["refund", "send"].includes(point.phase)) return;
  await walks.settled();
  await step("refund", () => walks.refund(operator, { number, formKey }));
  await walks.refund(operator, { number, formKey });
  if (point.phase === "send") await struckAtStart(market, point);
}

type Struck = { point: KillPoint; act: () => Promise<unknown> };

async function struck(market: Market, { point, act }: Struck): Promise<void> {
  count(market, point, await market.app.strike(point.blow(), act));
  await again(market.app);
}

/** The work that waits is done at the next start: so it is started, and struck while it does it. */
async function struckAtStart(market: Market, point: KillPoint): Promise<void> {
  const { app } = market;
  await app.kill();
  await walks.letTimePass();
  const fell = await app.strike(point.blow(), async () => {
    await app.start();
    await walks.settled();
  });
  count(market, point, fell);
  await again(app);
}

/** Whatever is left of the process ends; some time goes by; the next one finds the work of the dead one and does it. */
async function again(app: Killable): Promise<void> {
  await app.kill();
  await walks.letTimePass();
  await app.start();
  await walks.settled();
}

function count({ report }: Market, { name }: KillPoint, fell: boolean): void {
  report.kills += 1;
  report.justAfter += fell ? 0 : 1;
  report.byPoint[name] = (report.byPoint[name] ?? 0) + 1;
}
