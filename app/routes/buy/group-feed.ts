import { formatRupiah } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { isAddress } from "#app/web/share.ts";
import { xmlAnswer, xmlText } from "#app/web/xml.server.ts";
import { findActiveGroup } from "#db/read/group-pages.ts";
import { listFeedItems } from "#db/read/public-pages.ts";

const ITEMS = 30;

/** What a group put on sale last, as RSS 2.0. */
export const loader = door(async ({ ctx, param }) => {
  const slug = param("slug");
  const group = isAddress(slug) ? await findActiveGroup(slug) : undefined;
  if (!group) throw notFound();
  const t = translator(ctx.locale);
  const link = (path: string) => xmlText(new URL(path, ctx.origin).href);
  const items = (await listFeedItems(group.id, ITEMS)).map((item) => {
    const price = item.price === null ? "" : `${formatRupiah(item.price)} / ${item.unit}. `;
    const at = link(`/listings/${item.slug}`);
    return [
      "<item>",
      `<title>${xmlText(item.name)}</title>`,
      `<link>${at}</link>`,
      `<guid isPermaLink="true">${at}</guid>`,
      item.publishedAt ? `<pubDate>${item.publishedAt.toUTCString()}</pubDate>` : "",
      `<description>${xmlText(`${price}${item.description}`)}</description>`,
      "</item>",
    ].join("");
  });
  const channel = [
    `<title>${xmlText(t("feed.title", { group: group.name }))}</title>`,
    `<link>${link(`/groups/${slug}`)}</link>`,
    `<atom:link href="${link(`/groups/${slug}/feed.xml`)}" rel="self" type="application/rss+xml"/>`,
    `<description>${xmlText(group.story || group.name)}</description>`,
    `<language>${ctx.locale}</language>`,
    ...items,
  ];
  const opening = '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">';
  return xmlAnswer(`${opening}<channel>\n${channel.join("\n")}\n</channel></rss>\n`, "application/rss+xml");
});
