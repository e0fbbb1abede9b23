import type { DemoGroup } from "../types.ts";

export const langkahSetara: DemoGroup = {
  slug: "kube-langkah-setara",
  name: "KUBE Langkah Setara",
  kind: "craft",
  story:
    "Anggota kami ada yang tuli, ada yang memakai kursi roda, ada yang melihat dengan ujung jari. Di bengkel Sei Jang, meja dibuat rendah dan tiap langkah kerja ada contohnya untuk diraba. Yang kami jual bukan belas kasihan, melainkan jahitan rapi dan warna yang berani.",
  villageCode: "21.72.04.1004",
  madeByDisabled: true,
  phone: "+6281200000701",
  hub: "bintan-center",
  picture: {
    subject: "sewing-machine",
    palette: "night",
    alt: "Meja kerja dengan mesin jahit dan gulungan benang warna-warni",
  },
  members: [
    { name: "Yusuf Effendi", phone: "+6281200000701", offices: ["chair"] },
    { name: "Maimunah Saleh", phone: "+6281200000702", offices: ["treasurer"] },
    { name: "Desi Ratnasari", phone: "+6281200000703", offices: ["secretary"] },
    { name: "Ahmad Syukri" },
    { name: "Lina Marlina", phone: "+6281200000705" },
    { name: "Chandra Lim" },
    { name: "Rukiah Hasan", phone: "+6281200000707", offices: ["auditor"] },
    { name: "Slamet Riyadi" },
    { name: "Nurul Huda" },
  ],
  rules: [
    {
      name: "Bagi rata",
      method: "equal",
      fundBasisPoints: 700,
      decision: "Semua yang bekerja pada satu barang mendapat sama besar, cepat atau lambat tangannya.",
    },
    {
      name: "Pembuat sendiri",
      method: "sole",
      fundBasisPoints: 700,
      decision: "Selendang dicelup satu orang dari awal sampai akhir.",
    },
  ],
  listings: [
    {
      slug: "selendang-shibori-200x55",
      kind: "craft",
      name: "Selendang batik shibori 200 × 55 cm",
      description:
        "Kain diikat, dilipat dan dicelup nila dua kali. Lingkar putihnya tidak pernah berulang. Dikerjakan sesuai pesanan oleh Maimunah.",
      unit: "lembar",
      variants: [
        { name: "Nila", price: 145_000, stockMilli: 6_000, packedGrams: 210, sizeMm: [300, 220, 40] },
        { name: "Biru laut", price: 145_000, stockMilli: 5_000, packedGrams: 210, sizeMm: [300, 220, 40] },
      ],
      madeToOrderDays: 5,
      picture: {
        subject: "shibori-scarf",
        palette: "sand",
        alt: "Selendang shibori biru bermotif lingkaran, terlipat",
      },
      rule: "Pembuat sendiri",
      contributions: [{ member: 2, weight: 1 }],
    },
    {
      slug: "keset-kain-perca-60x40",
      kind: "craft",
      name: "Keset kain perca 60 × 40 cm",
      description: "Perca kaus yang dianyam rapat, menyerap air dan mudah dicuci. Warna ikut kain yang ada.",
      unit: "buah",
      variants: [{ name: "", price: 35_000, stockMilli: 40_000, packedGrams: 620, sizeMm: [400, 300, 80] }],
      picture: { subject: "doormat", palette: "sea", alt: "Keset perca persegi berwarna-warni" },
      rule: "Bagi rata",
      contributions: [
        { member: 4, weight: 1 },
        { member: 6, weight: 1 },
        { member: 8, weight: 1 },
      ],
    },
    {
      slug: "tas-belanja-batik-cap",
      kind: "craft",
      name: "Tas belanja batik cap",
      description: "Kain tebal, dicap tangan, tali panjang untuk bahu. Kuat untuk lima kilogram belanjaan.",
      unit: "lembar",
      variants: [{ name: "", price: 65_000, stockMilli: 28_000, packedGrams: 190, sizeMm: [350, 300, 20] }],
      picture: { subject: "tote-bag", palette: "mangrove", alt: "Tas belanja cokelat bermotif batik cap" },
      rule: "Bagi rata",
      contributions: [
        { member: 3, weight: 1 },
        { member: 5, weight: 1 },
      ],
    },
    {
      slug: "sabun-serai-100-g",
      kind: "craft",
      name: "Sabun serai cuci tangan 100 g",
      description: "Minyak kelapa dan serai, tanpa pewarna, busa lembut. Bernotifikasi BPOM kosmetika.",
      unit: "batang",
      variants: [{ name: "", price: 15_000, stockMilli: 90_000, packedGrams: 120, sizeMm: [90, 60, 30] }],
      shelfDays: 540,
      picture: { subject: "soap", palette: "clay", alt: "Dua batang sabun serai hijau muda dengan helai serai" },
      rule: "Bagi rata",
      contributions: [
        { member: 1, weight: 1 },
        { member: 7, weight: 1 },
        { member: 9, weight: 1 },
      ],
    },
    {
      slug: "bantal-sofa-perca-40x40",
      kind: "craft",
      name: "Bantal sofa perca 40 × 40 cm",
      description:
        "Sarung perca beritsleting dengan isi dakron. Pola segitiga disusun Chandra, yang memilih warna dengan merabanya lewat label.",
      unit: "buah",
      variants: [{ name: "", price: 88_000, stockMilli: 12_000, packedGrams: 640, sizeMm: [400, 400, 140] }],
      madeToOrderDays: 3,
      picture: { subject: "cushion", palette: "mangrove", alt: "Bantal sofa perca dengan pola segitiga" },
      rule: "Bagi rata",
      contributions: [
        { member: 5, weight: 1 },
        { member: 6, weight: 1 },
      ],
    },
    {
      slug: "celemek-perca",
      kind: "craft",
      name: "Celemek perca",
      description:
        "Celemek dapur berlapis dengan satu saku besar; talinya panjang dan bisa diikat di depan, mudah dipakai sambil duduk.",
      unit: "potong",
      variants: [
        { name: "Dewasa", price: 58_000, stockMilli: 18_000, packedGrams: 230, sizeMm: [300, 240, 35] },
        { name: "Anak", price: 42_000, stockMilli: 12_000, packedGrams: 160, sizeMm: [260, 200, 30] },
      ],
      picture: { subject: "apron", palette: "sea", alt: "Celemek perca dengan saku krem bergambar bunga" },
      rule: "Bagi rata",
      contributions: [
        { member: 3, weight: 1 },
        { member: 7, weight: 1 },
      ],
    },
  ],
};
