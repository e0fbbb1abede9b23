import PDFDocument from "pdfkit";
import type { Paper } from "#app/i18n/paper.ts";
import { plainLetters } from "./plain-letters.ts";
import type { Papers } from "./port.ts";

type Sheet = InstanceType<typeof PDFDocument>;
type Writing = { size?: number; bold?: boolean; left?: number; width?: number; align?: "left" | "right" };

const MM = 72 / 25.4;
const [WIDTH, HEIGHT, MARGIN] = [105 * MM, 148 * MM, 9 * MM];
const INNER = WIDTH - 2 * MARGIN;

/** One small page (A6) for each paper: what it says, and a place to sign. */
export const drawSlips: Papers["slips"] = ({ papers, title, language }) => {
  const sheet = new PDFDocument({
    size: [WIDTH, HEIGHT],
    margin: MARGIN,
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: "Lumbung", Producer: "Lumbung" },
  });
  const chunks: Buffer[] = [];
  const written = new Promise<Uint8Array>((resolve, reject) => {
    sheet.on("data", (chunk: Buffer) => chunks.push(chunk));
    sheet.on("end", () => resolve(Buffer.concat(chunks)));
    sheet.on("error", reject);
  });
  for (const paper of papers) {
    sheet.addPage();
    drawSlip(sheet, paper);
  }
  if (papers.length === 0) sheet.addPage();
  sheet.end();
  return written;
};

function drawSlip(sheet: Sheet, paper: Paper): void {
  put(sheet, paper.issuer.join(", "), { size: 9, bold: true });
  pair(sheet, { label: paper.title, value: paper.number, size: 11, bold: true });
  for (const { label, lines } of paper.facts) pair(sheet, { label, value: lines.join(", ") });
  sheet.y += 4;
  // The columns have no room beside each other: each line says its fund, and below it how the part was reckoned.
  const head = paper.goods?.head ?? [];
  for (const [name, own, all, amount] of paper.goods?.rows ?? []) {
    pair(sheet, { label: name, value: amount, bold: true });
    put(sheet, `${head[1]}: ${own}. ${head[2]}: ${all}.`, { size: 7.5 });
  }
  sheet.y += 4;
  for (const { label, value, isStrong } of paper.totals) pair(sheet, { label, value, bold: isStrong });
  sheet.y += 4;
  for (const note of paper.notes) put(sheet, note, { size: 7.5 });
  if (!paper.signature) return;
  put(sheet, paper.signature.dated, { size: 8 });
  sheet.y = Math.max(sheet.y + 24, HEIGHT - MARGIN - 16);
  put(sheet, paper.signature.name, { bold: true });
}

/** Writes a text as high as it needs, never below the page's edge. */
function put(
  sheet: Sheet,
  text: string,
  { size = 8.5, bold = false, left = MARGIN, width = INNER, align = "left" }: Writing,
) {
  sheet.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
  const room = HEIGHT - MARGIN - sheet.y;
  if (room < size) return;
  sheet.fillColor("#231d15").text(plainLetters(text), left, sheet.y, { width, align, height: room, ellipsis: true });
  sheet.y += 2;
}

type Pair = { label: string; value: string; size?: number; bold?: boolean };

/** What it is at the left, how much at the right; the sheet then stands below the taller one. */
function pair(sheet: Sheet, { label, value, size = 8.5, bold = false }: Pair): void {
  const top = sheet.y;
  put(sheet, label, { size, bold, width: INNER * 0.45 });
  const below = sheet.y;
  sheet.y = top;
  put(sheet, value, { size, bold, left: MARGIN + INNER * 0.45, width: INNER * 0.55, align: "right" });
  sheet.y = Math.max(sheet.y, below);
}
