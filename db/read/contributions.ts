import { asc, eq } from "drizzle-orm";
import type { LinePlan } from "#app/domain/lot.ts";
import type { Contribution, SaleLine } from "#app/domain/sale-split.ts";
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

/** Who stands behind a line: the listing's makers, and of what comes out of lots, those who brought each lot. */
export async function listBroughtBy(
  listingId: string,
  plan: LinePlan,
): Promise<Required<Pick<SaleLine, "contributions" | "lots">>> {
  const contributions = await listContributions(listingId);
  const untraced = { label: "", quantityMilli: plan.untracedMilli, contributions };
  const isMixed = plan.lots.length > 0 && plan.untracedMilli > 0;
  return { contributions, lots: isMixed ? [untraced, ...plan.lots] : plan.lots };
}
