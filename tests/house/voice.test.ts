import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { en } from "#app/i18n/en.ts";
import { id } from "#app/i18n/id.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

const MOST_WORDS = 15;
/** Samples of long texts on the style page: there to be too long. */
const LONG_ON_PURPOSE = new Set(["style.field.long", "style.long-name"]);

/** What an error can ask somebody to do. A sentence that asks nothing leaves them standing there. */
const ASKS = {
  id: "isi|tulis|ketik|pilih|periksa|lihat|hitung|kurangi|singkatkan|kosongkan|ganti|hapus|beri|hentikan|lengkapi|muat|coba|tunggu|tanya|hubungi|minta|cari|buka|tutup|masuk|masuklah|catat|timbang|kemas|bagi|jemput|pindahkan|tunjuk|lepaskan|terima|terimalah|kirim|unggah|pakai|jangan|ubah|tandai|buat|tentukan|pesan|kembali|pulihkan|tambah|setel|lipat|ukur",
  en: "lock|fill|write|type|choose|pick|check|look|count|lower|shorten|leave|change|replace|remove|delete|give|stop|complete|load|reload|try|wait|ask|contact|find|search|open|close|sign|note|record|weigh|pack|split|fetch|move|appoint|take|send|upload|use|do not|tick|make|set|order|go|put|restore|add|enter|see|fold|measure",
} as const;

/** Everything a message says, a placeholder standing for one word; each branch of a plural for itself. */
function readings(elements: Element[]): string[] {
  return elements.reduce<string[]>(
    (sofar, element) => {
      if ("options" in element) {
        const branches = Object.values(element.options).flatMap((option) => readings(option.value));
        return branches.map((branch) => `${sofar[0] ?? ""}${branch}`);
      }
      const text = element.type === 0 ? element.value : "X";
      return sofar.map((each) => each + text);
    },
    [""],
  );
}

const sentences = (text: string): string[] => text.split(/(?<=[.!?;:])\s+/);
const words = (sentence: string): number => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe.each([
  ["id", "id-ID", id],
  ["en", "en-SG", en],
] as const)("the voice in %s", (language, locale, messages) => {
  const all = Object.entries(messages).filter(([key]) => !LONG_ON_PURPOSE.has(key));

  it(`says nothing in more than ${MOST_WORDS} words`, () => {
    const long = all.flatMap(([key, message]) =>
      readings(new IntlMessageFormat(message, locale).getAst())
        .flatMap(sentences)
        .filter((sentence) => words(sentence) > MOST_WORDS)
        .map((sentence) => `${key}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it("never shouts, and leaves no untidy space", () => {
    const loud = /!|\b(?!(?:BPOM|QRIS|WIB|SHU|CSV|XLSX|JPEG|WEBP|HEIC|PIRT|AVIF|JSON)\b)\p{Lu}{5,}\b| {2}| [.,;:?]/u;
    expect(all.filter(([, message]) => loud.test(message)).map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });

  it("tells with every refusal what to do", () => {
    const asks = new RegExp(
      `(^|[.:;,?] )(${ASKS[language]})\\b|\\b(${ASKS[language]}) (dulu|lagi|first|again)\\b`,
      "iu",
    );
    const mute = all.filter(([key, message]) => key.startsWith("reason.") && !asks.test(message));
    expect(mute.map(([key, message]) => `${key}: ${message}`)).toEqual([]);
  });
});

it("has its guide, and the guide keeps to it", () => {
  const guide = readFileSync("docs/voice.md", "utf8");
  expect(guide).toContain(`${MOST_WORDS} words`);
});
