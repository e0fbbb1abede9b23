import type { Palette } from "./palette.ts";
import { at, type Brush, type Drawing, repeat, round } from "./shapes.ts";

/** Scenes fill the whole picture, 1200 × 900, and are for groups. */
function sky({ from, to, sun }: { from: string; to: string; sun: string }): string {
  return `<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="1200" height="900" fill="url(#sky)"/><circle cx="900" cy="230" r="92" fill="${sun}"/><circle cx="900" cy="230" r="140" fill="${sun}" opacity=".3"/>`;
}

function cloud(x: number, y: number): string {
  return `<path d="M${x} ${y}c-50 0-50-52 2-54c8-46 88-52 104-8c46-18 84 8 74 36c36 0 34 26 0 26z" fill="#fff" opacity=".75"/>`;
}

function sea(top: number): string {
  const bands = ["#2e93a3", "#217f92", "#176a80", "#10566c"];
  return bands
    .map((fill, band) => {
      const y = top + band * 90;
      return `<path d="M0 ${y}${repeat(13, () => "q50-26 100 0")}V900H0Z" fill="${fill}"/>${repeat(6, (index) => `<path d="M${60 + index * 210 + (band % 2) * 90} ${y + 44}q34-16 68 0" stroke="#bfe6e4" stroke-width="6" fill="none" opacity=".55" stroke-linecap="round"/>`)}`;
    })
    .join("");
}

function palm({ x, y, size, lean }: { x: number; y: number; size: number; lean: number }): string {
  const fronds = [-150, -118, -84, -52, -20, 14].map((turn, index) =>
    at(
      { x: lean, y: -360, turn },
      `<path d="M0 0C70-70 150-60 220 26C150-8 80 0 0 16Z" fill="${index % 2 ? "#3f8a49" : "#2f6b3a"}"/><path d="M0 4C70-40 140-36 200 12" stroke="#7db563" stroke-width="5" fill="none"/>`,
    ),
  );
  return at(
    { x, y, size },
    `<path d="M-18 0C-14-140 ${lean - 30}-240 ${lean - 12}-360H${lean + 14}C${lean}-240 22-140 24 0Z" fill="#8a5f38"/><path d="M-8-60h24M-4-120h22M0-180h24" stroke="#6b4526" stroke-width="7"/>${fronds.join("")}<circle cx="${lean - 18}" cy="-346" r="22" fill="#8b6a2e"/><circle cx="${lean + 18}" cy="-342" r="22" fill="#a98238"/>`,
  );
}

/** A Malay house: steep roof, carved fascia, crossed gable. */
function house({ x, y, size, wall }: { x: number; y: number; size: number; wall: string }): string {
  const window = (left: number) =>
    `<rect x="${left}" y="-112" width="52" height="72" fill="#5a3a20"/><path d="M${left + 26}-112v72M${left} -76h52" stroke="#e9d3a4" stroke-width="6"/>`;
  const fringe = repeat(12, (index) => `<path d="M${-176 + index * 29}-158h29l-14 20z" fill="#f0cf7a"/>`);
  const planks = repeat(
    6,
    (index) => `<path d="M-150 ${-140 + index * 26}H150" stroke="#000" stroke-width="3" opacity=".1"/>`,
  );
  const stilts = [-130, -44, 44, 130].map((left) => `<path d="M${left - 9} 0h18v110h-18z" fill="#5a3a20"/>`);
  return at(
    { x, y, size },
    `${stilts.join("")}<rect x="-150" y="-160" width="300" height="164" fill="${wall}"/>${planks}${window(-122)}${window(70)}<rect x="-32" y="-122" width="64" height="126" fill="#6e4521"/><path d="M-190-156L-110-270H110L190-156Z" fill="#9c3b2a"/><path d="M-190-156L-110-270H-70L-130-156Z" fill="#7f2c1f"/>${fringe}<path d="M-126-292L-96-262M-94-292L-124-262M126-292L96-262M94-292L124-262" stroke="#6e4521" stroke-width="10"/><path d="M-168 4H168V20H-168Z" fill="#7a4a22"/>`,
  );
}

export const stiltHouses: Drawing = () => {
  const walk = `<path d="M0 690H1200V712H0Z" fill="#7a4a22"/>${repeat(13, (index) => `<path d="M${30 + index * 96} 712v130" stroke="#5a3a20" stroke-width="15"/>`)}${repeat(25, (index) => `<path d="M${10 + index * 48} 690v22" stroke="#5a3a20" stroke-width="4"/>`)}`;
  return `${sky({ from: "#f7b267", to: "#fbe6c4", sun: "#fff3c9" })}${cloud(120, 190)}${cloud(520, 130)}<path d="M0 520C160 440 300 470 460 500C640 440 860 450 1200 520V640H0Z" fill="#4f8a6a"/>${sea(560)}${house({ x: 250, y: 600, size: 1.1, wall: "#e9b949" })}${house({ x: 640, y: 596, size: 1.2, wall: "#5fb0a8" })}${house({ x: 1010, y: 600, size: 1.05, wall: "#e2856b" })}${walk}${boat({ x: 420, y: 800, size: 0.8 })}`;
};

function boat({ x, y, size }: { x: number; y: number; size: number }): string {
  return at(
    { x, y, size },
    '<path d="M-260-50C-200 0 200 0 270-70C250 20 200 62 130 66H-130C-200 60-240 20-260-50Z" fill="#b8312f"/><path d="M-236-6C-120 30 120 30 246-14C230 30 190 62 130 66H-130C-190 60-222 34-236-6Z" fill="#f3e2b6"/><path d="M-222 18C-120 48 120 48 230 10L222 28C120 62-120 62-212 36Z" fill="#156a7c"/><path d="M-256-46C-200 2 200 2 266-66" stroke="#6e1a18" stroke-width="9" fill="none"/>',
  );
}

export const fishingBoat: Drawing = () => {
  const rig = at(
    { x: 600, y: 600, size: 1.5 },
    '<path d="M-10-40V-290" stroke="#6e4521" stroke-width="13"/><path d="M-10-280L170-60H-10Z" fill="#fbeed6"/><path d="M-10-280L170-60H120L-10-240Z" fill="#e6cfa5"/><rect x="-150" y="-110" width="110" height="90" rx="8" fill="#e9b949"/><path d="M-164-124h140v20h-140z" fill="#156a7c"/><rect x="-132" y="-88" width="32" height="34" fill="#bfe6e4"/><rect x="-88" y="-88" width="32" height="34" fill="#bfe6e4"/><path d="M-10-290l50 18l-50 18z" fill="#b8312f"/>',
  );
  const net = `<path d="M870 530C960 560 1000 640 990 760C930 800 850 780 820 720Z" fill="#e9d7ae" opacity=".4"/>${repeat(7, (index) => `<path d="M${840 + index * 22} ${560 + index * 4}C${850 + index * 20} 640 ${840 + index * 20} 720 ${830 + index * 22} 766M${838 - index * 3} ${570 + index * 28}C900 ${590 + index * 26} 950 ${580 + index * 28} 992 ${590 + index * 26}" stroke="#f4e6c2" stroke-width="4" fill="none"/>`)}`;
  const birds =
    '<path d="M300 220q30-34 56 0q28-34 56 0M430 300q20-24 40 0q20-24 40 0" stroke="#23475a" stroke-width="9" fill="none" stroke-linecap="round"/>';
  return `${sky({ from: "#8fd0d8", to: "#fdeecb", sun: "#ffd77a" })}${cloud(120, 150)}${cloud(640, 120)}<path d="M0 470C120 400 260 420 380 470H0ZM760 470C880 390 1060 400 1200 470Z" fill="#3f7d6a"/>${sea(470)}${net}${rig}${boat({ x: 600, y: 640, size: 1.5 })}<path d="M0 790${repeat(13, () => "q50-26 100 0")}V900H0Z" fill="#10566c"/>${birds}`;
};

export const farmRows: Drawing = ({ random, palette }) => {
  const earth = palette.ground === "#a94e2a" ? ["#a4512f", "#8a3f22"] : ["#7d5a36", "#654627"];
  const rows = repeat(9, (index) => {
    const bottom = -420 + index * 255;
    const top = 420 + index * 45;
    return `<path d="M${top} 470H${top + 24}L${bottom + 160} 900H${bottom}Z" fill="${earth[0]}"/>`;
  });
  const plant =
    '<path d="M0 0V-50" stroke="#2f6b3a" stroke-width="7"/><path d="M0-20C-40-20-50-50-46-70C-16-66 0-50 0-20C0-50 16-66 46-70C50-50 40-20 0-20Z" fill="#4f9a4b"/><path d="M0-50C-26-60-26-86-14-98C4-90 8-70 0-50C4-72 14-88 28-90C32-70 20-54 0-50Z" fill="#7cbb5c"/>';
  const plants = repeat(5, (line) =>
    repeat(9, (index) => {
      const depth = 0.12 + line * 0.2;
      const x = 432 + index * 45 + (-420 + 80 + index * 255 - 432 - index * 45) * depth;
      const fruit =
        random() < 0.6
          ? '<circle cx="-22" cy="-30" r="9" fill="#d8291c"/><circle cx="20" cy="-44" r="8" fill="#d8291c"/>'
          : "";
      return at({ x, y: 480 + 420 * depth, size: 0.5 + depth * 1.3 }, plant + fruit);
    }),
  );
  return `${sky({ from: "#9fd6dd", to: "#fdf3d4", sun: "#ffe08a" })}${cloud(160, 180)}${cloud(560, 140)}<path d="M0 440C200 330 380 380 560 430C760 340 980 350 1200 430V520H0Z" fill="#3f7d4b"/><path d="M0 470C300 430 900 430 1200 470V900H0Z" fill="${earth[1]}"/>${rows}${palm({ x: 130, y: 500, size: 0.8, lean: 50 })}${house({ x: 1000, y: 430, size: 0.62, wall: "#e9c98b" })}${plants}`;
};

export const coconutGrove: Drawing = () => {
  const sand =
    '<path d="M0 640C240 600 420 660 640 640C860 620 1040 650 1200 620V900H0Z" fill="#edd6a3"/><path d="M0 760C300 720 800 800 1200 740V900H0Z" fill="#dcbb80"/>';
  const nuts = [
    [330, 800],
    [410, 820],
    [370, 770],
    [820, 810],
    [900, 826],
  ].map(
    ([x = 0, y = 0]) =>
      `<circle cx="${x}" cy="${y + 8}" r="42" fill="#3a2412" opacity=".2"/><circle cx="${x}" cy="${y}" r="40" fill="#8b5a2f"/><path d="M${x - 22} ${y - 12}q10-18 26-18" stroke="#c9935c" stroke-width="7" fill="none" stroke-linecap="round"/>`,
  );
  return `${sky({ from: "#7cc6d6", to: "#fdf1cf", sun: "#ffe08a" })}${cloud(420, 150)}${sea(480)}${sand}${palm({ x: 180, y: 720, size: 1.5, lean: 70 })}${palm({ x: 520, y: 690, size: 1.15, lean: -40 })}${palm({ x: 1010, y: 740, size: 1.6, lean: -90 })}${palm({ x: 760, y: 680, size: 0.95, lean: 50 })}${nuts.join("")}`;
};

/** A room: a wall, a table and a shelf in the colours of the palette. */
export function room({ palette }: Brush, wall: string): string {
  const { motif, soft, ground }: Palette = palette;
  const tiles = repeat(
    16,
    (index) =>
      `<path d="M${index * 75} 610h75v66h-75z" fill="${index % 2 ? soft : ground}"/><path d="M${index * 75 + 37} 620l24 23l-24 23l-24-23z" fill="${motif}"/>`,
  );
  return `<rect width="1200" height="900" fill="${wall}"/>${tiles}<path d="M0 676H1200V900H0Z" fill="#8a5a2b"/><path d="M0 676H1200V704H0Z" fill="#b67f45"/>${repeat(5, (index) => `<path d="M0 ${740 + index * 40}H1200" stroke="#6e4521" stroke-width="${round(3 + index)}" opacity=".5"/>`)}`;
}
