import { asc, eq } from "drizzle-orm";
import type { Contribution } from "#app/domain/sale-split.ts";
import { db } from "../client.server.ts";
import { contributions, members } from "../schema.ts";

/** Who made or brought a listing's goods, in the order of the members' numbers. */
export function listContributions(listingId: string): Promise<Contribution[]> {
  return db()
    .select({
      memberId: members.id,
      memberNumber: members.number,
      step: contributions.step,
      weight: contributions.weight,
    })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(eq(contributions.listingId, listingId))
    .orderBy(asc(members.number), asc(contributions.step));
}
