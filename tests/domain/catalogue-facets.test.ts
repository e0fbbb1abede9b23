import { describe, expect, it } from "vitest";
import { readCatalogueQuery } from "#app/domain/catalogue.ts";
import { readCursor, writeCursor } from "#app/domain/catalogue-cursor.ts";
import { type CatalogueBucket, countFacets } from "#app/domain/catalogue-facets.ts";

const mat: CatalogueBucket = {
  kind: "craft",
  groupKind: "craft",
  villageCode: "21.72.04.1002",
  madeByDisabled: true,
  permitKind: null,
  isHalal: false,
  isReady: true,
  isHarvestedSoon: false,
  count: 3,
};
const pineapple: CatalogueBucket = {
  ...{ kind: "harvest", groupKind: "farm", villageCode: "21.01.08.2002", madeByDisabled: false },
  ...{ permitKind: null, isHalal: false, isReady: false, isHarvestedSoon: true, count: 5 },
};
const chilli: CatalogueBucket = { ...pineapple, isReady: true, isHarvestedSoon: false, count: 2 };
const buckets = [mat, pineapple, chilli];

const read = (address: string) => readCatalogueQuery(new URLSearchParams(address)).query;
const facets = (address: string) => countFacets(buckets, read(address));

describe("the counts beside the filters", () => {
  it("count all when nothing is asked", () => {
    expect(facets("")).toEqual({
      all: 10,
      kind: { craft: 3, harvest: 7 },
      groupKind: { craft: 3, farm: 7 },
      place: { "21.72": 3, "21.72.04": 3, "21.01": 7, "21.01.08": 7 },
      permit: {},
      halal: 0,
      madeByDisabled: 3,
      ready: 5,
      harvestSoon: 5,
      without: {},
      anyKind: { craft: 3, harvest: 7 },
    });
  });

  it("leave a filter's own choice open and keep all others", () => {
    const seen = facets("kind=harvest&ready=yes");
    expect(seen).toMatchObject({ all: 2, kind: { craft: 3, harvest: 2 }, groupKind: { farm: 2 }, ready: 2 });
    expect(seen.without).toEqual({ kind: 5, ready: 7 });
  });

  it("say which filter stands in the way when nothing is left", () => {
    const seen = facets("kind=craft&place=21.01");
    expect(seen.all).toBe(0);
    expect(seen.without).toEqual({ kind: 7, place: 3 });
    expect(seen.anyKind).toEqual({ craft: 3, harvest: 7 });
  });

  it("count permits and halal certificates, each without itself", () => {
    const cake = { ...mat, kind: "food" as const, permitKind: "pirt" as const, isHalal: true, count: 4 };
    const drink = { ...cake, permitKind: "bpom-md" as const, count: 2 };
    const ofFood = (address: string) =>
      countFacets([mat, cake, drink, { ...drink, isHalal: false, count: 1 }], read(address));
    expect(ofFood("")).toMatchObject({ permit: { pirt: 4, "bpom-md": 3 }, halal: 6 });
    expect(ofFood("permit=bpom-md")).toMatchObject({ all: 3, permit: { pirt: 4, "bpom-md": 3 }, halal: 2 });
    expect(ofFood("permit=bpom-md&halal=yes")).toMatchObject({ all: 2, without: { permit: 6, halal: 3 } });
  });

  it("compare whole parts of a place's code", () => {
    expect(facets("place=21.01").all).toBe(7);
    expect(facets("place=21.72.04").all).toBe(3);
  });
});

describe("a cursor", () => {
  it("reads back as it was written", () => {
    const cursor = { direction: "after" as const, key: 62_000, id: "a1-b2" };
    expect(readCursor(new URLSearchParams({ after: writeCursor(cursor) }))).toEqual(cursor);
    expect(readCursor(new URLSearchParams({ before: "0.x" }))).toEqual({ direction: "before", key: 0, id: "x" });
  });

  it.each(["", "1", "1.", ".a", "-1.a", "1e9.a", "1.a b", "1.%", "9999999999999999.a", "٣.a"])(
    "is none for %j",
    (text) => {
      expect(readCursor(new URLSearchParams({ after: text }))).toBeNull();
    },
  );
});
