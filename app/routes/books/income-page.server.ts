import { type Actor, may } from "#app/domain/permissions.ts";
import { lastMonths } from "#app/web/month.ts";
import { listMembersIncome, listSeason } from "#db/read/income.ts";

type Group = { id: string; slug: string; name: string; opensIncome: boolean; incomeDecision: string | null };
type Asked = { actor: Actor; now: Date; group: Group; of: { groupId: string; isVotedOpen: boolean } };

/** A year of the group's sales, and half a year of what each member had of it. */
export async function incomePage({ actor, now, group, of }: Asked) {
  const months = lastMonths(now);
  const [season, members] = await Promise.all([
    listSeason(actor, { ...of, months: lastMonths(now, 12) }),
    listMembersIncome(actor, { ...of, months }),
  ]);
  return {
    group: { slug: group.slug, name: group.name },
    season,
    months: months.map(({ name }) => name),
    members: members.filter((member) => member.amounts.some((amount) => amount !== 0)),
    own: actor.memberships.flatMap(({ memberId }) => memberId),
    vote: { isOpen: group.opensIncome, decision: group.incomeDecision },
    mayVote: may(actor, "open-members-income", of),
    seesBooks: may(actor, "see-books", of),
  };
}

export type IncomePage = Awaited<ReturnType<typeof incomePage>>;
