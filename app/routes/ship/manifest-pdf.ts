import { manifestPaper } from "#app/i18n/hub-papers.ts";
import { translator } from "#app/i18n/translate.ts";
import { door } from "#app/web/door.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { manifestOfRun } from "./manifest.server.ts";

/** The manifest as a file: for the captain's or the courier's phone, or the printer. */
export const loader = door(async (entered) => {
  const { locale, papers } = entered.ctx;
  const run = await manifestOfRun(entered);
  return sheetAnswer(await papers.pdf(manifestPaper(run, { t: translator(locale), locale })), `manifest-${run.code}`);
});
