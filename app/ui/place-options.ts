import type { FilterChoice } from "./filter-fields.tsx";
import { withCount } from "./with-count.tsx";

type Places = readonly { code: string; name: string; districts: readonly { code: string; name: string }[] }[];

/** Regencies with their districts below them, to choose from; with how many each leaves, where that is counted. */
export function placeOptions(places: Places, countOf?: (code: string) => number): FilterChoice[] {
  const label = ({ code, name }: { code: string; name: string }) => (countOf ? withCount(name, countOf(code)) : name);
  return places.map(({ districts, ...regency }) => ({
    value: regency.code,
    label: label(regency),
    within: districts.map((district) => ({ value: district.code, label: label(district) })),
  }));
}
