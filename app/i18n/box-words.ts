import type { Translate } from "./translate.ts";

export type NamedBox = { name: string; lengthMm: number; widthMm: number; heightMm: number };

/** "Kardus kecil, 30 × 20 × 20 cm": the sides inside. */
export function boxWords(box: NamedBox, t: Translate): string {
  return t("boxes.box", { name: box.name, size: sizeWords(box) });
}

/** "30 × 20 × 20". */
export function sizeWords({ lengthMm, widthMm, heightMm }: Omit<NamedBox, "name">): string {
  return [lengthMm, widthMm, heightMm].map((mm) => String(mm / 10).replace(".", ",")).join(" × ");
}
