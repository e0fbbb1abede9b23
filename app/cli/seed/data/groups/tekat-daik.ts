import type { DemoGroup } from "../types.ts";

export const tekatDaik: DemoGroup = {
  slug: "kelompok-tekat-daik",
  name: "Kelompok Tekat Daik",
  kind: "craft",
  story:
    "Di Daik, di kaki Gunung Lingga, kelingkan masih disulam satu per satu dengan pita logam tipis. Tudung manto adalah mahkota pengantin dan ibu-ibu di majelis; sehelai memakan waktu enam minggu. Kalau Anda memesan, Anda ikut menjaga supaya jarum ini tidak berhenti.",
  villageCode: "21.04.02.1010",
  madeByDisabled: false,
  phone: "+6281200001201",
  hub: "pelantar-dua",
  picture: { subject: "embroidery-frame", palette: "songket", alt: "Pemidang bundar dengan sulaman bunga benang emas" },
  members: [
    { name: "Encik Zaharah", phone: "+6281200001201", offices: ["chair"] },
    { name: "Tengku Saripah", phone: "+6281200001202", offices: ["treasurer"] },
    { name: "Wan Norhayati", phone: "+6281200001203", offices: ["secretary"] },
    { name: "Mak Uteh Rahimah" },
    { name: "Khairiah", phone: "+6281200001205", offices: ["auditor"] },
    { name: "Said Barakbah" },
    { name: "Salbiah Megat" },
    { name: "Nor Asyikin" },
  ],
  rules: [
    {
      name: "Pembuat sendiri",
      method: "sole",
      fundBasisPoints: 500,
      decision: "Penyulam menerima hasilnya; 5 persen untuk membeli pita kelingkan bersama.",
    },
    {
      name: "Bagi rata sagu",
      method: "equal",
      fundBasisPoints: 500,
      fixedCosts: [{ name: "Kemasan", rupiahPerUnit: 1_500 }],
      decision: "Sagu diolah bersama di bangsal, dibagi rata.",
    },
  ],
  listings: [
    {
      slug: "tudung-manto-tekat-kelingkan",
      kind: "craft",
      name: "Tudung manto tekat kelingkan",
      description:
        "Kain tipis dengan sulaman pita logam penuh di kedua ujungnya, dikerjakan Mak Uteh. Dibuat sesuai pesanan, sekitar 45 hari; warna dibicarakan lebih dulu.",
      unit: "lembar",
      variants: [
        { name: "Ungu tua", price: 1_250_000, stockMilli: 2_000, packedGrams: 420, sizeMm: [350, 250, 60] },
        { name: "Hijau", price: 1_250_000, stockMilli: 1_000, packedGrams: 420, sizeMm: [350, 250, 60] },
      ],
      fragile: true,
      madeToOrderDays: 45,
      picture: {
        subject: "embroidered-veil",
        palette: "songket",
        alt: "Tudung manto ungu tua dengan sulaman emas tergantung",
      },
      rule: "Pembuat sendiri",
      contributions: [{ member: 4, weight: 1 }],
    },
    {
      slug: "sagu-lemak-daik-1-kg",
      kind: "food",
      name: "Sagu lemak Daik 1 kg",
      description:
        "Sagu basah disangrai dengan kelapa, siap dimakan dengan lauk atau dijadikan lempeng. P-IRT dan halal; baik sampai 180 hari.",
      unit: "kg",
      variants: [{ name: "", price: 23_000, stockMilli: 60_000, packedGrams: 1_030, sizeMm: [240, 160, 80] }],
      shelfDays: 180,
      picture: { subject: "sago-flour", palette: "sea", alt: "Kemasan putih sagu lemak dengan gambar pohon sagu" },
      rule: "Bagi rata sagu",
      contributions: [
        { member: 2, weight: 1 },
        { member: 6, weight: 1 },
        { member: 7, weight: 1 },
        { member: 8, weight: 1 },
      ],
    },
  ],
};
