/** Words shorter than this are not mended: too many others are near. */
const SHORTEST_MENDED = 4;
/** From this length on two slips are forgiven. */
const LONG = 7;

/** Whether a word is worth keeping among those that a mistyped one is compared with. */
export function isMendable(word: string): boolean {
  return /^\p{L}+$/u.test(word) && word.length >= SHORTEST_MENDED && word.length <= 40;
}

/** Every three signs in a row, with the word's beginning and end: by these two words are found to be alike. */
export function trigramsOf(word: string): string[] {
  const padded = [..."  ", ...word, " "];
  return [...new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join("")))];
}

/**
 * How many slips lie between two words: a letter more, less or other, or two neighbours swapped.
 * Source: optimal string alignment, the restricted form of Damerau, "A technique for computer detection and correction of
 * spelling errors" (1964).
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let [before, last] = [[] as number[], b.map((_, at) => at).concat(b.length)];
  for (const [row, sign] of a.entries()) {
    const next = [row + 1];
    for (const [column, facing] of b.entries()) {
      const least = Math.min(
        (last[column + 1] ?? 0) + 1,
        (next[column] ?? 0) + 1,
        (last[column] ?? 0) + (sign === facing ? 0 : 1),
      );
      const isSwap = row > 0 && column > 0 && sign === b[column - 1] && a[row - 1] === facing;
      next.push(isSwap ? Math.min(least, (before[column - 1] ?? 0) + 1) : least);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

/**
 * The known word that somebody most likely meant: the one with the fewest slips, the earlier in the alphabet among equals.
 * @returns null when none is near enough: one slip in a short word, two in one of seven letters or more
 */
export function nearestWord(typed: string, known: Iterable<string>): string | null {
  if (!isMendable(typed)) return null;
  const most = typed.length >= LONG ? 2 : 1;
  let best: { word: string; slips: number } | null = null;
  for (const word of known) {
    if (word === typed) return typed;
    const slips = slipsBetween(typed, word);
    if (slips > most) continue;
    if (!best || slips < best.slips || (slips === best.slips && word < best.word)) best = { word, slips };
  }
  return best?.word ?? null;
}
