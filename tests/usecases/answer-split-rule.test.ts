import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { answerSplitRule } from "#app/usecases/books/answer-split-rule.ts";
import { setRuleApproval } from "#app/usecases/books/set-rule-approval.ts";
import { setSplitRule } from "#app/usecases/books/set-split-rule.ts";
import { listGroupTasks } from "#db/read/group-tasks.ts";
import { findRuleInForce, listRuleVersions } from "#db/read/split-rules.ts";
import { MARKET_DAY, testContext } from "#tests/world/context.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

const DAY_MS = 86_400_000;
const rule: SplitRule = { method: "equal", fundBasisPoints: 750, fixedCosts: [], fixedShares: [], pieceRates: [] };
const said = { decision: "Rapat 24 November", isDefault: true, fromDay: null, minutes: null };

async function aGroupThatWantsTwo() {
  const group = await aGroup();
  const other = await anOfficer(group, ["treasurer"]);
  const as = (now = MARKET_DAY) => ({
    first: testContext({ actor: group.officer, now }),
    second: testContext({ actor: other.actor, now }),
  });
  const at = as();
  await setSplitRule(at.first, { groupId: group.id, name: "Umum", rule, ...said });
  await setRuleApproval(at.first, { groupId: group.id, needsTwo: true });
  const propose = async (over: { fromDay?: string } = {}) => {
    const wanted = { ...rule, fundBasisPoints: 1000 };
    const answer = await setSplitRule(at.first, { groupId: group.id, name: "Umum", rule: wanted, ...said, ...over });
    const [newest] = await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY });
    return { answer, ruleId: newest?.id ?? "" };
  };
  const inForce = async (now = MARKET_DAY) =>
    (await findRuleInForce({ groupId: group.id, listingRuleId: null, now }))?.version;
  return { group, as, ...at, propose, inForce };
}

describe("answer-split-rule", () => {
  it("lets a new version hold only when another officer agrees, and counts it as a task until then", async () => {
    const { group, first, second, propose, inForce } = await aGroupThatWantsTwo();
    const { answer, ruleId } = await propose();
    expect(answer).toMatchObject({ ok: true, version: 2, isWaiting: true });
    expect(await inForce()).toBe(1);
    const tasksOf = async ({ actor }: typeof first) =>
      (await listGroupTasks(actor, MARKET_DAY)).filter(({ kind }) => kind === "split-rule").map(({ count }) => count);
    expect([await tasksOf(first), await tasksOf(second)]).toEqual([[], [1]]);
    const approve = { groupId: group.id, ruleId, answer: "approved" } as const;
    expect(await answerSplitRule(first, approve)).toMatchObject({ ok: false, reason: "rule-not-waiting" });
    expect(await inForce()).toBe(1);
    expect(await answerSplitRule(second, approve)).toEqual({ ok: true });
    expect([await inForce(), await tasksOf(second)]).toEqual([2, []]);
    const [version] = await listRuleVersions(group.officer, { groupId: group.id, now: MARKET_DAY });
    expect(version).toMatchObject({ standing: "in-force", answeredBy: second.actor.name, isOwn: true });
  });

  it("answers once: of two that press together one is heard, and what was declined never holds", async () => {
    const { group, as, second, propose, inForce } = await aGroupThatWantsTwo();
    const third = await anOfficer(group, ["chair"]);
    const { ruleId } = await propose();
    const input = { groupId: group.id, ruleId };
    const answers = await Promise.all([
      answerSplitRule(second, { ...input, answer: "declined" }),
      answerSplitRule(testContext({ actor: third.actor }), { ...input, answer: "declined" }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const later = new Date(MARKET_DAY.getTime() + DAY_MS);
    expect(await answerSplitRule(as(later).second, { ...input, answer: "approved" })).toMatchObject({ ok: false });
    expect(await inForce(later)).toBe(1);
  });

  it("begins when it was agreed, if its day has gone by meanwhile", async () => {
    const { group, as, propose, inForce } = await aGroupThatWantsTwo();
    const { ruleId } = await propose({ fromDay: "2026-11-25" });
    const late = new Date(MARKET_DAY.getTime() + 5 * DAY_MS);
    expect(await answerSplitRule(as(late).second, { groupId: group.id, ruleId, answer: "approved" })).toEqual({
      ok: true,
    });
    expect([await inForce(new Date(late.getTime() - 1)), await inForce(late)]).toEqual([1, 2]);
  });

  it("keeps one waiting at a time, and is for officers of that group only", async () => {
    const { first, group, propose } = await aGroupThatWantsTwo();
    const { ruleId } = await propose();
    expect((await propose()).answer).toMatchObject({ ok: false, reason: "rule-waits" });
    const stranger = testContext({ actor: (await aGroup()).officer });
    const input = { groupId: group.id, ruleId, answer: "approved" } as const;
    await expect(answerSplitRule(stranger, input)).rejects.toThrow(NotAllowed);
    const member = await anOfficer(group, []);
    await expect(answerSplitRule(testContext({ actor: member.actor }), input)).rejects.toThrow(NotAllowed);
    expect(await setSplitRule(first, { groupId: group.id, name: "Kebaya", rule, ...said })).toMatchObject({ ok: true });
  });
});
