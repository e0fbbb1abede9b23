import PDFDocument from "pdfkit";
import { create } from "qrcode";
import { plainLetters } from "./plain-letters.ts";
import type { LabelSize, Papers, ParcelLabel } from "./port.ts";

type Sheet = InstanceType<typeof PDFDocument>;
type Signs = ParcelLabel["signs"];
/** In points: the page, what stays white at its edge, the code's side, and the largest letters. */
type Form = { width: number; height: number; margin: number; code: number; number: number; words: number };

const MM = 72 / 25.4;
// A roll's printer heats 48 of its 58 mm. Thermal paper knows black and white only, so nothing here is grey or coloured.
const FORMS: Record<LabelSize, Form> = {
  a6: { width: 105 * MM, height: 148 * MM, margin: 8 * MM, code: 40 * MM, number: 64, words: 11 },
  roll58: { width: 58 * MM, height: 118 * MM, margin: 5 * MM, code: 34 * MM, number: 44, words: 8.5 },
};

/** One page for each box: its number first, large enough to be read across a quay. */
export const drawLabels: Papers["labels"] = ({ labels, size, title, language }) => {
  const form = FORMS[size];
  const sheet = new PDFDocument({
    size: [form.width, form.height],
    margin: 0,
    autoFirstPage: false,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: "Lumbung", Producer: "Lumbung" },
  });
  const written = bytesOf(sheet);
  for (const label of labels) {
    sheet.addPage();
    drawLabel(sheet, label, form);
  }
  if (labels.length === 0) sheet.addPage();
  sheet.end();
  return written;
};

function drawLabel(sheet: Sheet, label: ParcelLabel, form: Form): void {
  const { margin, width, height, words } = form;
  const inner = width - 2 * margin;
  let top = margin;
  const put = (text: string, { size = words, bold = false, most = 2 } = {}): void => {
    sheet.font(bold ? "Helvetica-Bold" : "Helvetica").fontSize(size);
    const line = sheet.currentLineHeight(true);
    const room = { width: inner, height: most * line + 1, ellipsis: true };
    const plain = plainLetters(text);
    sheet.fillColor("#000000").text(plain, margin, top, room);
    top += Math.min(sheet.heightOfString(plain, { width: inner }), most * line) + 2;
  };
  const isLong = label.number.length > 3;
  put(label.number, { size: isLong ? form.number * 0.62 : form.number, bold: true, most: 1 });
  put(label.zone, { size: words * 1.6, bold: true });
  put(label.place, { size: words * 1.25, bold: true });
  put(label.run, { most: 1 });
  top = drawSigns(sheet, { signs: label.signs, top: top + 3, left: margin, words });
  const codeTop = height - margin - form.code;
  for (const line of label.lines) if (top + words * 1.3 < codeTop - 4) put(line, { most: 1 });
  drawCode(sheet, { url: label.url, x: margin, y: codeTop, side: form.code });
  const beside = margin + form.code + 8;
  if (width - margin - beside > 60) {
    sheet.font("Helvetica").fontSize(words);
    sheet.text(plainLetters(label.hint), beside, codeTop + 4, { width: width - margin - beside });
  }
}

/** In a frame, word and picture: whoever cannot read the one sees the other. */
function drawSigns(
  sheet: Sheet,
  { signs, top, left, words }: { signs: Signs; top: number; left: number; words: number },
) {
  let x = left;
  const side = words * 2.4;
  for (const { kind, words: text } of signs) {
    sheet.font("Helvetica-Bold").fontSize(words * 1.2);
    const plain = plainLetters(text);
    const width = side + sheet.widthOfString(plain) + 12;
    sheet.lineWidth(1.4).strokeColor("#000000").rect(x, top, width, side).stroke();
    sheet
      .save()
      .translate(x + 3, top + 3)
      .scale((side - 6) / 24);
    sheet.path(PICTURES[kind]).lineWidth(2.4).strokeColor("#000000").stroke().restore();
    sheet.text(plain, x + side, top + side / 2 - words * 0.55, { lineBreak: false });
    x += width + 6;
  }
  return signs.length > 0 ? top + side + 6 : top;
}

/** A glass, a flake of snow; on a field of 24 by 24. */
const PICTURES = {
  fragile: "M6 2h12c0 6-2 10-6 11c-4-1-6-5-6-11zM12 13v8M7 22h10M12 2l-2 4l3 2l-1 3",
  cold: "M12 1v22M2.5 6.5l19 11M21.5 6.5l-19 11M9 3l3 3l3-3M9 21l3-3l3 3",
} as const;

function drawCode(sheet: Sheet, { url, x, y, side }: { url: string; x: number; y: number; side: number }): void {
  const { modules } = create(url, { errorCorrectionLevel: "M" });
  const dot = side / modules.size;
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) sheet.rect(x + column * dot, y + row * dot, dot + 0.05, dot + 0.05);
  sheet.fill("#000000");
}

function bytesOf(sheet: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    sheet.on("data", (chunk: Buffer) => chunks.push(chunk));
    sheet.on("end", () => resolve(Buffer.concat(chunks)));
    sheet.on("error", reject);
  });
}
