import type { FilterChoice } from "./filter-fields.tsx";

type Places = readonly { code: string; name: string; districts: readonly { code: string; name: string }[] }[];

/** Regencies with their districts below them, to choose from. */
export function placeOptions(places: Places): FilterChoice[] {
  return places.map(({ code, name, districts }) => ({
    value: code,
    label: name,
    within: districts.map((district) => ({ value: district.code, label: district.name })),
  }));
}
