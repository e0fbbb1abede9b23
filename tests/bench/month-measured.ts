import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ALL_LINES, type LineCursor, type MonthFilter } from "#app/domain/month-filter.ts";
import { monthNamed } from "#app/domain/period.ts";
import { acceptLines } from "#app/usecases/books/accept-lines.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { closeDatabase, dataDir } from "#db/client.server.ts";
import { listStatement } from "#db/read/member-statement.ts";
import { findMonth } from "#db/read/month-review.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { readStatementBasis } from "#db/read/statements.ts";
import { as, testContext } from "#tests/world/context.ts";

// Reviews and closes the month that month-world.ts made, and prints what each step took as JSON. Run by month.ts.

export type Measured = {
  lines: number;
  flagged: number;
  seconds: Record<string, number>;
  megabytes: number;
  atRest: number;
};

const month = monthNamed("2026-10");
if (!month) throw new Error("not a month");
const { groupId, officer, chair } = JSON.parse(readFileSync(join(dataDir, "world.json"), "utf8"));
const ctx = testContext({ actor: officer });
const of = { groupId, month };
const seconds: Record<string, number> = {};
const atRest = Math.round(process.memoryUsage.rss() / 1e6);

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const outcome = await work();
  seconds[what] = (performance.now() - start) / 1000;
  return outcome;
}

const page = (filter: MonthFilter, cursor: LineCursor | null = null) =>
  findMonth(officer, of, ctx.now, { filter, cursor, limit: 51 });
const toReview: MonthFilter = { ...ALL_LINES, show: "to-review" };

const first = await timed("first page of the review", () => page(toReview));
const last = first.lines.at(-1);
const cursor = {
  ...{ direction: "after" as const, deliveredMs: last?.deliveredAt?.getTime() ?? 0 },
  ...{ number: last?.orderNumber ?? "", position: last?.position ?? 0 },
};
await timed("next page", () => page(toReview, cursor));
const memberId = first.basis.owed[4]?.id ?? null;
await timed("a page of one flag and one member", () => page({ show: "catch-weight", memberId, goods: "" }));
const seen = first.toAccept;
const accepted = await timed("accept all flagged lines", () =>
  acceptLines(ctx, { ...of, chosen: { filter: toReview, seen } }),
);
await timed("count", async () => countPeriod(ctx, { ...of, counted: await countedInLedger(groupId, month) }));
const proposed = await timed("propose", () => proposePeriod(ctx, of));
const closed = await timed("close", () => closePeriod(as(ctx, chair), of));
if (!accepted.ok || !proposed.ok || !closed.ok) throw new Error(JSON.stringify({ accepted, proposed, closed }));
const span = { from: new Date(month.fromMs), until: new Date(month.untilMs) };
await timed("the group's statements", () => readStatementBasis(officer, { groupId, ...span }));
await timed("one member's statement", () => listStatement(officer, { groupId, memberId: memberId ?? "", limit: 51 }));
const { lines } = (await page(ALL_LINES)).seals[0]?.totals ?? { lines: 0 };
await closeDatabase();
const megabytes = Math.round(process.resourceUsage().maxRSS / 1000);
console.log(JSON.stringify({ lines, flagged: seen, seconds, megabytes, atRest } satisfies Measured));
