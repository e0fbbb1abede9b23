import { fillOf, fillRate, numbersBy, totalOf } from "#app/domain/ship-numbers.ts";
import type { Context } from "#app/usecases/context.ts";
import { listRunLoads, listSettledConsignments } from "#db/read/ship-numbers.ts";
import { monthBeside, monthNamed, monthOf } from "./month.ts";

const MONTHS = 6;

/** The first instant of the half year that the pages of numbers look back on. */
export function numbersSince(now: Date): Date {
  const first = monthBeside(monthOf(now).name, 1 - MONTHS);
  return monthNamed(first)?.from ?? now;
}

/** What shared shipping cost and saved, month by month, by group and by buyer: one group's own part, or the network's. */
export async function shipNumbers({ actor, now }: Pick<Context, "actor" | "now">, groupId: string | null) {
  const wanted = { groupId, since: numbersSince(now) };
  const rows = await listSettledConsignments(actor, wanted);
  const runs = (await listRunLoads(actor, wanted)).map((run) => ({
    month: run.month,
    ...fillOf(run.tariff, run.loads),
  }));
  const months = numbersBy(rows, (row) => row.month).map((month) => ({
    ...month,
    fill: fillRate(runs.filter((run) => run.month === month.key)),
  }));
  const named = (by: "groupName" | "buyerName") =>
    numbersBy(rows, (row) => [row.month, row[by], by === "buyerName" ? row.buyerKey : ""].join("\n")).map(
      ({ key, ...numbers }, at) => {
        const [month = "", name = ""] = key.split("\n");
        return { ...numbers, key: `${at}`, month, name };
      },
    );
  return {
    months,
    total: { ...totalOf(rows), fill: fillRate(runs) },
    groups: groupId === null ? named("groupName") : [],
    buyers: named("buyerName"),
  };
}
