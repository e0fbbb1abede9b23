import { slipsOf } from "#app/domain/surplus-year.ts";
import { translator } from "#app/i18n/translate.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { slipPaper } from "#app/web/slip-paper.server.ts";
import { yearOf } from "#app/web/surplus.server.ts";
import { findSurplusYear } from "#db/read/surplus.ts";

/** The slips of a year as one file, a small page (A6) for each member. */
export const loader = door(async (entered) => {
  const group = await openCooperative(entered, "see-books");
  const year = yearOf(entered);
  const known = await findSurplusYear({ groupId: group.id, year });
  if (!known || (known.state !== "posted" && known.state !== "reversal-asked")) throw notFound();
  const { locale, papers, now } = entered.ctx;
  const at = known.approvedAt ?? now;
  const slips = slipsOf(known.content, year).map((slip) =>
    slipPaper({ slip, group: group.name, year, at, isUndone: false, locale }),
  );
  const title = translator(locale)("surplus.slips");
  return sheetAnswer(await papers.slips({ papers: slips, title, language: locale }), `SHU-${year}`);
});
