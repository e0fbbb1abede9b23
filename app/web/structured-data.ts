import type { MetaDescriptor } from "@remix-run/node";

type Organization = { name: string; url: string; place: string };

type Rating = { averageTenths: number; count: number };

type Product = {
  name: string;
  description: string;
  url: string;
  pictures: string[];
  offers: { name: string; price: number; availability: "InStock" | "PreOrder" | "OutOfStock" }[];
  seller: Organization;
  rating: Rating | null;
};

const ORGANIZATION = ({ name, url, place }: Organization) => ({
  "@type": "Organization",
  name,
  url,
  address: { "@type": "PostalAddress", addressLocality: place, addressCountry: "ID" },
});

/** A listing for search engines, as schema.org's Product with an Offer for each variant. Remix writes it so that no text in it can end the script. */
export function productData({ name, description, url, pictures, offers, seller, rating }: Product): MetaDescriptor {
  return {
    "script:ld+json": {
      "@context": "https://schema.org",
      "@type": "Product",
      name,
      description,
      url,
      image: pictures,
      offers: offers.map((offer) => ({
        "@type": "Offer",
        ...(offer.name ? { name: offer.name } : {}),
        url,
        price: offer.price,
        priceCurrency: "IDR",
        availability: `https://schema.org/${offer.availability}`,
        seller: ORGANIZATION(seller),
      })),
      ...(rating
        ? {
            aggregateRating: {
              "@type": "AggregateRating",
              ratingValue: rating.averageTenths / 10,
              reviewCount: rating.count,
              bestRating: 5,
              worstRating: 1,
            },
          }
        : {}),
    },
  };
}

/** A group as schema.org's Organization. */
export function organizationData(
  group: Organization & { description: string; picture: string | null },
): MetaDescriptor {
  return {
    "script:ld+json": {
      "@context": "https://schema.org",
      ...ORGANIZATION(group),
      description: group.description,
      ...(group.picture ? { image: group.picture } : {}),
    },
  };
}
