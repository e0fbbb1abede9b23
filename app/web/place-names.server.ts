import { parentOf } from "#app/domain/region.ts";
import type { Context } from "#app/usecases/context.ts";

/** "Bukit Bestari, Tanjung Pinang" for each village code, or "Teluk Bintan" where that says both: short enough for a card. */
export async function shortPlaceNames(
  { regions }: Pick<Context, "regions">,
  villageCodes: Iterable<string>,
): Promise<(villageCode: string) => string> {
  const names = new Map<string, string>();
  for (const code of new Set(villageCodes)) {
    const { district = "", regency = "" } = (await regions.describe(parentOf(code) ?? "")) ?? {};
    const plain = regency.replace(/^(Kota|Kabupaten) /, "");
    names.set(code, district.includes(plain) ? district : `${district}, ${plain}`);
  }
  return (code) => names.get(code) ?? "";
}

/** "Dompak, Bukit Bestari, Kota Tanjung Pinang, Kepulauan Riau". */
export async function fullPlaceName({ regions }: Pick<Context, "regions">, villageCode: string): Promise<string> {
  const found = await regions.describe(villageCode);
  return [found?.village, found?.district, found?.regency, found?.province].filter(Boolean).join(", ");
}

export type PlaceChoice = { code: string; name: string; districts: { code: string; name: string }[] };

/** The regencies and districts in which the villages lie, to choose from. */
export async function placeChoices(
  { regions }: Pick<Context, "regions">,
  villageCodes: readonly string[],
): Promise<PlaceChoice[]> {
  const choices = new Map<string, PlaceChoice>();
  for (const district of new Set(villageCodes.map(parentOf))) {
    const regency = district && parentOf(district);
    const found = district && (await regions.describe(district));
    if (!regency || !found) continue;
    const choice = choices.get(regency) ?? { code: regency, name: found.regency ?? regency, districts: [] };
    choice.districts.push({ code: district, name: found.district ?? district });
    choices.set(regency, choice);
  }
  return [...choices.values()];
}
