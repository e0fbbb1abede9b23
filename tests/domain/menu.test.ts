import { describe, expect, it } from "vitest";
import { BAR_AT_MOST, currentOf, menuOf, startOf } from "#app/domain/menu.ts";
import { type Actor, NOBODY } from "#app/domain/permissions.ts";
import type { Office } from "#app/domain/who.ts";

const person = (over: Partial<Actor> = {}): Actor => ({ ...NOBODY, personId: "person", ...over });

function inGroups(offices: Office[], slugs = ["anyam"]): Actor["memberships"] {
  return slugs.map((slug) => ({
    groupId: slug,
    groupSlug: slug,
    groupName: slug,
    memberId: `member-${slug}`,
    offices,
  }));
}

const PEOPLE: Record<string, { actor: Actor; start: string; bar: string[] }> = {
  "a visitor": { actor: NOBODY, start: "/", bar: ["home", "listings", "groups", "basket", "sign-in"] },
  "a buyer": { actor: person(), start: "/", bar: ["home", "listings", "basket", "orders", "account"] },
  "a member": {
    actor: person({ memberships: inGroups([]) }),
    start: "/desk",
    bar: ["desk", "own-money", "listings", "basket", "account"],
  },
  "a secretary": {
    actor: person({ memberships: inGroups(["secretary"]) }),
    start: "/desk",
    bar: ["desk", "consignments", "listings", "basket", "account"],
  },
  "a treasurer": {
    actor: person({ memberships: inGroups(["treasurer"]) }),
    start: "/desk",
    bar: ["desk", "books", "listings", "basket", "account"],
  },
  "somebody of two groups": {
    actor: person({ memberships: inGroups(["chair"], ["anyam", "tani"]) }),
    start: "/desk",
    bar: ["desk", "listings", "basket", "account"],
  },
  "a hub keeper": {
    actor: person({ hubIds: ["hub"] }),
    start: "/runs",
    bar: ["runs", "deliveries", "listings", "basket", "account"],
  },
  "a member who keeps a hub": {
    actor: person({ hubIds: ["hub"], memberships: inGroups(["treasurer"]) }),
    start: "/desk",
    bar: ["desk", "runs", "listings", "basket", "account"],
  },
  "an operator": {
    actor: person({ isOperator: true }),
    start: "/operate",
    bar: ["operate", "payments", "runs", "listings", "account"],
  },
};

describe.each(Object.entries(PEOPLE))("the menu of %s", (_who, { actor, start, bar }) => {
  it("begins with where their work is and holds what a thumb can choose from", () => {
    const menu = menuOf(actor);
    expect(menu.bar.map((item) => item.key)).toEqual(bar);
    expect(startOf(actor)).toBe(start);
    expect(menu.bar.length).toBeGreaterThanOrEqual(4);
    expect(menu.bar.length).toBeLessThanOrEqual(BAR_AT_MOST);
    const paths = [...menu.bar, ...menu.wide].map((item) => item.path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

it("leads an operator who is in a group to the desk as well", () => {
  const { wide } = menuOf(person({ isOperator: true, memberships: inGroups(["chair"]) }));
  expect(wide.map((item) => item.key)).toContain("desk");
});

describe("the way that a page belongs to", () => {
  const items = menuOf(person()).bar;
  it.each([
    ["/", { path: "/", place: "page" }],
    ["/listings?q=tikar", { path: "/listings", place: "page" }],
    ["/listings/tikar", { path: "/listings", place: "true" }],
    ["/account", { path: "/account", place: "page" }],
    // Both the account and its orders fit: the nearer one is marked.
    ["/account/orders", { path: "/account/orders", place: "page" }],
    ["/account/edit", { path: "/account", place: "true" }],
    ["/listingsx", null],
    ["/groups", null],
  ])("of %s is %j", (here, expected) => {
    expect(currentOf(items, here)).toEqual(expected);
  });
});
