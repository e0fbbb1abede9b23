import { at, type Drawing, repeat, round, shadow } from "./shapes.ts";

/** A round winnowing tray, as at every market. */
export function tray(content: string): string {
  const weave = repeat(
    19,
    (index) =>
      `<path d="M${-270 + index * 30}-300L${-270 + index * 30} 330M-320 ${-250 + index * 30}H320" stroke="#c08d4d" stroke-width="7" opacity=".55"/>`,
  );
  return `<ellipse cy="30" rx="322" ry="292" fill="#3a2412" opacity=".16"/><ellipse cy="10" rx="318" ry="286" fill="#a87236"/><ellipse cy="10" rx="296" ry="264" fill="#e2bd82"/><clipPath id="tray"><ellipse cy="10" rx="292" ry="260"/></clipPath><g clip-path="url(#tray)">${weave}</g><ellipse cy="10" rx="307" ry="275" fill="none" stroke="#d9a768" stroke-width="9" stroke-dasharray="26 10"/>${at({ y: 10 }, content)}`;
}

/** Scatters parts over the tray in rings, the outer ones first, so that the heap looks heaped. */
function heap({
  random,
  part,
  rings = [17, 12, 7, 2],
}: {
  random: () => number;
  part: () => string;
  rings?: readonly number[];
}): string {
  const radii = [196, 142, 84, 26];
  return rings
    .map((count, ring) =>
      repeat(count, (index) => {
        const angle = (index / count) * 2 * Math.PI + random() * 0.5;
        const radius = (radii[ring] ?? 20) + random() * 20;
        return at(
          {
            x: radius * Math.cos(angle) * 1.06,
            y: radius * Math.sin(angle) * 0.86,
            turn: random() * 360,
            size: 0.9 + random() * 0.25,
          },
          part(),
        );
      }),
    )
    .join("");
}

export const birdsEyeChillies: Drawing = ({ random }) => {
  const chilli = () => {
    const [fill, shade] = random() < 0.8 ? ["#d8291c", "#a81410"] : ["#e8742a", "#b84d14"];
    return `<path d="M-52-4C-40-24 10-24 74 2C20 22-34 24-52-4Z" fill="${fill}"/><path d="M-48 4C-20 16 30 14 74 2C20 24-34 26-48 4Z" fill="${shade}"/><path d="M-30-10C-10-15 12-12 30-7" stroke="#fff" stroke-width="5" opacity=".65" stroke-linecap="round" fill="none"/><path d="M-50-13C-62-10-62 6-50 7C-42 2-42-8-50-13Z" fill="#4a8a37"/><path d="M-58-3C-76-8-84-16-88-26" stroke="#4a8a37" stroke-width="7" fill="none" stroke-linecap="round"/>`;
  };
  return tray(heap({ random, part: chilli, rings: [24, 18, 11, 5] }));
};

export const curlyChillies: Drawing = ({ random }) => {
  const chilli = () => {
    const fill = ["#c81f1a", "#d93324", "#b31714"][Math.floor(random() * 3)];
    const bend = 14 + random() * 20;
    const curve = `M-96 0C-70 ${-bend}-44 ${bend}-14 0C14 ${-bend} 40 ${bend} 66 0C82 ${-bend} 98-6 112-14`;
    return `<path d="${curve}" stroke="#8e100f" stroke-width="25" fill="none" stroke-linecap="round" transform="translate(0 4)"/><path d="${curve}" stroke="${fill}" stroke-width="22" fill="none" stroke-linecap="round"/><path d="M-84-6C-66 ${-bend}-44 ${bend - 8}-18-6" stroke="#fff" stroke-width="4" fill="none" opacity=".6" stroke-linecap="round"/><path d="M-92-12C-106-10-106 10-92 13L-84 0Z" fill="#4a8a37"/><path d="M-102 0C-122 0-134-10-140-20" stroke="#4a8a37" stroke-width="7" fill="none" stroke-linecap="round"/>`;
  };
  return tray(heap({ random, part: chilli, rings: [15, 11, 7, 3] }));
};

function bunch({
  random,
  leaf,
  stalk,
}: {
  random: () => number;
  leaf: (shade: string) => string;
  stalk: string;
}): string {
  const stalks = repeat(
    11,
    (index) =>
      `<path d="M${-70 + index * 14} 270C${-40 + index * 8} 150 ${-50 + index * 10} 100 ${-150 + index * 30}-60" stroke="${stalk}" stroke-width="13" fill="none" stroke-linecap="round"/>`,
  );
  const layers = [
    { y: -150, count: 7, spread: 86, shade: "#2e6b32" },
    { y: -66, count: 8, spread: 74, shade: "#3d8440" },
    { y: 10, count: 6, spread: 70, shade: "#55a04f" },
  ];
  const leaves = layers.map(({ y, count, spread, shade }) =>
    repeat(count, (index) => {
      const offset = index - (count - 1) / 2;
      return at(
        {
          x: offset * spread,
          y: y + Math.abs(offset) * 20 + random() * 20,
          turn: offset * 13 + (random() - 0.5) * 20,
          size: 0.9 + random() * 0.2,
        },
        leaf(shade),
      );
    }),
  );
  const tie =
    '<path d="M-76 176C-30 196 30 196 74 174V206C30 226-30 226-78 208Z" fill="#d9b36a"/><path d="M-76 190C-30 210 30 210 74 188" stroke="#a87d38" stroke-width="4" fill="none"/><path d="M20 196C60 220 92 214 104 240M20 198C40 236 60 244 62 268" stroke="#d9b36a" stroke-width="9" fill="none" stroke-linecap="round"/>';
  return shadow(150, 284) + stalks + leaves.join("") + tie;
}

export const spinach: Drawing = ({ random }) => {
  const leaf = (shade: string) =>
    `<path d="M0 90C-74 50-80-30-34-70C-20-84-8-96 0-110C8-96 20-84 34-70C80-30 74 50 0 90Z" fill="${shade}"/><path d="M0 96V-84M0 50L-38 14M0 50L38 14M0 6L-32-28M0 6L32-28" stroke="#cfe6a8" stroke-width="5" fill="none" opacity=".75"/>`;
  return bunch({ random, leaf, stalk: "#a9c77c" });
};

export const waterSpinach: Drawing = ({ random }) => {
  const leaf = (shade: string) =>
    `<path d="M0 96C-34 40-44 10-30 0C-26-50-10-96 0-124C10-96 26-50 30 0C44 10 34 40 0 96Z" fill="${shade}"/><path d="M0 100V-96" stroke="#d5ebb0" stroke-width="5" opacity=".8"/>`;
  return bunch({ random, leaf, stalk: "#7fb15a" });
};

export const bitterGourd: Drawing = ({ random }) => {
  const outline = "M-236 10C-220-60-130-86-20-84C90-82 190-60 250 6C190 66 90 92-20 92C-130 92-216 72-236 10Z";
  const bumps = (dark: string, light: string) =>
    repeat(72, (index) => {
      const [x, y] = [-210 + (index % 18) * 25 + random() * 8, -58 + Math.floor(index / 18) * 40 + random() * 10];
      return `<ellipse cx="${round(x)}" cy="${round(y)}" rx="15" ry="9" fill="${dark}"/><ellipse cx="${round(x - 3)}" cy="${round(y - 4)}" rx="10" ry="5" fill="${light}"/>`;
    });
  const gourd = (id: string, fill: string, dark: string, light: string) =>
    `<path d="${outline}" fill="#000" opacity=".14" transform="translate(4 16)"/><path d="${outline}" fill="${fill}"/><clipPath id="${id}"><path d="${outline}"/></clipPath><g clip-path="url(#${id})">${bumps(dark, light)}<path d="M-240 40C-120 110 120 110 260 30V110H-240Z" fill="#1e4d1c" opacity=".25"/></g><path d="M-234 8C-262 0-276-16-286-40" stroke="#5d7f34" stroke-width="13" fill="none" stroke-linecap="round"/>`;
  const slice =
    '<circle r="62" fill="#7fb552"/><circle r="50" fill="#e6f0cb"/><circle r="26" fill="#f6f6e2"/><ellipse cx="-12" cy="-4" rx="9" ry="6" fill="#d8b878"/><ellipse cx="12" cy="4" rx="9" ry="6" fill="#d8b878"/><ellipse cx="0" cy="-18" rx="8" ry="5" fill="#d8b878"/>';
  return [
    at({ y: -120, turn: -10 }, gourd("pare1", "#6aa544", "#4c8531", "#93c765")),
    at({ y: 70, turn: 7, x: -6 }, gourd("pare2", "#7cb350", "#578f39", "#a6d277")),
    at({ x: 150, y: 206 }, slice),
    at({ x: 34, y: 226, size: 0.86 }, slice),
  ].join("");
};

export const shallots: Drawing = ({ random }) => {
  const bulb = () => {
    const [fill, shade] =
      [
        ["#b2476e", "#8a2a50"],
        ["#c15a7c", "#95355b"],
        ["#a33a62", "#7a2147"],
      ][Math.floor(random() * 3)] ?? [];
    return `<path d="M0-74C6-44 52-34 52 12C52 42 26 58 0 60C-26 58-52 42-52 12C-52-34-6-44 0-74Z" fill="${fill}"/><path d="M0-74C6-44 52-34 52 12C52 42 26 58 0 60C30 40 30-20 0-74Z" fill="${shade}"/><path d="M-10-40C-34-14-34 28-14 52M4-40C20-10 20 30 6 56" stroke="#e6a9c0" stroke-width="4" fill="none" opacity=".8"/><path d="M-3-70L-14-98M2-72L8-104" stroke="#c9a063" stroke-width="8" stroke-linecap="round"/><path d="M-14 58L-18 72M0 60V76M14 58L18 72" stroke="#d8c39a" stroke-width="4"/><path d="M-34-2C-34-16-28-24-20-30" stroke="#fff" stroke-width="6" opacity=".6" fill="none" stroke-linecap="round"/>`;
  };
  return tray(heap({ random, part: bulb, rings: [13, 9, 5, 1] }));
};

export const ginger: Drawing = ({ random }) => {
  const knob = ({ fill, shade }: { fill: string; shade: string }) => {
    const arms = [
      "M-210 40C-230-10-190-50-140-40C-120-90-60-96-30-60C10-90 70-80 84-36C130-60 190-40 196 10C200 50 160 76 110 66C80 100 20 106-20 80C-60 110-120 104-140 76C-170 80-204 70-210 40Z",
      "M-60-60C-90-130-70-190-20-196C30-196 40-130 10-64Z",
      "M70-40C70-110 110-150 150-136C186-120 170-60 130-26Z",
      "M-10 76C-20 130 10 176 50 170C90 160 84 100 60 78Z",
    ];
    const rings =
      '<path d="M-146-30C-126 0-126 40-142 68M-40-60C-24-20-26 40-40 84M60-56C80-20 80 30 62 76M-74-108C-48-98-20-98 14-108M-66-150C-46-142-10-142 18-150M84-84C104-72 130-64 156-66M4 120C24 130 50 130 80 118" stroke="#fff0d0" stroke-width="5" fill="none" opacity=".55"/>';
    return `${at({ y: 12 }, arms.map((arm) => `<path d="${arm}" fill="${shade}"/>`).join(""))}${arms.map((arm) => `<path d="${arm}" fill="${fill}"/>`).join("")}${rings}<ellipse cx="176" cy="12" rx="17" ry="26" fill="#f2c36b"/><ellipse cx="-20" cy="-182" rx="25" ry="12" fill="#f2c36b"/>`;
  };
  const slices = repeat(3, (index) =>
    at(
      { x: -190 + index * 74, y: 226 + random() * 14, turn: random() * 60 },
      '<ellipse rx="50" ry="38" fill="#9e4f35"/><ellipse rx="43" ry="31" fill="#f4cf77"/><ellipse rx="28" ry="19" fill="none" stroke="#d9a23f" stroke-width="5"/>',
    ),
  );
  return (
    shadow(280, 250) +
    at({ x: 30, y: -70, turn: -8 }, knob({ fill: "#c56f52", shade: "#8f4630" })) +
    at({ x: 90, y: 160, turn: 12, size: 0.62 }, knob({ fill: "#cf7c5d", shade: "#944a33" })) +
    slices
  );
};

export const eggplants: Drawing = () => {
  const one =
    '<path d="M-216-6C-196-60-110-62-40-54C50-60 130-96 210-70C280-44 280 56 210 80C140 104 50 66-40 56C-110 52-190 44-216-6Z" fill="#5b2a78"/><path d="M-200 20C-110 60 40 60 130 78C210 90 260 60 260 4C250 60 180 66 110 50C30 30-110 40-210 4Z" fill="#401a59"/><path d="M-60-36C20-40 120-72 190-54" stroke="#d8b9ea" stroke-width="13" fill="none" stroke-linecap="round" opacity=".8"/><path d="M-220-10C-240-50-190-66-150-60L-112-70L-138-38L-96-26L-140-10L-104 22L-146 16L-130 50L-172 30C-196 36-216 20-220-10Z" fill="#5f9440"/><path d="M-214-8C-250-10-270-20-290-46" stroke="#4b7a31" stroke-width="20" fill="none" stroke-linecap="round"/>';
  return (
    shadow(300, 236) +
    at({ y: -130, turn: -14 }, one) +
    at({ y: 10, x: -6, turn: 4 }, one) +
    at({ y: 150, x: 14, turn: -6 }, one)
  );
};
