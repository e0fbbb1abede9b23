import { pricePartsOf } from "#app/domain/price-parts.ts";
import type { Context } from "#app/usecases/context.ts";
import {
  findNetworkFeeBasisPoints,
  type findPublicListing,
  listContributionWeights,
  type listVariantsOnSale,
} from "#db/read/listing-page.ts";
import { findRuleInForce, findVariantRule } from "#db/read/split-rules.ts";

type Found = Pick<NonNullable<Awaited<ReturnType<typeof findPublicListing>>>, "id" | "splitRuleId" | "group">;
type Variants = Awaited<ReturnType<typeof listVariantsOnSale>>;

/** Where the price of the first variant goes; null while the group has no rule. */
export async function findPriceParts(...[ctx, found, variants]: [Pick<Context, "now">, Found, Variants]) {
  const [first] = variants;
  if (!first) return null;
  const { price, id } = first;
  const listingRuleId = found.splitRuleId;
  const variantRule = await findVariantRule(id);
  const rule = await findRuleInForce({ groupId: found.group.id, listingRuleId, variantRule, now: ctx.now });
  if (!rule) return null;
  const [networkFeeBasisPoints, contributions] = await Promise.all([
    findNetworkFeeBasisPoints(),
    listContributionWeights(found.id),
  ]);
  return { price, shares: pricePartsOf({ price, networkFeeBasisPoints, rule: rule.rule, contributions }) };
}
