import type { Palette } from "./palette.ts";
import { at, flower, repeat } from "./shapes.ts";

type Ground = (palette: Palette) => string;

/** Cloth behind the thing: patterns that the whole archipelago shares. */
export const grounds = { waves, lattice, shoots, plait, cloves, clouds } as const satisfies Record<string, Ground>;
export type GroundName = keyof typeof grounds;

function tile({ width, height, turn = 0 }: { width: number; height: number; turn?: number }, content: string): string {
  const pattern = `<pattern id="cloth" width="${width}" height="${height}" patternUnits="userSpaceOnUse" patternTransform="rotate(${turn})">${content}</pattern>`;
  return `<defs>${pattern}</defs><rect width="1200" height="900" fill="url(#cloth)"/>`;
}

/** Waves upon waves. */
function waves({ motif, soft, ground }: Palette): string {
  const shell = (x: number, y: number) =>
    repeat(4, (ring) => {
      const fill = ring === 0 ? motif : ring % 2 === 1 ? soft : ground;
      return `<circle cx="${x}" cy="${y}" r="${60 - ring * 15 - (ring === 0 ? 0 : -11)}" fill="${fill}"/>`;
    });
  const rows = [shell(0, 30), shell(120, 30), shell(60, 60), shell(0, 90), shell(120, 90)].join("");
  return tile({ width: 120, height: 60 }, `<g opacity=".75">${shell(60, 0)}${rows}</g>`);
}

/** Songket: a diamond lattice with a scattered flower in every field. */
function lattice({ motif, soft }: Palette): string {
  const diamond = `<path d="M0 60L60 0L120 60L60 120Z" fill="${soft}"/><path d="M0 60L60 0L120 60L60 120Z" fill="none" stroke="${motif}" stroke-width="4"/>`;
  const dots = `<path d="M30 30l6 6-6 6-6-6zM90 30l6 6-6 6-6-6zM30 78l6 6-6 6-6-6zM90 78l6 6-6 6-6-6z" fill="${motif}"/>`;
  const heart = at({ x: 60, y: 60 }, flower({ petals: 8, size: 26, fill: motif, heart: soft }));
  const corner = [0, 120].flatMap((x) =>
    [0, 120].map((y) => at({ x, y }, flower({ petals: 4, size: 22, fill: motif, heart: soft }))),
  );
  return tile({ width: 120, height: 120 }, `<g opacity=".8">${diamond}${dots}${heart}${corner.join("")}</g>`);
}

/** Bamboo shoots, row upon row. */
function shoots({ motif, soft }: Palette): string {
  const shoot = (x: number, y: number) =>
    at(
      { x, y },
      `<path d="M-44 0L0-118L44 0Z" fill="${soft}"/><path d="M-44 0L0-118L44 0Z" fill="none" stroke="${motif}" stroke-width="4"/><path d="M-22-8L0-72L22-8Z" fill="${motif}"/><path d="M-8-8L0-36L8-8Z" fill="${soft}"/><circle cy="-88" r="5" fill="${motif}"/>`,
    );
  const row = (y: number, shift: number) => [-45, 45, 135].map((x) => shoot(x + shift, y)).join("");
  const band = (y: number) => `<path d="M0 ${y}H90M0 ${y + 10}H90" stroke="${motif}" stroke-width="3"/>`;
  return tile({ width: 90, height: 280 }, `<g opacity=".75">${row(126, 0)}${band(130)}${row(266, 45)}${band(270)}</g>`);
}

/** Plaited pandan strips. */
function plait({ motif, soft }: Palette): string {
  const strip = (x: number, y: number, upright: boolean) => {
    const [width, height] = upright ? [34, 74] : [74, 34];
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="${upright ? soft : motif}"/>`;
  };
  const cells = [strip(3, 3, false), strip(83, 3, true), strip(3, 43, true), strip(43, 43, false), strip(43, 83, true)];
  const rest = [strip(3, 123, false), strip(83, 83, false), strip(83, 123, true)];
  return tile({ width: 120, height: 160, turn: 45 }, `<g opacity=".55">${cells.join("")}${rest.join("")}</g>`);
}

/** Four petals round a point: the batik of cloves and sugar-palm fruit. */
function cloves({ motif, soft }: Palette): string {
  const four = repeat(4, (index) =>
    at(
      { turn: 45 + index * 90 },
      `<ellipse cy="-46" rx="24" ry="38" fill="${soft}" stroke="${motif}" stroke-width="4"/><ellipse cy="-42" rx="7" ry="18" fill="${motif}"/>`,
    ),
  );
  const point = `<path d="M0-14L14 0L0 14L-14 0Z" fill="${motif}"/>`;
  const edges = [
    [0, 65],
    [130, 65],
    [65, 0],
    [65, 130],
  ].map(([x = 0, y = 0]) => at({ x, y, size: 0.8 }, point));
  return tile(
    { width: 130, height: 130 },
    `<g opacity=".7">${at({ x: 65, y: 65 }, four + point)}${edges.join("")}</g>`,
  );
}

/** Drifting clouds, as carved over Malay doors. */
function clouds({ motif, soft }: Palette): string {
  const curl = `<path d="M-60 20C-60-18-8-22-8 8C-8 26-36 26-36 10M-60 20C-40 44 30 44 52 14C66-8 30-26 20-2C16 12 34 18 38 8" fill="none" stroke="${motif}" stroke-width="7" stroke-linecap="round"/>`;
  const drop = `<circle r="7" fill="${motif}"/><circle r="22" fill="none" stroke="${soft}" stroke-width="6"/>`;
  const parts = [
    at({ x: 80, y: 50 }, curl),
    at({ x: 0, y: 130, flip: true }, curl),
    at({ x: 160, y: 130, flip: true }, curl),
  ];
  return tile(
    { width: 160, height: 160 },
    `<g opacity=".7">${parts.join("")}${at({ x: 80, y: 126 }, drop)}${at({ x: 0, y: 46 }, drop)}${at({ x: 160, y: 46 }, drop)}</g>`,
  );
}
