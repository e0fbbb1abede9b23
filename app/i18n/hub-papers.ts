import type { CrossingNote } from "#app/domain/free-zone.ts";
import type { Locale } from "#app/domain/locale.ts";
import { boxWords, type NamedBox } from "./box-words.ts";
import { formatMoment, formatWeight } from "./format.ts";
import type { Paper } from "./paper.ts";
import type { Translate } from "./translate.ts";

type Parcel = {
  number: number;
  grams: number;
  isFragile: boolean;
  isCold: boolean;
  isLoaded: boolean;
  places: string[];
  orders: string[];
  box: NamedBox | null;
};
export type ManifestFacts = {
  code: string;
  hubName: string;
  zoneName: string;
  vessel: string;
  departsAt: string;
  /** Whose goods leave the free trade zone with it. */
  crossings: CrossingNote[];
  parcels: Parcel[];
};

/** The list that goes with the boat, in words: for the screen and for the PDF alike. It names no buyer and no price. */
export function manifestPaper(run: ManifestFacts, { t, locale }: { t: Translate; locale: Locale }): Paper {
  const grams = run.parcels.reduce((all, parcel) => all + parcel.grams, 0);
  return {
    title: t("hub.manifest.title"),
    number: run.code,
    issuer: [run.hubName],
    facts: [
      { label: t("runs.to"), lines: [run.zoneName] },
      { label: t("runs.vessel"), lines: [run.vessel] },
      { label: t("runs.departure"), lines: [formatMoment(locale, run.departsAt)] },
    ],
    goods: {
      head: [t("runs.parcels"), t("runs.consignments"), t("runs.weight"), t("hub.manifest.on-board")],
      rows: run.parcels.map((parcel) => [
        parcelWords(parcel, t),
        String(parcel.orders.length),
        formatWeight(locale, parcel.grams),
        parcel.isLoaded ? t("hub.manifest.yes") : "–",
      ]),
    },
    totals: [
      {
        label: t("hub.manifest.total"),
        value: `${t("hub.parcels", { count: run.parcels.length })}, ${formatWeight(locale, grams)}`,
        isStrong: true,
      },
    ],
    notes: [
      t("hub.manifest.note"),
      ...run.crossings.map(({ crossing, groupNames }) =>
        t(`free-zone.keeper.${crossing}`, { names: groupNames.join(", ") }),
      ),
    ],
    signature: null,
    signers: [t("hub.manifest.keeper"), t("hub.manifest.captain"), t("hub.manifest.taker")],
    language: locale,
  };
}

/** "Koli 3, Titik ambil Daik, rapuh, Kardus kecil, 30 × 20 × 20 cm". */
export function parcelWords(parcel: Omit<Parcel, "grams" | "isLoaded" | "orders">, t: Translate): string {
  const { number, places, isFragile, isCold, box } = parcel;
  return [
    t("packing.parcel", { number }),
    ...places.map((place) => place || t("hub.to-door")),
    isFragile ? t("hub.sign.fragile") : "",
    isCold ? t("hub.sign.cold") : "",
    box ? boxWords(box, t) : "",
  ]
    .filter(Boolean)
    .join(", ");
}
