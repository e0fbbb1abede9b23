import type { Paper } from "#app/i18n/paper.ts";

/** What a box of a run carries on its outside: no prices, and of its buyers no more than who fetches it. */
export type ParcelLabel = {
  /** Read from across the quay: "3", or "3 · 1/2" for a part of what was too heavy. */
  number: string;
  run: string;
  zone: string;
  /** Where it gets off. */
  place: string;
  /** Whose goods lie in it, and what weighs how much, line by line. */
  lines: string[];
  signs: { kind: "fragile" | "cold"; words: string }[];
  /** What the code leads to. */
  url: string;
  hint: string;
};

/** A6 paper, or the roll of a small thermal printer, 58 mm wide. */
export type LabelSize = "a6" | "roll58";

/** Papers as a file to keep, send and print. */
export interface Papers {
  /** @returns a PDF of A4 pages, in the letters that every printer knows */
  pdf(paper: Paper): Promise<Uint8Array>;
  /** @returns a PDF with one A6 page for each paper */
  slips(sheet: { papers: Paper[]; title: string; language: string }): Promise<Uint8Array>;
  /** @returns a PDF with one page for each label */
  labels(sheet: { labels: ParcelLabel[]; size: LabelSize; title: string; language: string }): Promise<Uint8Array>;
}
