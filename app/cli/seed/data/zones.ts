import type { DemoTariff, DemoZone } from "./types.ts";

/** The usual rule of couriers: up to 300 g over a kilogram are not counted; by air 6,000 cm³ weigh a kilogram. */
const courier = { minKg: 1, toleranceGrams: 300, stepGrams: 1_000, maxParcelGrams: 50_000, volumeDivisor: 6_000 };
/** A parcel handed to a boat pays for its place on deck, however light: this is what pooling saves most of. */
const boat = { minKg: 1, toleranceGrams: 300, stepGrams: 1_000, maxParcelGrams: 60_000, volumeDivisor: 6_000 };
const cargo = { minKg: 10, toleranceGrams: 0, stepGrams: 1_000, maxParcelGrams: 200_000, volumeDivisor: 4_000 };

const byCourier = (perKg: number, daysUnderWay: number): DemoTariff => ({
  service: "Kurir reguler",
  perKg,
  perParcel: 0,
  daysUnderWay,
  ...courier,
});
const byBoat = (perKg: number, perParcel: number, daysUnderWay: number): DemoTariff => ({
  service: "Kapal bersama",
  perKg,
  perParcel,
  daysUnderWay,
  ...boat,
});
const bySeaCargo = (perKg: number, perParcel: number, daysUnderWay: number): DemoTariff => ({
  service: "Kargo laut",
  countsBox: true,
  perKg,
  perParcel,
  daysUnderWay,
  ...cargo,
});

/** Made-up tariffs of a plausible size; the operator enters the real ones. */
export const demoZones: readonly DemoZone[] = [
  {
    slug: "tanjung-pinang",
    name: "Tanjung Pinang",
    regionCodes: ["21.72"],
    tariffs: [{ ...byBoat(2_000, 6_000, 0), service: "Antar keliling", keepsCold: true }],
  },
  {
    slug: "bintan",
    name: "Bintan daratan",
    regionCodes: ["21.01"],
    tariffs: [{ ...byBoat(3_000, 10_000, 0), service: "Mobil bak bersama" }, byCourier(14_000, 1)],
  },
  {
    slug: "bintan-pulau",
    name: "Pulau-pulau Bintan",
    regionCodes: ["21.01.13", "21.01.14"],
    tariffs: [byBoat(4_000, 15_000, 0)],
  },
  { slug: "tambelan", name: "Tambelan", regionCodes: ["21.01.09"], tariffs: [byBoat(12_000, 35_000, 1)] },
  { slug: "batam", name: "Batam", regionCodes: ["21.71"], tariffs: [byBoat(5_000, 20_000, 0), byCourier(18_000, 2)] },
  {
    slug: "karimun",
    name: "Karimun",
    regionCodes: ["21.02"],
    tariffs: [byBoat(7_000, 22_000, 0), byCourier(28_000, 2)],
  },
  {
    slug: "moro",
    name: "Moro dan sekitarnya",
    regionCodes: ["21.02.01", "21.02.09", "21.02.14"],
    tariffs: [byBoat(6_000, 20_000, 0)],
  },
  { slug: "lingga", name: "Lingga", regionCodes: ["21.04"], tariffs: [byBoat(8_000, 25_000, 0), byCourier(42_000, 3)] },
  {
    slug: "anambas",
    name: "Anambas",
    regionCodes: ["21.05"],
    tariffs: [byBoat(12_000, 30_000, 0), byCourier(62_000, 4)],
  },
  {
    slug: "natuna",
    name: "Natuna",
    regionCodes: ["21.03"],
    tariffs: [byBoat(14_000, 35_000, 1), byCourier(68_000, 5)],
  },
  {
    slug: "jawa",
    name: "Jawa",
    regionCodes: ["31", "32", "33", "34", "35", "36"],
    tariffs: [bySeaCargo(11_000, 25_000, 3), byCourier(38_000, 4)],
  },
  {
    slug: "sumatera",
    name: "Sumatera",
    regionCodes: ["11", "12", "13", "14", "15", "16", "17", "18", "19"],
    tariffs: [bySeaCargo(10_000, 25_000, 4), byCourier(34_000, 5)],
  },
  {
    slug: "kalimantan",
    name: "Kalimantan",
    regionCodes: ["61", "62", "63", "64", "65"],
    tariffs: [bySeaCargo(15_000, 30_000, 6), byCourier(52_000, 6)],
  },
  {
    slug: "bali-nusa-tenggara",
    name: "Bali dan Nusa Tenggara",
    regionCodes: ["51", "52", "53"],
    tariffs: [bySeaCargo(16_000, 30_000, 7), byCourier(56_000, 6)],
  },
  {
    slug: "sulawesi",
    name: "Sulawesi",
    regionCodes: ["71", "72", "73", "74", "75", "76"],
    tariffs: [bySeaCargo(17_000, 30_000, 8), byCourier(60_000, 7)],
  },
  {
    slug: "maluku-papua",
    name: "Maluku dan Papua",
    regionCodes: ["81", "82", "91", "92", "93", "94", "95", "96"],
    tariffs: [bySeaCargo(24_000, 40_000, 14), byCourier(96_000, 9)],
  },
];
