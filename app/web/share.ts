import type { MetaDescriptor } from "@remix-run/node";
import type { Context } from "#app/usecases/context.ts";

type SharedPhoto = { id: string; alt: string; width: number; height: number };

/** What a chat or another site needs to show a page: absolute addresses. */
export type Share = { url: string; photo: { url: string; alt: string } | null };

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
        { name: "twitter:card", content: "summary_large_image" },
      ]
    : [];
  return [
    { title: `${title} · Lumbung` },
    { name: "description", content: text },
    { tagName: "link", rel: "canonical", href: share.url },
    { property: "og:site_name", content: "Lumbung" },
    { property: "og:type", content: "website" },
    { property: "og:title", content: title },
    { property: "og:description", content: text },
    { property: "og:url", content: share.url },
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
