import { ALL_LINES, countToAccept } from "#app/domain/month-filter.ts";
import { type Month, monthNamed } from "#app/domain/period.ts";
import { acceptLines } from "#app/usecases/books/accept-lines.ts";
import { checkShare } from "#app/usecases/books/check-share.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { readReviewBasis } from "#db/read/month-basis.ts";
import { listMonthLines, tallyMonthLines } from "#db/read/month-lines.ts";
import { countedInLedger, firstEntryAt } from "#db/read/periods.ts";
import { demoGroups } from "./data/groups.ts";
import type { DemoGroup } from "./data/types.ts";
import type { DemoWorld } from "./demo-context.ts";
import { groupId, memberId, officerOf } from "./found-groups.ts";

const DAY_MS = 86_400_000;
const WIB_MS = 7 * 3_600_000;

/** One group has closed its older months; the last one waits to be reviewed, with a member's question. */
export async function closeMonths(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === "butik-seri-dompak");
  const first = group && (await firstEntryAt(groupId(group)));
  if (!group || !first) return;
  const last = monthBefore(monthAt(world.today.getTime()));
  for (let month = monthAt(first.getTime()); month.untilMs < last.untilMs; month = monthAt(month.untilMs))
    await closeOne(world, group, month);
  await askAbout(world, group, last);
}

function monthAt(ms: number): Month {
  const month = monthNamed(new Date(ms + WIB_MS).toISOString().slice(0, 7));
  if (!month) throw new Error(`the demo knows no month at ${ms}`);
  return month;
}

function monthBefore(month: Month): Month {
  return monthAt(month.fromMs - 1);
}

async function closeOne(world: DemoWorld, group: DemoGroup, month: Month): Promise<void> {
  const which = { groupId: groupId(group), month };
  const evening = (days: number) => new Date(month.untilMs + days * DAY_MS + 19 * 3_600_000);
  const treasurer = world.at(evening(2), officerOf(group));
  const seen = countToAccept(await tallyMonthLines(await readReviewBasis(which), ALL_LINES), "all");
  if (seen > 0) await acceptLines(treasurer, { ...which, chosen: { filter: ALL_LINES, seen } });
  await countPeriod(treasurer, { ...which, counted: await countedInLedger(which.groupId, month) });
  const proposed = await proposePeriod(treasurer, which);
  const chair = world.at(evening(3), officerOf(group, "chair"));
  const closed = proposed.ok ? await closePeriod(chair, which) : proposed;
  if (!closed.ok) throw new Error(`the demo's ${month.name} was not closed: ${closed.reason}`);
}

/** The first member with a phone and no office accepts one share, and asks about another. */
async function askAbout(world: DemoWorld, group: DemoGroup, month: Month): Promise<void> {
  const at = group.members.findIndex((member) => member.phone && !member.offices);
  const own = memberId(group, at + 1);
  const membership = { groupId: groupId(group), groupSlug: group.slug, groupName: group.name, memberId: own };
  const actor = {
    ...officerOf(group),
    ...{ personId: `person-${group.slug}-${at + 1}`, memberships: [{ ...membership, offices: [] }] },
  };
  const said = [
    { said: "asked", words: "Saya ikut menjahit dua hari. Apakah sudah dihitung?" },
    { said: "accepted", words: "" },
  ] as const;
  let done = 0;
  const basis = await readReviewBasis({ groupId: groupId(group), month });
  const hers = { filter: { ...ALL_LINES, memberId: own }, cursor: null, limit: said.length };
  for (const { id } of await listMonthLines(basis, hers)) {
    const word = said[done];
    if (!word) return;
    const ctx = world.at(new Date(month.untilMs + DAY_MS + 20 * 3_600_000), actor);
    await checkShare(ctx, { ...word, groupId: groupId(group), lineId: id, memberId: own, formKey: world.newId() });
    done += 1;
  }
}
