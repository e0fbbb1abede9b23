import { rupiah } from "#app/domain/money.ts";
import { contributions, listings, photos, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { indexListing } from "#db/write/listing-index.ts";
import { MARKET_DAY, testId } from "./context.ts";

type ListingRow = typeof listings.$inferInsert;
type VariantRow = typeof variants.$inferInsert;
type PhotoRow = typeof photos.$inferInsert;
type Contribution = { memberId: string; step?: string; weight?: number };

type Wanted = Partial<Omit<ListingRow, "groupId">> & {
  /** Made by aGroup. */
  group: { id: string; members: { id: string }[]; appliedBy: string };
  /** One of Rp 62.000, ten in stock, 1 kg in a small box, unless said otherwise. */
  variants?: Partial<VariantRow>[];
  /** The first member made it, unless said otherwise. */
  contributions?: Contribution[];
  photos?: Partial<PhotoRow>[];
  /** What search knows of the group's place. */
  placeName?: string;
};

/** Puts a listing into the database, published and findable unless said otherwise; returns it with its variants. */
export async function aListing({
  group,
  variants: wanted = [{}],
  contributions: makers,
  photos: pictures = [],
  placeName = "Tanjung Unggat",
  ...over
}: Wanted) {
  const id = over.id ?? testId();
  const state = over.state ?? "published";
  const listing = {
    id,
    groupId: group.id,
    slug: `barang-${id}`,
    kind: "craft",
    name: `Barang ${id}`,
    unit: "buah",
    formKey: `form-${id}`,
    createdBy: group.appliedBy,
    createdAt: MARKET_DAY,
    updatedAt: MARKET_DAY,
    publishedAt: state === "draft" ? null : MARKET_DAY,
    ...over,
    state,
  } satisfies ListingRow;
  const sold = wanted.map((variant, at) => ({
    id: testId(),
    listingId: id,
    position: at + 1,
    name: "",
    price: rupiah(62_000),
    stockMilli: 10_000,
    packedGrams: 1000,
    lengthMm: 250,
    widthMm: 200,
    heightMm: 100,
    retiredAt: null,
    ...variant,
  }));
  const brought = (makers ?? group.members.slice(0, 1).map((member): Contribution => ({ memberId: member.id }))).map(
    ({ memberId, step = "", weight = 1 }) => ({ listingId: id, memberId, step, weight }),
  );
  const shown = pictures.map((photo, at) => ({
    ...{ id: testId(), listingId: id, position: at + 1, alt: `Foto ${at + 1}`, width: 1280, height: 960 },
    ...{ isPublic: true, createdAt: MARKET_DAY },
    ...photo,
  }));
  await inTransaction(async (tx) => {
    await tx.insert(listings).values(listing);
    if (sold.length > 0) await tx.insert(variants).values(sold);
    if (brought.length > 0) await tx.insert(contributions).values(brought);
    if (shown.length > 0) await tx.insert(photos).values(shown);
    await indexListing(tx, { listingId: id, placeName });
  });
  return { ...listing, variants: sold, contributions: brought, photos: shown };
}
