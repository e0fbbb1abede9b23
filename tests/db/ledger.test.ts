import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Account, type AccountKind, accountCode, mirrorOf, type NewEntry } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import {
  balanceOf,
  balancesOf,
  listAccountPostings,
  listEntryPostings,
  trialBalance,
  verifyBooks,
} from "#db/read/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { LedgerKeyConflict, post } from "#db/write/ledger.ts";
import { anEntry, byNobody, posted } from "#tests/world/entries.ts";

const cashBoxOf = (id: string): Account => ({ kind: "cash-box", owner: { kind: "group", id } });
const codeOf = ({ kind, owner }: Account): string => accountCode(kind, owner);

describe("posting", () => {
  it("moves the balances, and lists the posting with its cause", async () => {
    const box = cashBoxOf("moves");
    const fund: Account = { kind: "group-fund", owner: { kind: "group", id: "moves" } };
    const entry = anEntry({
      book: "moves",
      kind: "cash-drawn",
      memo: "kas",
      moves: [
        [box, 700],
        [fund, -700],
      ],
    });
    await posted({ ...entry, postings: entry.postings.map((posting) => ({ ...posting, orderLineId: "l1" })) });
    expect(await balanceOf(codeOf(box))).toBe(700);
    expect(await balancesOf([codeOf(fund), "cash-box:group:none"])).toEqual(
      new Map([
        [codeOf(fund), -700],
        ["cash-box:group:none", 0],
      ]),
    );
    const { actorId, now: at } = byNobody;
    expect(await listAccountPostings(codeOf(box))).toEqual([
      {
        entryId: expect.any(String),
        book: "moves",
        sequence: 1,
        kind: "cash-drawn",
        at,
        memo: "kas",
        causeKind: "payment",
        causeId: "p1",
        actorId,
        amount: 700,
        orderLineId: "l1",
      },
    ]);
    expect(await listAccountPostings(codeOf(box), { offset: 1 })).toEqual([]);
  });

  it("gives an entry's postings back as they were, so that a refund can mirror them", async () => {
    const entry = anEntry({
      moves: [
        [cashBoxOf("mirrored"), 5],
        [{ kind: "bank", owner: { kind: "network" } }, -5],
      ],
    });
    await posted(entry);
    const standing = await listEntryPostings(entry.key);
    expect(standing).toEqual(entry.postings);
    await posted({ ...anEntry(), postings: mirrorOf(standing) });
    expect(await balanceOf("cash-box:group:mirrored")).toBe(0);
    expect(await listEntryPostings("paid:nothing")).toEqual([]);
  });

  it("once for a key: the second time answers with the first, and another content is a conflict", async () => {
    const entry = anEntry({
      moves: [
        [cashBoxOf("once"), 5],
        [cashBoxOf("other"), -5],
      ],
    });
    const first = await posted(entry);
    expect(first.fresh).toBe(true);
    expect(await posted(entry)).toEqual({ entryId: first.entryId, fresh: false });
    await expect(posted({ ...entry, memo: "another" })).rejects.toThrow(LedgerKeyConflict);
    await expect(posted({ ...entry, postings: mirrorOf(entry.postings) })).rejects.toThrow(LedgerKeyConflict);
    expect(await balanceOf("cash-box:group:once")).toBe(5);
  });

  it("refuses what does not balance before it reaches the database", async () => {
    const entry = anEntry({
      moves: [
        [cashBoxOf("wrong"), 5],
        [cashBoxOf("other"), -4],
      ],
    });
    await expect(posted(entry)).rejects.toThrow(RangeError);
    expect(await balanceOf("cash-box:group:wrong")).toBe(0);
  });

  it("leaves nothing when the rest of its transaction fails", async () => {
    const entry = anEntry({
      moves: [
        [cashBoxOf("undone"), 5],
        [cashBoxOf("other"), -5],
      ],
    });
    const failing = inTransaction(async (tx) => {
      await post(tx, entry, byNobody);
      throw new Error("something else went wrong");
    });
    await expect(failing).rejects.toThrow("something else went wrong");
    expect(await listEntryPostings(entry.key)).toEqual([]);
    expect((await posted(entry)).fresh).toBe(true);
  });

  it("at the same time to one book numbers the entries without a gap, and posts one key once", async () => {
    const same = anEntry({
      book: "busy",
      moves: [
        [cashBoxOf("busy"), 1],
        [cashBoxOf("other"), -1],
      ],
    });
    const entries = Array.from({ length: 20 }, (_, position) =>
      position % 4 === 0 ? same : { ...same, key: `paid:${randomUUID()}` },
    );
    const outcomes = await Promise.all(entries.map(posted));
    expect(outcomes.filter((outcome) => outcome.fresh)).toHaveLength(16);
    const lines = await listAccountPostings("cash-box:group:busy");
    expect(lines.map((line) => line.sequence)).toEqual(Array.from({ length: 16 }, (_, position) => position + 1));
    expect(await verifyBooks()).toMatchObject({ ok: true });
  });
});

describe("300 random operations", () => {
  const kinds: AccountKind[] = ["bank", "cash-box", "member-payable", "group-fund"];
  const anAccount: fc.Arbitrary<Account> = fc
    .tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 5 }))
    .map(([kind, id]) => ({ kind, owner: { kind: "member", id: `random-${id}` } }));
  const balancedMoves = fc
    .array(
      fc.tuple(
        anAccount,
        fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).filter((amount) => amount !== 0),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((moves): [Account, number][] => {
      const total = moves.reduce((all, [, amount]) => all + amount, 0);
      return [...moves, [cashBoxOf("balance"), -total]];
    })
    .filter((moves) => moves.every(([, amount]) => amount !== 0));
  const anOperation = fc.record({
    act: fc.constantFrom("post", "post", "post", "repeat", "conflict", "unbalanced", "undo"),
    book: fc.constantFrom("network", "random-a", "random-b"),
    moves: balancedMoves,
    pick: fc.nat(),
  });
  type Operation = typeof anOperation extends fc.Arbitrary<infer T> ? T : never;

  it("keep every balance equal to a plain model's, and the books verified", async () => {
    const operations = fc.array(anOperation, { minLength: 300, maxLength: 300 });
    await fc.assert(fc.asyncProperty(operations, replayAgainstModel), { numRuns: 1, endOnFailure: true });
  });

  async function replayAgainstModel(operations: Operation[]): Promise<void> {
    const model = new Map<string, bigint>();
    const known: NewEntry[] = [];
    const before = (await verifyBooks()).entries;
    for (const { act, book, moves, pick } of operations) {
      const earlier = known[pick % Math.max(1, known.length)];
      const entry = anEntry({ book, moves });
      if (act === "post" || !earlier) {
        expect((await posted(entry)).fresh).toBe(true);
        known.push(entry);
        for (const { account, amount } of entry.postings)
          model.set(codeOf(account), (model.get(codeOf(account)) ?? 0n) + BigInt(amount));
      } else if (act === "repeat") {
        expect((await posted(earlier)).fresh).toBe(false);
      } else if (act === "conflict") {
        await expect(posted({ ...entry, key: earlier.key })).rejects.toThrow(LedgerKeyConflict);
      } else if (act === "unbalanced") {
        const [first, ...rest] = entry.postings;
        const skewed = first ? [{ ...first, amount: rupiah(first.amount * 2) }, ...rest] : [];
        await expect(posted({ ...entry, postings: skewed })).rejects.toThrow(RangeError);
      } else {
        const undone = inTransaction(async (tx) => {
          await post(tx, entry, byNobody);
          throw new Error("undone");
        });
        await expect(undone).rejects.toThrow("undone");
      }
    }
    const balances = await balancesOf([...model.keys()]);
    expect([...balances].map(([code, balance]) => [code, BigInt(balance)])).toEqual([...model]);
    expect((await trialBalance()).total).toBe(0);
    expect(await verifyBooks()).toMatchObject({ ok: true, entries: before + known.length });
  }
});
