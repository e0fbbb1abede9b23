import { at, clipped, type Drawing, flower, repeat, round, shadow } from "./shapes.ts";

const scraps = ["#c8452f", "#e9a93f", "#1f7f86", "#f4e2bf", "#6b3f74", "#3f7d4b"] as const;

/** A patchwork of triangles, two to a square. */
function patches(
  random: () => number,
  { size, columns, rows }: { size: number; columns: number; rows: number },
): string {
  const scrap = () => scraps[Math.floor(random() * scraps.length)];
  const [left, top] = [(-columns * size) / 2, (-rows * size) / 2];
  return repeat(rows, (row) =>
    repeat(columns, (column) => {
      const [x, y] = [left + column * size, top + row * size];
      return `<rect x="${x}" y="${y}" width="${size + 1}" height="${size + 1}" fill="${scrap()}"/><path d="M${x} ${y}H${x + size}L${x} ${y + size}Z" fill="${scrap()}"/>`;
    }),
  );
}

export const patchworkPurse: Drawing = ({ random }) => {
  const body =
    "M-240-90C-250-120-230-140-200-140H200C230-140 250-120 240-90L262 190C264 226 244 246 210 246H-210C-244 246-264 226-262 190Z";
  const shoot = (index: number) =>
    `<path d="M${-250 + index * 50} 246l25-110l25 110Z" fill="#e9c25f"/><path d="M${-237 + index * 50} 246l12-56l12 56Z" fill="#7a1b34"/>`;
  return [
    shadow(250, 262),
    clipped(
      { id: "purse", outline: body },
      `${at({ y: 10 }, patches(random, { size: 64, columns: 9, rows: 6 }))}<path d="M-280 118H280V260H-280Z" fill="#7a1b34"/>${repeat(10, shoot)}<path d="M-280 124H280" stroke="#f4d98f" stroke-width="6" stroke-dasharray="14 9"/>`,
    ),
    `<path d="${body}" fill="none" stroke="#4c1020" stroke-width="10"/>`,
    '<path d="M-214-118H214" stroke="#d8c7a2" stroke-width="20" stroke-linecap="round"/><path d="M-214-118H214" stroke="#8c7a55" stroke-width="16" stroke-dasharray="4 6"/>',
    '<path d="M196-118V-56" stroke="#c9952f" stroke-width="10"/><circle cx="196" cy="-44" r="18" fill="none" stroke="#c9952f" stroke-width="9"/>',
    '<path d="M-232-90C-330-170-310-250-220-250" fill="none" stroke="#7a1b34" stroke-width="18" stroke-linecap="round"/>',
  ].join("");
};

export const cushion: Drawing = ({ random }) => {
  const body =
    "M-250-230C-160-190 160-190 250-230C210-140 210 130 250 230C160 190-160 190-250 230C-210 130-210-140-250-230Z";
  return [
    shadow(250, 250),
    clipped(
      { id: "cushion", outline: body },
      `${patches(random, { size: 84, columns: 7, rows: 7 })}<path d="M-260 240C-100 150 120 170 260 110V260H-260Z" fill="#000" opacity=".14"/>`,
    ),
    `<path d="${body}" fill="none" stroke="#7a1b34" stroke-width="12"/>`,
    '<circle r="24" fill="#7a1b34"/><circle r="12" fill="#e9c25f"/><path d="M0-24L10-90M24 0L90 10M0 24L-10 90M-24 0L-90-10" stroke="#000" stroke-width="5" opacity=".2"/>',
  ].join("");
};

export const doormat: Drawing = ({ random }) => {
  const tufts = repeat(13, (row) =>
    repeat(19, (column) => {
      const ring = Math.min(row, 12 - row, column, 18 - column);
      const fill = [scraps[0], scraps[3], scraps[2], scraps[1], scraps[4], scraps[1], scraps[0]][ring] ?? scraps[0];
      return at(
        {
          x: -261 + column * 29 + (random() - 0.5) * 6,
          y: -174 + row * 29 + (random() - 0.5) * 6,
          turn: random() * 60,
        },
        `<ellipse rx="19" ry="12" cy="5" fill="#000" opacity=".2"/><ellipse rx="19" ry="12" fill="${fill}"/><ellipse cx="-4" cy="-3" rx="9" ry="3" fill="#fff" opacity=".25"/>`,
      );
    }),
  );
  const fringe = (x: number) =>
    repeat(
      15,
      (index) =>
        `<path d="M${x} ${-176 + index * 25}h${x < 0 ? -26 : 26}" stroke="#8c6a3e" stroke-width="7" stroke-linecap="round"/>`,
    );
  return at(
    { turn: -6 },
    `<rect x="-282" y="-192" width="564" height="400" rx="24" fill="#000" opacity=".15" transform="translate(8 14)"/>${fringe(-280)}${fringe(280)}<rect x="-284" y="-196" width="568" height="392" rx="24" fill="#7b5631"/>${tufts}`,
  );
};

export const toteBag: Drawing = () => {
  const body = "M-210-90H210L236 262C236 274 228 280 216 280H-216C-228 280-236 274-236 262Z";
  const stamp = repeat(4, (row) =>
    repeat(5, (column) =>
      at(
        { x: -196 + column * 98 + (row % 2) * 49, y: -40 + row * 92, turn: 45 },
        `${repeat(4, (index) => at({ turn: index * 90 }, '<ellipse cy="-27" rx="13" ry="23" fill="#fbe9c8"/><ellipse cy="-25" rx="4" ry="12" fill="#8a4a1e"/>'))}<circle r="8" fill="#e9a93f"/>`,
      ),
    ),
  );
  return [
    shadow(230),
    '<path d="M-110-84C-120-330 120-330 110-84" fill="none" stroke="#5b2f14" stroke-width="24"/><path d="M-110-84C-120-330 120-330 110-84" fill="none" stroke="#8a4a1e" stroke-width="12"/>',
    `<path d="${body}" fill="#8a4a1e"/>`,
    clipped({ id: "tote", outline: body }, `${stamp}<path d="M120-100H260V290H160Z" fill="#000" opacity=".14"/>`),
    '<path d="M-210-90H210L214-46H-214Z" fill="#5b2f14"/><path d="M-206-68H206" stroke="#e9a93f" stroke-width="4" stroke-dasharray="10 8"/>',
  ].join("");
};

/** Folded, with the rings that tied cloth keeps from the dye. */
export const shiboriScarf: Drawing = ({ random }) => {
  const ring = () => {
    const size = 0.8 + random() * 0.5;
    return `<g transform="scale(${round(size)})"><circle r="46" fill="#dfeaf2" opacity=".9"/><circle r="36" fill="#2b5d9c"/><circle r="27" fill="#eef4f7"/><circle r="15" fill="#2b5d9c"/><circle r="6" fill="#f6fbff"/></g>`;
  };
  const folded =
    "M-230 20C-240-20-220-50-180-50H180C220-50 240-20 230 20V200C232 230 214 248 184 248H-184C-214 248-232 230-230 200Z";
  const hanging = "M-120-270C-40-286 60-286 128-268C150-170 120-60 140 40H-134C-112-60-146-170-120-270Z";
  const rings = (count: number, spread: number, height: number) =>
    repeat(count, (index) =>
      at(
        { x: ((index % 4) - 1.5) * spread + random() * 24, y: Math.floor(index / 4) * height + random() * 16 },
        ring(),
      ),
    );
  return [
    shadow(240, 262),
    `<path d="${hanging}" fill="#1d467c"/>`,
    clipped({ id: "hang", outline: hanging }, at({ y: -236 }, rings(12, 96, 96))),
    `<path d="${folded}" fill="#2b5d9c"/>`,
    clipped(
      { id: "fold", outline: folded },
      `${at({ y: 10 }, rings(12, 122, 92))}<path d="M-240 150C-100 170 100 170 240 146V260H-240Z" fill="#0d2746" opacity=".25"/>`,
    ),
    '<path d="M-226 70C-100 92 100 92 226 66M-228 138C-100 160 100 160 228 134" stroke="#123561" stroke-width="6" fill="none"/>',
    repeat(
      22,
      (index) => `<path d="M${-210 + index * 20} 246v30" stroke="#dfeaf2" stroke-width="5" stroke-linecap="round"/>`,
    ),
  ].join("");
};

export const songketCloth: Drawing = () => {
  const layer = (y: number, fill: string) =>
    `<path d="M-250 ${y}C-262 ${y}-268 ${y + 14}-268 ${y + 40}S-262 ${y + 78}-250 ${y + 78}H250C262 ${y + 78} 268 ${y + 66} 268 ${y + 40}S262 ${y} 250 ${y}Z" fill="${fill}"/>`;
  const gold = (y: number) =>
    repeat(13, (index) =>
      at(
        { x: -234 + index * 39, y: y + 39, size: 0.8 },
        flower({ petals: 8, size: 24, fill: "#f0cf7a", heart: "#7a1b34" }),
      ),
    );
  const rows = [
    ["#5e1228", 180],
    ["#14524a", 96],
    ["#7a1b34", 12],
    ["#1c3766", -72],
  ] as const;
  const hanging = "M-120-160H120L132 120H-132Z";
  const shoots = repeat(
    10,
    (index) =>
      `<path d="M${-130 + index * 27} 116l13-90l13 90Z" fill="#f4d98f"/><path d="M${-123 + index * 27} 116l6-44l6 44Z" fill="#7a1b34"/>`,
  );
  return [
    shadow(280, 270),
    rows.map(([fill, y]) => layer(y, fill) + gold(y)).join(""),
    layer(-156, "#8c2340"),
    gold(-156),
    `<path d="${hanging}" fill="#8c2340"/>`,
    clipped(
      { id: "end", outline: hanging },
      `${repeat(4, (row) => repeat(6, (column) => at({ x: -120 + column * 48 + (row % 2) * 24, y: -130 + row * 38 }, '<path d="M0-14L14 0L0 14L-14 0Z" fill="#e3b64f"/>')))}${shoots}<path d="M-140 18H140" stroke="#f4d98f" stroke-width="6"/>`,
    ),
    `<path d="${hanging}" fill="none" stroke="#e3b64f" stroke-width="6"/>`,
  ].join("");
};
