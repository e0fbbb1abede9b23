import PDFDocument from "pdfkit";
import type { Paper } from "#app/i18n/paper.ts";
import { drawLabels } from "./labels.ts";
import { plainLetters } from "./plain-letters.ts";
import type { Papers } from "./port.ts";
import { drawSlips } from "./slips.ts";

// A4 in points.
const WIDTH = 595.28;
const HEIGHT = 841.89;
const MARGIN = 56;
const INNER = WIDTH - 2 * MARGIN;
const INK = "#231d15";
const SEA = "#0b5563";
const QUIET = "#5d5344";
const LINE = "#c9bfae";
/** Where label and value of the facts stand, and how wide the columns of the goods are. */
const LABEL = 120;
const COLUMNS = [0.46, 0.18, 0.18, 0.18].map((part) => part * INNER);

type Sheet = InstanceType<typeof PDFDocument>;
type Writing = {
  size?: number;
  bold?: boolean;
  colour?: string;
  left?: number;
  width?: number;
  align?: "left" | "right";
};

export const pdfPapers: Papers = {
  pdf(paper) {
    const sheet = new PDFDocument({
      size: "A4",
      margin: MARGIN,
      lang: paper.language,
      displayTitle: true,
      info: { Title: `${paper.title} ${paper.number}`, Creator: "Lumbung", Producer: "Lumbung" },
    });
    const written = bytesOf(sheet);
    drawHead(sheet, paper);
    drawFacts(sheet, paper);
    if (paper.goods) drawGoods(sheet, paper.goods);
    drawTotals(sheet, paper);
    for (const note of paper.notes) write(sheet, note, { size: 9, colour: QUIET });
    if (paper.signature) drawSignature(sheet, paper.signature);
    if (paper.signers) drawSigners(sheet, paper.signers);
    sheet.end();
    return written;
  },
  labels: drawLabels,
  slips: drawSlips,
};

/** Writes a text at the place where the sheet stands and moves below it. */
function write(sheet: Sheet, text: string, writing: Writing = {}): void {
  const { size = 10.5, bold = false, colour = INK, left = MARGIN, width = INNER, align = "left" } = writing;
  sheet
    .font(bold ? "Helvetica-Bold" : "Helvetica")
    .fontSize(size)
    .fillColor(colour);
  sheet.text(plainLetters(text), left, sheet.y, { width, align, lineGap: 2 });
}

/** What stands beside each other begins at one height; the sheet then stands below the tallest. Turns the page where it does not fit. */
function beside(sheet: Sheet, cells: { text: string; writing: Writing }[]): void {
  const heights = cells.map(({ text, writing: { size = 10.5, bold = false, width = INNER } }) => {
    sheet.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
    return sheet.heightOfString(plainLetters(text), { width, lineGap: 2 });
  });
  const tallest = Math.max(...heights);
  if (sheet.y + tallest > HEIGHT - MARGIN) sheet.addPage();
  const top = sheet.y;
  for (const { text, writing } of cells) {
    sheet.y = top;
    write(sheet, text, writing);
  }
  sheet.y = top + tallest + 4;
}

function rule(sheet: Sheet): void {
  sheet
    .moveTo(MARGIN, sheet.y)
    .lineTo(WIDTH - MARGIN, sheet.y)
    .lineWidth(0.7)
    .strokeColor(LINE)
    .stroke();
  sheet.y += 8;
}

function drawHead(sheet: Sheet, { title, number, issuer }: Paper): void {
  const [name = "", ...more] = issuer;
  write(sheet, name, { size: 14, bold: true, colour: SEA });
  for (const line of more) write(sheet, line, { size: 9, colour: QUIET });
  sheet.y += 14;
  beside(sheet, [
    { text: title, writing: { size: 20, bold: true, width: INNER * 0.62 } },
    {
      text: number,
      writing: { size: 13, bold: true, left: MARGIN + INNER * 0.62, width: INNER * 0.38, align: "right" },
    },
  ]);
  rule(sheet);
}

function drawFacts(sheet: Sheet, { facts }: Paper): void {
  for (const { label, lines } of facts)
    beside(sheet, [
      { text: label, writing: { colour: QUIET, width: LABEL } },
      { text: lines.join("\n"), writing: { left: MARGIN + LABEL, width: INNER - LABEL } },
    ]);
  sheet.y += 8;
}

function drawGoods(sheet: Sheet, { head, rows }: NonNullable<Paper["goods"]>): void {
  const row = (cells: readonly string[], bold: boolean): void => {
    let left = MARGIN;
    beside(
      sheet,
      cells.map((text, at) => {
        const width = (COLUMNS[at] ?? 0) - 6;
        const writing = { bold, left, width, align: at === 0 ? ("left" as const) : ("right" as const) };
        left += COLUMNS[at] ?? 0;
        return { text, writing };
      }),
    );
  };
  row(head, true);
  rule(sheet);
  for (const cells of rows) row(cells, false);
  rule(sheet);
}

function drawTotals(sheet: Sheet, { totals }: Paper): void {
  for (const { label, value, isStrong } of totals)
    beside(sheet, [
      { text: label, writing: { bold: isStrong, width: INNER * 0.45 } },
      {
        text: value,
        writing: { bold: isStrong, left: MARGIN + INNER * 0.45, width: INNER * 0.55 - 6, align: "right" },
      },
    ]);
  sheet.y += 12;
}

function drawSignature(sheet: Sheet, { dated, name }: NonNullable<Paper["signature"]>): void {
  if (sheet.y + 110 > HEIGHT - MARGIN) sheet.addPage();
  const place = { left: MARGIN + INNER * 0.55, width: INNER * 0.45 };
  sheet.y += 16;
  write(sheet, dated, place);
  sheet.y += 54;
  write(sheet, name, { ...place, bold: true });
}

/** A line to sign on for each, side by side. */
function drawSigners(sheet: Sheet, signers: string[]): void {
  if (sheet.y + 120 > HEIGHT - MARGIN) sheet.addPage();
  const width = INNER / signers.length - 16;
  const top = sheet.y + 76;
  for (const [at, signer] of signers.entries()) {
    const left = MARGIN + at * (INNER / signers.length);
    sheet
      .moveTo(left, top)
      .lineTo(left + width, top)
      .lineWidth(0.7)
      .strokeColor(INK)
      .stroke();
    sheet.y = top + 6;
    write(sheet, signer, { left, width, size: 9, colour: QUIET });
  }
}

function bytesOf(sheet: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    sheet.on("data", (chunk: Buffer) => chunks.push(chunk));
    sheet.on("end", () => resolve(Buffer.concat(chunks)));
    sheet.on("error", reject);
  });
}
