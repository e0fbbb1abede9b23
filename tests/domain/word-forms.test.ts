import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { indexedWordsOf, searchTerms } from "#app/domain/search-words.ts";
import { otherNames, rootsOf } from "#app/domain/word-forms.ts";

describe("the roots of a word", () => {
  it.each([
    ["menenun", "tenun"],
    ["tenunan", "tenun"],
    ["penenun", "tenun"],
    ["menganyam", "anyam"],
    ["anyaman", "anyam"],
    ["penganyam", "anyam"],
    ["mengukus", "kukus"],
    ["menyulam", "sulam"],
    ["sulaman", "sulam"],
    ["memahat", "pahat"],
    ["memasak", "masak"],
    ["menjahit", "jahit"],
    ["penjahit", "jahit"],
    ["membordir", "bordir"],
    ["perajut", "rajut"],
    ["melukis", "lukis"],
    ["bermotif", "motif"],
    ["dijahit", "jahit"],
    ["menjahitkan", "jahit"],
    ["makanan", "makan"],
    ["kerupuknya", "kerupuk"],
  ])("of %s are among others %s", (word, root) => {
    expect(rootsOf(word)).toContain(root);
  });

  it.each(["pandan", "kopi", "beras", "ikan", "terasi", "rotan", "nanas", "bayam", "terung", "minyak"])(
    "leave the plain word %s alone",
    (word) => {
      expect(rootsOf(word)).toEqual([]);
    },
  );

  it("are never the word itself, never shorter than four letters, and none for what is no Indonesian word", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (word) => {
        for (const root of rootsOf(word.toLowerCase())) {
          expect(root).not.toBe(word);
          expect(root.length).toBeGreaterThanOrEqual(4);
        }
      }),
    );
    expect(rootsOf("كلثوم")).toEqual([]);
    expect(rootsOf("menenun1")).toEqual([]);
  });
});

describe("names of one thing", () => {
  it("lead to each other", () => {
    expect(otherNames("cabe")).toContain("lombok");
    expect(otherNames("lombok")).toContain("cabe");
    expect(otherNames("tikar")).not.toContain("tikar");
    expect(otherNames("constructor")).toEqual([]);
  });

  it("are looked for together, several words as one thing", () => {
    expect(searchTerms("bawang merah segar")).toEqual([
      { beginnings: [], names: [["bawang", "merah"], ["brambang"], ["shallot"], ["shallots"]] },
      { beginnings: ["segar"], names: [] },
    ]);
    expect(searchTerms("brambang")[0]?.names).toContainEqual(["bawang", "merah"]);
  });
});

describe("the words of the index", () => {
  it("are the text's own and their roots", () => {
    expect(indexedWordsOf("Menenun kain").split(" ")).toEqual(expect.arrayContaining(["menenun", "kain", "tenun"]));
    expect(indexedWordsOf("")).toBe("");
  });
});
