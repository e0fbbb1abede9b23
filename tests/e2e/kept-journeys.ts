import { readFile } from "node:fs/promises";
import type { Effort } from "./walk.ts";

/** The first words of a row in docs/journeys.md. */
export type Journey = "list a craft" | "list a harvest" | "buy from two groups" | "confirm a payment" | "see my share";

/** What the table in docs/journeys.md says that a journey takes now. */
export async function keptEffort(journey: Journey): Promise<Effort> {
  const text = await readFile(new URL("../../docs/journeys.md", import.meta.url), "utf8");
  const rows = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  const row = rows.find((cells) => cells[1] === journey && cells[2] === "now");
  const [taps, fields, screens, words] = (row ?? []).slice(3, 7).map(Number);
  if (taps === undefined || fields === undefined || screens === undefined || words === undefined)
    throw new Error(`docs/journeys.md has no row "${journey}" of today`);
  return { taps, fields, screens, words };
}
