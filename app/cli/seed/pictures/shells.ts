import { at, type Drawing, flower, repeat, round, shadow } from "./shapes.ts";

/** A spiral shell lying with its mouth to the left. */
function spiral({ body = "#f6e2c4", shade = "#dcb98a", mouth = "#e58f6a" }): string {
  return [
    `<path d="M-120 20C-130-60-70-104 0-96C60-92 110-50 170-4C110 22 60 84-10 92C-70 98-112 70-120 20Z" fill="${body}"/>`,
    `<path d="M-10 92C60 84 110 22 170-4C120 44 74 104-10 112C-60 114-100 92-116 44C-100 78-64 98-10 92Z" fill="${shade}"/>`,
    `<path d="M-104 30C-100-10-60-40-24-26C-34 20-50 60-84 70C-98 60-104 48-104 30Z" fill="${mouth}"/>`,
    `<path d="M20-94C40-50 36 30 10 88M70-72C88-36 84 16 62 60M112-44C124-20 122 6 108 28" stroke="${shade}" stroke-width="8" fill="none" stroke-linecap="round"/>`,
    '<path d="M-70-66C-40-84-10-86 14-82" stroke="#fff" stroke-width="10" fill="none" stroke-linecap="round" opacity=".8"/>',
  ].join("");
}

/** A fan shell, its hinge below. */
function fan({ fill = "#f3c9b1", rib = "#d98f72" }): string {
  const ribs = [-60, -36, -12, 12, 36, 60].map(
    (x) => `<path d="M${round(x * 0.14)} 42L${x} ${round(-62 + Math.abs(x) * 0.5)}" stroke="${rib}" stroke-width="5"/>`,
  );
  return `<path d="M-16 46C-70 30-92-14-70-36C-60-58-40-66-26-62C-12-76 12-76 26-62C40-66 60-58 70-36C92-14 70 30 16 46Z" fill="${fill}"/>${ribs.join("")}<path d="M-22 40H22L14 58H-14Z" fill="${rib}"/>`;
}

export const shellKeychain: Drawing = () => {
  const ring =
    '<circle cy="-196" r="74" fill="none" stroke="#8f9aa3" stroke-width="16"/><path d="M-52-248A74 74 0 0 1 52-248" fill="none" stroke="#dfe6ea" stroke-width="7"/>';
  const chain = repeat(
    3,
    (link) =>
      `<ellipse cy="${-104 + link * 40}" rx="${link % 2 ? 9 : 17}" ry="26" fill="none" stroke="#9aa5ad" stroke-width="9"/>`,
  );
  const painted = [
    at({ x: 36, y: -28 }, flower({ size: 46, fill: "#c2352f", heart: "#f6c84f" })),
    at({ x: 92, y: 4 }, flower({ size: 28, fill: "#e9a13b", heart: "#fff" })),
    '<path d="M-6 34C16 18 34 20 48 40C28 50 8 50-6 34Z M4-64C20-74 36-70 44-58C28-50 14-52 4-64Z" fill="#3f8a4f"/>',
  ].join("");
  return ring + chain + at({ y: 120, x: 0, size: 1.5, turn: 24 }, spiral({}) + painted);
};

export const shellBoat: Drawing = () => {
  const sail = (x: number, height: number) =>
    at(
      { x },
      `<path d="M0 60V${-height}" stroke="#8a5a2b" stroke-width="12"/><path d="M10 ${-height + 12}C120 ${-height + 70} 130-20 112 40H10Z" fill="#fbeedd"/><path d="M10 ${-height + 12}C120 ${-height + 70} 130-20 112 40H84C100-40 90 ${-height + 90} 10 ${-height + 12}Z" fill="#e7cfae"/><path d="M12-20H114M12-80H104M12-140H74" stroke="#e0bf95" stroke-width="4" opacity=".8"/>`,
    );
  const ribs = repeat(
    9,
    (index) =>
      `<path d="M${-200 + index * 50} 74C${-176 + index * 44} 130 ${-130 + index * 33} 190 ${-100 + index * 25} 206" stroke="#c98f66" stroke-width="6" fill="none"/>`,
  );
  const beads = repeat(
    12,
    (index) =>
      `<circle cx="${-236 + index * 43}" cy="${66 - Math.abs(5.5 - index) * 2}" r="14" fill="#fff7ea" stroke="#d9b48a" stroke-width="4"/>`,
  );
  return [
    shadow(240, 270),
    sail(-80, 250),
    sail(60, 200),
    '<path d="M-80-250L-80-286L-34-270Z" fill="#c2352f"/>',
    '<path d="M-290 40C-240 70 220 70 290 30C270 130 180 214 60 214H-70C-190 214-260 140-290 40Z" fill="#efc7a2"/>',
    ribs,
    '<path d="M-240 130C-190 190-130 214-70 214H60C150 214 220 168 262 104C210 160 130 184 50 184H-60C-140 184-200 160-240 130Z" fill="#c98f66" opacity=".5"/>',
    beads,
    '<path d="M-150 214H150L190 270H-190Z" fill="#7a4a22"/><path d="M-160 228H160L170 242H-170Z" fill="#a06b37"/>',
    at({ x: -120, y: 246, size: 0.4 }, fan({})),
    at({ x: 0, y: 246, size: 0.4 }, fan({ fill: "#fbe7c9", rib: "#d0a46d" })),
    at({ x: 120, y: 246, size: 0.4 }, fan({})),
  ].join("");
};

export const shellPeacock: Drawing = () => {
  const feather = (turn: number, length: number) =>
    at(
      { turn, y: 90 },
      `<path d="M0 0V${-length + 40}" stroke="#b98d4f" stroke-width="6"/>${at({ y: -length, size: 0.62 }, `${fan({ fill: "#e9f1ea", rib: "#8fb9a7" })}<circle cy="-14" r="26" fill="#1c7a80"/><circle cy="-14" r="14" fill="#e9b949"/>`)}`,
    );
  const back = repeat(9, (index) => feather(-88 + index * 22, 330));
  const front = repeat(8, (index) => feather(-77 + index * 22, 236));
  const inner = repeat(6, (index) => feather(-60 + index * 24, 156));
  return [
    shadow(200, 276),
    back,
    front,
    inner,
    '<path d="M-60 130C-70 60-40 30-34-20C-30-60-40-80-14-96C20-106 36-84 26-58C14-30 40 10 62 60C82 120 40 190 0 200C-34 196-56 172-60 130Z" fill="#176a86"/>',
    '<path d="M0 200C40 190 82 120 62 60C56 110 30 160-20 190C-14 196-8 199 0 200Z" fill="#0f4d66"/>',
    repeat(3, (row) =>
      repeat(4, (index) =>
        at(
          { x: -36 + index * 24 + (row % 2) * 8, y: 70 + row * 34, size: 0.2, turn: 180 },
          fan({ fill: "#bfe0dc", rib: "#6fb0b3" }),
        ),
      ),
    ),
    '<path d="M-36-72L-66-58L-34-54Z" fill="#e9b949"/><circle cx="-10" cy="-74" r="9" fill="#fff"/><circle cx="-12" cy="-74" r="5" fill="#221b14"/>',
    '<path d="M0-98L-12-142M4-98L4-148M8-96L22-140" stroke="#176a86" stroke-width="5"/><circle cx="-12" cy="-146" r="9" fill="#e9b949"/><circle cx="4" cy="-154" r="9" fill="#e9b949"/><circle cx="23" cy="-144" r="9" fill="#e9b949"/>',
    '<path d="M-16 196V240M18 196V240" stroke="#c98a3a" stroke-width="10"/><ellipse cy="254" rx="150" ry="24" fill="#7a4a22"/><ellipse cy="248" rx="150" ry="22" fill="#a06b37"/>',
  ].join("");
};

export const shellLamp: Drawing = () => {
  const scale = (row: number, index: number, across: number) => {
    const width = 70 + row * 26;
    const x = -width + (index * 2 * width) / (across - 1);
    return at(
      { x: round(x), y: -236 + row * 46, size: 0.44, turn: 180 },
      fan(row % 2 ? { fill: "#ffe2a8", rib: "#e3a94a" } : { fill: "#fff1cf", rib: "#eac27a" }),
    );
  };
  const shade = repeat(6, (row) => repeat(5 + row, (index) => scale(row, index, 5 + row)));
  return [
    '<circle cy="-110" r="300" fill="#ffdf8e" opacity=".28"/><circle cy="-110" r="220" fill="#ffe6a6" opacity=".4"/>',
    shadow(170),
    '<path d="M-18 20H18V220H-18Z" fill="#9a6633"/><path d="M4 20H18V220H4Z" fill="#7a4a22"/>',
    at({ y: 128, size: 0.66, turn: -8 }, spiral({})),
    '<path d="M-140 250C-140 226-80 214 0 214C80 214 140 226 140 250V268C140 280-140 280-140 268Z" fill="#9a6633"/><ellipse cy="244" rx="126" ry="20" fill="#b67f45"/>',
    '<path d="M-66-276H66L214 26H-214Z" fill="#f7c974"/>',
    shade,
    '<path d="M-70-290H70V-266H-70Z" fill="#9a6633"/><path d="M-216 18C-100 42 100 42 216 18V34C100 60-100 60-216 34Z" fill="#9a6633"/>',
  ].join("");
};

export const shellEarrings: Drawing = () => {
  const earring = [
    '<path d="M0-150C-22-150-22-196 4-196C22-196 24-172 12-160" fill="none" stroke="#c9952f" stroke-width="8"/>',
    '<circle cy="-128" r="20" fill="#fdf6ea" stroke="#e0c9a4" stroke-width="4"/><circle cx="-6" cy="-134" r="6" fill="#fff"/>',
    '<path d="M0-108V-70" stroke="#c9952f" stroke-width="6"/>',
    at({ size: 1.15 }, fan({ fill: "#f6d3c0", rib: "#dc9a7d" })),
    [-42, 0, 42]
      .map(
        (x) =>
          `<path d="M${x} ${60 - Math.abs(x) * 0.4}V100" stroke="#c9952f" stroke-width="5"/><ellipse cx="${x}" cy="122" rx="13" ry="22" fill="#2a8f96"/><ellipse cx="${x - 4}" cy="114" rx="4" ry="8" fill="#bfe6e4"/>`,
      )
      .join(""),
  ].join("");
  const card =
    '<rect x="-240" y="-270" width="480" height="530" rx="26" fill="#000" opacity=".14" transform="translate(8 12)"/><rect x="-240" y="-270" width="480" height="530" rx="26" fill="#f6ead0"/><rect x="-222" y="-252" width="444" height="494" rx="18" fill="none" stroke="#c9a15d" stroke-width="4"/>';
  return (
    card +
    at({ x: -110, y: 50, size: 1.08 }, earring) +
    at({ x: 110, y: 50, size: 1.08, flip: true }, earring) +
    at({ y: -214 }, flower({ petals: 8, size: 30, fill: "#b4552d" }))
  );
};

export const shellBox: Drawing = ({ random }) => {
  const front = repeat(3, (row) =>
    repeat(6, (index) =>
      at(
        { x: -200 + index * 80, y: 90 + row * 70, size: 0.55, turn: (random() - 0.5) * 30 },
        fan(random() < 0.5 ? {} : { fill: "#fbe9cf", rib: "#d3a970" }),
      ),
    ),
  );
  return [
    shadow(290),
    '<path d="M-260 30H260V270H-260Z" fill="#caa274"/>',
    front,
    '<path d="M-280 24L-210-90H210L280 24Z" fill="#e9cfa6"/><path d="M-280 24H280V52H-280Z" fill="#b98a55"/>',
    '<path d="M-92-26C-60-54 60-54 92-26C60-6-60-6-92-26Z" fill="#6e4521"/>',
    '<path d="M-60-28C-80-120-40-190-10-214C0-150 70-160 66-90C64-60 60-44 56-28C20-16-30-18-60-28Z" fill="#fff"/><path d="M-10-214C0-150 70-160 66-90C64-60 60-44 56-28C20-60-20-120-10-214Z" fill="#e4e9ea"/>',
    repeat(7, (index) =>
      at(
        { x: -222 + index * 74, y: 40, size: 0.34 },
        flower({ petals: 6, size: 50, fill: "#fff6e6", heart: "#e58f6a" }),
      ),
    ),
  ].join("");
};
