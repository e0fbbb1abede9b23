/** A province, regency or city, district or village; the code is Kemendagri's, PP.KK.CC.DDDD. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The names above and including one code; levels below it are absent. */
export interface RegionNames {
  readonly province?: string;
  readonly regency?: string;
  readonly district?: string;
  readonly village?: string;
}

/** The administrative map. Lists are in the order of their codes, and empty when the parent is unknown. */
export interface Regions {
  provinces(): Promise<readonly Region[]>;
  regencies(provinceCode: string): Promise<readonly Region[]>;
  districts(regencyCode: string): Promise<readonly Region[]>;
  villages(districtCode: string): Promise<readonly Region[]>;
  /** @returns null when there is no such region */
  describe(code: string): Promise<RegionNames | null>;
  exists(code: string): Promise<boolean>;
}
