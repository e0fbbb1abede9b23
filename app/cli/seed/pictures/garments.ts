import { at, clipped, type Drawing, flower, repeat, round, shadow } from "./shapes.ts";

const hanger =
  '<path d="M0-262C0-300 40-296 36-270C34-254 0-252 0-236" fill="none" stroke="#7b6a58" stroke-width="8"/><path d="M-132-196L0-240L132-196" fill="none" stroke="#8a5a2b" stroke-width="14" stroke-linecap="round"/>';

function blossoms({
  fill,
  heart,
  gap = 84,
  size = 26,
}: {
  fill: string;
  heart: string;
  gap?: number;
  size?: number;
}): string {
  return repeat(10, (row) =>
    repeat(10, (column) =>
      at({ x: -380 + column * gap + (row % 2) * (gap / 2), y: -300 + row * gap * 0.8 }, flower({ size, fill, heart })),
    ),
  );
}

/** A band of songket: a row of shoots in gold. */
function goldHem({ y, from, to, height = 34 }: { y: number; from: number; to: number; height?: number }): string {
  const count = Math.round((to - from) / 26);
  const shoot = (index: number) =>
    `<path d="M${round(from + (index * (to - from)) / count)} ${y}l13 ${-height}l13 ${height}Z" fill="#f0cf7a"/>`;
  return `<path d="M${from} ${y - height - 8}H${to}V${y + 10}H${from}Z" fill="#b8862b"/>${repeat(count, shoot)}`;
}

export const bajuKurung: Drawing = ({ palette }) => {
  const cloth = palette.ground === "#6b1a2e" ? "#1f6f5c" : "#8c2340";
  const body =
    "M-58-206C-30-184 30-184 58-206L120-176L286 60L214 112L136-6L160 190H-160L-136-6L-214 112L-286 60L-120-176Z";
  const folds =
    '<path d="M-60-20L-78 190M60-20L78 190M0-120V190" stroke="#000" stroke-width="5" opacity=".16"/><path d="M-136-6L-112-70M136-6L112-70" stroke="#000" stroke-width="6" opacity=".25"/>';
  return [
    shadow(190, 290),
    hanger,
    `<path d="M-140 180H140L152 284H-152Z" fill="${cloth}"/><path d="M-140 180H140L152 284H-152Z" fill="#000" opacity=".22"/>`,
    clipped(
      { id: "skirt", outline: "M-140 180H140L152 284H-152Z" },
      goldHem({ y: 276, from: -156, to: 156, height: 48 }),
    ),
    `<path d="${body}" fill="${cloth}"/>`,
    clipped(
      { id: "shirt", outline: body },
      blossoms({ fill: "#e8c266", heart: "#fff0c9", size: 20 }) + folds + goldHem({ y: 184, from: -170, to: 170 }),
    ),
    at(
      { x: 250, y: 86, turn: 144 },
      clipped({ id: "cuff", outline: "M-46-20H46V20H-46Z" }, goldHem({ y: 12, from: -52, to: 52, height: 20 })),
    ),
    at(
      { x: -250, y: 86, turn: -144 },
      clipped({ id: "cuff2", outline: "M-46-20H46V20H-46Z" }, goldHem({ y: 12, from: -52, to: 52, height: 20 })),
    ),
    '<path d="M-58-206C-30-184 30-184 58-206C50-168 18-156 0-156C-18-156-50-168-58-206Z" fill="#5e1228"/><path d="M-58-206C-50-168-18-156 0-156C18-156 50-168 58-206" fill="none" stroke="#f0cf7a" stroke-width="9"/><path d="M0-156V-96" stroke="#f0cf7a" stroke-width="7"/><circle cy="-124" r="7" fill="#fff0c9"/>',
  ].join("");
};

export const kebaya: Drawing = () => {
  const body =
    "M-62-206L-118-178L-262 84L-190 118L-124 0C-128 90-150 180-176 262L0 232L176 262C150 180 128 90 124 0L190 118L262 84L118-178L62-206L14-40H-14Z";
  const trim =
    '<path d="M-62-206L-10-40V232M62-206L10-40V232" fill="none" stroke="#fff3e2" stroke-width="13"/><path d="M-62-206L-10-40V232M62-206L10-40V232" fill="none" stroke="#c97b8f" stroke-width="4" stroke-dasharray="3 11"/>';
  const brooches = [-34, 30, 94].map((y) =>
    at({ y }, `<circle r="17" fill="#c9952f"/>${flower({ petals: 6, size: 22, fill: "#f7dc92", heart: "#c2352f" })}`),
  );
  return [
    shadow(190, 286),
    hanger,
    '<path d="M-20-120H20L26 260H-26Z" fill="#f7dcc9"/>',
    `<path d="${body}" fill="#e59aa8"/>`,
    clipped(
      { id: "kebaya", outline: body },
      `${blossoms({ fill: "#fbe3e2", heart: "#c2506b", gap: 92, size: 28 })}<path d="M-124 0L-106-76M124 0L106-76M-70 60L-96 250M70 60L96 250" stroke="#000" stroke-width="6" opacity=".14"/><path d="M-176 262L0 232L176 262" fill="none" stroke="#fff3e2" stroke-width="34"/><path d="M-176 246L0 216L176 246" fill="none" stroke="#c97b8f" stroke-width="4" stroke-dasharray="3 11"/>`,
    ),
    trim,
    brooches.join(""),
  ].join("");
};

/** The folded head cloth of Malay men. */
export const tanjak: Drawing = ({ palette }) => {
  const cloth = palette.ground === "#6b1a2e" ? "#17395f" : "#7a1b34";
  const peak = "M-190 110C-150 20-120-120 40-270C70-220 60-160 110-150C170-140 230-110 256-40C226-50 210-30 214 110Z";
  const weave = repeat(9, (row) =>
    repeat(
      11,
      (column) =>
        `<path d="M${-260 + column * 52 + (row % 2) * 26} ${-260 + row * 46}l12 12-12 12-12-12z" fill="#e3b64f"/>`,
    ),
  );
  const band = "M-230 70C-120 130 130 134 232 74L238 190C130 256-130 256-236 188Z";
  return [
    shadow(240, 252),
    `<path d="${peak}" fill="${cloth}"/>`,
    clipped({ id: "peak", outline: peak }, weave),
    '<path d="M40-270C10-150-40-40-70 100M110-150C60-100 20 0 10 110M256-40C190-60 130-10 110 100" fill="none" stroke="#000" stroke-width="10" opacity=".28"/>',
    '<path d="M-190 110C-150 20-120-120 40-270" fill="none" stroke="#f0cf7a" stroke-width="9"/>',
    `<path d="${band}" fill="${cloth}"/>`,
    clipped(
      { id: "band", outline: band },
      `<path d="M-260 150C-120 216 130 216 260 150V270H-260Z" fill="#b8862b"/>${repeat(22, (index) => `<path d="M${-250 + index * 24} ${round(200 - (index - 10.5) ** 2 * 0.42 + 26)}l12-44l12 44Z" fill="#f4d98f"/>`)}<path d="M-236 92C-120 150 130 152 236 92" fill="none" stroke="#f0cf7a" stroke-width="10"/>`,
    ),
    `<path d="M120 128C170 90 236 110 262 166C226 168 196 176 170 206C160 176 146 150 120 128Z" fill="${cloth}"/><path d="M120 128C170 90 236 110 262 166C226 168 196 176 170 206" fill="none" stroke="#f0cf7a" stroke-width="8"/>`,
  ].join("");
};

/** A sheer veil with metal-ribbon embroidery, hung over a rail. */
export const veil: Drawing = () => {
  const cloth =
    "M-230-200C-120-214 120-214 230-200C214-60 250 120 262 250C180 276 90 238 0 258C-90 276-180 240-262 252C-250 120-214-60-230-200Z";
  const stars = repeat(7, (row) =>
    repeat(6, (column) =>
      at(
        { x: -215 + column * 86 + (row % 2) * 42, y: -150 + row * 50, size: 0.62 },
        flower({ petals: 8, size: 22, fill: "#f2cf6b", heart: "#fff" }),
      ),
    ),
  );
  const border = repeat(12, (index) =>
    at(
      { x: -242 + index * 44, y: 214 + Math.sin(index * 1.2) * 8, size: 0.9 },
      `<path d="M-20 24C-20-10 0-22 0-42C0-22 20-10 20 24Z" fill="#e2b03f"/>${at({ y: 2 }, flower({ petals: 6, size: 18, fill: "#fff0bf", heart: "#c2352f" }))}`,
    ),
  );
  return [
    shadow(250, 284),
    `<path d="${cloth}" fill="#2b1440"/>`,
    clipped(
      { id: "veil", outline: cloth },
      `<path d="M-150-220C-110-40-170 120-140 280M-20-220C10-40-50 120-10 280M120-220C100-60 160 100 130 280" stroke="#4d2b6b" stroke-width="46" fill="none" opacity=".7"/>${stars}<path d="M-280 160C-100 190 100 150 280 170" stroke="#f2cf6b" stroke-width="6" fill="none"/>${border}`,
    ),
    '<path d="M-290-222H290" stroke="#8a5a2b" stroke-width="22" stroke-linecap="round"/><path d="M-290-228H290" stroke="#b67f45" stroke-width="7" stroke-linecap="round"/><circle cx="-300" cy="-222" r="20" fill="#c9952f"/><circle cx="300" cy="-222" r="20" fill="#c9952f"/>',
    '<path d="M-230-206C-120-220 120-220 230-206V-170C120-186-120-186-230-170Z" fill="#3d2157"/>',
  ].join("");
};

export const apron: Drawing = ({ random }) => {
  const body =
    "M-92-210H92C96-130 130-90 190-70V250C190 268 180 276 164 276H-164C-180 276-190 268-190 250V-70C-130-90-96-130-92-210Z";
  const patches = repeat(6, (row) =>
    repeat(
      5,
      (column) =>
        `<rect x="${-200 + column * 82}" y="${-220 + row * 84}" width="78" height="80" fill="${["#d96b4a", "#f0c15a", "#2f8f8b", "#f6e3c2", "#7b4a78"][Math.floor(random() * 5)]}"/>`,
    ),
  );
  const pocket = "M-104 70H104V170C104 200 60 210 0 210C-60 210-104 200-104 170Z";
  return [
    shadow(200, 290),
    '<path d="M-84-206C-110-320 110-320 84-206" fill="none" stroke="#b4552d" stroke-width="14"/><path d="M-186-60C-250-40-286 20-270 100M186-60C250-40 286 20 270 100" fill="none" stroke="#b4552d" stroke-width="13" stroke-linecap="round"/>',
    clipped({ id: "apron", outline: body }, patches),
    `<path d="${body}" fill="none" stroke="#b4552d" stroke-width="12"/><path d="${pocket}" fill="#fbeed6" stroke="#b4552d" stroke-width="7"/>`,
    '<path d="M-92 84H92" stroke="#b4552d" stroke-width="4" stroke-dasharray="10 8"/>',
    at({ y: 148 }, flower({ size: 44, fill: "#d96b4a", heart: "#f0c15a" })),
  ].join("");
};
