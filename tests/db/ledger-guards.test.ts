import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { isPostgres } from "#db/dialect.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { accounts, entries, postings } from "#db/schema/ledger.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anEntry, posted } from "#tests/world/entries.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

let standing = "";

beforeAll(async () => {
  standing = (await posted(anEntry({ book: "guarded" }))).entryId;
});

/** The database's own words for the refusal, wherever the engine's driver put them. */
async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return `${error} ${error instanceof Error ? (error.cause ?? "") : ""}`;
  }
  return "was not refused";
}

type Forged = { amounts: number[]; sequence?: number; previousHash?: string; book?: string };

/** Writes an entry by hand, postings first, as only a program that goes past db/write/ledger.ts would. */
function forge({ amounts, sequence = 1, previousHash = "", book = randomUUID() }: Forged): Promise<void> {
  const id = randomUUID();
  const code = "bank:network:network";
  return inTransaction(async (tx) => {
    await tx
      .insert(accounts)
      .values({ code, kind: "bank", ownerKind: "network", ownerId: "network" })
      .onConflictDoNothing();
    for (const [position, amount] of amounts.entries())
      await tx
        .insert(postings)
        .values({ id: randomUUID(), entryId: id, position, accountCode: code, amount: rupiah(amount) });
    const causes = { kind: "paid", key: id, inputHash: "x", causeKind: "test", causeId: "1", at: new Date(0) };
    await tx.insert(entries).values({ id, book, sequence, previousHash, hash: "x", ...causes });
  });
}

const tables = ["entries", "postings"] as const;

describe("the database by itself", () => {
  it.each(tables)("refuses to change a row of %s", async (table) => {
    const change = table === "entries" ? "memo = 'changed'" : "amount = amount + 1";
    const where = table === "entries" ? "id" : "entry_id";
    expect(await refusalOf(rawSql(`UPDATE ${table} SET ${change} WHERE ${where} = '${standing}'`))).toContain(
      `${table} are append-only`,
    );
  });

  it.each(tables)("refuses to delete a row of %s", async (table) => {
    const where = table === "entries" ? "id" : "entry_id";
    expect(await refusalOf(rawSql(`DELETE FROM ${table} WHERE ${where} = '${standing}'`))).toContain(
      `${table} are append-only`,
    );
  });

  // SQLite has no TRUNCATE: there a DELETE without a condition empties a table.
  it.each(tables)("refuses to empty %s", async (table) => {
    const empty = isPostgres ? `TRUNCATE ${table} CASCADE` : `DELETE FROM ${table}`;
    expect(await refusalOf(rawSql(empty))).toContain(`${table} are append-only`);
  });

  it("refuses a row put in place of another", async () => {
    const replace = isPostgres
      ? `INSERT INTO entries SELECT * FROM entries WHERE id = '${standing}' ON CONFLICT (id) DO UPDATE SET memo = 'changed'`
      : `INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE id = '${standing}'`;
    expect(await refusalOf(rawSql(replace))).toMatch(/append-only|must follow the last one/);
  });

  it("refuses an entry that does not sum to zero", async () => {
    expect(await refusalOf(forge({ amounts: [5, -4] }))).toContain("must sum to zero");
  });

  it("refuses an entry with one posting, or with none", async () => {
    expect(await refusalOf(forge({ amounts: [5] }))).toContain("at least two postings");
    expect(await refusalOf(forge({ amounts: [] }))).toContain("at least two postings");
  });

  it("refuses a posting that joins a complete entry", async () => {
    const join = inTransaction((tx) =>
      tx.insert(postings).values({
        id: randomUUID(),
        entryId: standing,
        position: 9,
        accountCode: "bank:network:network",
        amount: rupiah(1),
      }),
    );
    expect(await refusalOf(join)).toContain("nothing can join it");
  });

  it("refuses postings without an entry, at the latest when the transaction ends", async () => {
    const orphans = inTransaction((tx) =>
      tx.insert(postings).values({
        id: randomUUID(),
        entryId: "nowhere",
        position: 0,
        accountCode: "bank:network:network",
        amount: rupiah(1),
      }),
    );
    expect(await refusalOf(orphans)).toMatch(/foreign key/i);
  });

  it("refuses an entry that leaves a gap, repeats a number, or does not know the one before it", async () => {
    expect(await refusalOf(forge({ amounts: [1, -1], sequence: 2 }))).toContain("must follow the last one");
    const again = { amounts: [1, -1], book: "guarded", sequence: 1 };
    expect(await refusalOf(forge(again))).toContain("must follow the last one");
    const forgetful = { amounts: [1, -1], book: "guarded", sequence: 2, previousHash: "f".repeat(64) };
    expect(await refusalOf(forge(forgetful))).toContain("must follow the last one");
  });

  it("has kept nothing of all these attempts", async () => {
    expect(await verifyBooks()).toMatchObject({ ok: true, entries: 1 });
    expect((await trialBalance()).accounts.map((account) => [account.accountCode, account.balance])).toEqual([
      ["bank:network:network", 1000],
      ["deposits-held:group:g1", -1000],
    ]);
  });
});
