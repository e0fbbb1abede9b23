import { at, clipped, type Drawing, flower, repeat, shadow } from "./shapes.ts";

/** A standing pouch with a label; the mark on it says what is inside. */
function pouch({ fill, shade, band, label }: { fill: string; shade: string; band: string; label: string }): string {
  const outline = "M-170-270H170L196 236C198 262 186 280 160 280H-160C-186 280-198 262-196 236Z";
  return [
    shadow(205),
    `<path d="${outline}" fill="${fill}"/>`,
    clipped(
      { id: "pouch", outline },
      `<path d="M90-280C120-80 120 120 96 290H210V-280Z" fill="${shade}"/><path d="M-210 226C-100 262 100 262 210 226V290H-210Z" fill="${shade}" opacity=".7"/><path d="M-200-190H200V-176H-200Z" fill="${shade}" opacity=".6"/>`,
    ),
    `<path d="M-170-270H170L172-232H-172Z" fill="${band}"/><path d="M-160-251H160" stroke="#fff" stroke-width="4" stroke-dasharray="9 8" opacity=".7"/><circle cy="-208" r="13" fill="#fff" opacity=".8"/>`,
    '<path d="M-150-160C-160-20-164 100-160 200" stroke="#fff" stroke-width="14" stroke-linecap="round" fill="none" opacity=".45"/>',
    `<ellipse cy="44" rx="132" ry="150" fill="#fff8e8"/><ellipse cy="44" rx="118" ry="136" fill="none" stroke="${band}" stroke-width="5"/>`,
    at({ y: 44 }, label),
  ].join("");
}

export const snackPouch: Drawing = ({ random }) => {
  const stick = () =>
    `<rect x="-66" y="-10" width="132" height="20" rx="9" fill="#8fae55"/><rect x="-66" y="-10" width="132" height="8" rx="4" fill="#b7cf7c"/><circle cx="-30" cy="2" r="4" fill="#4f7a2e"/><circle cx="24" cy="1" r="4" fill="#4f7a2e"/>`;
  const sticks = repeat(7, (index) =>
    at({ x: (random() - 0.5) * 40, y: -70 + index * 24, turn: -34 + random() * 68 }, stick()),
  );
  return pouch({
    fill: "#4f8f4b",
    shade: "#35713a",
    band: "#d9672b",
    label: `${sticks}<path d="M0 120C-34 104-34 72 0 60C34 72 34 104 0 120Z" fill="#3d8440"/>`,
  });
};

/** Shredded fish. */
export const flossPouch: Drawing = ({ random }) => {
  const shred = () =>
    `<path d="M-40 0C-16-18 14 16 40-4" stroke="${["#c98a3c", "#a96523", "#e2b16a"][Math.floor(random() * 3)]}" stroke-width="8" fill="none" stroke-linecap="round"/>`;
  const heap = repeat(46, () =>
    at({ x: (random() - 0.5) * 150, y: -20 + (random() - 0.4) * 110, turn: random() * 360 }, shred()),
  );
  return pouch({ fill: "#156a7c", shade: "#0f5263", band: "#d9a441", label: heap });
};

export const herbTeaPouch: Drawing = () => {
  const cup =
    '<path d="M-76-6H76C76 60 44 90 0 90C-44 90-76 60-76-6Z" fill="#c8603a"/><ellipse cy="-6" rx="76" ry="20" fill="#e08a5c"/><ellipse cy="-4" rx="60" ry="13" fill="#d9a12e"/><path d="M74 8C116 0 116 60 60 58" fill="none" stroke="#c8603a" stroke-width="13"/>';
  const grass =
    '<path d="M-30-10C-50-60-40-100-16-130M0-12C-6-60 2-104 20-136M26-10C30-60 44-90 66-112" stroke="#5d9440" stroke-width="10" fill="none" stroke-linecap="round"/>';
  return pouch({ fill: "#d6b26a", shade: "#bb924a", band: "#5d7f34", label: grass + cup });
};

export const coffeePouch: Drawing = () => {
  const bean =
    '<ellipse rx="30" ry="42" fill="#4a2a17"/><path d="M-4-40C14-14-14 14 4 40" stroke="#8a5a35" stroke-width="7" fill="none"/><path d="M-18-22C-22-8-22 4-18 16" stroke="#a9764c" stroke-width="5" fill="none" stroke-linecap="round" opacity=".7"/>';
  const steam =
    '<path d="M-30-70C-50-96-10-110-30-138M30-70C10-96 50-110 30-138" stroke="#b98d5f" stroke-width="9" fill="none" stroke-linecap="round"/>';
  const label =
    at({ x: -40, y: 0, turn: -24 }, bean) +
    at({ x: 42, y: 6, turn: 30 }, bean) +
    at({ x: 0, y: 76, turn: 84 }, bean) +
    at({ y: 14 }, steam);
  const scattered = [
    [-232, 262, 50],
    [-176, 286, -20],
    [218, 274, 70],
    [264, 250, 10],
  ].map(([x = 0, y = 0, turn = 0]) => at({ x, y, turn, size: 0.7 }, bean));
  return pouch({ fill: "#5a3420", shade: "#3d2113", band: "#c9952f", label }) + scattered.join("");
};

/** Flour in clear film, with fronds of the palm on its label. */
export const sagoFlour: Drawing = () => {
  const frond = repeat(7, (index) =>
    at({ turn: -66 + index * 22, y: 50 }, '<path d="M-10 0C-16-60-6-110 0-150C6-110 16-60 10 0Z" fill="#3f8a49"/>'),
  );
  return pouch({
    fill: "#f3efe4",
    shade: "#d9d2c1",
    band: "#2f6b3a",
    label: `${frond}<path d="M-13 46H13L18 116H-18Z" fill="#7a5230"/><path d="M-90 110C-40 92 40 92 90 110C40 128-40 128-90 110Z" fill="#e6dcc4"/>`,
  });
};

export const giftBox: Drawing = () => {
  const pack = (fill: string, band: string) =>
    `<path d="M-58-120H58L64 60H-64Z" fill="${fill}"/><path d="M-58-120H58L59-96H-59Z" fill="${band}"/><circle cy="-30" r="34" fill="#fff8e8"/>`;
  const shoots = repeat(
    13,
    (index) =>
      `<path d="M${-286 + index * 44} 262l22-78l22 78Z" fill="#e3b64f"/><path d="M${-275 + index * 44} 262l11-38l11 38Z" fill="#7a1b34"/>`,
  );
  const bow =
    '<path d="M0 0C-90-80-150-50-120 0C-150 40-80 60 0 0C90-80 150-50 120 0C150 40 80 60 0 0Z" fill="#f0cf7a"/><path d="M-10 10L-60 110L-24 96L-8 124L8 24ZM10 10L60 110L24 96L8 124L-8 24Z" fill="#d9a441"/><circle r="24" fill="#f7dc92"/>';
  return [
    shadow(310),
    '<path d="M-250-70H250L290 0H-290Z" fill="#4c1020"/>',
    at(
      { x: -180, y: -30, turn: -6 },
      pack("#4f8f4b", "#d9672b") +
        at({ y: -30, size: 0.6 }, '<path d="M0 40C-34 20-34-20 0-40C34-20 34 20 0 40Z" fill="#3d8440"/>'),
    ),
    at(
      { x: -60, y: -50, size: 1.1 },
      pack("#5a3420", "#c9952f") +
        at(
          { y: -30 },
          '<ellipse rx="15" ry="21" fill="#4a2a17"/><path d="M-2-20C7-7-7 7 2 20" stroke="#b98d5f" stroke-width="4" fill="none"/>',
        ),
    ),
    at(
      { x: 66, y: -46, size: 1.06 },
      pack("#f3e2b6", "#b8312f") +
        at(
          { y: -30, size: 0.5 },
          '<path d="M-50 0C-28-34 22-34 44 0C22 34-28 34-50 0ZM38 0L66-24V24Z" fill="#156a7c"/>',
        ),
    ),
    at({ x: 184, y: -30, turn: 6 }, pack("#156a7c", "#d9a441") + at({ y: -30 }, flower({ size: 28, fill: "#b4552d" }))),
    `<path d="M-290 0H290V270H-290Z" fill="#7a1b34"/>${shoots}<path d="M-290 168H290M-290 182H290" stroke="#f0cf7a" stroke-width="4"/><path d="M-290 0H290V22H-290Z" fill="#000" opacity=".16"/>`,
    '<path d="M-26 0H26V270H-26Z" fill="#e3b64f"/><path d="M-26 0H-14V270H-26Z" fill="#f7dc92"/>',
    at({ y: 40, size: 0.9 }, bow),
  ].join("");
};

/** Ring cakes in syrup sugar, in an open box. */
export const cakeBox: Drawing = () => {
  const ring =
    '<circle cy="8" r="62" fill="#5a3012" opacity=".5"/><circle r="60" fill="#a5622a"/><circle r="60" fill="none" stroke="#c98645" stroke-width="13" stroke-dasharray="26 12"/><circle r="22" fill="#fbeed3"/><circle r="24" fill="none" stroke="#7a4318" stroke-width="7"/><path d="M-40-26C-28-42-8-48 8-48" stroke="#f3c88d" stroke-width="9" fill="none" stroke-linecap="round"/>';
  const rows = [-60, 56, 172].map((y, row) =>
    repeat(4, (index) => at({ x: -192 + index * 128 + (row % 2) * 6, y, size: 0.98 }, ring)),
  );
  return `${shadow(310, 276)}<path d="M-290-130L-240-276H240L290-130Z" fill="#d9b888"/><path d="M-262-150L-222-262H222L262-150Z" fill="#f1dcb7"/>${at({ y: -206, size: 0.9 }, flower({ petals: 8, size: 54, fill: "#b4552d" }))}<rect x="-290" y="-134" width="580" height="408" rx="14" fill="#d2ab74"/><rect x="-268" y="-116" width="536" height="374" rx="10" fill="#fbeed3"/>${rows.join("")}`;
};

/** Melt-in-the-mouth cakes in a jar with a red lid. */
export const cakeJar: Drawing = () => {
  const cake = at(
    {},
    `<ellipse cy="7" rx="47" ry="38" fill="#c79b5c"/><ellipse rx="47" ry="38" fill="#f7e4bd"/>${flower({ petals: 8, size: 36, fill: "#ecd09a", heart: "#c2352f" })}`,
  );
  const glass =
    "M-190-150H190C214-150 220-130 220-106V236C220 264 204 280 176 280H-176C-204 280-220 264-220 236V-106C-220-130-214-150-190-150Z";
  const cakes = repeat(6, (row) =>
    repeat(6, (column) => at({ x: -220 + column * 90 + (row % 2) * 44, y: 252 - row * 66 }, cake)),
  );
  return `${shadow(225)}<path d="${glass}" fill="#f3ead8"/>${clipped({ id: "cakes", outline: glass }, cakes)}<path d="${glass}" fill="#dff0f2" opacity=".2"/><path d="M-186-110V200" stroke="#fff" stroke-width="20" stroke-linecap="round" opacity=".65"/><path d="M-206-230C-206-250-196-258-180-258H180C196-258 206-250 206-230V-142H-206Z" fill="#b8312f"/><path d="M-206-172H206V-142H-206Z" fill="#8f1f1f"/>${repeat(13, (index) => `<path d="M${-180 + index * 30}-236V-180" stroke="#8f1f1f" stroke-width="6"/>`)}`;
};

export const seaweedDodol: Drawing = () => {
  const sweet = (fill: string, light: string) =>
    `<path d="M-96-14L-58-34V34L-96 14L-122 34V-34ZM96-14L58-34V34L96 14L122 34V-34Z" fill="${light}"/><rect x="-64" y="-40" width="128" height="80" rx="16" fill="${fill}"/><rect x="-54" y="-32" width="108" height="24" rx="12" fill="#fff" opacity=".3"/><path d="M-28-40V40M28-40V40" stroke="${light}" stroke-width="5" opacity=".6"/>`;
  const kinds = [
    ["#2f7d4a", "#8cc79a"],
    ["#8a4a22", "#d6a878"],
    ["#a83a55", "#e6a5b4"],
  ] as const;
  const pile = [
    [-140, 190],
    [120, 200],
    [0, 110],
    [-190, 60],
    [200, 70],
    [-10, -2],
  ].map(([x = 0, y = 0], index) => {
    const [fill, light] = kinds[index % 3] ?? kinds[0];
    return at({ x, y, turn: ((index * 37) % 40) - 20, size: 0.94 }, sweet(fill, light));
  });
  const box =
    '<path d="M-230-270H230V-60H-230Z" fill="#156a7c"/><path d="M-230-270H230V-226H-230Z" fill="#d9a441"/><path d="M-230-104H230V-60H-230Z" fill="#0f5263"/>';
  const weed =
    '<path d="M0 60C-8 20 12-10 0-50M0 20C-30 10-46-14-44-44M0 10C30 0 46-20 44-50M-40-20C-60-24-70-40-66-56M40-26C60-30 70-46 66-60" stroke="#9bd3a6" stroke-width="13" fill="none" stroke-linecap="round"/>';
  return at({ size: 0.88, y: -6 }, `${shadow(300, 262)}${box}${at({ y: -162, size: 0.9 }, weed)}${pile.join("")}`);
};

export const vcoBottle: Drawing = () => {
  const glass =
    "M-46-190V-120C-46-90-130-60-130 10V236C-130 264-114 280-88 280H88C114 280 130 264 130 236V10C130-60 46-90 46-120V-190Z";
  const half =
    '<ellipse rx="108" ry="88" fill="#6d4321"/><ellipse rx="100" ry="80" cy="-4" fill="#fffdf5"/><ellipse rx="66" ry="48" fill="#e6ebe2"/>';
  return [
    at({ x: 40 }, shadow(250)),
    `<path d="${glass}" fill="#eef3e4"/>`,
    clipped(
      { id: "oil", outline: glass },
      '<path d="M-140-30C-60-44 60-16 140-30V290H-140Z" fill="#f5edc0"/><path d="M60-200V290H140V-200Z" fill="#c7c48e" opacity=".4"/>',
    ),
    `<path d="${glass}" fill="none" stroke="#c9d2bd" stroke-width="6"/><path d="M-104 20V230" stroke="#fff" stroke-width="15" stroke-linecap="round"/>`,
    '<path d="M-56-266H56V-182H-56Z" fill="#3f6b3c"/><path d="M-56-204H56V-182H-56Z" fill="#2c4f2b"/><path d="M-30-260V-208M0-260V-208M30-260V-208" stroke="#2c4f2b" stroke-width="5"/>',
    '<rect x="-104" y="40" width="208" height="176" rx="14" fill="#fffdf3"/><rect x="-94" y="50" width="188" height="156" rx="10" fill="none" stroke="#3f6b3c" stroke-width="4"/>',
    at(
      { y: 130, size: 0.9 },
      `${repeat(6, (index) => at({ turn: -75 + index * 30, y: 30 }, '<path d="M-7 0C-10-40-4-70 0-92C4-70 10-40 7 0Z" fill="#4f9455"/>'))}<circle cy="40" r="25" fill="#8b5a2f"/><circle cx="-7" cy="34" r="4" fill="#3b220e"/><circle cx="7" cy="34" r="4" fill="#3b220e"/><circle cy="46" r="4" fill="#3b220e"/>`,
    ),
    at({ x: 226, y: 208 }, half),
  ].join("");
};

export const coconutSugar: Drawing = () => {
  const disc =
    '<path d="M-120-30V40C-120 78 120 78 120 40V-30Z" fill="#7a4418"/><ellipse cy="-30" rx="120" ry="50" fill="#a9662b"/><ellipse cy="-34" rx="96" ry="36" fill="#bd7a3a"/><path d="M-70-48C-50-60-20-64 10-64" stroke="#f0c48e" stroke-width="9" fill="none" stroke-linecap="round"/><path d="M-100 20C-60 36-20 40 20 40" stroke="#945524" stroke-width="7" fill="none"/>';
  const leaf =
    '<path d="M-320 236C-200 150 200 150 320 236C200 300-200 300-320 236Z" fill="#4f9455"/><path d="M-316 236H316" stroke="#9ccb8c" stroke-width="6"/>';
  const tie = '<path d="M-124 6C-60 60 60 60 124 6" stroke="#e0c58b" stroke-width="13" fill="none"/>';
  return `${leaf}${at({ x: -140, y: 180 }, disc)}${at({ x: 140, y: 184 }, disc)}${at({ x: 0, y: 196 }, disc)}${at({ x: -72, y: 84 }, disc)}${at({ x: 76, y: 86 }, disc)}${at({ x: 0, y: -20 }, disc + tie)}${at({ x: 0, y: -124, size: 0.94 }, disc)}`;
};

export const soap: Drawing = () => {
  const bar = (fill: string, side: string) =>
    `<path d="M-190-50L150-70L210-20V60L-130 84L-190 30Z" fill="${side}"/><path d="M-190-50L150-70L210-20L-130 6Z" fill="${fill}"/><path d="M-190-50L-130 6V84L-190 30Z" fill="#000" opacity=".1"/><path d="M-150-44L140-60" stroke="#fff" stroke-width="8" opacity=".6" stroke-linecap="round"/>`;
  const grass = repeat(
    9,
    (index) =>
      `<path d="M${-40 + index * 11} 260C${-70 + index * 16} 60 ${-150 + index * 36}-120 ${-230 + index * 56}-270" stroke="${index % 2 ? "#6ea549" : "#8dbf62"}" stroke-width="15" fill="none" stroke-linecap="round"/>`,
  );
  const bubble = (x: number, y: number, r: number) =>
    `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff" opacity=".6"/><circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#9cc7c4" stroke-width="4"/><path d="M${x - r * 0.5} ${y - r * 0.2}A${r * 0.6} ${r * 0.6} 0 0 1 ${x} ${y - r * 0.6}" stroke="#fff" stroke-width="5" fill="none"/>`;
  return `${at({ x: 40, y: -20, size: 0.94 }, grass)}${shadow(270, 250)}${at({ x: -10, y: 176, size: 1.2 }, bar("#e7efc4", "#c6d592"))}${at({ x: 10, y: 32, size: 1.1 }, bar("#f1f4d6", "#d2dfa2"))}<path d="M-92-16L-40-19L20 34V146L-34 150V40Z" fill="#d9a441"/>${at({ x: -7, y: 90, size: 0.5 }, flower({ size: 44, fill: "#5d9440", heart: "#fff8e8" }))}${bubble(-230, 60, 34)}${bubble(-262, 128, 20)}${bubble(252, 60, 26)}${bubble(-190, -10, 15)}`;
};
