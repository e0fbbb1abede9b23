import { json } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { labelsOf } from "#app/domain/listing-facts.ts";
import { comparisonPrice, isUnit } from "#app/domain/unit.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
import { ListingLabels } from "#app/ui/listing-labels.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Price } from "#app/ui/price.tsx";
import { RunList } from "#app/ui/run-list.tsx";
import { RatingShown } from "#app/ui/stars.tsx";
import { showListingCards } from "#app/web/cards.server.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { fullPlaceName } from "#app/web/place-names.server.ts";
import { isAddress, shareOfCard, shareTags } from "#app/web/share.ts";
import { productData } from "#app/web/structured-data.ts";
import { wordsFor } from "#app/web/title.ts";
import { listRooms } from "#db/read/capacity.ts";
import { listOrderedAhead } from "#db/read/cycle-stock.ts";
import { listPublicCycles } from "#db/read/cycles.ts";
import { listGroupListingIds } from "#db/read/listing-cards.ts";
import {
  countMakers,
  findPublicListing,
  listListingPhotos,
  listNamedMakers,
  listVariantsOnSale,
} from "#db/read/listing-page.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { BuyForm } from "./listing-buy-form.tsx";
import { ListingCycles } from "./listing-cycles.tsx";
import { ListingFacts } from "./listing-facts.tsx";
import { Gallery } from "./listing-gallery.tsx";
import { GroupBox } from "./listing-group.tsx";
import { PriceParts } from "./listing-parts.tsx";
import { ListingQuestions } from "./listing-questions.tsx";
import { ListingReviews } from "./listing-reviews.tsx";
import { listWhatIsSaid } from "./listing-said.server.ts";
import { ShippingComparison } from "./listing-shipping.tsx";
import { findPriceParts } from "./price-parts.server.ts";
import { showShipping } from "./shipping-comparison.server.ts";
import { WhatsAppShare } from "./whatsapp-share.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const t = wordsFor(matches);
  if (!data?.listing)
    return [{ title: `${t("listing.gone.title")} · Lumbung` }, { name: "robots", content: "noindex" }];
  const { listing, group, variants, share } = data;
  const price = formatRupiah(Math.min(...variants.map((variant) => variant.price)));
  return [
    ...shareTags({ title: listing.name, description: `${price} · ${group.name}. ${listing.description}`, share }),
    productData({
      name: listing.name,
      description: listing.description,
      url: share.url,
      pictures: data.photos.map((photo) => new URL(`/photos/${photo.id}/1280`, share.url).href),
      offers: variants.map(({ name, price: amount, stockMilli, isAhead }) => ({
        name,
        price: amount,
        availability: stockMilli === 0 ? "OutOfStock" : isAhead ? "PreOrder" : "InStock",
      })),
      seller: { name: group.name, url: new URL(`/groups/${group.slug}`, share.url).href, place: group.place },
      rating: data.said.rating,
    }),
  ];
};

export const loader = door(async ({ ctx, param, url }) => {
  const slug = param("slug");
  const found = isAddress(slug) ? await findPublicListing(slug) : undefined;
  if (!found) throw notFound();
  const variants = found.isForSale ? await listOrderable(found.id, ctx.now) : [];
  if (variants.length === 0) {
    const { group } = found;
    const seller = group.state === "active" ? { slug: group.slug, name: group.name } : null;
    return json({ listing: null, seller }, { status: 410 });
  }
  return json(await showListing(ctx, { found, variants, to: url.searchParams.get("to") }));
});

/** The variants on sale, each with what can be ordered of it now. */
async function listOrderable(listingId: string, now: Date) {
  const variants = await listVariantsOnSale(listingId);
  const ids = variants.map((variant) => variant.id);
  const ahead = await listOrderedAhead(ids, now);
  return variants.map((variant) => ({
    ...variant,
    isAhead: ahead.has(variant.id),
    stockMilli: ahead.get(variant.id)?.roomMilli ?? variant.stockMilli,
  }));
}

type Found = NonNullable<Awaited<ReturnType<typeof findPublicListing>>>;
type Variants = Awaited<ReturnType<typeof listOrderable>>;

type Shown = { found: Found; variants: Variants; to: string | null };

async function showListing(ctx: Door["ctx"], { found, variants, to }: Shown) {
  const { id, splitRuleId, isForSale: _, group, ...listing } = found;
  const [photos, makers, named, parts, runs, others, place, rooms, said, cycles] = await Promise.all([
    listListingPhotos(id),
    countMakers(id),
    listNamedMakers(id),
    findPriceParts(ctx, found, variants),
    listNextRuns({ now: ctx.now, limit: 3, ...(group.hubId ? { hubId: group.hubId } : {}) }),
    listGroupListingIds({ groupId: group.id, limit: 5 }),
    fullPlaceName(ctx, group.villageCode),
    listRooms([{ listingId: id, ...listing }]),
    listWhatIsSaid(id),
    listPublicCycles(id, ctx.now),
  ]);
  const [variant] = variants;
  const usual = runs[0]?.zoneId ?? null;
  const from = { groupId: group.id, hubId: group.hubId, fromVillage: group.villageCode };
  const shipping = variant ? await showShipping(ctx, { from, listing, variant, wanted: to, usual }) : null;
  const more = await showListingCards(ctx, others.filter((other) => other !== id).slice(0, 4));
  const { slug, name, kind, madeByDisabled } = group;
  return {
    listing,
    facts: { ...listing, roomMilli: rooms.get(id) ?? null, today: dayInWib(ctx.now.getTime()) },
    labels: labelsOf(listing, dayInWib(ctx.now.getTime())),
    variants: variants.map((variant) => ({ ...variant, compare: comparisonOf(listing.unit, variant) })),
    photos,
    makers,
    named,
    parts,
    runs,
    shipping,
    more,
    said,
    cycles: cycles.map((cycle) => ({
      ...cycle,
      opensAt: cycle.opensAt.toISOString(),
      closesAt: cycle.closesAt.toISOString(),
    })),
    group: { slug, name, kind, madeByDisabled, place },
    share: shareOfCard(ctx, {
      path: `/listings/${listing.slug}`,
      alt: listing.name,
      shows: [listing.name, group.name, photos[0]?.id ?? null, ...variants.map((variant) => variant.price)],
    }),
    seller: null,
  };
}

function comparisonOf(unit: string, variant: Pick<Variants[number], "price" | "netGrams">) {
  return isUnit(unit) ? comparisonPrice({ ...variant, unit }) : null;
}

export default function Listing() {
  const page = useLoaderData<typeof loader>();
  if (!page.listing) return <Gone seller={page.seller} />;
  return <Sold {...page} />;
}

function Gone({ seller }: { seller: { slug: string; name: string } | null }) {
  const { t } = useWords();
  return (
    <Page title={t("listing.gone.title")} lead={t("listing.gone.text")} width="narrow">
      {seller ? (
        <ButtonLink to={`/groups/${seller.slug}`}>{t("listing.gone.group", { group: seller.name })}</ButtonLink>
      ) : null}
      <ButtonLink to="/listings" look="second">
        {t("catalogue.see-all")}
      </ButtonLink>
    </Page>
  );
}

type SoldPage = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { listing: object }>;

function Sold(page: SoldPage) {
  const { listing, facts, labels, variants, photos, makers, named, parts, runs, shipping, more, group, said, share } =
    page;
  const { cycles } = page;
  const isOrderable = variants.some((variant) => variant.stockMilli > 0);
  const { t } = useWords();
  const prices = variants.map((variant) => variant.price);
  const from = Math.min(...prices);
  const compare = variants.find((variant) => variant.price === from)?.compare ?? null;
  const price = { from, to: Math.max(...prices), unit: listing.unit, compare };
  const text = { name: listing.name, price: formatRupiah(price.from), group: group.name, url: share.url };
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-4 sm:py-8">
      <div className="grid gap-5 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start lg:gap-10">
        <Gallery name={listing.name} kind={listing.kind} photos={photos} />
        <div className="grid min-w-0 gap-4">
          <div className="grid gap-1">
            <h1>{listing.name}</h1>
            <Price {...price} className="text-2xl" />
            <RatingShown rating={said.rating} />
            <ListingLabels labels={labels} />
          </div>
          <ListingCycles cycles={cycles} />
          {isOrderable || cycles.length === 0 ? <BuyForm unit={listing.unit} variants={variants} /> : null}
          {listing.madeToOrderDays === null ? (
            <ButtonLink to={`/listings/${listing.slug}/standing`} look="quiet">
              {t("standing.start")}
            </ButtonLink>
          ) : null}
          <GroupBox group={group} kind={listing.kind} makers={makers} named={named} />
          <WhatsAppShare label={t("listing.share")} text={t("listing.share.text", text)} />
        </div>
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] lg:items-start lg:gap-10">
        <div className="grid min-w-0 gap-8">
          {listing.description ? (
            <Section title={t("listing.description")}>
              <p className="max-w-prose whitespace-pre-line">{listing.description}</p>
            </Section>
          ) : null}
          <ListingFacts listing={facts} variants={variants} cycles={cycles} place={group.place} />
          <ListingReviews reviews={said.reviews} rating={said.rating} group={group.name} />
          <ListingQuestions slug={listing.slug} questions={said.questions} group={group.name} />
        </div>
        <div className="grid min-w-0 gap-8">
          {parts ? <PriceParts {...parts} unit={listing.unit} /> : null}
          <ShippingComparison slug={listing.slug} unit={listing.unit} shipping={shipping} />
          {runs.length > 0 ? (
            <Section title={t("listing.pooled")}>
              <RunList runs={runs} />
            </Section>
          ) : null}
        </div>
      </div>
      {more.length > 0 ? (
        <Section title={t("listing.more", { group: group.name })}>
          <ListingGrid listings={more} />
        </Section>
      ) : null}
    </div>
  );
}
