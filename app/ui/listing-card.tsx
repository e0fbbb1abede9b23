import { Link } from "@remix-run/react";
import { formatDayAndMonth } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Photo, type PhotoShown } from "./photo.tsx";
import { type Compare, Price } from "./price.tsx";
import { RatingShown } from "./stars.tsx";

export type ListingCardProps = {
  slug: string;
  name: string;
  kind: "craft" | "food" | "harvest";
  unit: string;
  madeToOrderDays: number | null;
  /** Set when the harvest is still to come. */
  harvestFrom: string | null;
  priceFrom: number;
  priceTo: number;
  /** The lower price per kilogram or piece. */
  compare: Compare;
  isSoldOut: boolean;
  groupName: string;
  place: string;
  madeByDisabled: boolean;
  photo: PhotoShown | null;
  /** What buyers gave it, where any did. */
  rating?: { averageTenths: number; count: number } | null;
};

type Placed = {
  listing: ListingCardProps;
  /** Seen first on the page. */
  eager?: boolean;
  /** The heading level that fits the page. */
  heading?: "h2" | "h3";
};

/** A listing in a grid: the photo first; the whole card is its link. */
export function ListingCard({ listing, eager = false, heading: Heading = "h3" }: Placed) {
  const { t } = useWords();
  return (
    <article className="group relative flex min-w-0 flex-col overflow-hidden rounded-card border border-line bg-card shadow-card focus-within:border-sea hover:border-sea">
      <div className="relative">
        <Photo
          photo={listing.photo}
          drawing={listing.kind}
          sizes="(min-width: 64rem) 17rem, (min-width: 40rem) 31vw, 47vw"
          eager={eager}
          className={`aspect-square w-full ${listing.isSoldOut ? "opacity-60 grayscale" : ""}`}
        />
        <Mark listing={listing} />
      </div>
      <div className="flex grow flex-col gap-1 p-3">
        <Heading className="line-clamp-2 text-base font-semibold leading-snug">
          <Link
            to={`/listings/${listing.slug}`}
            className="text-ink no-underline after:absolute after:inset-0 group-hover:text-sea focus-visible:outline-none"
          >
            {listing.name}
          </Link>
        </Heading>
        <Price
          from={listing.priceFrom}
          to={listing.priceTo}
          unit={listing.unit}
          compare={listing.compare}
          className="text-base leading-snug"
        />
        <RatingShown rating={listing.rating} />
        <p className="mt-auto pt-1 text-sm leading-snug text-quiet">
          {listing.groupName}
          <span className="block">{listing.place}</span>
        </p>
        {listing.madeByDisabled ? (
          <p className="text-sm font-semibold leading-snug text-mangrove">{t("made-by-disabled.short")}</p>
        ) : null}
      </div>
    </article>
  );
}

/** What a buyer should know before opening it: sold out, to be made, still to be harvested. */
function Mark({ listing: { isSoldOut, madeToOrderDays, harvestFrom } }: { listing: ListingCardProps }) {
  const { t, locale } = useWords();
  const text = isSoldOut
    ? t("listing.sold-out")
    : madeToOrderDays !== null
      ? t("listing.made-to-order.short", { days: madeToOrderDays })
      : harvestFrom !== null
        ? t("listing.harvest.short", { day: formatDayAndMonth(locale, harvestFrom) })
        : null;
  if (text === null) return null;
  return (
    <p
      className={`absolute start-2 bottom-2 rounded-full px-2.5 py-0.5 text-sm font-semibold ${isSoldOut ? "bg-ink text-paper" : "bg-gold-soft text-gold-ink"}`}
    >
      {text}
    </p>
  );
}

/** Two cards beside each other on a phone, four on a wide screen. */
export function ListingGrid({
  listings,
  heading,
  eagerCount = 0,
  columns = 4,
}: {
  listings: ListingCardProps[];
  heading?: "h2" | "h3";
  /** How many of the first are seen without scrolling. */
  eagerCount?: number;
  columns?: 3 | 4;
}) {
  return (
    <ul className={`grid grid-cols-2 gap-3 sm:grid-cols-3 sm:gap-4 ${columns === 4 ? "lg:grid-cols-4" : ""}`}>
      {listings.map((listing, at) => (
        <li key={listing.slug} className="grid min-w-0">
          <ListingCard listing={listing} eager={at < eagerCount} {...(heading ? { heading } : {})} />
        </li>
      ))}
    </ul>
  );
}
