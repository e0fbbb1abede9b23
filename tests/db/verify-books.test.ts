import { describe, expect, it } from "vitest";
import { isPostgres } from "#db/dialect.ts";
import { migrate } from "#db/migrate.server.ts";
import { verifyBooks } from "#db/read/ledger.ts";
import { anEntry, posted } from "#tests/world/entries.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

const guards = isPostgres
  ? ["entries_append_only ON entries", "postings_append_only ON postings", "postings_before_entry ON postings"]
  : ["entries_no_update", "entries_no_delete", "postings_no_update", "postings_no_delete", "postings_before_entry"];

/** What somebody could do who takes the guards away first; they come back with the next start. */
async function tamper(...statements: string[]): Promise<void> {
  for (const guard of guards) await rawSql(`DROP TRIGGER ${guard}`);
  for (const statement of statements) await rawSql(statement);
  await migrate();
}

async function bookOfThree(book: string): Promise<string[]> {
  const ids: string[] = [];
  for (let count = 0; count < 3; count += 1) ids.push((await posted(anEntry({ book }))).entryId);
  return ids;
}

async function problemsOf(book: string): Promise<unknown[]> {
  const { ok, problems } = await verifyBooks();
  expect(ok).toBe(false);
  return problems.filter((problem) => problem.book === book);
}

describe("verifying the books", () => {
  it("finds nothing wrong with books as they were written, and gives the last hash of each", async () => {
    await bookOfThree("right");
    expect(await verifyBooks()).toMatchObject({ ok: true, problems: [], entries: 3 });
    const { heads } = await verifyBooks();
    expect(heads).toEqual([{ book: "right", sequence: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });

  it("names the entry whose memo, actor or time was changed", async () => {
    for (const [book, change] of [
      ["memo", "memo = 'changed'"],
      ["actor", "actor_id = 'somebody'"],
      ["time", isPostgres ? "at = at + interval '1 ms'" : "at = at + 1"],
    ] as const) {
      const ids = await bookOfThree(book);
      await tamper(`UPDATE entries SET ${change} WHERE id = '${ids[1]}'`);
      expect(await problemsOf(book)).toEqual([{ book, sequence: 2, rowId: ids[1], problem: "content-changed" }]);
    }
  });

  it("names the entry whose amounts were changed, even where they still sum to zero", async () => {
    const ids = await bookOfThree("amounts");
    await tamper(`UPDATE postings SET amount = amount * 2 WHERE entry_id = '${ids[0]}'`);
    expect(await problemsOf("amounts")).toEqual([
      { book: "amounts", sequence: 1, rowId: ids[0], problem: "content-changed" },
    ]);
    await tamper(`UPDATE postings SET amount = amount + 1 WHERE entry_id = '${ids[0]}' AND position = 0`);
    expect(await problemsOf("amounts")).toEqual([
      { book: "amounts", sequence: 1, rowId: ids[0], problem: "does-not-balance" },
    ]);
  });

  it("names the entry after one that was taken out, and the one that lost its postings", async () => {
    const ids = await bookOfThree("gap");
    await tamper(`DELETE FROM postings WHERE entry_id = '${ids[2]}'`);
    expect(await problemsOf("gap")).toMatchObject([{ sequence: 3, problem: "too-few-postings" }]);
    await tamper(`DELETE FROM postings WHERE entry_id = '${ids[1]}'`, `DELETE FROM entries WHERE id = '${ids[1]}'`);
    expect(await problemsOf("gap")).toEqual([{ book: "gap", sequence: 3, rowId: ids[2], problem: "out-of-sequence" }]);
  });

  it("names the entry that hangs on another hash than the one before it has", async () => {
    const ids = await bookOfThree("chain");
    await tamper(`UPDATE entries SET previous_hash = 'x' WHERE id = '${ids[2]}'`);
    expect(await problemsOf("chain")).toEqual([{ book: "chain", sequence: 3, rowId: ids[2], problem: "chain-broken" }]);
  });

  it("names an account that was given to another owner", async () => {
    await bookOfThree("owner");
    await tamper("UPDATE accounts SET owner_id = 'thief' WHERE code = 'deposits-held:group:g1'");
    expect((await verifyBooks()).problems).toContainEqual({
      book: "",
      sequence: null,
      rowId: "deposits-held:group:g1",
      problem: "account-code-changed",
    });
  });
});
