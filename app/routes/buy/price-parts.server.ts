import { pricePartsOf } from "#app/domain/price-parts.ts";
import type { Context } from "#app/usecases/context.ts";
import {
  findNetworkFeeBasisPoints,
  type findPublicListing,
  listContributionWeights,
  type listVariantsOnSale,
} from "#db/read/listing-page.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";

type Found = Pick<NonNullable<Awaited<ReturnType<typeof findPublicListing>>>, "id" | "splitRuleId" | "group">;
type Variants = Awaited<ReturnType<typeof listVariantsOnSale>>;

/** Where the price of the first variant goes; null while the group has no rule. */
export async function findPriceParts(...[ctx, found, variants]: [Pick<Context, "now">, Found, Variants]) {
  const price = variants[0]?.price;
  const rule = await findRuleInForce({ groupId: found.group.id, listingRuleId: found.splitRuleId, now: ctx.now });
  if (!rule || price === undefined) return null;
  const [networkFeeBasisPoints, contributions] = await Promise.all([
    findNetworkFeeBasisPoints(),
    listContributionWeights(found.id),
  ]);
  return { price, shares: pricePartsOf({ price, networkFeeBasisPoints, rule: rule.rule, contributions }) };
}
