import { describe, expect, test } from "vitest";
import { idnAreaRegions } from "#app/adapters/regions/idn-area.ts";

const regions = idnAreaRegions();

describe("the administrative map", () => {
  test("has 38 provinces, named as people write them", async () => {
    const names = (await regions.provinces()).map((region) => region.name);
    expect(names).toHaveLength(38);
    expect(names).toEqual(expect.arrayContaining(["Kepulauan Riau", "DKI Jakarta", "Daerah Istimewa Yogyakarta"]));
  });

  test("knows the seven regencies and cities of Kepulauan Riau", async () => {
    expect(await regions.regencies("21")).toEqual([
      { code: "21.01", name: "Kabupaten Bintan" },
      { code: "21.02", name: "Kabupaten Karimun" },
      { code: "21.03", name: "Kabupaten Natuna" },
      { code: "21.04", name: "Kabupaten Lingga" },
      { code: "21.05", name: "Kabupaten Kepulauan Anambas" },
      { code: "21.71", name: "Kota Batam" },
      { code: "21.72", name: "Kota Tanjung Pinang" },
    ]);
    expect((await regions.regencies("73")).map((region) => region.name)).toContain(
      "Kabupaten Pangkajene dan Kepulauan",
    );
  });

  test("knows the 18 villages of Tanjung Pinang", async () => {
    const districts = await regions.districts("21.72");
    expect(districts.map((district) => district.name)).toEqual([
      "Tanjung Pinang Barat",
      "Tanjung Pinang Timur",
      "Tanjung Pinang Kota",
      "Bukit Bestari",
    ]);
    const villages = (await Promise.all(districts.map((district) => regions.villages(district.code)))).flat();
    expect(villages.map((village) => village.name)).toEqual([
      ...["Tanjung Pinang Barat", "Kemboja", "Kampung Baru", "Bukit Cermin"],
      ...["Melayu Kota Piring", "Kampung Bulang", "Air Raja", "Batu IX", "Pinang Kencana"],
      ...["Tanjung Pinang Kota", "Senggarang", "Penyengat", "Kampung Bugis"],
      ...["Tanjung Pinang Timur", "Dompak", "Tanjung Ayun Sakti", "Sei Jang", "Tanjung Unggat"],
    ]);
  });

  test("describes a code with the names above it", async () => {
    expect(await regions.describe("21.72.03.1005")).toEqual({
      province: "Kepulauan Riau",
      regency: "Kota Tanjung Pinang",
      district: "Tanjung Pinang Kota",
      village: "Kampung Bugis",
    });
    expect(await regions.describe("21.04")).toEqual({ province: "Kepulauan Riau", regency: "Kabupaten Lingga" });
  });

  test("finds the first, a middle and the last child of a family", async () => {
    expect((await regions.describe("21.72.02.1001"))?.village).toBe("Melayu Kota Piring");
    expect((await regions.describe("21.72.02.1004"))?.village).toBe("Batu IX");
    expect((await regions.describe("21.72.02.1005"))?.village).toBe("Pinang Kencana");
  });

  test.each(["21.72.03.1002", "21.72.99", "20", "00", "", "21.72.03.1005'", "KODE", "21.72.03.10"])(
    "does not know %j",
    async (code) => {
      expect(await regions.exists(code)).toBe(false);
      expect(await regions.describe(code)).toBeNull();
      expect(await regions.villages(code)).toEqual([]);
    },
  );

  test("every village of the country can be found by its code", async () => {
    let villages = 0;
    for (const province of await regions.provinces())
      for (const regency of await regions.regencies(province.code))
        for (const district of await regions.districts(regency.code)) {
          const children = await regions.villages(district.code);
          villages += children.length;
          for (const village of children) {
            if (!/\S/.test(village.name) || village.name.includes('"')) expect.fail(`${village.code} has no name`);
          }
        }
    expect(villages).toBe(83_763);
  });
});
