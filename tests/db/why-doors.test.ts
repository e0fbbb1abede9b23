import { describe, expect, it } from "vitest";
import { NOBODY } from "#app/domain/permissions.ts";
import type { Office } from "#app/domain/who.ts";
import { OWED, type Why, whyAddress } from "#app/domain/why.ts";
import { loader as entryPage } from "#app/routes/books/see-entry.tsx";
import { loader as whyPage } from "#app/routes/books/why.tsx";
import { testContext } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aDeliveredLine } from "#tests/world/months.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

type TestGroup = Awaited<ReturnType<typeof aGroup>>;

async function aMemberOf(group: TestGroup, at: number, offices: Office[] = []) {
  const memberId = group.members[at]?.id ?? "";
  const { id } = await aPerson();
  return {
    ...{ ...NOBODY, personId: id },
    memberships: [{ groupId: group.id, groupSlug: group.slug, groupName: group.name, memberId, offices }],
  };
}

/** Two groups that each sold something, and everybody who might look. */
async function aTown() {
  const [group, other] = [await aGroup(), await aGroup()];
  for (const each of [group, other]) await aDeliveredLine(each, { deliveredAt: new Date("2026-10-05T03:00:00Z") });
  return {
    ...{ group, other },
    people: {
      treasurer: group.officer,
      auditor: await aMemberOf(group, 2, ["auditor"]),
      packer: await aMemberOf(group, 2, ["packer"]),
      member: await aMemberOf(group, 1),
      otherTreasurer: other.officer,
      operator: (await aPerson({ isOperator: true })).actor,
      nobody: NOBODY,
    },
  };
}

type Town = Awaited<ReturnType<typeof aTown>>;

/** What each of them is told: how many postings, or the refusal. */
async function toldBy(town: Town, of: (person: keyof Town["people"]) => Promise<unknown>) {
  const told: Record<string, unknown> = {};
  for (const person of Object.keys(town.people) as (keyof Town["people"])[])
    told[person] = await of(person).catch((refusal: unknown) => statusOf(refusal));
  return told;
}

function statusOf(refusal: unknown): unknown {
  if (refusal instanceof Response) return refusal.status;
  if (typeof refusal === "object" && refusal !== null && "init" in refusal)
    return (refusal.init as { status?: number } | null)?.status;
  throw refusal;
}

describe("the page that says what makes an amount", () => {
  const askedBy = (town: Town, slug: string, why: Why) => (person: keyof Town["people"]) => {
    const ctx = testContext({ actor: town.people[person] });
    const path = whyAddress(slug, null, why);
    return whyPage(opening({ path, params: { group: slug }, ctx })).then((page) => page.all.postings);
  };

  it("is of a group's accounts the treasurer's, chair's, auditor's and operator's", async () => {
    const town = await aTown();
    const told = await toldBy(town, askedBy(town, town.group.slug, OWED));
    expect(told).toEqual({
      ...{ treasurer: 3, auditor: 3, operator: 3 },
      ...{ packer: 403, member: 403, otherTreasurer: 404, nobody: 302 },
    });
  });

  it("is of a member's account that member's too, and no other member's", async () => {
    const town = await aTown();
    const why = (at: number): Why => ({ ...OWED, of: "member", member: town.group.members[at]?.id ?? "" });
    const hers = await toldBy(town, askedBy(town, town.group.slug, why(1)));
    expect(hers).toEqual({
      ...{ treasurer: 1, auditor: 1, operator: 1, member: 1 },
      ...{ packer: 403, otherTreasurer: 403, nobody: 302 },
    });
    const othersOf = await toldBy(town, askedBy(town, town.group.slug, why(0)));
    expect(othersOf).toMatchObject({ member: 403, packer: 403, otherTreasurer: 403, nobody: 302 });
    // Another group's member under this group's address is nobody.
    const foreign: Why = { ...OWED, of: "member", member: town.other.members[1]?.id ?? "" };
    expect(await toldBy(town, askedBy(town, town.group.slug, foreign))).toMatchObject({
      treasurer: 404,
      operator: 404,
    });
  });

  it("is of the network's accounts, holders and buyers the operator's alone", async () => {
    const town = await aTown();
    for (const of of ["network", "book", "holder", "buyer"] as const) {
      const told = await toldBy(town, askedBy(town, "network", { of, kind: ["fund-spent"] }));
      const { operator, nobody, ...others } = told;
      expect([of, operator, nobody]).toEqual([of, 0, 302]);
      expect(new Set(Object.values(others))).toEqual(new Set([404]));
    }
    const under = await toldBy(town, askedBy(town, town.group.slug, { of: "holder", kind: ["fund-spent"] }));
    expect(under).toMatchObject({ treasurer: 403, auditor: 403, member: 403, operator: 0 });
  });
});

describe("the page of an entry", () => {
  it("shows officers every posting, a member her own, and outsiders nothing", async () => {
    const town = await aTown();
    const told = await toldBy(town, async (person) => {
      const ctx = testContext({ actor: town.people[person] });
      const path = `/books/${town.group.slug}/entries/1`;
      const page = await entryPage(opening({ path, params: { group: town.group.slug, entry: "1" }, ctx }));
      return [page.postings.length, page.others.count];
    });
    expect(told).toEqual({
      ...{ treasurer: [6, 0], auditor: [6, 0], operator: [6, 0], member: [1, 5], packer: [1, 5] },
      ...{ otherTreasurer: 404, nobody: 302 },
    });
  });
});
