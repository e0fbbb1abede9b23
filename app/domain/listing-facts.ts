import type { ListingKind } from "./listing-kind.ts";
import type { Travels } from "./travel.ts";
import { isWeighed, type Unit } from "./unit.ts";

/** P-IRT for home kitchens, BPOM MD for factories and what is frozen or canned, a notification for soap and lotions. */
export const PERMIT_KINDS = ["pirt", "bpom-md", "bpom-cosmetic"] as const;
export type PermitKind = (typeof PERMIT_KINDS)[number];

/** What a group states about its food. */
export const HALAL = ["certified", "not-certified", "non-halal"] as const;
export type Halal = (typeof HALAL)[number];

export const GRADES = ["A", "B", "C"] as const;
export type Grade = (typeof GRADES)[number];

/** What a listing's variants may differ by: at most three choices. */
export const OPTION_FIELDS = ["option1", "option2", "option3"] as const;
export const VALUE_FIELDS = ["value1", "value2", "value3"] as const;

/** All that can be said of a listing beside its name, price and makers. */
export type ListingFacts = {
  madeToOrderDays: number | null;
  openPiecesPerMaker: number | null;
  fragile: boolean;
  bulky: boolean;
  catchWeight: boolean;
  travels: Travels;
  option1: string;
  option2: string;
  option3: string;
  permitKind: PermitKind | null;
  permitNumber: string;
  halal: Halal | null;
  halalNumber: string;
  /** YYYY-MM-DD. */
  halalUntil: string | null;
  ingredients: string;
  allergens: string;
  batch: string;
  storage: string;
  shelfDays: number | null;
  /** YYYY-MM-DD; harvests only. */
  harvestFrom: string | null;
  harvestUntil: string | null;
};

/** A listing of which nothing more is said. */
export const NO_FACTS: ListingFacts = {
  ...{ madeToOrderDays: null, openPiecesPerMaker: null, fragile: false, bulky: false, catchWeight: false },
  ...{ travels: "anywhere", option1: "", option2: "", option3: "", permitKind: null, permitNumber: "" },
  ...{ halal: null, halalNumber: "", halalUntil: null, ingredients: "", allergens: "", batch: "", storage: "" },
  ...{ shelfDays: null, harvestFrom: null, harvestUntil: null },
};

/** All that can be said of a variant beside its price, stock, weight and size. */
export type VariantFacts = {
  value1: string;
  value2: string;
  value3: string;
  sku: string;
  netGrams: number | null;
  grade: Grade | null;
  gradeText: string;
  /** The name of the split rule of its own; empty: its listing's. */
  splitRuleName: string;
};

export const NO_VARIANT_FACTS: VariantFacts = {
  ...{ value1: "", value2: "", value3: "", sku: "", netGrams: null, grade: null, gradeText: "", splitRuleName: "" },
};

/** What a kind of goods has no room for is left out, whatever a form sent. */
export function factsOfKind(kind: ListingKind, unit: Unit, facts: ListingFacts): ListingFacts {
  const isFood = kind === "food";
  const isHarvest = kind === "harvest";
  const { fragile, bulky, travels, option1, option2, option3, ingredients, allergens, batch } = facts;
  const { madeToOrderDays, permitKind, permitNumber, halal, halalNumber, halalUntil } = facts;
  const { storage, shelfDays, harvestFrom, harvestUntil } = facts;
  const catchWeight = facts.catchWeight && isWeighed(unit);
  const openPiecesPerMaker = madeToOrderDays === null ? null : facts.openPiecesPerMaker;
  return {
    ...NO_FACTS,
    ...{ fragile, bulky, catchWeight, travels, option1, option2, option3 },
    ...(isHarvest ? { harvestFrom, harvestUntil } : { madeToOrderDays, openPiecesPerMaker, permitKind, permitNumber }),
    ...(isFood ? { halal, halalNumber, halalUntil, ingredients, allergens, batch } : {}),
    ...(kind === "craft" ? {} : { storage, shelfDays }),
  };
}

/** A harvest that is sold by the kilogram is weighed again when it is packed, unless the group says otherwise. */
export function usuallyCatchWeight(kind: ListingKind, unit: Unit): boolean {
  return kind === "harvest" && isWeighed(unit);
}

/** What a variant is called: its choices together, its grade, or the name that was given. */
export function variantName(
  facts: Pick<VariantFacts, "value1" | "value2" | "value3" | "grade"> & { name: string },
): string {
  const values = VALUE_FIELDS.map((field) => facts[field]).filter(Boolean);
  if (values.length > 0) return values.join(", ");
  // A name that only repeats a grade follows the grade.
  const given = GRADES.some((grade) => grade === facts.name) ? "" : facts.name;
  return given || (facts.grade ?? facts.name);
}

/** A group's code for a variant, whatever its letters' size, with the group; null where there is no code. */
export function skuKey(groupId: string, sku: string): string | null {
  return sku === "" ? null : `${groupId}:${sku.toLowerCase()}`;
}

/**
 * A permit's number as it stands on the label, however it was typed.
 * @returns it without blanks and dots: P-IRT at least 15 digits, BPOM MD 12 to 15, a cosmetics notification N, a letter and 11 digits;
 * null when it can be none of its kind
 */
export function readPermit(kind: PermitKind, text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s.\-/]/g, "");
  if (kind === "bpom-cosmetic") return /^N[A-E]\d{11}$/.test(bare) ? bare : null;
  const digits = bare.replace(kind === "pirt" ? /^PIRT(?:NO|NOMOR)?:?/ : /^(?:BPOM)?(?:RI)?MD:?/, "");
  const isRight = kind === "pirt" ? /^\d{15,18}$/.test(digits) : /^\d{12,15}$/.test(digits);
  return isRight ? digits : null;
}

/** A halal certificate's number: letters and digits, eight at least; null when it can be none. */
export function readHalalNumber(text: string): string | null {
  const bare = text.toUpperCase().replace(/[\s.\-/]/g, "");
  return /^[A-Z]{0,4}\d{8,24}$/.test(bare) ? bare : null;
}

/** What a buyer should see of goods at a glance, and what the catalogue can be narrowed by; each has a word `label.…`. */
const LISTING_LABELS = [
  "halal",
  "halal-not-certified",
  "non-halal",
  "pirt",
  "bpom-md",
  "bpom-cosmetic",
  "ready",
  "made-to-order",
  "catch-weight",
  "local",
  "chilled",
  "cargo",
  "fragile",
  "bulky",
] as const;
export type ListingLabel = (typeof LISTING_LABELS)[number];

/** Certified halal on a day, YYYY-MM-DD in WIB: a certificate counts to its last day. */
export function isHalalOn({ halal, halalUntil }: Pick<ListingFacts, "halal" | "halalUntil">, day: string): boolean {
  return halal === "certified" && (halalUntil === null || halalUntil >= day);
}

type Labelled = Pick<
  ListingFacts,
  "permitKind" | "halal" | "halalUntil" | "madeToOrderDays" | "catchWeight" | "travels" | "fragile" | "bulky"
> & { kind: ListingKind };

/**
 * The labels of goods on a day, YYYY-MM-DD in WIB. Food of which nothing was said, or whose certificate ran out, counts as not
 * certified: silence must not read as halal.
 */
export function labelsOf(facts: Labelled, today: string): ListingLabel[] {
  const { kind, permitKind, halal, travels } = facts;
  const isHalal = isHalalOn(facts, today);
  const wanted: Record<ListingLabel, boolean> = {
    halal: isHalal,
    "halal-not-certified": kind === "food" && !isHalal && halal !== "non-halal",
    "non-halal": halal === "non-halal",
    pirt: permitKind === "pirt",
    "bpom-md": permitKind === "bpom-md",
    "bpom-cosmetic": permitKind === "bpom-cosmetic",
    ready: kind === "craft" && facts.madeToOrderDays === null,
    "made-to-order": facts.madeToOrderDays !== null,
    "catch-weight": facts.catchWeight,
    local: travels === "local",
    chilled: travels === "chilled",
    cargo: travels === "cargo",
    fragile: facts.fragile,
    bulky: facts.bulky,
  };
  return LISTING_LABELS.filter((label) => wanted[label]);
}
