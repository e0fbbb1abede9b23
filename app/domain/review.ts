import { z } from "zod";
import { lineOfText, someText } from "./plain-text.ts";

export const MOST_STARS = 5;
export const ReviewWords = someText({ max: 1000, min: 0 });
export const QuestionWords = someText({ max: 500, min: 5 });
export const AnswerWords = someText({ max: 1000 });
/** Why a review or question is hidden, or should be. */
export const JudgeWords = lineOfText({ max: 300 });
export const Stars = z.coerce
  .number({ error: "stars-missing" })
  .int({ error: "stars-missing" })
  .min(1, { error: "stars-missing" })
  .max(MOST_STARS, { error: "stars-missing" });

/** So many questions of one person may wait for an answer on one listing. */
export const WAITING_QUESTIONS_AT_MOST = 3;

export type Rating = { averageTenths: number; count: number };

/**
 * The average of some stars in tenths, half a tenth going up: 9 stars of 2 reviews are 45.
 * @returns null when there is no review
 */
export function ratingOf({ stars, count }: { stars: number; count: number }): Rating | null {
  return count > 0 ? { averageTenths: Math.floor((stars * 20 + count) / (2 * count)), count } : null;
}

/** A name as everybody may read it: the first word, and the first letter of the last. "Dewi Lestari" → "Dewi L." */
export function publicName(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ""] = words;
  const last = words.length > 1 ? [...(words.at(-1) ?? "")][0] : undefined;
  return last ? `${first} ${last.toUpperCase()}.` : first;
}
