import type { ListingFacts, VariantFacts } from "#app/domain/listing-facts.ts";

/** What the demo's groups say of their goods beside name, price and size. Permit and certificate numbers are made up. */
interface DemoFacts {
  readonly listing?: Partial<ListingFacts>;
  /** In the order of the listing's variants. */
  readonly variants?: readonly Partial<VariantFacts>[];
}

const inKg = { catchWeight: true } as const;
const local = { travels: "local" } as const;
const dry = { storage: "Tempat kering, tertutup rapat" } as const;

function pirt(permitNumber: string) {
  return { permitKind: "pirt", permitNumber } as const;
}

/** Certificates of food have no end any more, unless one is written on them. */
function halal(halalNumber: string, halalUntil: string | null = null) {
  return { halal: "certified", halalNumber, halalUntil } as const;
}

function grade(letter: "A" | "B" | "C", gradeText: string): Partial<VariantFacts> {
  return { grade: letter, gradeText };
}

function sizes(prefix: string, ...values: string[]): Partial<VariantFacts>[] {
  return values.map((value1) => ({ value1, sku: `${prefix}-${value1}` }));
}

function colours(...values: string[]): Partial<VariantFacts>[] {
  return values.map((value1) => ({ value1 }));
}

function net(netGrams: number, variants = 1): Partial<VariantFacts>[] {
  return Array.from({ length: variants }, () => ({ netGrams }));
}

const FISH = "Ikan tenggiri, tepung tapioka, bawang putih, garam, gula, minyak goreng";

export const demoFacts: Readonly<Record<string, DemoFacts>> = {
  "tikar-pandan-100x180": { listing: { bulky: true, openPiecesPerMaker: 2 } },
  "tas-anyam-pandan": { listing: { openPiecesPerMaker: 4 } },
  "tudung-saji-anyam-45-cm": { listing: { bulky: true, openPiecesPerMaker: 3 } },
  "kotak-anyam-bertutup": { listing: { option1: "Ukuran" }, variants: colours("Kecil 15 cm", "Besar 25 cm") },
  "ikan-bilis-kering": {
    listing: { ...inKg, ...dry, option1: "Ukuran" },
    variants: colours("Halus", "Sedang"),
  },
  "ikan-asin-tamban": { listing: { ...inKg, ...dry } },
  "sotong-kering": { listing: { ...inKg, ...dry } },
  "cabai-rawit-merah": {
    listing: inKg,
    variants: [grade("A", "merah penuh, tangkai segar"), grade("B", "campur oranye, sedikit keriput")],
  },
  "bayam-pekarangan": { listing: local, variants: net(250) },
  "pare-segar": { listing: inKg },
  "stik-bayam-150-g": {
    listing: {
      ...pirt("206217202100129"),
      ...halal("ID21110001726400111"),
      ...dry,
      ...{ ingredients: "Tepung terigu, bayam, telur, bawang putih, garam, minyak goreng", batch: "SB-2611" },
      allergens: "Gluten, telur",
    },
    variants: net(150),
  },
  "kangkung-darat": { listing: local, variants: net(280) },
  "paket-oleh-oleh-gurindam": {
    listing: {
      ...pirt("206217203200330"),
      ...halal("ID21110002108300222"),
      ...dry,
      ingredients: "Kopi robusta, deram-deram, dodol rumput laut, kue bangkit sagu; lihat label tiap isi",
      allergens: "Gluten, telur, santan",
    },
    variants: net(900),
  },
  "kopi-bubuk-robusta-200-g": {
    listing: {
      ...pirt("206217203200131"),
      ...halal("ID21110002108300223", "2028-03-31"),
      ...dry,
      ...{ ingredients: "Biji kopi robusta", option1: "Gilingan" },
    },
    variants: [
      { value1: "Bubuk halus", netGrams: 200, sku: "KOPI-HALUS" },
      { value1: "Giling kasar", netGrams: 200, sku: "KOPI-KASAR" },
    ],
  },
  "deram-deram-300-g": {
    listing: {
      ...pirt("206217203200232"),
      ...halal("ID21110002108300224"),
      ...dry,
      ingredients: "Tepung beras, gula merah, minyak goreng",
    },
    variants: net(300),
  },
  "dodol-rumput-laut-250-g": {
    listing: {
      ...pirt("206217203200333"),
      ...halal("ID21110002108300225"),
      ...dry,
      ingredients: "Rumput laut, gula, santan, tepung ketan",
      allergens: "Santan",
    },
    variants: net(250),
  },
  "kue-bangkit-sagu-350-g": {
    listing: {
      ...pirt("206217203200434"),
      ...halal("ID21110002108300226"),
      ...dry,
      ingredients: "Sagu, santan, gula, kuning telur",
      allergens: "Telur, santan",
    },
    variants: net(350),
  },
  "teh-serai-jahe-100-g": {
    listing: { ...pirt("206217203200535"), halal: "not-certified", ...dry, ingredients: "Serai, jahe, daun pandan" },
    variants: net(100),
  },
  "minyak-kelapa-murni-vco-250-ml": {
    listing: { ...pirt("206210112100136"), ...halal("ID21110000412700331"), ...dry, ingredients: "Kelapa segar" },
    variants: net(230),
  },
  "gula-kelapa-cetak-500-g": {
    listing: { ...pirt("206210112100237"), ...halal("ID21110000412700332"), ...dry, ingredients: "Nira kelapa" },
    variants: net(500),
  },
  "miniatur-perahu-kulit-kerang-20-cm": { listing: { openPiecesPerMaker: 4 } },
  "hiasan-merak-kulit-kerang-35-cm": { listing: { bulky: true, openPiecesPerMaker: 2 } },
  "lampu-meja-cangkang-gonggong": { listing: { openPiecesPerMaker: 3 } },
  "anting-kerang-kipas": { listing: { option1: "Warna" }, variants: colours("Merah muda", "Putih susu") },
  "sabun-serai-100-g": { listing: { permitKind: "bpom-cosmetic", permitNumber: "NA18261700012" }, variants: net(100) },
  "celemek-perca": { listing: { option1: "Ukuran" }, variants: colours("Dewasa", "Anak") },
  "baju-kurung-teluk-belanga-perempuan": {
    listing: { option1: "Ukuran", openPiecesPerMaker: 3 },
    variants: sizes("BKP", "S", "M", "L", "XL", "XXL"),
  },
  "kebaya-labuh-katun": {
    listing: { option1: "Ukuran", openPiecesPerMaker: 3 },
    variants: sizes("KLK", "S", "M", "L", "XL", "XXL"),
  },
  "tanjak-kain-songket": {
    listing: { option1: "Lingkar kepala" },
    variants: colours("Lingkar 54–56 cm", "Lingkar 57–59 cm"),
  },
  "baju-kurung-anak": {
    listing: { option1: "Umur" },
    variants: colours("3–4 tahun", "5–7 tahun", "8–10 tahun"),
  },
  "kain-samping-songket": { listing: { option1: "Warna" }, variants: colours("Merah marun", "Hijau lumut") },
  "salak-sari-intan": {
    listing: inKg,
    variants: [grade("A", "besar, kulit utuh"), grade("B", "sedang, manisnya sama")],
  },
  "ubi-kayu-karung-50-kg": { listing: { travels: "cargo", bulky: true }, variants: net(50_000) },
  "ubi-jalar-ungu": { listing: inKg },
  "bawang-merah-kering": {
    listing: { ...inKg, storage: "Digantung, kering, berangin" },
    variants: [grade("A", "umbi besar"), grade("B", "umbi sedang"), grade("C", "umbi kecil, untuk bumbu")],
  },
  "cabai-merah-keriting": {
    listing: inKg,
    variants: [grade("A", "panjang, merah rata"), grade("B", "campur ukuran")],
  },
  "jahe-merah": { listing: inKg },
  "telur-ayam-kampung-isi-10": { listing: local },
  "terung-ungu": { listing: inKg },
  "tudung-manto-tekat-kelingkan": {
    listing: { option1: "Warna", openPiecesPerMaker: 1 },
    variants: colours("Ungu tua", "Hijau"),
  },
  "sagu-lemak-daik-1-kg": {
    listing: { ...pirt("206210402100138"), ...halal("ID21110000904500441"), ...dry, ingredients: "Sagu lemak" },
    variants: net(1_000),
  },
  "kerupuk-ikan-tenggiri-goreng-250-g": {
    listing: {
      ...pirt("206217203100129"),
      ...halal("ID21110000715200551"),
      ...dry,
      ...{ ingredients: FISH, allergens: "Ikan", batch: "KG-2611A", bulky: true },
    },
    variants: net(250),
  },
  "kerupuk-ikan-tenggiri-mentah-500-g": {
    listing: {
      ...pirt("206217203100230"),
      ...halal("ID21110000715200552"),
      ...dry,
      ...{ ingredients: FISH, allergens: "Ikan" },
    },
    variants: net(500),
  },
  "kerupuk-atom-ikan-250-g": {
    listing: {
      ...pirt("206217203100331"),
      ...halal("ID21110000715200553"),
      ...dry,
      ...{ ingredients: FISH, allergens: "Ikan" },
    },
    variants: net(250),
  },
  "otak-otak-ikan-beku-isi-20": {
    listing: {
      ...{ permitKind: "bpom-md", permitNumber: "243721001172", travels: "chilled" },
      ...halal("ID21110000715200554"),
      ...{ ingredients: "Ikan tenggiri, santan, tepung sagu, bumbu, daun kelapa", allergens: "Ikan, santan" },
      storage: "Beku, −18 °C; jangan dibekukan lagi setelah cair",
    },
    variants: net(600),
  },
  "sambal-ikan-bilis-200-g": {
    listing: {
      ...pirt("206217203100432"),
      ...halal("ID21110000715200555"),
      ...dry,
      ...{ ingredients: "Cabai, ikan bilis, bawang merah, gula, garam, minyak goreng", allergens: "Ikan" },
      option1: "Pedas",
    },
    variants: [
      { value1: "Sedang", netGrams: 200 },
      { value1: "Pedas", netGrams: 200 },
    ],
  },
  "abon-ikan-tenggiri-100-g": {
    listing: {
      ...pirt("206217203100533"),
      ...halal("ID21110000715200556"),
      ...dry,
      ...{ ingredients: "Ikan tenggiri, santan, bumbu, gula", allergens: "Ikan, santan" },
    },
    variants: net(100),
  },
};
