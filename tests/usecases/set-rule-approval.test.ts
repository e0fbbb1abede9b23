import { describe, expect, it } from "vitest";
import { setRuleApproval } from "#app/usecases/books/set-rule-approval.ts";
import { findRuleApproval } from "#db/read/split-rules.ts";
import { testContext } from "#tests/world/context.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

describe("set-rule-approval", () => {
  it("is begun by one and ended by two", async () => {
    const group = await aGroup();
    const other = await anOfficer(group, ["treasurer"]);
    const [one, two] = [group.officer, other.actor].map((actor) => testContext({ actor }));
    if (!one || !two) throw new Error("two officers are needed");
    const { id: groupId } = group;
    const needsTwo = async () => (await findRuleApproval(group.officer, groupId)).needsTwo;
    await setRuleApproval(one, { groupId, needsTwo: true });
    expect(await needsTwo()).toBe(true);
    expect(await setRuleApproval(one, { groupId, needsTwo: false })).toEqual({ ok: true, isAsked: true });
    expect(await setRuleApproval(one, { groupId, needsTwo: false })).toMatchObject({ reason: "second-person-needed" });
    expect(await needsTwo()).toBe(true);
    // Somebody who would rather keep two takes the question back.
    await setRuleApproval(two, { groupId, needsTwo: true });
    expect(await setRuleApproval(two, { groupId, needsTwo: false })).toEqual({ ok: true, isAsked: true });
    expect(await setRuleApproval(one, { groupId, needsTwo: false })).toEqual({ ok: true, isAsked: false });
    expect(await needsTwo()).toBe(false);
  });
});
