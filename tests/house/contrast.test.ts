import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Colours = Record<string, string>;

/** The colours of one block of tokens: `--name: #rrggbb;`. */
function coloursAfter(css: string, start: string): Colours {
  const from = css.indexOf(start);
  const block = css.slice(from, css.indexOf("}", from));
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name ?? "", hex ?? ""]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const css = readFileSync("app/ui/tokens.css", "utf8");
const THEMES = {
  light: coloursAfter(css, "color-scheme: light;"),
  dark: coloursAfter(css, "color-scheme: dark;"),
};

/** Grounds on which any ink may stand. */
const SURFACES = ["paper", "card", "sand", "sea-soft", "gold-soft", "mangrove-soft", "clay-soft"];
/** What is written and drawn with, on any surface. */
const INKS = ["ink", "quiet", "sea", "sea-deep", "gold-ink", "mangrove", "clay"];
/** Grounds that carry one colour only. */
const FILLS: Record<string, string> = { sea: "on-sea", "sea-deep": "on-sea", bar: "on-bar", ink: "paper" };
/** Grounds that carry no words: the parts of a drawing whose words stand beside it. */
const ADORNMENTS = ["gold", "edge", "mangrove", "clay"];
/** What surrounds a control, or says by its colour what kind of message this is. */
const BORDERS = ["edge", "sea", "mangrove", "clay"];
/** Lines that only divide or adorn: nothing is lost without them. */
const QUIET_LINES = ["line", "gold"];
const KEYWORDS = ["transparent", "current"];

describe.each(Object.entries(THEMES))("the colours of the %s theme", (_theme, colours) => {
  const of = (name: string): string => colours[name] ?? "";
  const below = (pairs: [string, string][], least: number): string[] =>
    pairs
      .map(([one, other]) => ({ pair: `${one} on ${other}`, ratio: contrast(of(one), of(other)) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ pair, ratio }) => `${pair}: ${ratio.toFixed(2)}`);
  const all = (these: string[], those: string[]): [string, string][] =>
    these.flatMap((one) => those.map((other): [string, string] => [one, other]));

  it("keep every ink readable on every surface (4.5 to 1)", () => {
    expect(below(all(INKS, SURFACES), 4.5)).toEqual([]);
  });

  it("keep the words on filled grounds readable (4.5 to 1)", () => {
    expect(
      below(
        Object.entries(FILLS).map(([fill, word]) => [word, fill]),
        4.5,
      ),
    ).toEqual([]);
  });

  it("keep the edges of controls and messages visible on every surface (3 to 1)", () => {
    expect(below(all(BORDERS, SURFACES), 3)).toEqual([]);
  });

  it("keep the focus visible everywhere: the ring itself, or the halo within it (3 to 1)", () => {
    const grounds = [...SURFACES, ...Object.keys(FILLS)];
    const hidden = grounds.filter(
      (ground) => Math.max(contrast(of("sea"), of(ground)), contrast(of("paper"), of(ground))) < 3,
    );
    expect(hidden).toEqual([]);
  });
});

type Named = { variant: string; kind: string; colour: string };
type Piece = { file: string; text: string; colours: Named[] };

const NAMES = [...SURFACES, ...INKS, ...Object.values(FILLS), ...Object.keys(FILLS), ...ADORNMENTS, ...QUIET_LINES];
const UTILITY =
  /(?<=^|\s)((?:[a-z-]+(?:\[[^\]]*\])?:)*)(bg|text|border-[setbxy]|border|fill|stroke|accent|divide|outline|decoration)-([a-z-]+(?:\/\d+)?)(?=\s|$)/g;
/** Words of other utilities that begin alike: text-sm, border-collapse, divide-y. */
const NOT_COLOURS =
  /^(xs|sm|base|lg|xl|[2-4]xl|start|end|center|balance|pretty|wrap|nowrap|collapse|dashed|[setbxy]|none|cover|contain)$/;

/** Every innermost quoted text of a source file: a template's own text, and the texts inside its braces. */
function quoted(source: string): string[] {
  const inner = [...source.matchAll(/"([^"\n]*)"/g)].map((match) => match[1] ?? "");
  const templates = [...source.matchAll(/`([^`]*)`/g)].map((match) => (match[1] ?? "").replace(/\$\{[^}]*\}/g, " "));
  return [...inner, ...templates];
}

function coloursIn(text: string): Named[] {
  return [...text.matchAll(UTILITY)]
    .map(([, variant = "", kind = "", colour = ""]) => ({ variant, kind, colour }))
    .filter(({ colour }) => !NOT_COLOURS.test(colour));
}

const files = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/^(cli|i18n|domain|usecases)\//.test(file))
  .map((file) => join("app", file));
const sources = new Map(files.map((file) => [file, readFileSync(file, "utf8")]));
const pieces: Piece[] = [...sources].flatMap(([file, source]) =>
  quoted(source).map((text) => ({ file, text, colours: coloursIn(text) })),
);
const told = (found: Piece[]): string[] => found.map(({ file, text }) => `${file}: ${text}`);

describe("the colours that the pages name", () => {
  it("are all tokens, whole and not thinned", () => {
    const strange = pieces.filter((piece) =>
      piece.colours.some(({ colour }) => !NAMES.includes(colour) && !KEYWORDS.includes(colour)),
    );
    expect(told(strange)).toEqual([]);
    expect(pieces.filter((piece) => piece.colours.length > 0).length).toBeGreaterThan(100);
  });

  it("write with inks, or with the one colour of a filled ground in the same place", () => {
    const wrong = pieces.filter(({ file, colours }) =>
      colours.some(({ kind, colour }) => {
        if (kind !== "text" || INKS.includes(colour) || KEYWORDS.includes(colour) || colour === "edge") return false;
        const grounds = Object.keys(FILLS).filter((fill) => FILLS[fill] === colour);
        return !grounds.some((fill) => sources.get(file)?.includes(`bg-${fill}`));
      }),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("put no other words on a filled ground", () => {
    const wrong = pieces.filter(({ colours }) => {
      const words = colours.filter(({ kind }) => kind === "text").map(({ colour }) => colour);
      return colours.some(({ kind, colour }) => {
        if (kind !== "bg" || SURFACES.includes(colour) || KEYWORDS.includes(colour)) return false;
        const own = FILLS[colour];
        return own ? !(words.length === 0 || words.includes(own)) : words.length > 0;
      });
    });
    expect(told(wrong)).toEqual([]);
  });

  it("lay grounds that are surfaces, fills or adornments", () => {
    const grounds = [...SURFACES, ...Object.keys(FILLS), ...ADORNMENTS, ...KEYWORDS];
    const wrong = pieces.filter(({ colours }) =>
      colours.some(({ kind, colour }) => kind === "bg" && !grounds.includes(colour)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it("surround what can be filled in or pressed by an edge that is seen", () => {
    const faint = pieces.filter(
      ({ text, colours }) =>
        /\bmin-h-11\b/.test(text) &&
        /\bborder-2\b/.test(text) &&
        colours.some(
          ({ variant, kind, colour }) => variant === "" && kind === "border" && QUIET_LINES.includes(colour),
        ),
    );
    expect(told(faint)).toEqual([]);
  });
});
