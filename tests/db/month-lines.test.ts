import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EntryKind, NewEntry } from "#app/domain/ledger.ts";
import { rupiah, sum } from "#app/domain/money.ts";
import {
  ALL_LINES,
  cutPage,
  isShown,
  type LineCursor,
  MONTH_SHOWS,
  type MonthFilter,
  tallyShows,
} from "#app/domain/month-filter.ts";
import { LINE_FLAGS } from "#app/domain/month-review.ts";
import { acceptLines } from "#app/usecases/books/accept-lines.ts";
import { type ReviewBasis, readReviewBasis } from "#db/read/month-basis.ts";
import { listMonthLines, tallyMonthLines } from "#db/read/month-lines.ts";
import { members, orderLineShares, orderLines, payouts, splitRules } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { aDeliveredLine, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup } from "#tests/world/people.ts";

/** Nine lines of October with every flag somewhere, two flags on one, three at the same moment, one plain; and one of November. */
async function anOddMonth() {
  const group = await aGroup();
  const [aminah = "", burhan = "", siti = ""] = group.members.map(({ id }) => id);
  const lines: Awaited<ReturnType<typeof aDeliveredLine>>[] = [];
  for (const [at, day] of [3, 3, 3, 5, 8, 9, 12, 20, 28].entries())
    lines.push(await aDeliveredLine(group, { deliveredAt: ofOctober(day), goodsValue: 90_000 + 7 * at }));
  await aDeliveredLine(group, { deliveredAt: new Date(OCTOBER.untilMs) });
  const lineId = (at: number): string => lines[at]?.lineId ?? "";
  await inTransaction(async (tx) => {
    const own = tx.update(splitRules).set({ isDefault: 1, name: "Umum", effectiveFrom: new Date(0) });
    const [plain] = await tx
      .select()
      .from(orderLines)
      .where(eq(orderLines.id, lineId(0)));
    await own.where(eq(splitRules.id, plain?.splitRuleId ?? ""));
    for (const at of [1, 2, 3, 6, 7, 8])
      await tx
        .update(orderLines)
        .set({ splitRuleId: plain?.splitRuleId ?? "" })
        .where(eq(orderLines.id, lineId(at)));
    const [dear] = await tx
      .select()
      .from(orderLines)
      .where(eq(orderLines.id, lineId(4)));
    const [rule] = await tx
      .select()
      .from(splitRules)
      .where(eq(splitRules.id, dear?.splitRuleId ?? ""));
    if (rule) {
      const fixedCosts = [{ name: "kain", rupiahPerUnit: 90_029 }];
      await tx
        .update(splitRules)
        .set({ rule: { ...rule.rule, fixedCosts } })
        .where(eq(splitRules.id, rule.id));
    }
    await tx
      .update(orderLines)
      .set({ catchWeight: true, missing: rupiah(900) })
      .where(eq(orderLines.id, lineId(1)));
    await tx
      .update(orderLines)
      .set({ catchWeight: true })
      .where(eq(orderLines.id, lineId(2)));
    await tx
      .update(orderLines)
      .set({ listingName: "Kain 100% tenun" })
      .where(eq(orderLines.id, lineId(6)));
    // Only some lines hold a share of the one who left, and of the one who owes.
    for (const at of [0, 1, 2, 4, 6, 7])
      await tx
        .update(orderLineShares)
        .set({ memberId: aminah })
        .where(eq(orderLineShares.orderLineId, lineId(at)));
    await tx
      .update(orderLineShares)
      .set({ reason: "no-contribution", memberId: null })
      .where(eq(orderLineShares.orderLineId, lineId(8)));
    await tx
      .update(members)
      .set({ leftAt: ofOctober(25) })
      .where(eq(members.id, siti));
    const money = {
      groupId: group.id,
      year: 2026,
      repaid: rupiah(0),
      paidBy: group.appliedBy,
      method: "cash" as const,
    };
    const paid = { ...money, memberId: aminah, amount: rupiah(10_000), paidAt: ofOctober(21) };
    await tx.insert(payouts).values({ ...paid, id: testId(), number: 1, formKey: testId() });
    const by = { actorId: null, now: ofOctober(23), newId: testId };
    const moved = (kind: EntryKind, memberId: string, amount: number, line: { orderLineId?: string }): NewEntry => ({
      ...{ book: group.id, key: testId(), causeKind: "order-line", causeId: lineId(7), kind },
      postings: [
        {
          account: { kind: "member-payable", owner: { kind: "member", id: memberId } },
          amount: rupiah(amount),
          ...line,
        },
        { account: { kind: "group-fund", owner: { kind: "group", id: group.id } }, amount: rupiah(-amount), ...line },
      ],
    });
    await post(tx, moved("returned", aminah, 4_000, { orderLineId: lineId(7) }), by);
    await post(tx, moved("adjusted", burhan, 900_000, {}), by);
  });
  return { group, month: { groupId: group.id, month: OCTOBER }, members: [aminah, burhan, siti] };
}

const EVERYTHING = { cursor: null, limit: 100 };

/** A view read page by page, forwards, and the way back from its end. */
async function walk(basis: ReviewBasis, filter: MonthFilter, size: number) {
  const read = async (cursor: LineCursor | null) =>
    cutPage(await listMonthLines(basis, { filter, cursor, limit: size + 1 }), { cursor, size });
  const seen: string[][] = [];
  let [cursor, page] = [null as LineCursor | null, await read(null)];
  const edge = (at: number, direction: LineCursor["direction"]): LineCursor => {
    const line = page.rows.at(at);
    return {
      ...{ direction, deliveredMs: line?.deliveredAt?.getTime() ?? 0 },
      ...{ number: line?.orderNumber ?? "", position: line?.position ?? 0 },
    };
  };
  for (; ; page = await read(cursor)) {
    seen.push(page.rows.map(({ id }) => id));
    if (!page.hasAfter) break;
    cursor = edge(-1, "after");
  }
  const back: string[][] = [page.rows.map(({ id }) => id)];
  while (page.hasBefore) {
    page = await read(edge(0, "before"));
    back.unshift(page.rows.map(({ id }) => id));
  }
  return { seen, back };
}

describe("a month's lines", () => {
  it("are the same page by page, counted and summed by the database as line by line", async () => {
    const { month, members: ids } = await anOddMonth();
    const basis = await readReviewBasis(month);
    const all = await listMonthLines(basis, { filter: ALL_LINES, ...EVERYTHING });
    expect(all).toHaveLength(9);
    expect(all.filter((line) => line.flags.length === 0).length).toBeGreaterThan(0);
    expect(LINE_FLAGS.filter((flag) => !all.some((line) => line.flags.includes(flag)))).toEqual([]);
    const anyView = fc.record({
      show: fc.constantFrom(...MONTH_SHOWS),
      memberId: fc.constantFrom(null, ...ids, "nobody"),
      goods: fc.constantFrom("", "kain 100%", "%", "_", "nothing such"),
    });
    await fc.assert(
      fc.asyncProperty(anyView, fc.integer({ min: 1, max: 4 }), async (filter, size) => {
        const narrowed = await listMonthLines(basis, { filter: { ...filter, show: "all" }, ...EVERYTHING });
        const shown = narrowed.filter((line) => isShown(filter.show, line));
        const { seen, back } = await walk(basis, filter, size);
        expect(seen.flat()).toEqual(shown.map(({ id }) => id));
        expect(back.flat()).toEqual(seen.flat());
        expect(seen.slice(0, -1).every((page) => page.length === size)).toBe(true);
        const counted = narrowed.map(({ flags, isAccepted, value }) => ({ flags, isAccepted, value, lines: 1 }));
        const tallies = tallyShows(await tallyMonthLines(basis, filter));
        expect(tallies).toEqual(tallyShows(counted));
        expect(tallies[filter.show]).toEqual({ lines: shown.length, value: sum(shown.map(({ value }) => value)) });
      }),
      { numRuns: 4, examples: [[{ show: "to-review", memberId: null, goods: "" }, 2]] },
    );
  });

  it("are accepted by the view they are in, all at once, and only as they were seen", async () => {
    const { group, month } = await anOddMonth();
    const ctx = testContext({ actor: group.officer });
    const basis = await readReviewBasis(month);
    const tallies = async () => tallyShows(await tallyMonthLines(basis, ALL_LINES));
    const before = await tallies();
    const filter = { ...ALL_LINES, show: "inactive-member" as const };
    const seen = before["inactive-member"].lines;
    expect(await acceptLines(ctx, { ...month, chosen: { filter, seen: seen - 1 } })).toMatchObject({
      reason: "lines-changed",
    });
    expect(await tallies()).toEqual(before);
    expect(await acceptLines(ctx, { ...month, chosen: { filter, seen } })).toEqual({ ok: true, accepted: seen });
    expect((await tallies())["to-review"].lines).toBe(before["to-review"].lines - seen);
    expect(await acceptLines(ctx, { ...month, chosen: { filter, seen } })).toMatchObject({ reason: "lines-changed" });
    expect(await acceptLines(ctx, { ...month, chosen: { filter, seen: 0 } })).toMatchObject({ reason: "choose-lines" });
    const rest = { filter: ALL_LINES, seen: before["to-review"].lines - seen };
    expect(await acceptLines(ctx, { ...month, chosen: rest })).toEqual({ ok: true, accepted: rest.seen });
    const after = await listMonthLines(basis, { filter: ALL_LINES, ...EVERYTHING });
    expect(after.map((line) => line.isAccepted)).toEqual(after.map((line) => line.flags.length > 0));
  });
});
