import { dayInWib } from "#app/domain/calendar-day.ts";
import { seenSettlement } from "#app/domain/cycle-settlement.ts";
import { may } from "#app/domain/permissions.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { previewSettlement } from "#db/read/cycle-settlement.ts";
import { type CycleView, findCycle, listPledgers } from "#db/read/cycles.ts";
import { findStandingDemand } from "#db/read/standing-demand.ts";

const DAY_MS = 86_400_000;
/** What rolling over suggests, in days from now. */
const SUGGESTED = { closes: 3, handOver: 5 };

/** All that a cycle's page shows: for who may settle it, how its harvest would be shared out now. */
export async function cyclePage(at: Door) {
  const group = await openGroup(at, "see-cycles");
  const { actor, now } = at.ctx;
  const cycle = await findCycle(actor, { groupId: group.id, cycleId: at.param("cycle"), now });
  if (!cycle) throw notFound();
  const maySettle = may(actor, "settle-cycle", { groupId: group.id });
  const later = (days: number): string => dayInWib(now.getTime() + days * DAY_MS);
  return {
    group: { slug: group.slug, name: group.name },
    cycle: shownCycle(cycle),
    standing: await findStandingDemand(cycle),
    pledges: cycle.pledges,
    pledgers: cycle.phase === "planned" ? await listPledgers(actor, group.id) : [],
    preview: maySettle && cycle.phase === "closed" ? await shownPreview(at, cycle) : null,
    mayRecord: may(actor, "record-delivery", { groupId: group.id }),
    mayEnd: maySettle && cycle.state === "planned",
    rollOver: { closesAt: `${later(SUGGESTED.closes)}T17:00`, handOverDay: later(SUGGESTED.handOver) },
  };
}

export type CyclePage = Awaited<ReturnType<typeof cyclePage>>;

function shownCycle(cycle: CycleView) {
  const { listingName, variantName, unit, phase, opensAt, closesAt, handOverDay, rolledInto } = cycle;
  const { minimumMilli, cutRule, cropMilli, pledged, progress } = cycle;
  return {
    name: [listingName, variantName].filter(Boolean).join(", "),
    ...{ unit, phase, handOverDay, rolledInto, minimumMilli, cutRule, cropMilli, pledged, progress },
    ...{ opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() },
  };
}

async function shownPreview({ ctx }: Door, cycle: CycleView) {
  const preview = await previewSettlement(ctx.actor, cycle);
  return { ...preview, isBelowMinimum: preview.askedMilli < cycle.minimumMilli, seen: seenSettlement(preview) };
}
