import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data";
import { levelOf, parentOf, REGION_LEVELS, type RegionLevel } from "#app/domain/region.ts";
import type { Region, RegionNames, Regions } from "./port.ts";

/**
 * Children by parent code, each family as one text of "code<TAB>name" lines: 84,000 villages as objects would hold
 * some 15 MB for good, as texts they hold a fifth of it.
 */
type Families = ReadonlyMap<string, string>;

interface Row {
  readonly code: string;
  readonly name: string;
}

const load: Record<RegionLevel, () => Promise<Row[]>> = {
  province: getProvinces,
  regency: () => getRegencies(),
  district: () => getDistricts(),
  village: () => getVillages(),
};

/** Regions from the npm package idn-area-data; each level is read at its first use and then kept. */
export function idnAreaRegions(): Regions {
  const levels = new Map<RegionLevel, Promise<Families>>();

  function families(level: RegionLevel): Promise<Families> {
    const known = levels.get(level);
    if (known !== undefined) return known;
    const loading = load[level]().then((rows) => gather(rows, level));
    // A level that could not be read is tried again by whoever asks next.
    loading.catch(() => levels.delete(level));
    levels.set(level, loading);
    return loading;
  }

  async function children(level: RegionLevel, parent: string): Promise<readonly Region[]> {
    const family = (await families(level)).get(parent);
    return family === undefined ? [] : family.split("\n").map(toRegion);
  }

  async function nameOf(code: string): Promise<string | null> {
    const level = levelOf(code);
    if (level === null) return null;
    const family = (await families(level)).get(parentOf(code) ?? "");
    const start = family === undefined ? -1 : `\n${family}`.indexOf(`\n${code}\t`);
    if (family === undefined || start < 0) return null;
    const line = family.slice(start, family.indexOf("\n", start) < 0 ? undefined : family.indexOf("\n", start));
    return toRegion(line).name;
  }

  return {
    provinces: () => children("province", ""),
    regencies: (provinceCode) => children("regency", provinceCode),
    districts: (regencyCode) => children("district", regencyCode),
    villages: (districtCode) => children("village", districtCode),
    exists: async (code) => (await nameOf(code)) !== null,
    async describe(code) {
      if ((await nameOf(code)) === null) return null;
      const names: { -readonly [Level in keyof RegionNames]: RegionNames[Level] } = {};
      const parts = code.split(".");
      for (const [depth, level] of REGION_LEVELS.slice(0, parts.length).entries()) {
        const name = await nameOf(parts.slice(0, depth + 1).join("."));
        if (name !== null) names[level] = name;
      }
      return names;
    },
  };
}

function gather(rows: readonly Row[], level: RegionLevel): Families {
  const written = level === "province" || level === "regency" ? titleCase : plainName;
  const lines = new Map<string, string[]>();
  for (const { code, name } of rows) {
    // The package's files end in a blank line, which it hands over as a row.
    if (levelOf(code) === null) continue;
    const parent = parentOf(code) ?? "";
    const family = lines.get(parent) ?? [];
    family.push(`${code}\t${written(name)}`);
    lines.set(parent, family);
  }
  return new Map([...lines].map(([parent, family]) => [parent, family.sort().join("\n")]));
}

function toRegion(line: string): Region {
  const [code = "", name = ""] = line.split("\t");
  return { code, name };
}

/** The package writes provinces and regencies in capitals: "KOTA TANJUNG PINANG". */
function titleCase(name: string): string {
  return name
    .trim()
    .split(" ")
    .map((word) => (word === "DKI" ? word : word === "DAN" ? "dan" : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(" ");
}

/** Districts and villages come as people write them, but for some with " instead of an apostrophe or a small first letter. */
function plainName(name: string): string {
  const plain = name.trim().replaceAll('"', "'");
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
