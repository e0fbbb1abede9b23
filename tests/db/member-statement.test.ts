import { describe, expect, it } from "vitest";
import { credit, debit, entry, group as ofGroup } from "#app/domain/entry-draft.ts";
import { rupiah } from "#app/domain/money.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { listStatement } from "#db/read/member-statement.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { testId } from "#tests/world/context.ts";
import { aGroup } from "#tests/world/people.ts";

type TestGroup = Awaited<ReturnType<typeof aGroup>>;

/** A delivery of two lines of hers, at the same moment as others: only book, number and place tell them apart. */
async function twoLines(group: TestGroup, memberId: string, amount: number) {
  const hers = { kind: "member", id: memberId } as const;
  const lines = [testId(), testId()];
  const postings = lines.flatMap((orderLineId, at) => [
    { ...debit("deposits-held", ofGroup(group.id), rupiah(amount + at)), orderLineId },
    { ...credit("member-payable", hers, rupiah(amount + at)), orderLineId },
  ]);
  const id = testId();
  const draft = entry({
    book: group.id,
    kind: "delivered",
    key: `delivered:${id}`,
    cause: ["consignment", id],
    postings,
  });
  const now = new Date("2026-10-05T03:00:00Z");
  await inTransaction((tx) => post(tx, draft, { actorId: null, now, newId: testId }));
}

describe("a member's statement", () => {
  it("is the same read in pages of any size, each line with what was owed after it", async () => {
    const group = await aGroup();
    const [memberId = "", other = ""] = group.members.map(({ id }) => id);
    for (const amount of [1_000, 20_000, 300]) await twoLines(group, memberId, amount);
    await twoLines(group, other, 7);
    const asked = { groupId: group.id, memberId };
    const whole = await listStatement(group.officer, { ...asked, limit: 99 });
    const [balance] = (await listMemberBalances(group.officer, group.id)).filter(({ id }) => id === memberId);
    expect([whole.owed, whole.rows[0]?.owed, whole.hasOlder]).toEqual([balance?.owed, balance?.owed, false]);
    expect(whole.rows.map(({ change, owed, isLast }) => [change, owed, isLast])).toEqual([
      [301, 42_603, true],
      [300, 42_302, false],
      [20_001, 42_002, true],
      [20_000, 22_001, false],
      [1_001, 2_001, true],
      [1_000, 1_000, false],
    ]);
    for (const limit of [1, 2, 3, 4, 5]) {
      const rows: typeof whole.rows = [];
      let page = await listStatement(group.officer, { ...asked, limit });
      while (page.rows.length > 0) {
        expect(page.owed).toBe(whole.owed);
        rows.push(...page.rows);
        expect(page.hasOlder).toBe(rows.length < whole.rows.length);
        page = await listStatement(group.officer, { ...asked, limit, before: page.rows.at(-1)?.id });
      }
      expect(rows).toEqual(whole.rows);
    }
    const theirs = await listStatement(group.officer, { ...asked, memberId: other, limit: 1 });
    // A posting of somebody else is no place in her statement.
    const foreign = await listStatement(group.officer, { ...asked, limit: 9, before: theirs.rows[0]?.id });
    expect([foreign.rows, foreign.owed]).toEqual([[], whole.owed]);
  });
});
