// Words that mean one thing, and words that grow from one root: as people on the islands, in Jakarta and from abroad say them.

/** Each line is one thing; a name of several words counts when they stand side by side. */
const SAME_THING: readonly (readonly string[])[] = [
  ["cabai", "cabe", "lombok", "chili", "chilli"],
  ["bawang merah", "brambang", "shallot", "shallots"],
  ["bawang putih", "garlic"],
  ["kerupuk", "krupuk", "keropok", "cracker", "crackers"],
  ["keripik", "kripik", "chips"],
  ["terasi", "belacan"],
  ["ikan teri", "ikan bilis", "teri", "bilis", "anchovy", "anchovies"],
  ["singkong", "ubi kayu", "ketela pohon", "cassava"],
  ["ubi jalar", "ketela rambat", "sweet potato"],
  ["nanas", "nenas", "pineapple"],
  ["semangka", "tembikai", "watermelon"],
  ["pepaya", "betik", "papaya"],
  ["kelapa", "nyiur", "coconut"],
  ["pisang", "banana", "bananas"],
  ["jeruk", "limau", "lime"],
  ["timun", "mentimun", "ketimun", "cucumber"],
  ["sawi", "sesawi", "mustard greens"],
  ["bayam", "spinach"],
  ["terung", "terong", "eggplant", "aubergine"],
  ["kangkung", "water spinach"],
  ["pare", "peria", "bitter melon"],
  ["kacang panjang", "long beans"],
  ["tomat", "tomato", "tomatoes"],
  ["daun bawang", "bawang prei", "spring onion"],
  ["mangga", "mempelam", "mango"],
  ["gula kelapa", "gula merah", "gula melaka", "palm sugar"],
  ["sagu", "sago"],
  ["jagung", "maize", "corn"],
  ["jahe", "halia", "ginger"],
  ["kunyit", "kunir", "turmeric"],
  ["lengkuas", "laos", "galangal"],
  ["sereh", "serai", "lemongrass"],
  ["telur", "telor", "egg", "eggs"],
  ["udang", "shrimp", "prawn", "prawns"],
  ["cumi", "sotong", "squid"],
  ["kepiting", "ketam", "crab"],
  ["ikan", "fish"],
  ["madu", "honey"],
  ["kopi", "coffee"],
  ["beras", "rice"],
  ["minyak", "oil"],
  ["kerudung", "jilbab", "hijab", "tudung"],
  ["baju", "pakaian", "busana", "clothes"],
  ["kain", "fabric", "cloth"],
  ["tenun", "tenunan", "woven"],
  ["tikar", "mat"],
  ["tas", "bag"],
  ["dompet", "purse", "wallet"],
  ["selendang", "scarf", "shawl"],
  ["kue", "kuih", "cake", "cookies"],
  ["sabun", "soap"],
  ["teh", "tea"],
  ["bakul", "keranjang", "basket"],
  ["oleh oleh", "buah tangan", "cendera mata", "souvenir"],
];

const SAME_AS = new Map(SAME_THING.flatMap((names) => names.map((name) => [name, names] as const)));

/** How many words the longest name has. */
export const MOST_WORDS_IN_NAME = 3;

/** The other names of a thing; none when we know no other. @param name small letters, single blanks */
export function otherNames(name: string): string[] {
  return (SAME_AS.get(name) ?? []).filter((other) => other !== name);
}

/** Every name that is one word: what somebody may have meant although no listing calls it so. */
export const SINGLE_NAMES: readonly string[] = [...SAME_AS.keys()].filter((name) => !name.includes(" "));

const VOWEL = /^[aeiou]/;
/** A root shorter than this says nothing. */
const SHORTEST_ROOT = 4;
/** After an ending alone is taken off: "pandan" is not "pand" with an ending. */
const SHORTEST_BEFORE_ENDING = 5;

/** What stands before a root, what the root's first sound must be, and the sounds that melted into it. */
const BEGINNINGS: readonly { beginning: string; before: RegExp; melted: readonly string[] }[] = ["me", "pe"].flatMap(
  (beginning) => [
    { beginning: `${beginning}ng`, before: VOWEL, melted: ["", "k"] },
    { beginning: `${beginning}ng`, before: /^[gh]/, melted: [""] },
    { beginning: `${beginning}ny`, before: VOWEL, melted: ["s"] },
    { beginning: `${beginning}m`, before: VOWEL, melted: ["p", "m"] },
    { beginning: `${beginning}m`, before: /^[bfv]/, melted: [""] },
    { beginning: `${beginning}n`, before: VOWEL, melted: ["t", "n"] },
    { beginning: `${beginning}n`, before: /^[cdjz]/, melted: [""] },
    { beginning, before: /^[lrwy]/, melted: [""] },
  ],
);
const PLAIN_BEGINNINGS = ["ber", "ter", "per", "di"];
const ENDINGS = ["kan", "an", "i"];

/**
 * The roots that an Indonesian word may have grown from: "menenun" and "tenunan" both give "tenun", "mengukus" gives "ukus" and
 * "kukus". No dictionary decides between them, so all are given; the word itself is not among them.
 * Source: the affix rules of Asian, Williams and Tahaghoghi, "Stemming Indonesian" (2005), without their dictionary.
 * @param word small letters, no accents
 */
export function rootsOf(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  const plain = word.replace(/(lah|kah|nya)$/, "");
  const starts = withoutBeginning(plain);
  const roots = [
    ...(plain === word ? [] : [plain]),
    ...starts,
    ...starts.flatMap((start) => withoutEnding(start, ENDINGS).filter((root) => root.length >= SHORTEST_ROOT)),
    // "-i" alone ends too many names (kopi, terasi) to be taken off.
    ...withoutEnding(plain, ["kan", "an"]).filter((root) => root.length >= SHORTEST_BEFORE_ENDING),
  ];
  return [...new Set(roots)].filter((root) => root.length >= SHORTEST_ROOT && root !== word);
}

function withoutBeginning(word: string): string[] {
  const melted = BEGINNINGS.flatMap(({ beginning, before, melted: sounds }) => {
    const rest = word.slice(beginning.length);
    return word.startsWith(beginning) && before.test(rest) ? sounds.map((sound) => sound + rest) : [];
  });
  const plain = PLAIN_BEGINNINGS.filter((beginning) => word.startsWith(beginning)).map((each) =>
    word.slice(each.length),
  );
  return [...melted, ...plain].filter((root) => root.length >= SHORTEST_ROOT);
}

function withoutEnding(word: string, endings: readonly string[]): string[] {
  return endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
}
