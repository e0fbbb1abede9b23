import { and, eq, inArray } from "drizzle-orm";
import { type LinePlan, planLines } from "#app/domain/lot.ts";
import { phaseOf } from "#app/domain/sale-cycle.ts";
import type { SaleLine } from "#app/domain/sale-split.ts";
import { db } from "../client.server.ts";
import { cyclePledges, members, saleCycles } from "../schema.ts";
import { listBroughtBy, listContributions } from "./contributions.ts";
import { readStockOf } from "./lot-stock.ts";

/** A variant that is ordered ahead: what can still be ordered of it now, which is nothing while its cycle is not open. */
export type OrderedAhead = { cycleId: string; handOverDay: string; isOpen: boolean; roomMilli: number };

/** Of these variants, those with a cycle that runs. What lies in lots was brought for the cycle and is not ordered any more. */
export async function listOrderedAhead(
  variantIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, OrderedAhead>> {
  if (variantIds.length === 0) return new Map();
  const running = await db()
    .select()
    .from(saleCycles)
    .where(and(inArray(saleCycles.variantId, [...variantIds]), eq(saleCycles.state, "planned")));
  if (running.length === 0) return new Map();
  const { untracedMilli } = await readStockOf(running.map((cycle) => cycle.variantId));
  return new Map(
    running.map(({ id, variantId, state, opensAt, closesAt, handOverDay }) => {
      const times = { state, opensMs: opensAt.getTime(), closesMs: closesAt.getTime() };
      const isOpen = phaseOf(times, now.getTime()) === "open";
      const roomMilli = isOpen ? Math.max(0, untracedMilli.get(variantId) ?? 0) : 0;
      return [variantId, { cycleId: id, handOverDay, isOpen, roomMilli }];
    }),
  );
}

type Line = { variantId: string; listingId: string; quantityMilli: number; cycleId: string | null };

/** For use cases: what each line takes out of which lots. What is ordered ahead takes nothing before its harvest is shared out. */
export async function planBasket<Any extends Line>(lines: readonly Any[]): Promise<{ line: Any; plan: LinePlan }[]> {
  const { lots, untracedMilli } = await readStockOf(lines.map((line) => line.variantId));
  const ahead = new Set(lines.filter((line) => line.cycleId !== null).map((line) => line.variantId));
  return planLines(lines, { lots: lots.filter((lot) => !ahead.has(lot.variantId)), untracedMilli });
}

/** Who stands behind a line: those who brought it; of what is ordered ahead, those who pledged it. */
export async function listStandingBehind(
  line: Line,
  plan: LinePlan,
): Promise<Required<Pick<SaleLine, "contributions" | "lots">>> {
  if (line.cycleId === null) return listBroughtBy(line.listingId, plan);
  const pledges = await db()
    .select({ memberId: members.id, memberNumber: members.number, weight: cyclePledges.toMilli })
    .from(cyclePledges)
    .innerJoin(members, eq(members.id, cyclePledges.memberId))
    .where(eq(cyclePledges.cycleId, line.cycleId));
  const { quantityMilli } = line;
  const pledged = { label: "", quantityMilli, contributions: pledges.map((pledge) => ({ ...pledge, step: "" })) };
  return { contributions: await listContributions(line.listingId), lots: pledges.length > 0 ? [pledged] : [] };
}

/** Of these variants, those whose stock is kept by a cycle. */
export async function listVariantsInCycle(variantIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (variantIds.length === 0) return new Set();
  const rows = await db()
    .select({ variantId: saleCycles.variantId })
    .from(saleCycles)
    .where(and(inArray(saleCycles.variantId, [...variantIds]), eq(saleCycles.state, "planned")));
  return new Set(rows.map((row) => row.variantId));
}
