import { tray } from "./harvest.ts";
import { at, clipped, type Drawing, repeat, round, shadow } from "./shapes.ts";

export const pineapple: Drawing = () => {
  const body = "M0-90C110-90 160-20 160 90C160 200 110 276 0 276C-110 276-160 200-160 90C-160-20-110-90 0-90Z";
  const eyes = repeat(11, (row) =>
    repeat(8, (column) =>
      at(
        { x: -196 + column * 56 + (row % 2) * 28, y: -86 + row * 36 },
        '<path d="M0-30L28 0L0 30L-28 0Z" fill="#e59a26"/><path d="M0-20L18 0L0 20L-18 0Z" fill="#f2b63c"/><path d="M-4-6L6 2L-4 8Z" fill="#8a5413"/>',
      ),
    ),
  );
  const crown = (turn: number, length: number, fill: string) =>
    at(
      { y: -70, turn },
      `<path d="M-26 0C-30 ${-length * 0.5}-14 ${-length * 0.8} 0 ${-length}C14 ${-length * 0.8} 30 ${-length * 0.5} 26 0Z" fill="${fill}"/><path d="M0 0V${-length + 24}" stroke="#cfe3a0" stroke-width="4" opacity=".6"/>`,
    );
  const leaves = [-66, 66, -46, 46]
    .map((turn) => crown(turn, 170, "#2f6b3a"))
    .concat(
      [-28, 28, -10, 10].map((turn) => crown(turn, 222, "#3f8a49")),
      [-40, 40, 0].map((turn) => crown(turn, 130, "#5fa857")),
    );
  return [
    shadow(180),
    leaves.join(""),
    `<path d="${body}" fill="#b86f17"/>`,
    clipped(
      { id: "nanas", outline: body },
      `${eyes}<path d="M60-100C200-40 200 220 40 290H200V-100Z" fill="#7c4308" opacity=".28"/><path d="M-110-40C-146 30-146 120-120 190" stroke="#fff3c4" stroke-width="18" fill="none" opacity=".45" stroke-linecap="round"/>`,
    ),
    [-50, -18, 18, 50].map((turn) => crown(turn, 96, "#4c9650")).join(""),
  ].join("");
};

export const salak: Drawing = ({ random }) => {
  const scales = repeat(7, (row) =>
    repeat(
      7,
      (column) =>
        `<path d="M${-86 + column * 26 + (row % 2) * 13} ${-70 + row * 22}l13 22l-13 10l-13-10Z" fill="#8a4a24" stroke="#4d2410" stroke-width="3"/>`,
    ),
  );
  const fruit = (id: string) => {
    const outline = "M0-104C20-70 82-40 82 26C82 70 46 92 0 92C-46 92-82 70-82 26C-82-40-20-70 0-104Z";
    return `<path d="${outline}" fill="#000" opacity=".2" transform="translate(5 9)"/><path d="${outline}" fill="#6b3519"/>${clipped({ id, outline }, `${scales}<path d="M20-100C90-60 90 60 10 96H90V-100Z" fill="#2b1206" opacity=".35"/>`)}<path d="M-46-10C-50 14-46 34-36 52" stroke="#e0a878" stroke-width="9" fill="none" stroke-linecap="round" opacity=".6"/>`;
  };
  const peeled =
    '<path d="M-70 30C-76-20-40-50 0-50C40-50 76-20 70 30C66 64 36 76 0 76C-36 76-66 64-70 30Z" fill="#f8eccb"/><path d="M-8-48C-24-10-22 40-4 74M14-48C34-16 36 36 18 74" stroke="#dcc48d" stroke-width="6" fill="none"/><path d="M-82 20C-70 90 70 90 82 20C96 70 60 106 0 106C-60 106-96 70-82 20Z" fill="#6b3519"/>';
  const spots = [
    [-150, -120],
    [0, -160],
    [150, -110],
    [-200, 30],
    [200, 40],
    [-90, 0],
    [80, -6],
    [-130, 140],
    [130, 150],
  ];
  const pile = spots.map(([x = 0, y = 0], index) =>
    at({ x, y, turn: (random() - 0.5) * 80, size: 0.94 }, fruit(`salak${index}`)),
  );
  return tray(pile.join("") + at({ x: 0, y: 140, size: 1.06 }, peeled));
};

export const coconut: Drawing = () => {
  const husk =
    '<path d="M-170 0C-176-110-90-166 10-160C110-156 176-80 170 10C164 110 90 160-10 156C-100 152-164 90-170 0Z" fill="#8b5a2f"/><path d="M-10 156C90 160 164 110 170 10C176-60 140-120 90-146C140-60 120 90-10 156Z" fill="#6d4321"/><path d="M-140-20C-120-70-80-110-40-124M-146 30C-130 80-100 110-60 130M-80-30C-60-60-30-84 0-92M-90 30C-70 70-40 92-4 104M20-40C50-50 80-40 100-20" stroke="#b9844d" stroke-width="6" fill="none" stroke-linecap="round" opacity=".8"/><circle cx="-60" cy="-40" r="13" fill="#4a2b12"/><circle cx="-16" cy="-62" r="13" fill="#4a2b12"/><circle cx="-20" cy="-14" r="13" fill="#4a2b12"/>';
  const half =
    '<ellipse rx="170" ry="140" fill="#6d4321"/><ellipse rx="160" ry="130" cy="-6" fill="#a06c3b"/><ellipse rx="146" ry="116" cy="-6" fill="#fffdf5"/><ellipse rx="100" ry="76" cy="2" fill="#e9ece4"/><path d="M-98 10C-70 70 70 70 98 10C90 40 60 78 0 78C-60 78-90 40-98 10Z" fill="#cfe0df"/>';
  const frond = `<path d="M-330-170C-200-260 60-290 320-190" stroke="#3f7d45" stroke-width="12" fill="none"/>${repeat(13, (index) => `<path d="M${-300 + index * 48} ${round(-190 - Math.sin((index / 12) * Math.PI) * 62)}l-16 ${110 + (index % 2) * 16}l34-104Z" fill="${index % 2 ? "#4f9455" : "#3f7d45"}"/>`)}`;
  return frond + shadow(290, 250) + at({ x: -120, y: 60 }, husk) + at({ x: 120, y: 130, turn: -8 }, half);
};

export const bananas: Drawing = () => {
  const finger = (turn: number, fill: string) =>
    at(
      { y: -170, turn },
      `<path d="M-26 10C-60 120-66 230-20 330C-10 352 16 350 22 330C56 250 56 120 26 10Z" fill="${fill}"/><path d="M6 14C30 130 30 250 4 344C16 348 24 336 30 318C56 240 54 120 26 10Z" fill="#000" opacity=".12"/><path d="M-20 60C-34 140-34 220-16 280" stroke="#fff6c8" stroke-width="9" fill="none" stroke-linecap="round" opacity=".7"/><path d="M-14 336L16 338L4 358H-6Z" fill="#4b3413"/>`,
    );
  const back = [-44, -22, 0, 22, 44].map((turn) => finger(turn, "#d9ab27"));
  const front = [-54, -33, -11, 11, 33, 54].map((turn) => finger(turn, "#f4cf3f"));
  return `${shadow(230, 262)}${at({ y: -6 }, back.join(""))}${at({ y: 34, size: 0.96 }, front.join(""))}<path d="M-66-190C-40-220 40-220 66-190C70-150 44-128 0-128C-44-128-70-150-66-190Z" fill="#8fae3d"/><path d="M-30-206L-40-268H40L30-206Z" fill="#6d8a2c"/><ellipse cy="-268" rx="40" ry="12" fill="#c9b983"/>`;
};

export const corn: Drawing = () => {
  const cob = (id: string) => {
    const outline = "M0-240C64-220 84-120 84-10C84 110 56 200 0 220C-56 200-84 110-84-10C-84-120-64-220 0-240Z";
    const kernels = repeat(17, (row) =>
      repeat(
        7,
        (column) =>
          `<rect x="${-96 + column * 28}" y="${-236 + row * 27}" width="25" height="24" rx="9" fill="${(row + column) % 3 ? "#f6c833" : "#fbdb6a"}"/>`,
      ),
    );
    return `<path d="${outline}" fill="#d79a16"/>${clipped({ id, outline }, `${kernels}<path d="M30-240C110-100 100 120 20 230H100V-240Z" fill="#8a5a05" opacity=".22"/>`)}<path d="M0 230C-90 200-130 80-110-40C-90 60-60 120-20 170Z" fill="#7fb04c"/><path d="M0 230C90 200 130 90 112-20C90 70 60 120 20 170Z" fill="#5f963a"/><path d="M-6 236C-50 200-50 120-20 60C0 120 10 180 6 236Z" fill="#9ac765"/><path d="M-10 226H10L16 274H-16Z" fill="#b9cf86"/>`;
  };
  return (
    shadow(240, 262) +
    at({ x: -128, y: 0, turn: -16 }, cob("corn1")) +
    at({ x: 128, y: 4, turn: 15 }, cob("corn2")) +
    at({ x: 0, y: 10, size: 1.04 }, cob("corn3"))
  );
};

export const sweetPotatoes: Drawing = () => {
  const root = (fill: string, shade: string) =>
    `<path d="M-250 10C-200-40-140-86-30-84C90-84 180-50 262-6C190 40 100 84-30 84C-140 84-200 50-250 10Z" fill="${fill}"/><path d="M-250 10C-150 60 60 70 262-6C190 40 100 84-30 84C-140 84-200 50-250 10Z" fill="${shade}"/><path d="M-130-40C-100-50-70-54-40-54M40-30C80-28 110-24 140-14M-60 10C-30 16 0 16 30 12" stroke="#f0c3d6" stroke-width="6" fill="none" stroke-linecap="round" opacity=".6"/>`;
  const cut =
    '<ellipse rx="98" ry="86" fill="#7a2f5e"/><ellipse rx="88" ry="76" fill="#9b4d9f"/><ellipse rx="66" ry="55" fill="none" stroke="#c58fcb" stroke-width="6"/><ellipse rx="36" ry="28" fill="none" stroke="#c58fcb" stroke-width="5"/>';
  return (
    shadow(290, 244) +
    at({ y: -130, turn: -9 }, root("#9c4673", "#7a2f5e")) +
    at({ y: 10, x: 10, turn: 6 }, root("#ab5380", "#843666")) +
    at({ x: -120, y: 160, size: 0.8, turn: -4 }, root("#a04a78", "#7a2f5e")) +
    at({ x: 160, y: 164 }, cut)
  );
};

export const cassavaSack: Drawing = () => {
  const sack = "M-196-120C-250 20-250 180-214 262C-190 288 190 288 214 262C250 180 250 20 196-120Z";
  const root =
    '<path d="M-34 0C-46-80-30-170 0-206C30-170 46-80 34 0Z" fill="#7a4f2c"/><path d="M10 0C26-80 20-150 0-206C30-170 46-80 34 0Z" fill="#5d3a1d"/><path d="M-28-60H-6M-20-110H4M-26-30H0" stroke="#b98b5c" stroke-width="5" stroke-linecap="round"/>';
  const weave = repeat(
    24,
    (index) =>
      `<path d="M-260 ${-120 + index * 17}H260" stroke="#a67f49" stroke-width="3" opacity=".7"/><path d="M${-260 + index * 22}-130V290" stroke="#a67f49" stroke-width="3" opacity=".45"/>`,
  );
  const cut =
    '<ellipse rx="60" ry="54" fill="#6b4424"/><ellipse rx="50" ry="44" fill="#f3dfe0"/><ellipse rx="44" ry="38" fill="#fffdf6"/><circle r="6" fill="#d9cbb0"/>';
  return [
    shadow(250),
    [-120, -60, 0, 62, 124].map((x, index) => at({ x, y: -70, turn: (index - 2) * 12 }, root)).join(""),
    [-90, -20, 50, 96].map((x, index) => at({ x, y: -50, turn: (index - 1.5) * 16, size: 0.8 }, root)).join(""),
    `<path d="${sack}" fill="#cda56a"/>`,
    clipped(
      { id: "sack", outline: sack },
      `${weave}<path d="M80-130C150 20 150 180 90 290H260V-130Z" fill="#5a3b14" opacity=".22"/><path d="M-260 40H260V84H-260Z" fill="#2f7f4f" opacity=".85"/><path d="M-260 100H260V116H-260Z" fill="#2f7f4f" opacity=".85"/>`,
    ),
    '<path d="M-200-128C-120-100 120-100 200-128C214-110 210-92 196-84C110-58-110-58-196-84C-210-92-214-110-200-128Z" fill="#e0bd84"/>',
    at({ x: 218, y: 236 }, cut),
  ].join("");
};

export const eggTray: Drawing = ({ random }) => {
  const egg = () => {
    const fill = ["#f1d3b0", "#e8c096", "#f6e2c8", "#dfb187"][Math.floor(random() * 4)];
    return `<ellipse cy="6" rx="48" ry="62" fill="#8a5a2e" opacity=".35"/><path d="M0-70C34-70 50-20 50 12C50 42 28 58 0 58C-28 58-50 42-50 12C-50-20-34-70 0-70Z" fill="${fill}"/><ellipse cx="-17" cy="-26" rx="10" ry="18" fill="#fff" opacity=".65" transform="rotate(18)"/>`;
  };
  const row = (y: number, size: number) => repeat(5, (index) => at({ x: (index - 2) * 122 * size, y, size }, egg()));
  const cups = (y: number, width: number) =>
    repeat(
      5,
      (index) => `<path d="M${-width + index * width * 0.4} ${y}q${width * 0.2} 62 ${width * 0.4} 0Z" fill="#9aa1a0"/>`,
    );
  return [
    shadow(320, 240),
    '<path d="M-290-70H290L334 150H-334Z" fill="#aeb5b3"/><path d="M-334 150H334L310 232H-310Z" fill="#8b9391"/>',
    `<path d="M-276-40H276L284 0H-284Z" fill="#8b9391"/>`,
    row(-56, 0.92),
    cups(-4, 290),
    '<path d="M-304 24H304L312 62H-312Z" fill="#8b9391"/>',
    row(60, 1.04),
    cups(112, 318),
    '<path d="M-334 150H334" stroke="#c8cecc" stroke-width="9"/><path d="M-260 168L-250 224M-130 168L-126 224M0 168V224M130 168L126 224M260 168L250 224" stroke="#767e7c" stroke-width="7"/>',
  ].join("");
};
