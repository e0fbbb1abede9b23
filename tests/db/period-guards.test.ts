import { randomUUID } from "node:crypto";
import { and, eq, lt } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { reopenPeriod } from "#app/usecases/books/reopen-period.ts";
import { isPostgres } from "#db/dialect.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { bookHead, countedInLedger, listSeals, sealedUntil } from "#db/read/periods.ts";
import { accounts, entries, postings } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post, SealedPeriod } from "#db/write/ledger.ts";
import { as, testContext } from "#tests/world/context.ts";
import { anEntry } from "#tests/world/entries.ts";
import { monthOf, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup, anOfficer, aPerson } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

const newId = () => randomUUID();

async function aBook() {
  const group = await aGroup();
  const chair = (await anOfficer(group, ["chair"])).actor;
  const operator = (await aPerson({ isOperator: true })).actor;
  return { group, chair, operator };
}
type Book = Awaited<ReturnType<typeof aBook>>;

function postAt({ group }: Book, at: Date) {
  return inTransaction((tx) => post(tx, anEntry({ book: group.id }), { actorId: null, now: at, newId }));
}

async function closeMonth({ group, chair }: Book, month = OCTOBER) {
  const ctx = testContext({ actor: group.officer, now: new Date(month.untilMs + 86_400_000), newId });
  const which = { groupId: group.id, month };
  const ledger = await countedInLedger(group.id, month);
  await countPeriod(ctx, { ...which, counted: ledger });
  const proposed = await proposePeriod(ctx, which);
  return proposed.ok ? closePeriod(as(ctx, chair), which) : proposed;
}

/** The database's own words for the refusal, wherever the engine's driver put them. */
async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return `${error} ${error instanceof Error ? (error.cause ?? "") : ""}`;
  }
  return "was not refused";
}

/** Tries to write an entry that is right in everything but its date, past db/write/ledger.ts; what is not refused is undone. */
async function forge({ group }: Book, at: Date): Promise<void> {
  const id = newId();
  const code = "bank:network:network";
  const head = await bookHead(group.id, new Date("2999-01-01"));
  await inTransaction(async (tx) => {
    await tx
      .insert(accounts)
      .values({ code, kind: "bank", ownerKind: "network", ownerId: "network" })
      .onConflictDoNothing();
    for (const [position, amount] of [5, -5].entries())
      await tx
        .insert(postings)
        .values({ id: newId(), entryId: id, position, accountCode: code, amount: rupiah(amount) });
    const causes = { kind: "paid", key: id, inputHash: "x", causeKind: "test", causeId: "1", hash: "x" };
    const place = { book: group.id, sequence: head.sequence + 1, previousHash: head.hash };
    await tx.insert(entries).values({ id, at, ...place, ...causes });
    throw new Error("was not refused");
  });
}

describe("a sealed month", () => {
  let book: Book;
  beforeEach(async () => {
    book = await aBook();
    await postAt(book, ofOctober(3));
    expect(await closeMonth(book)).toEqual({ ok: true });
  });

  it("takes no entry by the one way into the ledger", async () => {
    await expect(postAt(book, new Date(OCTOBER.untilMs - 1))).rejects.toThrow(SealedPeriod);
    await expect(postAt(book, new Date(0))).rejects.toThrow(SealedPeriod);
    await postAt(book, new Date(OCTOBER.untilMs));
    await postAt(await aBook(), ofOctober(3));
  });

  it("takes none past it either: the database itself refuses", async () => {
    expect(await refusalOf(forge(book, new Date(OCTOBER.untilMs - 1)))).toContain("the period is sealed");
    expect(await refusalOf(forge(book, new Date(0)))).toContain("the period is sealed");
    expect(await refusalOf(forge(await aBook(), ofOctober(3)))).toContain("was not refused");
  });

  it("keeps its seal: no change, no removal, no other in its place", async () => {
    const of = `book = '${book.group.id}'`;
    expect(await refusalOf(rawSql(`UPDATE period_seals SET kind = 'reopened' WHERE ${of}`))).toContain("append-only");
    expect(await refusalOf(rawSql(`DELETE FROM period_seals WHERE ${of}`))).toContain("append-only");
    const replace = isPostgres
      ? `INSERT INTO period_seals SELECT * FROM period_seals WHERE ${of} ON CONFLICT (id) DO UPDATE SET reason = 'x'`
      : `INSERT OR REPLACE INTO period_seals SELECT * FROM period_seals WHERE ${of}`;
    expect(await refusalOf(rawSql(replace))).toMatch(/append-only|must follow the last one/);
    expect(await listSeals(book.group.id)).toHaveLength(1);
  });

  it("has a seal that names the last entry of the period, or none at all", async () => {
    const other = await aBook();
    await postAt(other, ofOctober(3));
    const columns =
      "id, book, turn, kind, month, until_at, head_sequence, head_hash, totals, prepared_by, done_by, reason, at";
    const copied = `SELECT '${newId()}', '${other.group.id}', 1, kind, month, until_at, head_sequence, head_hash, totals, prepared_by, done_by, reason, at FROM period_seals WHERE book = '${book.group.id}'`;
    expect(await refusalOf(rawSql(`INSERT INTO period_seals (${columns}) ${copied}`))).toContain("name the last entry");
  });
});

describe("months that are closed and opened again in any order", () => {
  const names = ["2026-06", "2026-07", "2026-08"];
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant("post" as const), day: fc.nat(91) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("close" as const), month: fc.nat(2) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("reopen" as const), month: fc.nat(2) }) },
  );

  it("keep the trial balance zero, take no entry into a sealed period, and forget no seal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const book = await aBook();
        let seals = 0;
        for (const each of steps) {
          const sealed = await sealedUntil(book.group.id);
          if (each.kind === "post") {
            const at = new Date(monthOf("2026-06").fromMs + each.day * 86_400_000);
            const isRefused = await postAt(book, at).then(
              () => false,
              (error) => error instanceof SealedPeriod,
            );
            expect(isRefused).toBe(sealed !== null && at < sealed);
            continue;
          }
          const month = monthOf(names[each.month] ?? "");
          const answer =
            each.kind === "close"
              ? await closeMonth(book, month)
              : await reopenPeriod(testContext({ actor: book.operator, newId }), {
                  ...{ groupId: book.group.id, month, reason: "Terlewat" },
                });
          if (answer.ok) seals += 1;
          expect(await listSeals(book.group.id)).toHaveLength(seals);
          await expectNothingAfterItsSeal(book);
        }
        expect((await trialBalance()).total).toBe(0);
      }),
      { numRuns: isPostgres ? 5 : 12 },
    );
    expect(await verifyBooks()).toMatchObject({ ok: true });
  }, 60_000);

  /** Of the months that are sealed now, no entry came later than what the standing seal saw. */
  async function expectNothingAfterItsSeal({ group }: Book): Promise<void> {
    const standing = await sealedUntil(group.id);
    if (!standing) return;
    const seal = (await listSeals(group.id)).find((each) => each.untilAt.getTime() === standing.getTime());
    const within = await inTransaction((tx) =>
      tx
        .select({ sequence: entries.sequence })
        .from(entries)
        .where(and(eq(entries.book, group.id), lt(entries.at, standing))),
    );
    expect(Math.max(0, ...within.map((entry) => entry.sequence))).toBe(seal?.headSequence);
  }
});
