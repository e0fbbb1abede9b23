import { type GroundName, grounds } from "./grounds.ts";
import { type Palette, type PaletteName, palettes } from "./palette.ts";
import { seeded } from "./seeded.ts";
import { at, repeat, round } from "./shapes.ts";
import { isScene, type Subject, subjects } from "./subjects.ts";

export interface Picture {
  /** The same seed always gives the same picture. */
  readonly seed: string;
  readonly subject: Subject;
  readonly palette?: PaletteName;
}

/** An SVG of 1200 × 900: the thing on a light plate, on patterned cloth in colours of the place. A group's scene fills it all. */
export function drawPicture({ seed, subject, palette }: Picture): string {
  const random = seeded(`${seed}/${subject}`);
  const colours = palettes[palette ?? pick(random, Object.keys(palettes) as PaletteName[])];
  const drawing = subjects[subject]({ random, palette: colours });
  const content = isScene(subject)
    ? drawing
    : cloth(random, colours) + plate(random, colours) + at({ x: 600, y: 455, size: 1.1 }, drawing);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900" viewBox="0 0 1200 900">${content}</svg>`;
}

function cloth(random: () => number, palette: Palette): string {
  const ground = grounds[pick(random, Object.keys(grounds) as GroundName[])];
  return `<rect width="1200" height="900" fill="${palette.ground}"/>${ground(palette)}`;
}

/** A circle, a scalloped round or an arch, with a thin line inside the rim. */
function plate(random: () => number, { halo, accent, ground }: Palette): string {
  const shapes = [
    '<circle r="418"/>',
    `<path d="${scalloped(16, 366)}"/>`,
    '<path d="M-400 420V-60C-400-280-230-330 0-420C230-330 400-280 400-60V420Z"/>',
  ];
  const shape = pick(random, shapes);
  const ring = `<g fill="none" stroke="${accent}" stroke-width="5">${shape}</g>`;
  const rim = `<g fill="${ground}" opacity=".35">${at({ size: 1.035 }, shape)}</g>`;
  return at({ x: 600, y: 450 }, `${rim}<g fill="${halo}">${shape}</g>${at({ size: 0.955 }, ring)}`);
}

function scalloped(lobes: number, radius: number): string {
  const corner = (index: number) => {
    const angle = (2 * Math.PI * index) / lobes;
    return `${round(radius * Math.cos(angle))} ${round(radius * Math.sin(angle))}`;
  };
  const lobe = round(radius * Math.sin(Math.PI / lobes));
  return `M${corner(0)}${repeat(lobes, (index) => `A${lobe} ${lobe} 0 0 1 ${corner(index + 1)}`)}Z`;
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}
