import type { Rupiah } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type LineShare, splitSaleLine } from "#app/domain/sale-split.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import type { Context } from "#app/usecases/context.ts";
import { findNetwork } from "#db/read/networks.ts";
import { findSampleListing } from "#db/read/split-rules.ts";

export type Trial = { listing: string; price: Rupiah; shares: (LineShare & { memberName: string | null })[] };

/** One unit of a real listing of the group, divided by the rule that is on trial; null when there is no such listing. Nothing is saved. */
export async function trySplitRule(
  ctx: Context,
  { groupId, listingId, rule }: { groupId: string; listingId: string; rule: SplitRule },
): Promise<Trial | null> {
  permit(ctx.actor, "try-split-rule", { groupId });
  const [listing, network] = await Promise.all([findSampleListing({ groupId, listingId }), findNetwork()]);
  if (!listing) return null;
  const shares = splitSaleLine({
    goodsValue: listing.price,
    quantityMilli: 1000,
    networkFeeBasisPoints: network?.feeBasisPoints ?? 0,
    providerFeeBasisPoints: 0,
    rule,
    contributions: listing.contributions,
  });
  const names = new Map(listing.contributions.map((each) => [each.memberId, each.memberName]));
  return {
    listing: listing.name,
    price: listing.price,
    shares: shares.map((share) => ({
      ...share,
      memberName: share.memberId ? (names.get(share.memberId) ?? null) : null,
    })),
  };
}
