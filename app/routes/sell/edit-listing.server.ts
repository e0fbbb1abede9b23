import { dayInWib } from "#app/domain/calendar-day.ts";
import { contributionTexts, measureOf, stepsOf } from "#app/domain/contribution.ts";
import { missingToPublish } from "#app/domain/listing.ts";
import { factTexts, variantTexts } from "#app/domain/listing-texts.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { findGroupListing, findPublishFacts, listMakers } from "#db/read/group-listings.ts";
import { findRuleInForce, listRuleChoices } from "#db/read/split-rules.ts";

/** The listing that the path names, for whoever may do this to it; 404 when the group has none by that name. */
export async function openListing(door: Door, permission: "edit-listing" | "hide-listing" = "edit-listing") {
  const { ctx, param } = door;
  const group = await openGroup(door, permission);
  const listing = await findGroupListing(ctx.actor, { groupId: group.id, slug: param("listing") });
  if (!listing) throw notFound();
  const place = `/desk/${group.slug}/listings`;
  return { group, listing, place, here: `${place}/${listing.slug}` };
}

/** All that the edit page shows. */
export async function showListing(door: Door) {
  const { ctx, url } = door;
  const { group, listing, place, here } = await openListing(door);
  const rule = (await findRuleInForce({ groupId: group.id, listingRuleId: listing.splitRuleId, now: ctx.now }))?.rule;
  const steps = stepsOf(rule);
  const measure = measureOf(listing.kind, rule?.method ?? "contribution");
  const [makers, rules, facts] = await Promise.all([
    listMakers(ctx.actor, group.id),
    listRuleChoices(ctx.actor, group.id),
    findPublishFacts({ listingId: listing.id, now: ctx.now }),
  ]);
  const onSale = listing.variants.filter((variant) => variant.retiredAt === null);
  const present = new Set(makers.map((maker) => maker.id));
  const paid = listing.contributions.filter(
    (one) => present.has(one.memberId) && (steps.length === 0 || steps.includes(one.step)),
  );
  const retired = listing.variants.filter((variant) => variant.retiredAt !== null);
  return {
    ...{ place, here, group: { slug: group.slug, name: group.name } },
    ...{ id: listing.id, kind: listing.kind, name: listing.name, unit: listing.unit, state: listing.state },
    ...{ version: listing.version, photos: listing.photos, makers, rules, steps, measure },
    defaults: { ...factTexts(listing), ...Object.assign({}, ...onSale.map(variantTexts)) } as Record<string, string>,
    policy: facts?.policy ?? { needsPermit: false, needsHalal: false },
    chosen: contributionTexts(paid, { steps, measure }),
    stocks: Object.fromEntries(onSale.map((variant) => [variant.id, variant.stockMilli])) as Record<string, number>,
    rows: Math.max(1, onSale.length),
    retired: retired.map(({ id, name }) => ({ id, name })),
    missing: facts ? missingToPublish({ ...facts, today: dayInWib(ctx.now.getTime()) }) : [],
    said: url.searchParams.get("said"),
  };
}

export type ShownListing = Awaited<ReturnType<typeof showListing>>;
