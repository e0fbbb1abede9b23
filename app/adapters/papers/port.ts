import type { Paper } from "#app/i18n/paper.ts";

/** Papers as a file to keep, send and print. */
export interface Papers {
  /** @returns a PDF of A4 pages, in the letters that every printer knows */
  pdf(paper: Paper): Promise<Uint8Array>;
}
