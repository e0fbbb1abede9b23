import type { DemoGroup } from "../types.ts";

export const bilisPangkil: DemoGroup = {
  slug: "poklahsar-bilis-pangkil",
  name: "Poklahsar Bilis Pangkil",
  kind: "fishery",
  story:
    "Bilis Pangkil direbus di atas kelong begitu diangkat, lalu dijemur di para-para bambu di pulau. Kami menyortirnya dengan tangan, kepala dan sisik dibuang. Yang sampai di dapur Anda kering, bersih, dan asinnya pas.",
  villageCode: "21.01.08.2002",
  madeByDisabled: false,
  phone: "+6281200001001",
  hub: "pelantar-dua",
  picture: {
    subject: "fishing-boat",
    palette: "sea",
    alt: "Perahu nelayan merah dengan layar dan jaring di laut pagi",
  },
  members: [
    { name: "Awang Bakar", phone: "+6281200001001", offices: ["chair"] },
    { name: "Normah Ali", phone: "+6281200001002", offices: ["treasurer"] },
    { name: "Saharuddin", phone: "+6281200001003", offices: ["secretary"] },
    { name: "Jariah" },
    { name: "Pak Long Dollah" },
    { name: "Rosnah Kadir", phone: "+6281200001006", offices: ["auditor"] },
    { name: "La Ode Ramli" },
    { name: "Masitah" },
    { name: "Acong Tjia", phone: "+6281200001009" },
    { name: "Samsiah Deris" },
  ],
  rules: [
    {
      name: "Menurut setoran",
      method: "contribution",
      fundBasisPoints: 800,
      decision: "Kas 8 persen untuk garam, bambu dan solar; sisanya menurut kilogram kering yang disetor.",
    },
  ],
  listings: [
    {
      slug: "ikan-bilis-kering",
      kind: "harvest",
      name: "Ikan bilis kering",
      description:
        "Bilis putih pilihan, sudah dibelah dan dibersihkan. Rendah garam, tidak perlu dicuci lama. Tahan empat bulan.",
      unit: "kg",
      variants: [
        { name: "Halus", price: 115_000, stockMilli: 38_000, packedGrams: 1_060, sizeMm: [320, 240, 120] },
        { name: "Sedang", price: 98_000, stockMilli: 30_000, packedGrams: 1_060, sizeMm: [320, 240, 120] },
      ],
      harvest: { fromDay: -10, untilDay: 20 },
      shelfDays: 120,
      picture: { subject: "dried-anchovies", palette: "mangrove", alt: "Ikan bilis kering di atas tampah" },
      rule: "Menurut setoran",
      contributions: [
        { member: 1, weight: 24_000 },
        { member: 3, weight: 19_500 },
        { member: 5, weight: 14_000 },
        { member: 8, weight: 10_500 },
      ],
    },
    {
      slug: "ikan-asin-tamban",
      kind: "harvest",
      name: "Ikan asin tamban",
      description:
        "Tamban dibelah, digarami semalam, dijemur dua hari. Digoreng kering jadi teman nasi dan sayur asam.",
      unit: "kg",
      variants: [{ name: "", price: 58_000, stockMilli: 42_000, packedGrams: 1_060, sizeMm: [320, 240, 80] }],
      harvest: { fromDay: -8, untilDay: 20 },
      shelfDays: 120,
      picture: { subject: "salted-fish", palette: "clay", alt: "Tiga ekor ikan asin belah di atas para-para bambu" },
      rule: "Menurut setoran",
      contributions: [
        { member: 4, weight: 17_000 },
        { member: 7, weight: 15_000 },
        { member: 10, weight: 10_000 },
      ],
    },
    {
      slug: "sotong-kering",
      kind: "harvest",
      name: "Sotong kering",
      description: "Sotong karang dibelah dan dijemur penuh, tebal dan manis bila dibakar. Sedikit saja tiap musim.",
      unit: "kg",
      variants: [{ name: "", price: 185_000, stockMilli: 9_000, packedGrams: 1_050, sizeMm: [320, 220, 90] }],
      harvest: { fromDay: -14, untilDay: 15 },
      shelfDays: 90,
      picture: { subject: "dried-squid", palette: "sand", alt: "Tiga ekor sotong kering berwarna cokelat keemasan" },
      rule: "Menurut setoran",
      contributions: [
        { member: 5, weight: 5_500 },
        { member: 9, weight: 3_500 },
      ],
    },
  ],
};
