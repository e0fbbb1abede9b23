import { at, clipped, type Drawing, flower, repeat, round, shadow } from "./shapes.ts";

interface Strips {
  readonly size: number;
  readonly colours: readonly [string, string, string];
}

/** Pandan strips over and under, wide enough to fill a picture. */
function weave({ size, colours }: Strips): string {
  const count = Math.ceil(720 / size);
  return repeat(count, (row) =>
    repeat(count, (column) => {
      const over = (row + column) % 2 === 0;
      const [x, y] = [-360 + column * size, -360 + row * size];
      const fill = over ? colours[column % 4 === 1 ? 2 : 0] : colours[row % 4 === 2 ? 2 : 1];
      const line = over ? `M${x + size / 2} ${y + 3}V${y + size - 3}` : `M${x + 3} ${y + size / 2}H${x + size - 3}`;
      return `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${fill}"/><path d="${line}" stroke="#000" stroke-width="2" opacity=".12"/>`;
    }),
  );
}

export const pandanMat: Drawing = () => {
  const flat = "M-280-40H280V230H-280Z";
  const border =
    '<path d="M-264-40V214H264V-40" fill="none" stroke="#8c2340" stroke-width="15"/><path d="M-240-40V190H240V-40" fill="none" stroke="#2f7f5f" stroke-width="8"/>';
  const roll =
    '<path d="M-290-150C-290-190-270-206-250-206H250C270-206 290-190 290-150C290-70 276-30 250-30H-250C-276-30-290-70-290-150Z" fill="#d9b878"/>';
  const rollShape =
    "M-290-118C-290-180-276-206-250-206H250C276-206 290-180 290-118S276-30 250-30H-250C-276-30-290-56-290-118Z";
  const spiral =
    '<ellipse cx="256" cy="-118" rx="40" ry="88" fill="#a97f40"/><ellipse cx="256" cy="-118" rx="30" ry="68" fill="#e8cc93"/><ellipse cx="256" cy="-118" rx="20" ry="46" fill="#a97f40"/><ellipse cx="256" cy="-118" rx="11" ry="26" fill="#e8cc93"/>';
  return [
    '<path d="M-280 200H290V252H-270Z" fill="#3a2412" opacity=".16"/>',
    clipped(
      { id: "mat", outline: flat },
      at({ turn: 45 }, weave({ size: 26, colours: ["#ecd29a", "#d8b572", "#b8543a"] })),
    ),
    border,
    roll,
    clipped(
      { id: "roll", outline: rollShape },
      `${at({ turn: 45 }, weave({ size: 26, colours: ["#e6c98e", "#cfa963", "#b8543a"] }))}<path d="M-300-70C-100-50 100-50 300-70V-20H-300Z" fill="#4b3110" opacity=".35"/><path d="M-300-186H300" stroke="#fff" stroke-width="16" opacity=".25"/>`,
    ),
    spiral,
    '<path d="M-130-208C-112-150-112-80-130-28M60-208C78-150 78-80 60-28" stroke="#8c2340" stroke-width="13" fill="none"/>',
  ].join("");
};

export const pandanBag: Drawing = () => {
  const body = "M-220-80H220L252 250C254 272 240 282 220 282H-220C-240 282-254 272-252 250Z";
  return [
    shadow(250),
    '<path d="M-120-70C-140-330 140-330 120-70" fill="none" stroke="#7a4a22" stroke-width="24"/><path d="M-120-70C-140-330 140-330 120-70" fill="none" stroke="#b67f45" stroke-width="10" stroke-dasharray="16 8"/>',
    clipped(
      { id: "basket", outline: body },
      `${weave({ size: 40, colours: ["#edd4a0", "#dcb878", "#1f7f72"] })}<path d="M120-90C170 60 170 200 130 290H270V-90Z" fill="#4b3110" opacity=".2"/>`,
    ),
    '<path d="M-226-92H226L230-44H-230Z" fill="#8c5a2b"/><path d="M-220-68H220" stroke="#edd4a0" stroke-width="5" stroke-dasharray="14 9"/>',
    at(
      { y: 104, size: 1.1 },
      `${flower({ petals: 8, size: 92, fill: "#b8543a", heart: "#f0c15a" })}${at({ turn: 22 }, flower({ petals: 8, size: 56, fill: "#e38f4f", heart: "#f0c15a" }))}`,
    ),
  ].join("");
};

export const foodCover: Drawing = () => {
  const dome = "M-320 190C-300-20-160-210 0-240C160-210 300-20 320 190Z";
  const rings = repeat(7, (index) => {
    const y = -150 + index * 52;
    const half = 110 + index * 36 + (index > 3 ? -(index - 3) * 8 : 0);
    const [fill, dots] = index % 2 ? ["#c23b3b", "#f5d06a"] : ["#f0d49a", "#2f7f5f"];
    return `<path d="M${-half * 1.2} ${y}C${-half * 0.6} ${y + 44} ${half * 0.6} ${y + 44} ${half * 1.2} ${y}V${y + 54}C${half * 0.6} ${y + 98} ${-half * 0.6} ${y + 98} ${-half * 1.2} ${y + 54}Z" fill="${fill}"/>${repeat(
      9,
      (step) => {
        const x = -half * 1.05 + (step * half * 2.1) / 8;
        return `<path d="M${round(x)} ${round(y + 36 - (x / half) ** 2 * 18)}l17 24l-17 24l-17-24Z" fill="${dots}"/>`;
      },
    )}`;
  });
  return [
    `<ellipse cy="216" rx="330" ry="56" fill="#3a2412" opacity=".18"/><ellipse cy="196" rx="322" ry="58" fill="#7a4a22"/>`,
    `<path d="${dome}" fill="#e6c483"/>`,
    clipped(
      { id: "dome", outline: `${dome}M-320 190C-300 262 300 262 320 190Z` },
      `${rings}<path d="M100-260C260-120 330 60 300 260H340V-260Z" fill="#3a1408" opacity=".26"/><path d="M-90-190C-190-100-240 10-256 120" stroke="#fff" stroke-width="20" fill="none" opacity=".3" stroke-linecap="round"/>`,
    ),
    '<path d="M-322 186C-300 262 300 262 322 186" fill="none" stroke="#8c5a2b" stroke-width="18"/><path d="M-322 186C-300 262 300 262 322 186" fill="none" stroke="#e9c98b" stroke-width="7" stroke-dasharray="14 10"/>',
    '<circle cy="-246" r="32" fill="#8c5a2b"/><circle cy="-254" r="24" fill="#b67f45"/><circle cx="-8" cy="-262" r="7" fill="#f0d7aa"/>',
  ].join("");
};

export const handFan: Drawing = () => {
  const leaf = "M0 110C-190 90-280-40-230-170C-160-300 160-300 230-170C280-40 190 90 0 110Z";
  return [
    '<path d="M-26 90H26L18 286C18 300-18 300-18 286Z" fill="#7a4a22"/><path d="M-26 90H-6L-8 292C-14 294-18 292-18 286Z" fill="#a06b37"/><path d="M-22 210H22M-21 232H21" stroke="#e9c25f" stroke-width="8"/>',
    `<path d="${leaf}" fill="#000" opacity=".14" transform="translate(6 14)"/>`,
    clipped(
      { id: "fan", outline: leaf },
      `${at({ turn: 45 }, weave({ size: 34, colours: ["#f0d9a6", "#dfbe80", "#c2453c"] }))}<path d="M0 120V-300M0 120L-200-220M0 120L200-220" stroke="#000" stroke-width="5" opacity=".12"/>`,
    ),
    `<path d="${leaf}" fill="none" stroke="#8c2340" stroke-width="22"/><path d="${leaf}" fill="none" stroke="#f0cf7a" stroke-width="6" stroke-dasharray="12 10"/>`,
    '<path d="M-30 60H30L26 130H-26Z" fill="#8c2340"/><path d="M0 286C-10 320 10 320 0 350" stroke="#c2453c" stroke-width="0"/>',
  ].join("");
};

export const wovenBox: Drawing = () => {
  const front = "M-250-10H250V250C250 268 240 278 222 278H-222C-240 278-250 268-250 250Z";
  const lid = "M-276-120C-276-150-262-164-236-164H236C262-164 276-150 276-120V0H-276Z";
  return [
    shadow(270),
    clipped(
      { id: "front", outline: front },
      `${weave({ size: 38, colours: ["#e9cf9a", "#d3ae6b", "#3b6ea5"] })}<path d="M-260-20H260V40H-260Z" fill="#3a2412" opacity=".3"/><path d="M150-20H260V290H150Z" fill="#3a2412" opacity=".14"/>`,
    ),
    clipped(
      { id: "lid", outline: lid },
      `${at({ y: 10, turn: 45 }, weave({ size: 30, colours: ["#f2dcae", "#dcb878", "#b8543a"] }))}<path d="M-280-30H280V10H-280Z" fill="#8c5a2b"/><path d="M-280-10H280" stroke="#f0d7aa" stroke-width="5" stroke-dasharray="14 9"/>`,
    ),
    '<path d="M-60-166C-60-250 60-250 60-166" fill="none" stroke="#8c5a2b" stroke-width="20"/><circle cx="-60" cy="-162" r="15" fill="#c9952f"/><circle cx="60" cy="-162" r="15" fill="#c9952f"/>',
  ].join("");
};

export const broom: Drawing = () => {
  const sticks = repeat(27, (index) => {
    const spread = index - 13;
    return `<path d="M${spread * 3.4}-120C${spread * 4} 20 ${spread * 9} 150 ${round(spread * 17 + (index % 3) * 4)} ${276 - Math.abs(spread) * 3}" stroke="${["#9c7436", "#b88d48", "#7d5a26"][index % 3]}" stroke-width="7" fill="none" stroke-linecap="round"/>`;
  });
  const bind = (y: number, half: number) =>
    `<path d="M${-half} ${y}C${-half * 0.4} ${y + 16} ${half * 0.4} ${y + 16} ${half} ${y}V${y + 26}C${half * 0.4} ${y + 42} ${-half * 0.4} ${y + 42} ${-half} ${y + 26}Z" fill="#b8312f"/><path d="M${-half} ${y + 13}C${-half * 0.4} ${y + 29} ${half * 0.4} ${y + 29} ${half} ${y + 13}" stroke="#e9a93f" stroke-width="5" fill="none"/>`;
  return at(
    { turn: 12 },
    `${shadow(200, 284)}<path d="M-17-310C-17-320 17-320 17-310V-100H-17Z" fill="#8a5a2b"/><path d="M-17-310V-100H-5V-316C-12-316-17-314-17-310Z" fill="#b67f45"/>${sticks}<path d="M-46-126H46L52-70H-52Z" fill="#7d5a26"/>${bind(-124, 47)}${bind(-70, 54)}${bind(-10, 66)}`,
  );
};
