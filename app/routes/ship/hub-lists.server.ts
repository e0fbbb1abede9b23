import { hasLeft, type RunState } from "#app/domain/run.ts";
import { formatQuantity, formatWeight } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { unitName } from "#app/i18n/units.ts";
import type { Door } from "#app/web/door.server.ts";
import { listRunDeliveries } from "#db/read/deliveries.ts";
import { listParcels } from "#db/read/parcels.ts";
import { listExpected } from "#db/read/receiving.ts";
import type { openRunOf } from "./hub-page.server.ts";

/** What a list on paper is of; the hand-over is for paper alone, since a signature stays on it. */
export const PAPER_LISTS = ["receiving", "loading", "arrival", "hand-over"] as const;
export type PaperList = (typeof PAPER_LISTS)[number];
export type TypedList = Exclude<PaperList, "hand-over">;

export type ListRow = {
  id: string;
  /** What stands first: an order's or a box's number. */
  name: string;
  under: string;
  details: string[];
  /** What is known of its weight. */
  weight: string;
};

type Run = Awaited<ReturnType<typeof openRunOf>>;

/** The list that is needed now. */
export function listFor(state: RunState, asked: string | null): PaperList {
  const known = PAPER_LISTS.find((list) => list === asked);
  if (known) return known;
  return !hasLeft(state) ? "receiving" : state === "departed" ? "arrival" : "hand-over";
}

/** The rows of a list as they stand now: on paper with boxes to tick, on the screen with fields to fill in. */
export async function rowsOf({ ctx }: Door, run: Run, list: PaperList): Promise<ListRow[]> {
  const { actor, locale } = ctx;
  const t = translator(locale);
  if (list === "receiving")
    return (await listExpected(actor, run)).map((each) => ({
      ...{ id: each.id, name: each.orderNumber, under: each.groupName },
      details: each.lines.map((line) =>
        [formatQuantity(locale, line.quantityMilli), unitName(t, line.unit), line.listingName, line.variantName]
          .filter(Boolean)
          .join(" "),
      ),
      weight: formatWeight(locale, each.packedGrams ?? each.grams),
    }));
  if (list === "hand-over")
    return (await listRunDeliveries(actor, run))
      .filter((each) => each.ready)
      .map((each) => ({
        ...{ id: each.number, name: each.buyerName, under: each.pickUpPoint ?? t(`delivery.${each.delivery}`) },
        ...{ details: [each.number, ...each.groupNames], weight: each.cashDue === null ? "" : t("hub.paper.cash") },
      }));
  const parcels = await listParcels(actor, run);
  return parcels
    .filter((parcel) => list === "loading" || parcel.loadedAt !== null)
    .map((parcel) => ({
      ...{ id: parcel.id, name: t("packing.parcel", { number: parcel.number }) },
      under: parcel.places.filter(Boolean).join(", ") || run.zoneName,
      details: [...new Set(parcel.contents.map((each) => each.orderNumber))],
      weight: formatWeight(locale, parcel.grams),
    }));
}
