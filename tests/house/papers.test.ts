import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pdfPapers } from "#app/adapters/papers/pdf.ts";
import { plainLetters } from "#app/adapters/papers/plain-letters.ts";
import type { DocumentContent } from "#app/domain/document.ts";
import { rupiah } from "#app/domain/money.ts";
import { paperOf } from "#app/i18n/paper.ts";
import { translator } from "#app/i18n/translate.ts";

const content: DocumentContent = {
  networkName: "Lumbung Gurindam",
  group: { name: "Kelompok Anyam", villageCode: "21.72.04.1002", phone: "+6281234567890", account: "kelompok-anyam" },
  buyer: { name: "Encik Čahya", lines: ["Jalan Merdeka 4"], villageCode: "21.72.04.1002", postcode: "29124" },
  orderNumber: "LB-261124-K7QF",
  placedAt: "2026-11-24T02:00:00.000Z",
  lines: [
    {
      ...{ name: "Tas pandan", unit: "buah", quantityMilli: 2000 },
      ...{ unitPrice: rupiah(31_250), goodsValue: rupiah(62_500), missing: rupiah(0) },
    },
  ],
  ...{ goods: rupiah(62_500), missing: rupiah(0), discount: rupiah(0), shipping: rupiah(0), isShippingFinal: true },
  ...{ doorFee: rupiah(0), taxWithheld: rupiah(0), total: rupiah(62_500), payment: null, credit: null },
};

const issued = (kind: "invoice" | "receipt", over: Partial<DocumentContent> = {}) => ({
  ...{ kind, year: 2026, number: 7, issuedAt: new Date("2026-11-25T02:00:00Z") },
  content: { ...content, ...over },
});
const reader = (locale: "id" | "en") => ({
  ...{ t: translator(locale), locale },
  ...{ groupPlace: "Bukit Bestari, Tanjung Pinang", buyerPlace: "Dompak, Bukit Bestari" },
});

/** The letters that a PDF shows, out of its packed streams. */
function textOf(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = ""]) => {
    try {
      return [inflateSync(Buffer.from(body, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });
  return streams
    .join("\n")
    .replaceAll(/\[((?:<[0-9a-f]+>|[-\d.]|\s)+)\] TJ/g, (_, parts: string) =>
      [...parts.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = ""]) => Buffer.from(hex, "hex").toString("latin1")).join(""),
    );
}

describe("a paper", () => {
  it("is read in the reader's language, under the same number and with the same figures", () => {
    const [indonesian, english] = [paperOf(issued("invoice"), reader("id")), paperOf(issued("invoice"), reader("en"))];
    expect([indonesian.title, english.title]).toEqual(["Faktur", "Invoice"]);
    expect([indonesian.number, english.number]).toEqual(["FKT/2026/0007", "FKT/2026/0007"]);
    expect(indonesian.totals.map(({ value }) => value)).toEqual(english.totals.map(({ value }) => value));
    expect(indonesian.facts.flatMap(({ lines }) => lines)).toContain("Jalan Merdeka 4");
  });

  it("has on an invoice all that the tax rules ask for, and on a correction the number of what it corrects", () => {
    const invoice = paperOf(issued("invoice"), reader("id"));
    const labels = [...invoice.facts, ...invoice.totals].map(({ label }) => label);
    for (const label of ["Tanggal", "Akun penjual", "Pembeli", "Diskon", "PPh 22 yang dipungut", "Jumlah semua"])
      expect(labels).toContain(label);
    expect(invoice.goods?.head).toEqual(["Nama barang", "Jumlah", "Harga satuan", "Nilai"]);
    expect(invoice.facts.flatMap(({ lines }) => lines)).toContain("kelompok-anyam");
    expect(invoice.issuer).toContain("melalui Lumbung Gurindam");
    expect(paperOf(issued("receipt"), reader("id")).facts.map(({ label }) => label)).not.toContain("Akun penjual");
    const credit = { cause: "order", reason: "Rusak.", refersTo: "FKT/2026/0007" } as const;
    const note = paperOf({ ...issued("invoice", { credit }), kind: "credit-note" }, reader("id"));
    expect(note.facts.flatMap(({ lines }) => lines)).toContain("FKT/2026/0007");
  });

  it("writes a receipt's amount out in words", () => {
    const payment = { method: "transfer", paidAt: "2026-11-24T03:00:00.000Z", uniqueAddition: rupiah(123) } as const;
    const paper = paperOf(issued("receipt", { payment }), reader("id"));
    expect(paper.totals.map(({ value }) => value)).toContain("enam puluh dua ribu lima ratus rupiah");
    expect(paper.signature).toEqual({ dated: "Tanjung Pinang, Rabu, 25 November 2026", name: "Kelompok Anyam" });
    expect(paper.notes.join(" ")).toContain("Rp 123");
  });

  it("becomes a PDF in which its words can be found", async () => {
    const lines = Array.from({ length: 60 }, () => content.lines).flat();
    const pdf = await pdfPapers.pdf(paperOf(issued("invoice", { lines }), reader("id")));
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw.startsWith("%PDF-")).toBe(true);
    expect(raw.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
    const text = textOf(pdf);
    for (const words of [
      "FKT/2026/0007",
      "Tas pandan",
      "Rp 62.500",
      "Encik Cahya",
      "Kelompok Anyam",
      "kelompok-anyam",
      "Diskon",
    ])
      expect(text).toContain(words);
  });

  it("loses no letter without saying so", () => {
    expect(plainLetters("Ćahya’s – €5 ½ −3 日")).toBe("Cahya’s – €5 ½ -3 ?");
  });
});

describe("the slips of members", () => {
  it("are one A6 page for each, however long the names are", async () => {
    const paper = paperOf(issued("receipt"), reader("id"));
    const long = { ...paper, issuer: ["Koperasi ".repeat(40)], notes: ["Catatan ".repeat(400)] };
    const pdf = await pdfPapers.slips({ papers: [paper, long, paper], title: "Slip", language: "id" });
    const text = Buffer.from(pdf).toString("latin1");
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(text).toContain("297.6");
  });
});

describe("the labels of boxes", () => {
  const label = {
    ...{
      number: "3",
      run: "PB-261128-9JR · MV Gunung Daik",
      zone: "Lingga",
      place: "Dabo Singkep",
      hint: "Arahkan kamera",
    },
    ...{ lines: ["7,03 kg", "Syahrul Nizam"], url: "https://pasar.contoh.id/parcels/abcdefghijklmnop" },
    signs: [{ kind: "fragile", words: "Rapuh" } as const, { kind: "cold", words: "Harus dingin" } as const],
  };

  it.each([
    ["a6", "297.6", "419.5"],
    ["roll58", "164.4", "334.4"],
  ] as const)("are one page of %s each, with number, place and signs, and no price", async (size, width, height) => {
    const parts = [label, { ...label, number: "4 · 1/2", signs: [] }, { ...label, number: "4 · 2/2", lines: [] }];
    const pdf = await pdfPapers.labels({ labels: parts, size, title: "Label", language: "id" });
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(3);
    expect(raw).toMatch(new RegExp(`/MediaBox \\[0 0 ${width}\\d* ${height}\\d*\\]`));
    const text = textOf(pdf);
    for (const words of ["Lingga", "Dabo Singkep", "Rapuh", "Harus dingin", "4 \u00b7 2/2"])
      expect(text).toContain(words);
    expect(text).not.toContain("Rp");
  });
});
