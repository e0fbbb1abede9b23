import type { CatalogueQuery } from "./catalogue.ts";
import type { GroupKind } from "./group-kind.ts";
import type { PermitKind } from "./listing-facts.ts";
import type { ListingKind } from "./listing-kind.ts";
import { parentOf } from "./region.ts";

/** Listings that are alike in all that the catalogue can be narrowed by, and how many there are. */
export type CatalogueBucket = {
  kind: ListingKind;
  groupKind: GroupKind;
  villageCode: string;
  madeByDisabled: boolean;
  permitKind: PermitKind | null;
  /** By a certificate that holds today. */
  isHalal: boolean;
  isReady: boolean;
  isHarvestedSoon: boolean;
  count: number;
};

/** The filters that are counted; each can be dropped alone. */
export const COUNTED_FILTERS = [
  "kind",
  "groupKind",
  "place",
  "permit",
  "halal",
  "madeByDisabled",
  "ready",
  "harvestSoon",
] as const;
export type CountedFilter = (typeof COUNTED_FILTERS)[number];

const FITS: Record<CountedFilter, (bucket: CatalogueBucket, query: CatalogueQuery) => boolean> = {
  kind: (bucket, query) => query.kind === null || bucket.kind === query.kind,
  groupKind: (bucket, query) => query.groupKind === null || bucket.groupKind === query.groupKind,
  place: (bucket, query) => query.place === null || bucket.villageCode.startsWith(`${query.place}.`),
  permit: (bucket, query) => query.permit === null || bucket.permitKind === query.permit,
  halal: (bucket, query) => !query.halal || bucket.isHalal,
  madeByDisabled: (bucket, query) => !query.madeByDisabled || bucket.madeByDisabled,
  ready: (bucket, query) => !query.ready || bucket.isReady,
  harvestSoon: (bucket, query) => !query.harvestSoon || bucket.isHarvestedSoon,
};

type Counts<Key extends string> = Partial<Record<Key, number | undefined>>;

/** How many listings each choice would show, all other filters left as they are. */
export type CatalogueFacets = {
  all: number;
  kind: Counts<ListingKind>;
  groupKind: Counts<GroupKind>;
  /** By the code of a regency or district. */
  place: Record<string, number>;
  permit: Counts<PermitKind>;
  halal: number;
  madeByDisabled: number;
  ready: number;
  harvestSoon: number;
  /** How many there would be without this filter; only of filters in use. */
  without: Counts<CountedFilter>;
  /** Of each kind, these filters left out: where to go when nothing fits. */
  anyKind: Counts<ListingKind>;
};

/**
 * Counts what each filter of the catalogue would leave.
 * @param buckets of all listings that meet the filters which are not counted here: the search, the prices, where it can be sent
 */
export function countFacets(buckets: readonly CatalogueBucket[], query: CatalogueQuery): CatalogueFacets {
  const fitting = (but: CountedFilter | null) =>
    buckets.filter((bucket) => COUNTED_FILTERS.every((filter) => filter === but || FITS[filter](bucket, query)));
  const places = (bucket: CatalogueBucket) => {
    const district = parentOf(bucket.villageCode);
    const regency = district && parentOf(district);
    return [district, regency].filter((code) => code !== null);
  };
  const inUse = COUNTED_FILTERS.filter((filter) => query[filter] !== null && query[filter] !== false);
  return {
    all: total(fitting(null)),
    kind: tally(fitting("kind"), (bucket) => [bucket.kind]),
    groupKind: tally(fitting("groupKind"), (bucket) => [bucket.groupKind]),
    place: tally(fitting("place"), places),
    permit: tally(fitting("permit"), ({ permitKind }) => (permitKind ? [permitKind] : [])),
    halal: total(fitting("halal").filter((bucket) => bucket.isHalal)),
    madeByDisabled: total(fitting("madeByDisabled").filter((bucket) => bucket.madeByDisabled)),
    ready: total(fitting("ready").filter((bucket) => bucket.isReady)),
    harvestSoon: total(fitting("harvestSoon").filter((bucket) => bucket.isHarvestedSoon)),
    without: Object.fromEntries(inUse.map((filter) => [filter, total(fitting(filter))])),
    anyKind: tally(buckets, (bucket) => [bucket.kind]),
  };
}

function total(buckets: readonly CatalogueBucket[]): number {
  return buckets.reduce((all, bucket) => all + bucket.count, 0);
}

function tally<Key extends string>(
  buckets: readonly CatalogueBucket[],
  keysOf: (bucket: CatalogueBucket) => Key[],
): Record<Key, number> {
  const counts = new Map<Key, number>();
  for (const bucket of buckets)
    for (const key of keysOf(bucket)) counts.set(key, (counts.get(key) ?? 0) + bucket.count);
  return Object.fromEntries(counts) as Record<Key, number>;
}
