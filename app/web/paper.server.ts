import { type Paper, paperOf } from "#app/i18n/paper.ts";
import { translator } from "#app/i18n/translate.ts";
import { findDocument } from "#db/read/documents.ts";
import { type Door, notFound } from "./door.server.ts";
import { fullPlaceName, shortPlaceNames } from "./place-names.server.ts";

/** The document that the path names, in the reader's words; the 404 page for everybody whom it is nothing to. */
export async function openPaper({ ctx, param }: Door): Promise<{ paper: Paper; orderNumber: string }> {
  const document = await findDocument(ctx.actor, param("document"));
  if (!document) throw notFound();
  const { group, buyer } = document.content;
  const placeOf = await shortPlaceNames(ctx, [group.villageCode]);
  const paper = paperOf(document, {
    t: translator(ctx.locale),
    locale: ctx.locale,
    groupPlace: placeOf(group.villageCode),
    buyerPlace: buyer.villageCode ? await fullPlaceName(ctx, buyer.villageCode) : "",
  });
  return { paper, orderNumber: document.orderNumber };
}
