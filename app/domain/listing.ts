import type { ContributionInput } from "./contribution.ts";
import type { Halal, ListingFacts, PermitKind, VariantFacts } from "./listing-facts.ts";
import type { ListingKind } from "./listing-kind.ts";
import type { Rupiah } from "./money.ts";
import type { Measures } from "./parcel-box.ts";
import type { FieldErrors } from "./result.ts";
import { wordsOf } from "./search-words.ts";
import type { SplitMethod } from "./split-rule.ts";
import { MAX_QUANTITY_MILLI, type Unit } from "./unit.ts";

export const LISTING_STATES = ["draft", "published", "hidden"] as const;
export type ListingState = (typeof LISTING_STATES)[number];

/** The whole life of a listing: a draft is never hidden, since nobody sees it yet. */
const MOVES = {
  publish: { from: ["draft", "hidden"], to: "published" },
  hide: { from: ["published"], to: "hidden" },
} as const satisfies Record<string, { from: readonly ListingState[]; to: ListingState }>;
export type ListingMove = keyof typeof MOVES;

/** Where a move may start. */
export function statesBefore(move: ListingMove): readonly ListingState[] {
  return MOVES[move].from;
}

/** @returns the state that a move leads to, or null when it does not start here */
export function stateAfter(move: ListingMove, state: ListingState): ListingState | null {
  return statesBefore(move).includes(state) ? MOVES[move].to : null;
}

export const MAX_VARIANTS = 24;
export const MAX_PHOTOS = 8;
export const MAX_NAME = 100;
export const MAX_DESCRIPTION = 4000;
export const MAX_ALT = 200;

/** What is bought. Price per unit; stock in thousandths of the unit; weight and size of one packed unit. */
export type VariantInput = Measures &
  VariantFacts & { name: string; price: Rupiah; stockMilli: number; packedGrams: number };

/** A variant in the edit form: `stockWasMilli` is the stock that the form showed, so that a sale in between is not undone. */
export type VariantEdit = VariantInput & {
  id: string | null;
  stockWasMilli: number;
  isRetired: boolean;
  /** Where it stands in the form, for its errors. */
  row: number;
};

export type ListingInput<Variant = VariantInput> = ListingFacts & {
  name: string;
  description: string;
  unit: Unit;
  /** Null: the group's rule in force. */
  splitRuleId: string | null;
  variants: Variant[];
  contributions: ContributionInput[];
};

/** What must be there before buyers see a listing; each has a sentence `reason.missing-…`. */
export const MISSING = [
  "missing-group",
  "missing-name",
  "missing-variant",
  "missing-contribution",
  "missing-one-maker",
  "missing-harvest",
  "missing-harvest-over",
  "missing-permit",
  "missing-halal",
  "missing-halal-over",
  "missing-alt",
] as const;
export type Missing = (typeof MISSING)[number];

/** What the network wants of food before buyers see it. */
export type FoodPolicy = { needsPermit: boolean; needsHalal: boolean };

export type PublishFacts = {
  isGroupActive: boolean;
  kind: ListingKind;
  name: string;
  /** Variants on sale, each with a price. */
  variantCount: number;
  /** Contributors who still are members, and whom the rule pays: for piece rates, those in one of its steps. */
  contributorCount: number;
  method: SplitMethod | null;
  harvestFrom: string | null;
  harvestUntil: string | null;
  photoAlts: string[];
  permitKind: PermitKind | null;
  halal: Halal | null;
  halalUntil: string | null;
  policy: FoodPolicy;
  /** Today, YYYY-MM-DD in WIB. */
  today: string;
};

/** All that still stands between a listing and its buyers; empty when it may be published. */
export function missingToPublish(facts: PublishFacts): Missing[] {
  const isHarvest = facts.kind === "harvest";
  const isFood = facts.kind === "food";
  const checks: Record<Missing, boolean> = {
    "missing-group": !facts.isGroupActive,
    "missing-name": facts.name.trim() === "",
    "missing-variant": facts.variantCount === 0,
    "missing-contribution": facts.contributorCount === 0,
    "missing-one-maker": facts.method === "sole" && facts.contributorCount > 1,
    "missing-harvest": isHarvest && (facts.harvestFrom === null || facts.harvestUntil === null),
    "missing-harvest-over": isHarvest && isOver(facts.harvestUntil, facts.today),
    "missing-permit": isFood && facts.policy.needsPermit && facts.permitKind === null,
    "missing-halal": isFood && facts.policy.needsHalal && facts.halal === null,
    "missing-halal-over": isFood && facts.halal === "certified" && isOver(facts.halalUntil, facts.today),
    "missing-alt": facts.photoAlts.some((alt) => alt.trim() === ""),
  };
  return MISSING.filter((what) => checks[what]);
}

function isOver(until: string | null, today: string): boolean {
  return until !== null && until < today;
}

/**
 * Rows of the edit form that do not fit what is in stock now, by their place in the form; see `stockWasMilli`.
 * @param inCycle variants that are ordered ahead: pledges and orders keep their stock, nobody types it
 * @param inLots of each variant whose stock is kept by deliveries, what lies in its lots: only stock beyond that may be typed away
 */
export function stockProblems(
  edits: readonly VariantEdit[],
  {
    stockNow,
    inLots = new Map(),
    inCycle = new Set(),
  }: {
    stockNow: ReadonlyMap<string, number>;
    inLots?: ReadonlyMap<string, number>;
    inCycle?: ReadonlySet<string>;
  },
): FieldErrors {
  const problems: FieldErrors = {};
  for (const { row, ...edit } of edits) {
    if (edit.id === null) continue;
    const now = stockNow.get(edit.id);
    const lotMilli = inLots.get(edit.id);
    const change = edit.stockMilli - edit.stockWasMilli;
    if (now === undefined) problems[`price-${row}`] = "variant-unknown";
    else if (change !== 0 && inCycle.has(edit.id)) problems[`stock-${row}`] = "stock-by-cycle";
    else if (now + change < 0) problems[`stock-${row}`] = "stock-sold";
    else if (lotMilli !== undefined && (change > 0 || (change < 0 && now + change < lotMilli)))
      problems[`stock-${row}`] = "stock-by-deliveries";
    else if (now + change > MAX_QUANTITY_MILLI) problems[`stock-${row}`] = "quantity-invalid";
  }
  return problems;
}

/** "Kain Tenun Biru" with code "7KQ2MP" → "kain-tenun-biru-7kq2mp"; the code makes it unique, the words make it readable. */
export function listingSlug(name: string, code: string): string {
  const words = wordsOf(name).filter((word) => /^[a-z0-9]+$/.test(word));
  const readable = words.join("-").slice(0, 60).replace(/-+$/, "");
  return [readable, code.toLowerCase()].filter(Boolean).join("-");
}
