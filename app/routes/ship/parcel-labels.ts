import { parcelsNeeded } from "#app/domain/tariff.ts";
import { boxWords } from "#app/i18n/box-words.ts";
import { formatWeight } from "#app/i18n/format.ts";
import { type Translate, translator } from "#app/i18n/translate.ts";
import type { Context } from "#app/usecases/context.ts";
import { type Door, door } from "#app/web/door.server.ts";
import { sheetAnswer } from "#app/web/picture-answer.server.ts";
import { listParcels, type ParcelRow } from "#db/read/parcels.ts";
import { openRunOf } from "./hub-page.server.ts";

/** A label for each box of a run; one of them alone with ?parcel=ID. */
export const loader = door(async (entered) => {
  const run = await openRunOf(entered);
  const { ctx, url } = entered;
  const t = translator(ctx.locale);
  const only = url.searchParams.get("parcel");
  const parcels = (await listParcels(ctx.actor, run)).filter((parcel) => only === null || parcel.id === only);
  const labels = parcels.flatMap((parcel) =>
    partsOf(parcel, parcelsNeeded(run.tariff, weightOf(parcel))).map((number) =>
      labelOf(entered, { run, parcel, number, t }),
    ),
  );
  const size = url.searchParams.get("size") === "roll58" ? "roll58" : "a6";
  const title = t("hub.labels.title", { code: run.code });
  const sheet = await ctx.papers.labels({ labels, size, title, language: ctx.locale });
  return sheetAnswer(sheet, `label-${run.code}-${size}`);
});

type ParcelLabel = Parameters<Context["papers"]["labels"]>[0]["labels"][number];
type Run = Awaited<ReturnType<typeof openRunOf>>;
type Making = { run: Run; parcel: ParcelRow; number: string; t: Translate };

function weightOf({ grams, contents }: ParcelRow) {
  return { grams, volumetricGrams: contents.reduce((all, each) => all + each.volumetricGrams, 0) };
}

/** "3"; or where goods had to be split, "3 · 1/2" and "3 · 2/2". */
function partsOf({ number }: ParcelRow, pieces: number): string[] {
  if (pieces === 1) return [String(number)];
  return Array.from({ length: pieces }, (_, at) => `${number} · ${at + 1}/${pieces}`);
}

function labelOf({ ctx }: Door, { run, parcel, number, t }: Making): ParcelLabel {
  const { code, isFragile, isCold, places, grams, contents, box } = parcel;
  return {
    number,
    run: `${run.code} · ${run.vessel}`,
    zone: run.zoneName,
    place: places.map((place) => place || t("hub.to-door")).join(", "),
    lines: [
      [formatWeight(ctx.locale, grams), box && boxWords(box, t)].filter(Boolean).join(" · "),
      ...[...new Set(contents.map((each) => each.buyerName))].toSorted((a, b) => a.localeCompare(b, "id")),
    ],
    signs: [
      ...(isFragile ? [{ kind: "fragile", words: t("hub.sign.fragile") } as const] : []),
      ...(isCold ? [{ kind: "cold", words: t("hub.sign.cold") } as const] : []),
    ],
    url: new URL(`/parcels/${code}`, ctx.origin).href,
    hint: t("hub.labels.hint"),
  };
}
