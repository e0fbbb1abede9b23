import { json } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { pricePartsOf } from "#app/domain/price-parts.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { ListingGrid } from "#app/ui/listing-card.tsx";
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
import { listGroupListingIds } from "#db/read/listing-cards.ts";
import {
  countMakers,
  findNetworkFeeBasisPoints,
  findPublicListing,
  listContributionWeights,
  listListingPhotos,
  listNamedMakers,
  listVariantsOnSale,
} from "#db/read/listing-page.ts";
import { listNextRuns } from "#db/read/next-runs.ts";
import { findRuleInForce } from "#db/read/split-rules.ts";
import { BuyForm } from "./listing-buy-form.tsx";
import { ListingFacts } from "./listing-facts.tsx";
import { Gallery } from "./listing-gallery.tsx";
import { GroupBox } from "./listing-group.tsx";
import { PriceParts } from "./listing-parts.tsx";
import { ListingQuestions } from "./listing-questions.tsx";
import { ListingReviews } from "./listing-reviews.tsx";
import { listWhatIsSaid } from "./listing-said.server.ts";
import { NamedMakers } from "./named-makers.tsx";
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
      offers: variants.map(({ name, price: amount, stockMilli }) => ({
        name,
        price: amount,
        isInStock: stockMilli > 0,
      })),
      seller: { name: group.name, url: new URL(`/groups/${group.slug}`, share.url).href, place: group.place },
      rating: data.said.rating,
    }),
  ];
};

export const loader = door(async ({ ctx, param }) => {
  const slug = param("slug");
  const found = isAddress(slug) ? await findPublicListing(slug) : undefined;
  if (!found) throw notFound();
  const variants = found.isForSale ? await listVariantsOnSale(found.id) : [];
  if (variants.length === 0) {
    const { group } = found;
    const seller = group.state === "active" ? { slug: group.slug, name: group.name } : null;
    return json({ listing: null, seller }, { status: 410 });
  }
  return json(await showListing(ctx, found, variants));
});

type Found = NonNullable<Awaited<ReturnType<typeof findPublicListing>>>;
type Variants = Awaited<ReturnType<typeof listVariantsOnSale>>;

async function showListing(...[ctx, found, variants]: [Door["ctx"], Found, Variants]) {
  const { id, splitRuleId, isForSale: _, group, ...listing } = found;
  const [photos, makers, names, parts, runs, others, place, said] = await Promise.all([
    listListingPhotos(id),
    countMakers(id),
    listNamedMakers(id),
    partsOf(ctx, found, variants),
    listNextRuns({ now: ctx.now, limit: 3, ...(group.hubId ? { hubId: group.hubId } : {}) }),
    listGroupListingIds({ groupId: group.id, limit: 5 }),
    fullPlaceName(ctx, group.villageCode),
    listWhatIsSaid(id),
  ]);
  const more = await showListingCards(ctx, others.filter((other) => other !== id).slice(0, 4));
  const { slug, name, kind, madeByDisabled } = group;
  return {
    listing,
    variants,
    photos,
    makers,
    names,
    parts,
    runs,
    more,
    said,
    group: { slug, name, kind, madeByDisabled, place },
    share: shareOfCard(ctx, {
      path: `/listings/${listing.slug}`,
      alt: listing.name,
      shows: [listing.name, group.name, photos[0]?.id ?? null, ...variants.map((variant) => variant.price)],
    }),
    seller: null,
  };
}

/** Where the price of the first variant goes; null while the group has no rule. */
async function partsOf(...[ctx, found, variants]: [Door["ctx"], Found, Variants]) {
  const price = variants[0]?.price;
  const rule = await findRuleInForce({ groupId: found.group.id, listingRuleId: found.splitRuleId, now: ctx.now });
  if (!rule || price === undefined) return null;
  const [networkFeeBasisPoints, contributions] = await Promise.all([
    findNetworkFeeBasisPoints(),
    listContributionWeights(found.id),
  ]);
  return { price, shares: pricePartsOf({ price, networkFeeBasisPoints, rule: rule.rule, contributions }) };
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

function Sold({ listing, variants, photos, makers, names, parts, runs, more, group, said, share }: SoldPage) {
  const { t } = useWords();
  const prices = variants.map((variant) => variant.price);
  const price = { from: Math.min(...prices), to: Math.max(...prices), unit: listing.unit };
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
          </div>
          <BuyForm unit={listing.unit} variants={variants} />
          <GroupBox group={group} kind={listing.kind} makers={makers} />
          <NamedMakers names={names} makers={makers} />
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
          <ListingFacts listing={listing} variants={variants} place={group.place} />
          <ListingReviews reviews={said.reviews} rating={said.rating} group={group.name} />
          <ListingQuestions slug={listing.slug} questions={said.questions} group={group.name} />
        </div>
        <div className="grid min-w-0 gap-8">
          {parts ? <PriceParts {...parts} unit={listing.unit} /> : null}
          <Section title={t("listing.pooled")}>
            <p className="max-w-prose">{t("listing.pooled.text")}</p>
            <RunList runs={runs} />
          </Section>
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
