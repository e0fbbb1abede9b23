import { parentOf } from "#app/domain/region.ts";
import { door } from "#app/web/door.server.ts";
import { xmlAnswer, xmlText } from "#app/web/xml.server.ts";
import { listPickUpPoints } from "#db/read/places.ts";
import { listPublicGroups, listPublicListings } from "#db/read/public-pages.ts";

/** Every page that anybody may find, for search engines. */
export const loader = door(async ({ ctx }) => {
  const [listings, groups, points] = await Promise.all([listPublicListings(), listPublicGroups(), listPickUpPoints()]);
  const districts = groups.flatMap((group) => parentOf(group.villageCode) ?? []);
  const regions = new Set([...districts.flatMap((district) => parentOf(district) ?? []), ...districts]);
  const pages: { path: string; changed?: Date }[] = [
    ...["/", "/listings", "/groups", "/calendar", "/places"].map((path) => ({ path })),
    ...[...regions].sort().map((region) => ({ path: `/places/${region}` })),
    ...points.map((point) => ({ path: `/pick-up-points/${point.id}` })),
    ...groups.map((group) => ({ path: `/groups/${group.slug}` })),
    ...listings.map((listing) => ({ path: `/listings/${listing.slug}`, changed: listing.updatedAt })),
  ];
  const entries = pages.map(({ path, changed }) => {
    const at = `<loc>${xmlText(new URL(path, ctx.origin).href)}</loc>`;
    return `<url>${at}${changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ""}</url>`;
  });
  const schema = "http://www.sitemaps.org/schemas/sitemap/0.9";
  return xmlAnswer(`<urlset xmlns="${schema}">\n${entries.join("\n")}\n</urlset>\n`, "application/xml");
});
