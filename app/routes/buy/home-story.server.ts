import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Context } from "#app/usecases/context.ts";
import { showGroupCards, showListingCards } from "#app/web/cards.server.ts";
import { listActiveGroups } from "#db/read/group-pages.ts";
import { listHarvestIds } from "#db/read/listing-cards.ts";
import { findPublicListing, listVariantsOnSale } from "#db/read/listing-page.ts";
import { findPriceParts } from "./price-parts.server.ts";

/** What is harvested today; where that is nothing, what comes next. */
export async function showHarvest(ctx: Pick<Context, "now" | "regions">) {
  const today = dayInWib(ctx.now.getTime());
  const now = await listHarvestIds({ today, when: "now", limit: 4 });
  if (now.length > 0) return { when: "now" as const, listings: await showListingCards(ctx, now) };
  const soon = await listHarvestIds({ today, when: "soon", limit: 4 });
  return { when: "soon" as const, listings: await showListingCards(ctx, soon) };
}

/** The groups with most goods, those that show their faces first. */
export async function listFaces(ctx: Pick<Context, "regions">) {
  const found = await listActiveGroups({ kind: null, place: null, madeByDisabled: false, page: 1 });
  const shown = found.groups.toSorted((a, b) => Number(b.photo !== null) - Number(a.photo !== null)).slice(0, 6);
  return { groups: await showGroupCards(ctx, shown), groupCount: found.count };
}

/** The price of the newest of these goods, part by part; null while its group has no rule. */
export async function showExample(ctx: Pick<Context, "now">, goods: { slug: string }[]) {
  const [first] = goods;
  const found = first && (await findPublicListing(first.slug));
  if (!found) return null;
  const parts = await findPriceParts(ctx, found, await listVariantsOnSale(found.id));
  return parts && { slug: found.slug, name: found.name, groupName: found.group.name, unit: found.unit, ...parts };
}
