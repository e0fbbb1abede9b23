import { redirect } from "@remix-run/node";
import { translator } from "#app/i18n/translate.ts";
import { downloadBankFile } from "#app/usecases/books/download-bank-file.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";
import { openGroup } from "#app/web/group.server.ts";

/** The transfers of a batch for the bank. It is asked for by a form, for each download is written down. */
export const action = door(async (entered) => {
  const group = await openGroup(entered, "download-bank-file");
  const { ctx } = entered;
  const batchId = entered.param("batch");
  const news = translator(ctx.locale)("payouts.bank.news", { group: group.name });
  const answer = await downloadBankFile(ctx, { groupId: group.id, batchId, news });
  if (!answer.ok && answer.reason === "no-such-batch") throw notFound();
  if (!answer.ok) return redirect(`/books/${group.slug}/payouts/${batchId}?refused=${answer.reason}`, 303);
  const file = await ctx.sheets.write(answer.rows, "csv");
  return fileAnswer(file, { name: `${group.slug}-bank.csv`, type: "text/csv; charset=utf-8" });
});

export const loader = door(async (entered) => {
  const group = await openGroup(entered, "download-bank-file");
  return redirect(`/books/${group.slug}/payouts/${entered.param("batch")}`);
});
