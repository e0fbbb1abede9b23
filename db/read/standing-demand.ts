import { and, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { CyclePhase } from "#app/domain/sale-cycle.ts";
import { db } from "../client.server.ts";
import { orderLines, orders, people, standingOrders, standingTurns } from "../schema.ts";

/** How much standing orders bring to a cycle, thousandths of the unit, and from how many buyers. */
export type StandingDemand = { milli: number; buyers: number };

type Cycle = { id: string; variantId: string; opensAt: Date; phase: CyclePhase };

/** What of a cycle is ordered by standing orders: those that had their turn, and before it is closed those whose turn will come. */
export async function findStandingDemand(cycle: Cycle): Promise<StandingDemand> {
  const had = await db()
    .select({ milli: sum(sql`${orderLines.quantityMilli} - ${orderLines.refundedMilli}`), buyers: countOf() })
    .from(standingTurns)
    .innerJoin(standingOrders, eq(standingOrders.id, standingTurns.standingOrderId))
    .innerJoin(orders, eq(orders.id, standingTurns.orderId))
    .innerJoin(orderLines, eq(orderLines.orderId, orders.id))
    .where(
      and(
        eq(standingTurns.turn, cycle.id),
        inArray(orders.state, ["awaiting-payment", "payable-on-delivery", "paid", "completed"]),
      ),
    );
  const comes = cycle.phase === "planned" || cycle.phase === "open" ? await findComing(cycle) : [];
  const parts = [...had, ...comes];
  return {
    milli: parts.reduce((all, part) => all + part.milli, 0),
    buyers: parts.reduce((all, part) => all + part.buyers, 0),
  };
}

function findComing({ variantId, opensAt }: Cycle) {
  return db()
    .select({ milli: sum(sql`${standingOrders.quantityMilli}`), buyers: countOf() })
    .from(standingOrders)
    .innerJoin(people, eq(people.id, standingOrders.personId))
    .where(
      and(
        eq(standingOrders.variantId, variantId),
        eq(standingOrders.state, "active"),
        isNull(standingOrders.weekday),
        isNull(people.suspendedAt),
        eq(standingOrders.skipsNext, false),
        // Who had a turn at this cycle may not have one again before a later day.
        lte(standingOrders.notBefore, dayInWib(opensAt.getTime())),
      ),
    );
}

function sum(of: ReturnType<typeof sql>) {
  return sql<number>`coalesce(sum(${of}), 0)`.mapWith(Number);
}

function countOf() {
  return sql<number>`count(distinct ${standingOrders.personId})`.mapWith(Number);
}
