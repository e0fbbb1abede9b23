import { door } from "#app/web/door.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { slipPaper } from "#app/web/slip-paper.server.ts";
import { openSlip } from "#app/web/surplus.server.ts";

/** A member's slip of a year as a small file (A6) to keep, send or print. */
export const loader = door(async (entered) => {
  const { group, year, slip, isUndone, approvedAt } = await openSlip(entered);
  const { locale, papers, now } = entered.ctx;
  const paper = slipPaper({ slip, group: group.name, year, at: approvedAt ?? now, isUndone, locale });
  const sheet = await papers.slips({ papers: [paper], title: `${paper.title} ${paper.number}`, language: locale });
  return sheetAnswer(sheet, slip.label.replaceAll("/", "-"));
});
