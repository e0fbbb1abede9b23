import type { MetaDescriptor } from "@remix-run/node";
import type { Context } from "#app/usecases/context.ts";

type SharedPhoto = { id: string; alt: string; width: number; height: number };

/** What a chat or another site needs to show a page: absolute addresses; the size only of a picture made for chats. */
export type Share = {
  url: string;
  photo: { url: string; alt: string; size?: { width: number; height: number } | undefined } | null;
};

/** The share of a page that has a card made for chats at `<path>/card.jpg`; `shows` changes whenever the card does. */
export function shareOfCard(
  { origin }: Pick<Context, "origin">,
  { path, alt, shows }: { path: string; alt: string; shows: readonly (string | number | null)[] },
): Share {
  const url = new URL(`${path}/card.jpg`, origin);
  url.searchParams.set("v", shortHash(shows.join("\n")));
  return { url: new URL(path, origin).href, photo: { url: url.href, alt, size: { width: 1200, height: 630 } } };
}

/** FNV-1a, 32 bits: only so that a chat asks again for a card that has changed. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

export function shareOf({ origin }: Pick<Context, "origin">, path: string, photo: SharedPhoto | null = null): Share {
  const url = new URL(path, origin).href;
  if (!photo) return { url, photo: null };
  return { url, photo: { url: new URL(`/photos/${photo.id}/640`, origin).href, alt: photo.alt } };
}

/** Title, description and Open Graph tags of a public page. */
export function shareTags({
  title,
  description,
  share,
}: {
  title: string;
  description: string;
  share: Share;
}): MetaDescriptor[] {
  const text = firstWords(description, 200);
  const photo = share.photo
    ? [
        { property: "og:image", content: share.photo.url },
        { property: "og:image:alt", content: share.photo.alt },
        ...(share.photo.size
          ? [
              { property: "og:image:type", content: "image/jpeg" },
              { property: "og:image:width", content: String(share.photo.size.width) },
              { property: "og:image:height", content: String(share.photo.size.height) },
            ]
          : []),
        { name: "twitter:card", content: "summary_large_image" },
        { name: "twitter:image", content: share.photo.url },
      ]
    : [{ name: "twitter:card", content: "summary" }];
  return [
    { title: `${title} · Lumbung` },
    { name: "description", content: text },
    { tagName: "link", rel: "canonical", href: share.url },
    { property: "og:site_name", content: "Lumbung" },
    { property: "og:type", content: "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: text },
    { property: "og:url", content: share.url },
    { property: "og:locale", content: "id_ID" },
    { name: "twitter:title", content: title },
    { name: "twitter:description", content: text },
    ...photo,
  ];
}

/** A link that opens WhatsApp with this text, to choose whom to send it to. */
export function whatsAppLink(text: string): string {
  return `https://wa.me/?text=${encodeURIComponent(text.replace(/\p{Cs}/gu, ""))}`;
}

function firstWords(text: string, most: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  if (signs.length <= most) return line;
  return `${signs
    .slice(0, most - 1)
    .join("")
    .replace(/\s+\S*$/, "")}…`;
}

/** Whether a part of an address can be some page's name: no control signs, no halves of signs. */
export function isAddress(slug: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(slug);
}
