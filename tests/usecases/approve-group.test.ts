import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { approveGroup } from "#app/usecases/operate/approve-group.ts";
import { listWaitingGroups } from "#db/read/groups.ts";
import { testContext } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

describe("approve-group", () => {
  it("lets a waiting group in, once", async () => {
    const operator = await aPerson({ isOperator: true });
    const group = await aGroup({ state: "waiting" });
    const ctx = testContext({ actor: operator.actor });
    expect((await listWaitingGroups(operator.actor)).map((waiting) => waiting.id)).toEqual([group.id]);
    expect(await approveGroup(ctx, { groupId: group.id })).toEqual({ ok: true });
    expect(await listWaitingGroups(operator.actor)).toEqual([]);
    expect(await approveGroup(ctx, { groupId: group.id })).toEqual({ ok: false, reason: "group-not-waiting" });
  });

  it("is for the operator alone", async () => {
    const group = await aGroup({ state: "waiting" });
    await expect(approveGroup(testContext({ actor: group.officer }), { groupId: group.id })).rejects.toThrow(
      NotAllowed,
    );
    await expect(listWaitingGroups(group.officer)).rejects.toThrow(NotAllowed);
  });
});
