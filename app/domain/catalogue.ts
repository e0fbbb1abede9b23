import { type CatalogueCursor, readCursor, writeCursor } from "./catalogue-cursor.ts";
import { GROUP_KINDS, type GroupKind } from "./group-kind.ts";
import { PERMIT_KINDS, type PermitKind } from "./listing-facts.ts";
import { LISTING_KINDS, type ListingKind } from "./listing-kind.ts";
import { parseRupiah, type Rupiah } from "./money.ts";
import { levelOf } from "./region.ts";

export const CATALOGUE_SORTS = ["relevance", "newest", "cheapest", "dearest"] as const;
export type CatalogueSort = (typeof CATALOGUE_SORTS)[number];

export const CATALOGUE_PAGE_SIZE = 24;
/** Longer searches are cut: the first words say what is looked for. */
export const MOST_QUERY_CHARACTERS = 200;
const LAST_PAGE = 10_000;

/** What somebody asked the catalogue for; null and false mean that nothing was asked. */
export type CatalogueQuery = {
  q: string;
  kind: ListingKind | null;
  groupKind: GroupKind | null;
  /** Code of a regency or district. */
  place: string | null;
  priceFrom: Rupiah | null;
  priceTo: Rupiah | null;
  permit: PermitKind | null;
  /** Certified halal, by a certificate that has not run out. */
  halal: boolean;
  /** What can be sent today. */
  ready: boolean;
  /** Harvests of the next seven days. */
  harvestSoon: boolean;
  madeByDisabled: boolean;
  /** Id of the zone that it shall be sent to. */
  sendTo: string | null;
  sort: CatalogueSort;
  cursor: CatalogueCursor | null;
};

/** What is asked with a tick. */
export const CATALOGUE_TICKS = ["ready", "halal", "harvestSoon", "madeByDisabled"] as const;

export type PriceField = "priceFrom" | "priceTo";

/**
 * Reads the catalogue's address. What cannot be understood is left out, never refused: links grow old and people edit them.
 * @returns beside the query, the prices that were typed but could not be read, to say so on the page
 */
export function readCatalogueQuery(parameters: Pick<URLSearchParams, "get">): {
  query: CatalogueQuery;
  unread: PriceField[];
} {
  const unread: PriceField[] = [];
  const price = (field: PriceField): Rupiah | null => {
    const text = (parameters.get(field) ?? "").trim();
    if (text === "") return null;
    const amount = parseRupiah(text);
    if (amount === null) unread.push(field);
    return amount;
  };
  const q = readWords(parameters.get("q"));
  const [priceFrom, priceTo] = inOrder(price("priceFrom"), price("priceTo"));
  return {
    query: {
      q,
      kind: oneOf(LISTING_KINDS, parameters.get("kind")),
      groupKind: oneOf(GROUP_KINDS, parameters.get("groupKind")),
      place: readPlace(parameters.get("place")),
      priceFrom,
      priceTo,
      permit: oneOf(PERMIT_KINDS, parameters.get("permit")),
      halal: parameters.get("halal") === "yes",
      ready: parameters.get("ready") === "yes",
      harvestSoon: parameters.get("harvestSoon") === "yes",
      madeByDisabled: parameters.get("madeByDisabled") === "yes",
      sendTo: readId(parameters.get("sendTo")),
      sort: sortFor(q, parameters.get("sort")),
      cursor: readCursor(parameters),
    },
    unread,
  };
}

/** @returns the code of a regency or district, or null for anything else */
export function readPlace(text: string | null): string | null {
  const level = text === null ? null : levelOf(text);
  return level === "regency" || level === "district" ? text : null;
}

/** @returns the page's number from 1, and 1 for what is none */
export function readPage(text: string | null): number {
  const page = /^\d{1,5}$/.test(text ?? "") ? Number(text) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

/** The one of the choices that the text names, or null. */
export function oneOf<Choice extends string>(choices: readonly Choice[], text: string | null): Choice | null {
  return choices.find((choice) => choice === text) ?? null;
}

function readId(text: string | null): string | null {
  return text !== null && /^[\w-]{1,64}$/.test(text) ? text : null;
}

/** The query part of a link to the catalogue, without what is not asked; "" when nothing is. Any change starts at the first page. */
export function catalogueLink(query: CatalogueQuery, change: Partial<CatalogueQuery> = {}): string {
  const wanted = { ...query, cursor: null, ...change };
  const parameters = new URLSearchParams();
  for (const name of ["q", "kind", "groupKind", "place", "sendTo", "priceFrom", "priceTo", "permit"] as const) {
    const value = wanted[name];
    if (value !== null && value !== "") parameters.set(name, String(value));
  }
  for (const name of CATALOGUE_TICKS) if (wanted[name]) parameters.set(name, "yes");
  const sort = sortFor(wanted.q, wanted.sort);
  if (sort !== defaultSort(wanted.q)) parameters.set("sort", sort);
  if (wanted.cursor) parameters.set(wanted.cursor.direction, writeCursor(wanted.cursor));
  return parameters.size > 0 ? `?${parameters}` : "";
}

/** A query without any filter; the search, the sorting and the page are none. */
export const NO_FILTERS = {
  kind: null,
  groupKind: null,
  place: null,
  sendTo: null,
  priceFrom: null,
  priceTo: null,
  permit: null,
  halal: false,
  ready: false,
  harvestSoon: false,
  madeByDisabled: false,
} satisfies Partial<CatalogueQuery>;

/** How many filters narrow the catalogue, the search and the sorting not counted. */
export function countFilters(query: CatalogueQuery): number {
  return (Object.keys(NO_FILTERS) as (keyof typeof NO_FILTERS)[]).filter((name) => query[name] !== NO_FILTERS[name])
    .length;
}

function readWords(text: string | null): string {
  const words = (text ?? "").replace(/\p{Cc}+/gu, " ").trim();
  return [...words].slice(0, MOST_QUERY_CHARACTERS).join("").trim();
}

function sortFor(q: string, text: string | null): CatalogueSort {
  const sort = oneOf(CATALOGUE_SORTS, text);
  return sort === null || (sort === "relevance" && q === "") ? defaultSort(q) : sort;
}

function defaultSort(q: string): CatalogueSort {
  return q === "" ? "newest" : "relevance";
}

function inOrder(from: Rupiah | null, to: Rupiah | null): [Rupiah | null, Rupiah | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}
