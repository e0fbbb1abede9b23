import outlines from "./outlines.json" with { type: "json" };

// Letters are drawn as shapes, so that no machine needs a typeface for them. outlines.json holds Plus Jakarta Sans in two weights
// (licence: OFL.txt beside it): for each letter its advance and its outline, 1000 to the size, y downwards from the baseline.

export type Weight = keyof typeof outlines;
type Glyph = { advance: number; outline: string };

/** A line of letters: their outlines with where each begins, in the same thousandths, and the width of all. */
export type Line = { letters: { x: number; outline: string }[]; width: number };

const WEIGHTS: Record<Weight, Map<string, Glyph>> = { regular: read(outlines.regular), bold: read(outlines.bold) };

function read(written: Record<string, string>): Map<string, Glyph> {
  return new Map(
    Object.entries(written).map(([letter, text]) => {
      const at = text.indexOf(" ");
      return [letter, { advance: Number(text.slice(0, at)), outline: text.slice(at + 1) }];
    }),
  );
}

function glyphsOf(text: string, weight: Weight): Glyph[] {
  const known = WEIGHTS[weight];
  return [...text.normalize("NFC")].flatMap((letter) => {
    const glyph = known.get(letter) ?? known.get(letter.normalize("NFD").charAt(0));
    return glyph ? [glyph] : [];
  });
}

function setLine(text: string, weight: Weight): Line {
  let x = 0;
  const letters = glyphsOf(text, weight).map(({ advance, outline }) => {
    const letter = { x, outline };
    x += advance;
    return letter;
  });
  return { letters, width: x };
}

type Setting = { text: string; weight: Weight; size: number; maxWidth: number; maxLines: number };

/**
 * Breaks a text between words into lines of at most `maxWidth`, in the unit of `size`. A word wider than that is broken anywhere; what
 * does not fit in `maxLines` ends with "…".
 */
export function setText({ text, weight, size, maxWidth, maxLines }: Setting): Line[] {
  const room = (maxWidth * 1000) / size;
  const fits = (words: string): boolean => setLine(words, weight).width <= room;
  const lines: string[] = [];
  let line = "";
  for (const word of text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((each) => pieces(each, fits))) {
    if (line === "" || fits(`${line} ${word}`)) line = line === "" ? word : `${line} ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  const kept = lines.slice(0, maxLines);
  if (lines.length > maxLines) kept.push(shorten(kept.pop() ?? "", fits));
  return kept.map((each) => setLine(each, weight));
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const cut: string[] = [""];
  for (const letter of word) {
    const longer = `${cut.at(-1)}${letter}`;
    if (fits(longer) || cut.at(-1) === "") cut[cut.length - 1] = longer;
    else cut.push(letter);
  }
  return cut;
}

function shorten(text: string, fits: (text: string) => boolean): string {
  const letters = [...text];
  while (letters.length > 0 && !fits(`${letters.join("").trimEnd()}…`)) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
