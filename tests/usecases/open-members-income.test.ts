import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sum } from "#app/domain/money.ts";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { openMembersIncome } from "#app/usecases/books/open-members-income.ts";
import { lastMonths } from "#app/web/month.ts";
import { db } from "#db/client.server.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { findGroup } from "#db/read/groups.ts";
import { listMemberIncome, listMembersIncome, listSeason } from "#db/read/income.ts";
import { activities } from "#db/schema.ts";
import { as, MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aDeliveredLine, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const DECISION = "Rapat 12 Oktober 2026, semua setuju";
const months = lastMonths(MARKET_DAY);

async function asked(slug: string) {
  const group = await findGroup(slug);
  return { groupId: group?.id ?? "", isVotedOpen: group?.opensIncome ?? false, months };
}

describe("open-members-income", () => {
  it("lets members see each other's income by the meeting's vote alone, and closes it again", async () => {
    const group = await aGroup();
    const member = (await anOfficer(group, [])).actor;
    const stranger = (await anOfficer(await aGroup(), ["chair", "treasurer"])).actor;
    const chair = as(testContext(), group.officer);
    await expect(listMembersIncome(member, await asked(group.slug))).rejects.toThrow(NotAllowed);
    await expect(listSeason(member, await asked(group.slug))).rejects.toThrow(NotAllowed);
    const vote = { groupId: group.id, isOpen: true, decision: DECISION };
    for (let times = 0; times < 2; times += 1) expect(await openMembersIncome(chair, vote)).toEqual({ ok: true });
    expect(await listMembersIncome(member, await asked(group.slug))).toHaveLength(4);
    for (const actor of [stranger, NOBODY])
      await expect(listMembersIncome(actor, await asked(group.slug))).rejects.toThrow(NotAllowed);
    expect((await findGroup(group.slug))?.incomeDecision).toBe(DECISION);
    await openMembersIncome(chair, { ...vote, isOpen: false, decision: "Rapat 9 November 2026" });
    await expect(listMembersIncome(member, await asked(group.slug))).rejects.toThrow(NotAllowed);
    const noted = await db().select().from(activities).where(eq(activities.groupId, group.id));
    expect(noted.map(({ note }) => note).toSorted()).toEqual(["closed: Rapat 9 November 2026", `open: ${DECISION}`]);
  });

  it("is the chair's to write down", async () => {
    const group = await aGroup();
    const vote = { groupId: group.id, isOpen: true, decision: DECISION };
    for (const office of ["treasurer", "secretary", "auditor"] as const) {
      const { actor } = await anOfficer(group, [office]);
      await expect(openMembersIncome(as(testContext(), actor), vote)).rejects.toThrow(NotAllowed);
    }
  });
});

it("a group's season and its members' months are the sales as they were posted", async () => {
  const group = await aGroup();
  const first = await aDeliveredLine(group, { deliveredAt: ofOctober(3), goodsValue: 120_001 });
  const second = await aDeliveredLine(group, { deliveredAt: new Date(OCTOBER.untilMs), goodsValue: 60_000 });
  await aDeliveredLine(await aGroup(), { deliveredAt: ofOctober(3) });
  const of = await asked(group.slug);
  const season = await listSeason(group.officer, of);
  expect(season.map(({ amount }) => amount)).toEqual([0, 0, 0, 0, first.value, second.value]);
  expect(season.map(({ best }) => best !== "")).toEqual([false, false, false, false, true, true]);
  const income = await listMembersIncome(group.officer, of);
  const owed = await listMemberBalances(group.officer, group.id);
  expect(income.map(({ id, total }) => [id, total])).toEqual(owed.map((member) => [member.id, member.owed]));
  for (const { id, amounts, total } of income) {
    const own = await listMemberIncome(group.officer, { groupId: group.id, memberId: id, months });
    expect(amounts).toEqual(own.map(({ amount }) => amount));
    expect(sum(amounts)).toBe(total);
  }
});
