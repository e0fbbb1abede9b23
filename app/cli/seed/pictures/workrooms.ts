import { crackerBag } from "./crackers.ts";
import { bajuKurung } from "./garments.ts";
import { room } from "./scenes.ts";
import { at, clipped, type Drawing, flower, repeat, round } from "./shapes.ts";
import { pandanBag } from "./woven.ts";

export const kitchen: Drawing = (brush) => {
  const shelf = (y: number) =>
    `<path d="M690 ${y}H1130V${y + 22}H690Z" fill="#8a5a2b"/><path d="M690 ${y + 22}H1130" stroke="#5a3a20" stroke-width="5"/>`;
  const jar = (x: number, y: number, fill: string) =>
    `<rect x="${x}" y="${y - 96}" width="76" height="96" rx="14" fill="${fill}"/><rect x="${x + 6}" y="${y - 116}" width="64" height="24" rx="6" fill="#d9a441"/><rect x="${x + 12}" y="${y - 62}" width="52" height="34" rx="6" fill="#fff6e2"/>`;
  const jars = [
    ["#a8230f", 710],
    ["#3f8a49", 810],
    ["#d98a1f", 910],
    ["#6e3f22", 1010],
  ].map(([fill, x]) => jar(Number(x), 210, String(fill)));
  const wok =
    '<path d="M110 500H650C630 650 500 700 380 700C260 700 130 650 110 500Z" fill="#34393d"/><path d="M110 500H650L640 540H120Z" fill="#4d5459"/><ellipse cx="380" cy="500" rx="270" ry="56" fill="#23282b"/><ellipse cx="380" cy="504" rx="238" ry="42" fill="#d9a02e"/><path d="M110 500C60 480 50 530 116 540M650 500C700 480 710 530 644 540" fill="none" stroke="#34393d" stroke-width="20"/>';
  const floating = repeat(
    9,
    (index) =>
      `<ellipse cx="${190 + index * 47}" cy="${490 + (index % 3) * 15}" rx="40" ry="19" fill="${index % 2 ? "#f6e3b8" : "#efd39a"}"/><path d="M${168 + index * 47} ${484 + (index % 3) * 15}q20-10 38-4" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round"/>`,
  );
  const steam = repeat(
    4,
    (index) =>
      `<path d="M${230 + index * 100} 420c-40-60 40-90 0-160c-26-46 10-70 6-100" stroke="#fff" stroke-width="17" fill="none" opacity=".65" stroke-linecap="round"/>`,
  );
  const ladle =
    '<path d="M560 480L700 240" stroke="#8a5a2b" stroke-width="19" stroke-linecap="round"/><ellipse cx="556" cy="486" rx="46" ry="24" fill="#b67f45"/>';
  const tray =
    '<ellipse cx="900" cy="700" rx="270" ry="66" fill="#a87236"/><ellipse cx="900" cy="690" rx="254" ry="58" fill="#e2bd82"/>';
  return `${room(brush, "#f6e7c8")}${shelf(210)}${jars.join("")}${shelf(380)}${at({ x: 780, y: 356, size: 0.5 }, '<path d="M-90-90H90C84 0 50 46 0 46C-50 46-84 0-90-90Z" fill="#156a7c"/><path d="M-90-90H90" stroke="#0f5263" stroke-width="16"/>')}${at({ x: 960, y: 356, size: 0.5 }, '<path d="M-120-80H120C112 10 60 46 0 46C-60 46-112 10-120-80Z" fill="#d96b4a"/><path d="M-120-80H120" stroke="#b04e30" stroke-width="16"/>')}${steam}<path d="M150 690H610V740H150Z" fill="#b4552d"/><path d="M210 740h60v90h-60zM490 740h60v90h-60z" fill="#7a2f16"/><path d="M330 720c10-30 40-30 50-60c20 26 50 30 50 60z" fill="#f2b84b"/>${wok}${floating}${ladle}${tray}${at({ x: 820, y: 570, size: 0.42 }, crackerBag(brush))}${at({ x: 990, y: 580, size: 0.42 }, crackerBag(brush))}`;
};

export const sewingMachine: Drawing = (brush) => {
  const body =
    "M250 640V520C250 500 262 490 282 490H620C640 490 640 470 640 450V330C640 262 690 230 760 230H820C890 230 930 270 930 340V640Z";
  const arm =
    "M230 330C230 262 262 230 330 230H820C890 230 930 270 930 340V420H360V470H300V420H270C244 420 230 404 230 380Z";
  const spool = (x: number, fill: string) =>
    `<rect x="${x}" y="150" width="56" height="82" rx="6" fill="${fill}"/><path d="M${x} 168h56M${x} 184h56M${x} 200h56M${x} 216h56" stroke="#fff" stroke-width="4" opacity=".45"/><rect x="${x - 8}" y="138" width="72" height="15" rx="6" fill="#b67f45"/>`;
  const cloth =
    "M60 660C160 600 260 640 340 622C420 600 420 640 520 640V720C420 770 260 740 160 800C90 820 40 740 60 660Z";
  const stars = repeat(5, (row) =>
    repeat(9, (column) =>
      at(
        { x: 60 + column * 62 + (row % 2) * 30, y: 620 + row * 46 },
        flower({ size: 24, fill: "#f0cf7a", heart: "#fff" }),
      ),
    ),
  );
  return [
    room(brush, "#f3ddc0"),
    at({ x: 1040, y: 330, size: 0.66 }, bajuKurung(brush)),
    '<path d="M940 130H1140" stroke="#8a5a2b" stroke-width="13" stroke-linecap="round"/>',
    '<path d="M170 640H990V692H170Z" fill="#6e4521"/><path d="M170 640H990V656H170Z" fill="#b67f45"/>',
    `<path d="${body}" fill="#1d3c4b"/><path d="M660 420H930V640H660Z" fill="#16303c"/>`,
    `<path d="${arm}" fill="#24495a"/><path d="M260 262H820" stroke="#fff" stroke-width="9" opacity=".25" stroke-linecap="round"/>`,
    '<path d="M420 300C480 260 560 340 620 300C650 280 690 290 700 310" stroke="#e9c25f" stroke-width="9" fill="none"/>',
    at({ x: 520, y: 340 }, flower({ petals: 8, size: 44, fill: "#e9c25f", heart: "#b8312f" })),
    at({ x: 800, y: 540 }, flower({ petals: 8, size: 60, fill: "#e9c25f", heart: "#b8312f" })),
    '<circle cx="950" cy="350" r="84" fill="#11252e"/><circle cx="950" cy="350" r="58" fill="#24495a"/><circle cx="950" cy="350" r="19" fill="#e9c25f"/><path d="M322 470V600" stroke="#c9d2d6" stroke-width="13"/><path d="M300 600H344V620H300Z" fill="#aab4b8"/>',
    spool(430, "#b8312f"),
    spool(540, "#d9a441"),
    spool(650, "#1f7f72"),
    '<path d="M458 150C400 110 340 190 326 260L322 470" stroke="#b8312f" stroke-width="4" fill="none"/>',
    clipped(
      { id: "stuff", outline: cloth },
      `<path d="${cloth}" fill="#8c2340"/>${stars}<path d="M60 760C200 700 360 740 520 690V820H60Z" fill="#000" opacity=".18"/>`,
    ),
  ].join("");
};

export const weaving: Drawing = (brush) => {
  const strips = repeat(11, (row) =>
    repeat(13, (column) => {
      const over = (row + column) % 2 === 0;
      const fill = over ? (column % 4 === 0 ? "#b8543a" : "#ecd29a") : row % 4 === 1 ? "#2f7f72" : "#d3ad69";
      return `<rect x="${-312 + column * 48}" y="${-264 + row * 48}" width="46" height="46" rx="4" fill="${fill}"/>`;
    }),
  );
  const loose = repeat(
    13,
    (index) =>
      `<path d="M${-290 + index * 48} 250C${-286 + index * 48} 310 ${-310 + index * 52} 350 ${-330 + index * 56} ${410 + (index % 3) * 16}" stroke="${index % 4 === 0 ? "#b8543a" : "#ecd29a"}" stroke-width="38" fill="none" stroke-linecap="round"/>`,
  );
  const hand = (flip: boolean) =>
    at(
      { x: flip ? 270 : -270, y: 190, flip },
      '<path d="M-250 180C-190 60-110 20-40 10C10-30 60-20 70 0C90 20 60 30 36 32C70 40 84 60 70 70C50 90 10 70-20 74C-80 90-120 150-160 260Z" fill="#b97a52"/><path d="M-40 10C-10 8 10 14 36 32M-30 40C0 40 20 44 46 58" stroke="#8f5633" stroke-width="6" fill="none" stroke-linecap="round"/><path d="M-250 180C-230 130-200 96-170 72L-96 160C-124 190-142 220-160 260Z" fill="#1f7f72"/><path d="M-170 72L-96 160" stroke="#e9c25f" stroke-width="13"/>',
    );
  const coil = (x: number, y: number, fill: string) =>
    at(
      { x, y },
      repeat(
        4,
        (ring) =>
          `<circle r="${76 - ring * 17}" fill="none" stroke="${fill}" stroke-width="14" opacity="${round(1 - ring * 0.14)}"/>`,
      ),
    );
  return `${room(brush, "#efe0bd")}${coil(130, 190, "#b8543a")}${coil(1070, 190, "#2f7f72")}${at({ x: 1040, y: 540, size: 0.5 }, pandanBag(brush))}${coil(160, 560, "#d3ad69")}${at({ x: 600, y: 400 }, loose + strips + hand(false) + hand(true))}`;
};

export const shopFront: Drawing = (brush) => {
  const { ground, motif, accent, halo } = brush.palette;
  const stripes = repeat(
    10,
    (index) =>
      `<path d="M${100 + index * 100} 210H${200 + index * 100}L${196 + index * 101} 330C${176 + index * 101} 372 ${116 + index * 101} 372 ${96 + index * 101} 330Z" fill="${index % 2 ? "#fff6e2" : ground}"/>`,
  );
  const crate = (x: number, fill: string, goods: string) =>
    `${goods}<path d="M${x} 730H${x + 230}L${x + 216} 830H${x + 14}Z" fill="${fill}"/><path d="M${x + 5} 762H${x + 225}M${x + 10} 796H${x + 220}" stroke="#5a3a20" stroke-width="6"/>`;
  const balls = (x: number, fills: readonly string[]) =>
    repeat(
      10,
      (index) =>
        `<circle cx="${x + 30 + (index % 5) * 43}" cy="${730 - Math.floor(index / 5) * 32}" r="30" fill="${fills[index % fills.length]}"/>`,
    );
  const fringe = repeat(24, (index) => `<path d="M${60 + index * 45} 150h45l-22 34z" fill="${accent}"/>`);
  return `<rect width="1200" height="900" fill="#bfe0dc"/><path d="M0 800H1200V900H0Z" fill="#d8b98a"/><path d="M60 150H1140V820H60Z" fill="${halo}"/><path d="M30 150L150 40H1050L1170 150Z" fill="#9c3b2a"/>${fringe}<rect x="330" y="166" width="540" height="0" fill="${motif}"/><rect x="130" y="380" width="560" height="330" rx="10" fill="#6e4521"/><rect x="148" y="398" width="524" height="294" fill="#fbeed6"/><path d="M148 545H672" stroke="#8a5a2b" stroke-width="15"/>${[220, 330, 440, 590].map((x, index) => at({ x, y: 476, size: 0.2 }, index % 2 ? crackerBag(brush) : pandanBag(brush))).join("")}${at({ x: 270, y: 630, size: 0.24 }, pandanBag(brush))}${at({ x: 420, y: 630, size: 0.24 }, crackerBag(brush))}${at({ x: 570, y: 630, size: 0.24 }, pandanBag(brush))}<rect x="760" y="390" width="280" height="430" rx="8" fill="#1f6f5c"/><rect x="786" y="420" width="228" height="180" rx="8" fill="#bfe6e4"/><path d="M900 420V600M786 510H1014" stroke="#1f6f5c" stroke-width="13"/><circle cx="1006" cy="660" r="13" fill="${accent}"/>${stripes}<path d="M96 196H1108V216H96Z" fill="#5a3a20"/>${crate(140, "#b67f45", balls(140, ["#d8291c", "#e8742a"]))}${crate(420, "#c9935c", balls(420, ["#f4cf3f", "#7cbb5c"]))}`;
};

export const embroideryFrame: Drawing = (brush) => {
  const petals = (x: number, y: number, size: number, fill: string) =>
    at({ x, y }, flower({ petals: 8, size, fill, heart: "#fff0bf" }));
  const stems =
    '<path d="M-170 120C-60 40-120-80 0-120C110-80 60 40 170 120M0-120V150" stroke="#3f8a5f" stroke-width="13" fill="none"/><path d="M-96 10C-150 0-166-40-150-66C-110-60-92-30-96 10ZM96 10C150 0 166-40 150-66C110-60 92-30 96 10ZM0 60C-44 50-56 20-46-6C-12 0 4 26 0 60ZM0 60C44 50 56 20 46-6C12 0-4 26 0 60Z" fill="#5fae7c"/>';
  const hoop = `<circle r="300" fill="#000" opacity=".16" transform="translate(8 16)"/><circle r="290" fill="#3d1b5a"/><circle r="290" fill="none" stroke="#b67f45" stroke-width="34"/><circle r="300" fill="none" stroke="#8a5a2b" stroke-width="9"/><circle r="232" fill="none" stroke="#f2cf6b" stroke-width="6" stroke-dasharray="16 12"/><rect x="-26" y="-338" width="52" height="50" rx="8" fill="#c9952f"/>`;
  const thread = (x: number, y: number, fill: string) =>
    `<rect x="${x}" y="${y}" width="90" height="110" rx="8" fill="${fill}"/><path d="M${x} ${y + 24}h90M${x} ${y + 48}h90M${x} ${y + 72}h90" stroke="#fff" stroke-width="5" opacity=".4"/><rect x="${x - 10}" y="${y - 16}" width="110" height="20" rx="8" fill="#b67f45"/><rect x="${x - 10}" y="${y + 106}" width="110" height="20" rx="8" fill="#8a5a2b"/>`;
  return `${room(brush, "#ecdcc8")}${thread(110, 566, "#d9a441")}${thread(230, 566, "#b8312f")}${thread(980, 566, "#1f7f72")}${thread(90, 400, "#6b3f74")}${at({ x: 600, y: 430, size: 1.14 }, hoop + stems + petals(0, -130, 100, "#e2b03f") + petals(-170, 120, 74, "#d96b84") + petals(170, 120, 74, "#d96b84") + petals(0, 150, 62, "#f2cf6b"))}<path d="M760 300L980 120" stroke="#e3e8ea" stroke-width="13" stroke-linecap="round"/><path d="M980 120C1090 130 1060 300 1120 380" stroke="#f2cf6b" stroke-width="6" fill="none"/>`;
};
