import { asc, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { groups, holdbacks, members, orderLines, payoutRequests, payouts, payoutWays, shareWords } from "../schema.ts";

/** What is kept of somebody's own money as a member, for the export. An account's number is still sealed. Whoever calls looks who asks. */
export async function gatherOwnMoney(personId: string) {
  const own = eq(members.personId, personId);
  return {
    payoutWays: await db()
      .select({
        ...{ group: groups.name, method: payoutWays.method, provider: payoutWays.provider, holder: payoutWays.holder },
        ...{ account: payoutWays.sealedAccount, recordedAt: payoutWays.recordedAt },
      })
      .from(payoutWays)
      .innerJoin(members, eq(members.id, payoutWays.memberId))
      .innerJoin(groups, eq(groups.id, members.groupId))
      .where(own),
    payoutRequests: await db()
      .select({ amount: payoutRequests.amount, words: payoutRequests.words, askedAt: payoutRequests.askedAt })
      .from(payoutRequests)
      .innerJoin(members, eq(members.id, payoutRequests.memberId))
      .where(own)
      .orderBy(asc(payoutRequests.askedAt)),
    payouts: await db()
      .select({
        ...{ group: groups.name, kind: payouts.kind, year: payouts.year, number: payouts.number },
        ...{ amount: payouts.amount, repaid: payouts.repaid, method: payouts.method, paidAt: payouts.paidAt },
        returnedAt: payouts.returnedAt,
      })
      .from(payouts)
      .innerJoin(members, eq(members.id, payouts.memberId))
      .innerJoin(groups, eq(groups.id, members.groupId))
      .where(own)
      .orderBy(asc(payouts.paidAt)),
    holdbacks: await db()
      .select({
        amount: holdbacks.amount,
        reason: holdbacks.reason,
        untilDay: holdbacks.untilDay,
        keptAt: holdbacks.keptAt,
      })
      .from(holdbacks)
      .innerJoin(members, eq(members.id, holdbacks.memberId))
      .where(own)
      .orderBy(asc(holdbacks.keptAt)),
    shareWords: await db()
      .select({
        ...{ goods: orderLines.listingName, said: shareWords.said, words: shareWords.words, saidAt: shareWords.saidAt },
        ...{ answer: shareWords.answer, answeredAt: shareWords.answeredAt },
      })
      .from(shareWords)
      .innerJoin(members, eq(members.id, shareWords.memberId))
      .innerJoin(orderLines, eq(orderLines.id, shareWords.orderLineId))
      .where(own)
      .orderBy(asc(shareWords.saidAt)),
  };
}
