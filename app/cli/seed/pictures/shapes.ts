import type { Palette } from "./palette.ts";

/** What a subject is drawn with: its own stream of numbers and the picture's colours. */
export interface Brush {
  readonly random: () => number;
  readonly palette: Palette;
}

/** A subject is drawn around (0, 0), within 330 to each side and from -300 down to the floor at 280. */
export type Drawing = (brush: Brush) => string;

interface Place {
  readonly x?: number;
  readonly y?: number;
  /** Degrees, clockwise. */
  readonly turn?: number;
  readonly size?: number;
  readonly flip?: boolean;
}

/** Puts a part somewhere, turned and sized. */
export function at({ x = 0, y = 0, turn = 0, size = 1, flip = false }: Place, part: string): string {
  const transform = `translate(${round(x)} ${round(y)}) rotate(${round(turn)}) scale(${flip ? -size : size} ${size})`;
  return `<g transform="${transform}">${part}</g>`;
}

/** Draws a part several times. */
export function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join("");
}

/** The soft shadow that makes a thing stand. */
export function shadow(halfWidth: number, y = 280): string {
  return `<ellipse cx="0" cy="${y}" rx="${halfWidth}" ry="${round(halfWidth * 0.1 + 6)}" fill="#3a2412" opacity=".18"/>`;
}

/** Lets a filling show only inside an outline. */
export function clipped({ id, outline }: { id: string; outline: string }, filling: string): string {
  return `<clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${filling}</g>`;
}

/** A flower of round petals, as on songket and embroidery. */
export function flower({ petals = 6, size = 20, fill = "#d9a441", heart = "#fff3d6" }): string {
  const petal = (index: number) =>
    `<ellipse cx="0" cy="${-size * 0.62}" rx="${size * 0.3}" ry="${size * 0.45}" fill="${fill}" transform="rotate(${round((360 / petals) * index)})"/>`;
  return `${repeat(petals, petal)}<circle r="${size * 0.26}" fill="${heart}"/>`;
}

/** A small fish, the mark on many packs of the coast. */
export function fish({ fill = "#2f7f93", size = 1 }): string {
  const body = `<path d="M-50 0C-28-34 22-34 44 0C22 34-28 34-50 0Z M38 0L70-24C64-8 64 8 70 24Z" fill="${fill}"/>`;
  return at(
    { size },
    `${body}<circle cx="-26" cy="-6" r="5" fill="#fff"/><path d="M-6-18C4-6 4 6-6 18" stroke="#fff" stroke-width="4" fill="none"/>`,
  );
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
