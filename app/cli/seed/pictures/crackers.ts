import { at, type Drawing, fish, repeat, shadow } from "./shapes.ts";

/** A clear bag with a folded paper head; what it holds is drawn behind the film. */
function bag(holding: string, { head, fill = "#d9a85a" }: { head: string; fill?: string }): string {
  const outline = "M-190-170H190L210 250C212 272 200 282 180 282H-180C-200 282-212 272-210 250Z";
  return [
    shadow(215),
    `<path d="${outline}" fill="${fill}"/><clipPath id="bag"><path d="${outline}"/></clipPath><g clip-path="url(#bag)">${holding}</g>`,
    `<path d="${outline}" fill="#fff" opacity=".16"/>`,
    '<path d="M-150-150C-164 0-172 120-172 240" stroke="#fff" stroke-width="16" stroke-linecap="round" fill="none" opacity=".7"/>',
    '<path d="M168-120C178 0 182 90 182 150" stroke="#fff" stroke-width="8" stroke-linecap="round" fill="none" opacity=".6"/>',
    `<path d="M-200-290H200V-150C140-138-140-138-200-150Z" fill="${head}"/>`,
    '<path d="M-200-290H200V-268H-200Z" fill="#000" opacity=".12"/>',
    `<path d="M-104-222h208" stroke="#fff" stroke-width="0"/>${at({ y: -214 }, fish({ fill: "#fff8e7", size: 1.1 }))}`,
    '<path d="M-160-172H160" stroke="#fff8e7" stroke-width="4" stroke-dasharray="10 8" opacity=".8"/>',
  ].join("");
}

function cracker(random: () => number, colours: readonly [string, string, string]): string {
  const [base, shade, spot] = colours;
  const wobble = () => 58 + random() * 14;
  const [a, b, c, d] = [wobble(), wobble(), wobble(), wobble()];
  const outline = `M${-a} 0C${-a}-44-40${-b} 0 ${-b}C44 ${-b} ${c}-40 ${c} 0C${c} 42 40 ${d} 0 ${d}C-42 ${d} ${-a} 42 ${-a} 0Z`;
  const spots = repeat(6, () => {
    const [x, y] = [(random() - 0.5) * 72, (random() - 0.5) * 72];
    return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(3 + random() * 5)}" fill="${spot}"/>`;
  });
  return `<path d="${outline}" fill="${shade}" transform="translate(3 7)"/><path d="${outline}" fill="${base}"/>${spots}<path d="M-34-26C-18-44 14-46 30-30" stroke="#fff" stroke-width="6" stroke-linecap="round" fill="none" opacity=".7"/>`;
}

function heap(random: () => number, colours: readonly [string, string, string]): string {
  const rows = [230, 160, 90, 20, -50, -110];
  return rows
    .flatMap((y, row) =>
      [-170, -62, 48, 158].map((x) =>
        at(
          { x: x + (row % 2) * 40 + random() * 24, y: y + random() * 22, turn: random() * 360 },
          cracker(random, colours),
        ),
      ),
    )
    .join("");
}

export const crackerBag: Drawing = ({ random }) =>
  bag(heap(random, ["#efcb86", "#b98235", "#d39b4c"]), { head: "#b8312f" });

/** Uncooked: small hard slices, grey-white. */
export const rawCrackers: Drawing = ({ random }) => {
  const slice = `<ellipse rx="38" ry="30" fill="#a8977a" transform="translate(2 6)"/><ellipse rx="38" ry="30" fill="#f4ebd9"/><ellipse rx="24" ry="17" fill="none" stroke="#c9b896" stroke-width="4"/>`;
  const slices = repeat(78, (index) =>
    at(
      {
        x: -180 + (index % 8) * 52 + random() * 18,
        y: 262 - Math.floor(index / 8) * 43 + random() * 14,
        turn: random() * 180,
      },
      slice,
    ),
  );
  return bag(slices, { head: "#156a7c", fill: "#b9a988" });
};

/** Round ones the size of a marble. */
export const crackerBalls: Drawing = ({ random }) => {
  const balls = repeat(96, (index) => {
    const [x, y] = [-188 + (index % 9) * 47 + random() * 14, 262 - Math.floor(index / 9) * 41 + random() * 12];
    const fill = ["#f2d093", "#e6b866", "#f6dfae"][Math.floor(random() * 3)];
    return at(
      { x, y },
      `<circle r="29" cy="5" fill="#a87428"/><circle r="28" fill="${fill}"/><circle cx="-9" cy="-10" r="7" fill="#fff" opacity=".7"/>`,
    );
  });
  return bag(balls, { head: "#d98a1f", fill: "#c9953f" });
};

/** Fish paste in palm leaf, grilled, pinned with a stick at both ends. */
export const otakOtak: Drawing = () => {
  const parcel = [
    '<path d="M-235-22C-150-44 150-44 235-22V24C150 46-150 46-235 24Z" fill="#5d8a35"/>',
    '<path d="M-235-22C-150-44 150-44 235-22V-4C150-20-150-20-235-4Z" fill="#86b04e"/>',
    '<path d="M-180 10C-60 18 60 18 180 8M-200-10C-100-22 20-24 120-20" stroke="#3f6823" stroke-width="4" fill="none"/>',
    '<path d="M-120-34C-100-6-104 16-128 36M10-38C34-8 28 18 6 40M120-34C146-8 140 14 118 36" stroke="#3b2a16" stroke-width="13" opacity=".55" fill="none" stroke-linecap="round"/>',
    '<path d="M-222-30L-196 30M222-30L196 30" stroke="#e6c88e" stroke-width="8" stroke-linecap="round"/>',
    '<path d="M-235-22C-258-8-258 10-235 24C-228 8-228-8-235-22Z" fill="#f3b18b"/><path d="M235-22C258-8 258 10 235 24C228 8 228-8 235-22Z" fill="#f3b18b"/>',
  ].join("");
  const dish = `${shadow(330, 238)}<ellipse cy="150" rx="335" ry="108" fill="#cfd9d6"/><ellipse cy="138" rx="335" ry="106" fill="#fff"/><ellipse cy="138" rx="272" ry="80" fill="#e8efec"/><ellipse cy="138" rx="304" ry="94" fill="none" stroke="#2f7f93" stroke-width="6" stroke-dasharray="4 16"/>`;
  const pile = [
    at({ y: 128, x: -6 }, parcel),
    at({ y: 62, x: 10, turn: -3 }, parcel),
    at({ y: -6, x: -8, turn: 2 }, parcel),
  ];
  const sauce = '<ellipse cx="0" cy="-118" rx="92" ry="30" fill="#8d2a17"/>';
  const bowl = `${at({ y: -20 }, `<path d="M-104-120H104C98-70 60-50 0-50C-60-50-98-70-104-120Z" fill="#156a7c"/><ellipse cy="-120" rx="104" ry="34" fill="#1f8397"/>`)}${at({ y: -20 }, sauce)}<circle cx="-26" cy="-142" r="6" fill="#f0c04f"/><circle cx="30" cy="-134" r="6" fill="#f0c04f"/>`;
  return at({ y: -50 }, dish + at({ y: 26 }, bowl) + pile.join(""));
};

export const sambalJar: Drawing = ({ random }) => {
  const flecks = repeat(46, () => {
    const [x, y] = [-150 + random() * 300, -120 + random() * 360];
    const fill = ["#f1c65b", "#7d170c", "#d9482b"][Math.floor(random() * 3)];
    return at({ x, y, turn: random() * 180 }, `<ellipse rx="13" ry="5" fill="${fill}"/>`);
  });
  const glass =
    "M-160-150C-184-128-190-100-190-60V230C-190 262-172 280-142 280H142C172 280 190 262 190 230V-60C190-100 184-128 160-150Z";
  return [
    shadow(200),
    `<path d="${glass}" fill="#f4e7de"/><clipPath id="jar"><path d="${glass}"/></clipPath><g clip-path="url(#jar)"><path d="M-200-110H200V290H-200Z" fill="#a8230f"/><path d="M60-110H200V290H60Z" fill="#7d170c" opacity=".4"/>${flecks}</g>`,
    '<path d="M-156-100C-164 0-164 120-158 220" stroke="#fff" stroke-width="16" stroke-linecap="round" fill="none" opacity=".55"/>',
    '<path d="M-172-220C-172-240-160-250-142-250H142C160-250 172-240 172-220V-160H-172Z" fill="#d9a441"/><path d="M-172-180H172V-156H-172Z" fill="#b07d22"/>',
    `<path d="M-128-222V-190M-86-222V-190M-44-222V-190M0-222V-190M44-222V-190M86-222V-190M128-222V-190" stroke="#b07d22" stroke-width="6"/>`,
    `<rect x="-120" y="-20" width="240" height="190" rx="18" fill="#fff6e2"/><rect x="-106" y="-6" width="212" height="162" rx="12" fill="none" stroke="#a8230f" stroke-width="4"/>`,
    at({ y: 48 }, fish({ fill: "#156a7c", size: 1.2 })),
    '<path d="M-58 118C-20 96 40 100 62 122C30 138-30 138-58 118Z" fill="#c9301a"/><path d="M62 122C74 114 78 104 76 96" stroke="#3c6e2f" stroke-width="7" fill="none" stroke-linecap="round"/>',
  ].join("");
};
