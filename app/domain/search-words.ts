import type { Halal, PermitKind } from "./listing-facts.ts";
import type { ListingKind } from "./listing-kind.ts";
import { isUnit, type Unit } from "./unit.ts";
import { MOST_WORDS_IN_NAME, otherNames, rootsOf } from "./word-forms.ts";

/** More words than this in one search are left out: the first ones say what is looked for. */
const MOST_WORDS = 8;

/**
 * Cuts text into the words that listings are found by: small letters, Latin accents off, everything that is neither letter nor digit a gap.
 * Both what is written into the index and what somebody searches for go through it, so that two database engines find the same.
 */
export function wordsOf(text: string): string[] {
  const folded = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .toLowerCase();
  return folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

/** The text and the roots of its words, as it is written into the index: "menenun" is also found as "tenun". */
export function indexedWordsOf(text: string): string {
  const words = wordsOf(text);
  return [...words, ...new Set(words.flatMap(rootsOf))].join(" ");
}

/** The words of a search as they were typed, at most eight of at most forty characters; none for empty or odd text. */
export function typedWords(query: string): string[] {
  const words = wordsOf(query.slice(0, 400)).map((word) => [...word].slice(0, 40).join(""));
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** One thing that is looked for: found by a word that begins so, or by another name, word beside word. */
export type SearchTerm = { beginnings: string[]; names: string[][] };

/** What a search asks for; a listing must have each. A thing with several names is looked for by all of them. */
export function searchTerms(query: string): SearchTerm[] {
  const words = typedWords(query);
  const terms: SearchTerm[] = [];
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at);
    const others = otherNames(name.join(" ")).map((other) => other.split(" "));
    const [word = ""] = name;
    terms.push(
      name.length === 1
        ? { beginnings: [word, ...rootsOf(word)], names: others }
        : { beginnings: [], names: [name, ...others] },
    );
    at += name.length;
  }
  return terms;
}

/** The longest name of a thing that begins here, or the word alone. */
function nameAt(words: string[], at: number): string[] {
  for (let length = MOST_WORDS_IN_NAME; length > 1; length -= 1) {
    const name = words.slice(at, at + length);
    if (name.length === length && otherNames(name.join(" ")).length > 0) return name;
  }
  return words.slice(at, at + 1);
}

const KIND_WORDS: Record<ListingKind, string> = {
  craft: "kerajinan tangan crafts handmade",
  food: "makanan food",
  harvest: "hasil panen harvest",
};

// Only where English has a word of its own; kg, gram and butir are what both languages type.
const UNIT_WORDS: Partial<Record<Unit, string>> = {
  g: "gram",
  kuintal: "quintal",
  ton: "tonne",
  ikat: "bunch",
  butir: "egg",
  papan: "tray",
  sisir: "hand",
  karung: "sack",
  buah: "piece",
  lembar: "sheet",
  potong: "garment",
  pasang: "pair",
  kodi: "score",
  lusin: "dozen",
  botol: "bottle",
  bungkus: "pack",
  kotak: "box",
  pak: "pack",
  batang: "bar",
};

/** What people type for a kind and a unit in either language. */
export function kindAndUnitWords(kind: ListingKind, unit: string): string {
  return `${KIND_WORDS[kind]} ${unit} ${isUnit(unit) ? (UNIT_WORDS[unit] ?? "") : ""}`;
}

/** What people type to find food that somebody has checked. */
export function labelWords({ permitKind, halal }: { permitKind: PermitKind | null; halal: Halal | null }): string {
  const permit = permitKind === "pirt" ? "pirt p-irt" : permitKind === null ? "" : "bpom";
  return `${permit} ${halal === "certified" ? "halal" : ""}`;
}

/** A place from the village up, as people search for it; a village nobody knows has no words. */
export function placeWords(names: { village?: string; district?: string; regency?: string } | null): string {
  return [names?.village, names?.district, names?.regency].filter(Boolean).join(" ");
}
