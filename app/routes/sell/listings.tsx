import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";
import { may } from "#app/domain/permissions.ts";
import { isUnit } from "#app/domain/unit.ts";
import { formatQuantity } from "#app/i18n/format.ts";
import { useWords } from "#app/i18n/words.tsx";
import { Amount } from "#app/ui/amount.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormFrame } from "#app/ui/form.tsx";
import { Badge, Card, Empty, Notice, Page } from "#app/ui/page.tsx";
import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { pageTitle } from "#app/web/title.ts";
import { listGroupListings } from "#db/read/group-listings.ts";
import { AddGoods } from "./add-goods.tsx";
import { ListingsTools } from "./listings-tools.tsx";
import { isSaid } from "./said.ts";

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, "sell.listings.title");

export const loader = door(async (at) => {
  const { ctx, url } = at;
  const group = await openGroup(at, "see-desk");
  const offered = await listGroupListings(ctx.actor, group.id);
  return {
    group: { slug: group.slug, name: group.name, kind: group.kind },
    mayEdit: may(ctx.actor, "edit-listing", { groupId: group.id }),
    said: url.searchParams.get("said"),
    listings: offered.map(({ variants, ...listing }) => ({
      ...listing,
      lowestPrice: variants.length > 0 ? Math.min(...variants.map((variant) => variant.price)) : null,
      hasPrices: new Set(variants.map((variant) => variant.price)).size > 1,
      stockMilli: variants.reduce((all, variant) => all + variant.stockMilli, 0),
    })),
  };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Listing = Data["listings"][number];

export default function Listings() {
  const { group, mayEdit, said, listings } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const here = `/desk/${group.slug}/listings`;
  return (
    <Page
      title={t("sell.listings.title")}
      lead={t("sell.listings.lead", { group: group.name })}
      back={{ to: `/desk/${group.slug}`, label: t("sell.listings.back", { group: group.name }) }}
    >
      {isSaid(said) ? <Notice tone="good">{t(`sell.said.${said}`)}</Notice> : null}
      {mayEdit ? <AddGoods slug={group.slug} kind={group.kind} /> : null}
      {listings.length === 0 ? <Empty text={t("sell.listings.none")} /> : null}
      {mayEdit ? <ListingsTools group={group.slug} /> : null}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {listings.map((listing) => (
          <li key={listing.id}>
            <ListingCard listing={listing} here={here} mayEdit={mayEdit} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

const TONES = { draft: "warn", published: "good", hidden: "info" } as const;

function ListingCard({ listing, here, mayEdit }: { listing: Listing; here: string; mayEdit: boolean }) {
  const { t, locale } = useWords();
  const unit = isUnit(listing.unit) ? t(`unit.${listing.unit}`) : listing.unit;
  return (
    <Card className="flex h-full flex-col gap-3">
      <div className="flex gap-4">
        <Thumbnail photo={listing.photo} />
        <div className="min-w-0 grow">
          <h2 className="text-lg">{listing.name}</h2>
          <p>
            <Badge tone={TONES[listing.state]}>{t(`sell.state.${listing.state}`)}</Badge>
          </p>
        </div>
      </div>
      {listing.lowestPrice === null ? null : (
        <p>
          {listing.hasPrices ? `${t("sell.listings.price-from")} ` : ""}
          <Amount plain="agreed" amount={listing.lowestPrice} className="font-semibold" />{" "}
          <span className="text-quiet">{t("sell.listings.per", { unit })}</span>
          <br />
          <span className={listing.stockMilli === 0 ? "font-semibold text-clay" : "text-quiet"}>
            {listing.stockMilli === 0
              ? t("sell.listings.sold-out")
              : t("sell.listings.stock", { quantity: formatQuantity(locale, listing.stockMilli), unit })}
          </span>
        </p>
      )}
      {mayEdit ? <CardActions listing={listing} here={`${here}/${listing.slug}`} /> : null}
    </Card>
  );
}

function Thumbnail({ photo }: Pick<Listing, "photo">) {
  const { t } = useWords();
  const shape = "size-20 shrink-0 rounded-field bg-sand";
  if (!photo)
    return (
      <span className={`${shape} flex items-center justify-center p-1 text-center text-sm leading-tight text-quiet`}>
        {t("sell.listings.no-photo")}
      </span>
    );
  return (
    <img
      src={`/photos/${photo.id}/320`}
      alt={photo.alt}
      width="80"
      height="80"
      loading="lazy"
      className={`${shape} object-cover`}
    />
  );
}

function CardActions({ listing, here }: { listing: Listing; here: string }) {
  const { t } = useWords();
  const move = listing.state === "published" ? "hide" : "publish";
  const { name } = listing;
  return (
    <div className="mt-auto flex flex-wrap gap-3">
      <Link to={here} className="inline-flex min-h-11 items-center font-semibold text-sea underline underline-offset-2">
        {t("sell.listings.edit", { name })}
      </Link>
      {move === "hide" ? (
        <a
          href={`${here}/poster.pdf`}
          aria-label={t("poster.of", { name })}
          className="inline-flex min-h-11 items-center text-sea underline underline-offset-2"
        >
          {t("poster.print")}
        </a>
      ) : null}
      <FormFrame action={`${here}/${move}`} className="ms-auto">
        <Button look={move === "hide" ? "second" : "main"} aria-label={t(`sell.listings.${move}.what`, { name })}>
          {t(`sell.listings.${move}`)}
        </Button>
      </FormFrame>
    </div>
  );
}
