import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueLink, countFilters, readCatalogueQuery } from "#app/domain/catalogue.ts";

function read(text: string) {
  return readCatalogueQuery(new URLSearchParams(text));
}

describe("the catalogue's address", () => {
  it("is understood in full", () => {
    expect(
      read(
        "q= tenun &kind=craft&groupKind=boutique&place=21.72.04&priceFrom=50.000&priceTo=Rp 100.000&ready=yes&harvestSoon=yes&madeByDisabled=yes&permit=pirt&halal=yes&sendTo=lingga&sort=dearest&after=62000.a1",
      ),
    ).toEqual({
      query: {
        q: "tenun",
        kind: "craft",
        groupKind: "boutique",
        place: "21.72.04",
        priceFrom: 50_000,
        priceTo: 100_000,
        permit: "pirt",
        halal: true,
        ready: true,
        harvestSoon: true,
        madeByDisabled: true,
        sendTo: "lingga",
        sort: "dearest",
        cursor: { direction: "after", key: 62_000, id: "a1" },
      },
      unread: [],
    });
  });

  it.each([
    "kind=gold",
    "place=21",
    "place=21.72.04.1002",
    "place=%25",
    "sort=relevance",
    "after=x",
    "before=-1.a",
    "sendTo=%25",
    "permit=gold",
    "halal=no",
  ])("leaves out what it does not know: %s", (text) => {
    expect(read(text)).toEqual(read(""));
  });

  it("says which price it could not read, and takes two prices in either order", () => {
    expect(read("priceFrom=murah&priceTo=-5").unread).toEqual(["priceFrom", "priceTo"]);
    expect(read("priceFrom=90000&priceTo=1000").query).toMatchObject({ priceFrom: 1000, priceTo: 90_000 });
  });

  it("cuts a search at 200 characters, whole signs, without control characters", () => {
    expect(read(`q=${"a".repeat(500)}`).query.q).toHaveLength(200);
    expect([...read(`q=${"👩".repeat(500)}`).query.q]).toEqual(Array(200).fill("👩"));
    expect(read("q=a%00b").query.q).toBe("a b");
  });

  it("sorts a search by how well it fits, everything else by what is new", () => {
    expect(read("q=nanas").query.sort).toBe("relevance");
    expect(read("").query.sort).toBe("newest");
    const cleared = catalogueLink(read("q=nanas").query, { q: "" });
    expect(cleared).toBe("");
  });

  it("is written so that it reads back the same, from the first page after any change", () => {
    const text = fc.option(fc.string({ maxLength: 30 }), { nil: "" });
    fc.assert(
      fc.property(
        fc.record({
          q: text,
          kind: fc.constantFrom("craft", "x", ""),
          permit: fc.constantFrom("bpom-md", "md", ""),
          halal: fc.constantFrom("yes", ""),
          priceFrom: text,
          after: fc.constantFrom("", "5.a"),
        }),
        (asked) => {
          const { query } = readCatalogueQuery(new URLSearchParams(asked));
          expect(read(catalogueLink(query, { cursor: query.cursor })).query).toEqual(query);
          expect(read(catalogueLink(query)).query).toEqual({ ...query, cursor: null });
        },
      ),
    );
  });

  it("counts the filters, not the search", () => {
    expect(countFilters(read("q=a&sort=cheapest&ready=yes&priceTo=5000").query)).toBe(2);
  });
});
