import type { CatalogueQuery, NO_FILTERS } from "#app/domain/catalogue.ts";
import { formatRupiah } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Places, Zones } from "./catalogue-filters.tsx";

type Filter = keyof typeof NO_FILTERS;
export type ChosenFilter = { filter: Filter; label: string; without: Partial<CatalogueQuery> };

const WITHOUT: Record<Filter, Partial<CatalogueQuery>> = {
  kind: { kind: null },
  groupKind: { groupKind: null },
  place: { place: null },
  sendTo: { sendTo: null },
  priceFrom: { priceFrom: null },
  priceTo: { priceTo: null },
  permit: { permit: null },
  halal: { halal: false },
  ready: { ready: false },
  harvestSoon: { harvestSoon: false },
  madeByDisabled: { madeByDisabled: false },
};

type Named = { query: CatalogueQuery; places: Places; zones: Zones };

/** Each filter in use by its name on the screen, and the query without it. */
export function chosenFilters(t: Translate, { query, places, zones }: Named): ChosenFilter[] {
  const { kind, groupKind, place, sendTo, priceFrom, priceTo } = query;
  const named = places.flatMap((regency) => [regency, ...regency.districts]).find((each) => each.code === place);
  const zone = zones.find((each) => each.id === sendTo)?.name ?? sendTo ?? "";
  const labels: Record<Filter, string | null> = {
    kind: kind && t(`listing-kind.${kind}`),
    groupKind: groupKind && t(`group-kind.${groupKind}`),
    place: place && (named?.name ?? place),
    sendTo: sendTo && t("catalogue.chip.send-to", { zone }),
    priceFrom: priceFrom === null ? null : t("catalogue.chip.price-from", { amount: formatRupiah(priceFrom) }),
    priceTo: priceTo === null ? null : t("catalogue.chip.price-to", { amount: formatRupiah(priceTo) }),
    permit: query.permit && t(`label.${query.permit}`),
    halal: query.halal ? t("catalogue.check.halal") : null,
    ready: query.ready ? t("catalogue.check.ready") : null,
    harvestSoon: query.harvestSoon ? t("catalogue.check.harvestSoon") : null,
    madeByDisabled: query.madeByDisabled ? t("catalogue.check.madeByDisabled") : null,
  };
  return (Object.keys(WITHOUT) as Filter[]).flatMap((filter) => {
    const label = labels[filter];
    return label === null ? [] : [{ filter, label, without: WITHOUT[filter] }];
  });
}
