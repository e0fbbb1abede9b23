import type { CatalogueBox } from "#app/domain/parcel-catalogue.ts";

const cm = (length: number, width: number, height: number) => ({
  ...{ lengthMm: length * 10, widthMm: width * 10, heightMm: height * 10 },
});
const card = { kind: "box" } as const;

/** Boxes as any packing shop in town has them. */
export const demoBoxes: readonly CatalogueBox[] = [
  { id: "kardus-kecil", name: "Kardus kecil", ...card, ...cm(30, 20, 20), wallMm: 4, emptyGrams: 250, maxGrams: 8_000 },
  {
    id: "kardus-sedang",
    name: "Kardus sedang",
    ...card,
    ...cm(40, 30, 30),
    wallMm: 5,
    emptyGrams: 480,
    maxGrams: 18_000,
  },
  {
    id: "kardus-besar",
    name: "Kardus besar",
    ...card,
    ...cm(60, 40, 40),
    wallMm: 7,
    emptyGrams: 950,
    maxGrams: 30_000,
  },
  {
    ...{ id: "styrofoam", name: "Kotak styrofoam", kind: "chilled", ...cm(60, 40, 35) },
    ...{ wallMm: 25, emptyGrams: 850, maxGrams: 25_000 },
  },
  { id: "karung", name: "Karung", kind: "sack", ...cm(110, 60, 40), wallMm: 0, emptyGrams: 150, maxGrams: 50_000 },
];
