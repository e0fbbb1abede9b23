import { door } from "#app/web/door.server.ts";
import { openPaper } from "#app/web/paper.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";

/** The document as a file to keep, send or print. */
export const loader = door(async (entered) => {
  const { paper } = await openPaper(entered);
  return sheetAnswer(await entered.ctx.papers.pdf(paper), paper.number.replaceAll("/", "-"));
});
