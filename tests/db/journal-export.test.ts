import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type JournalFormat, journalWriter } from "#app/domain/journal-file.ts";
import { NETWORK_BOOK } from "#app/domain/ledger.ts";
import { rupiah } from "#app/domain/money.ts";
import { type Actor, NotAllowed } from "#app/domain/permissions.ts";
import { loader } from "#app/routes/books/journal-file.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { checkBook, listBookAccounts, readJournal } from "#db/read/journal.ts";
import { trialBalance } from "#db/read/ledger.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { earned } from "#tests/world/earnings.ts";
import { anEntry, posted } from "#tests/world/entries.ts";
import { balancesByHledger, findHledger } from "#tests/world/hledger.ts";
import { paidInCash } from "#tests/world/payouts.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

let operator: Actor;
let group: Awaited<ReturnType<typeof aGroup>>;
const folder = mkdtempSync(join(tmpdir(), "journals-"));

beforeAll(async () => {
  operator = (await aPerson({ isOperator: true })).actor;
  group = await aGroup({}, ["Aminah", 'Burhan; | \\ "Bur"', "Cik Siti"]);
  const memberIds = group.members.map((member) => member.id);
  for (const [at, memberId] of memberIds.entries()) await earned({ groupId: group.id, memberId, amount: 151_810 + at });
  const ctx = testContext({ actor: group.officer });
  await drawCash(ctx, { groupId: group.id, amount: rupiah(100_000), formKey: `two\nlines; of ${testId()} key` });
  await paidInCash(ctx, { groupId: group.id, memberId: memberIds[0] ?? "", amount: rupiah(51_810) });
  // More than one page of them, and accounts back at zero.
  for (let count = 0; count < 260; count += 1)
    for (const sign of [1, -1])
      await posted(
        anEntry({
          memo: 'said "so"',
          moves: [
            [{ kind: "stripe", owner: { kind: "network" } }, sign * (count + 1)],
            [{ kind: "buyer-credit", owner: { kind: "buyer", id: `buyer-${count % 3}` } }, -sign * (count + 1)],
          ],
        }),
      );
}, 180_000);

async function exported(actor: Actor, book: string, format: JournalFormat): Promise<string> {
  const { head, entry, foot } = journalWriter(format);
  const { accounts, pages } = await readJournal(actor, book);
  const parts = [head(accounts)];
  for await (const page of pages) for (const each of page) parts.push(entry(each, parts.length === 1));
  return [...parts, foot].join("");
}

async function journalFile(actor: Actor, book: string, format: JournalFormat): Promise<string> {
  const file = join(folder, `${book}.${format}`);
  writeFileSync(file, await exported(actor, book, format));
  return file;
}

describe("the exported journal", () => {
  it("gives hledger every balance that the books have, book by book and all together", async ({ skip }) => {
    if (!findHledger()) skip("hledger is not here and could not be installed: apt-get install hledger");
    const files: string[] = [];
    for (const [actor, book] of [
      [group.officer, group.id],
      [operator, NETWORK_BOOK],
    ] as const) {
      const file = await journalFile(actor, book, "hledger");
      const ours = (await listBookAccounts(actor, book)).map(({ code, balance }) => [code, balance]);
      expect(Object.fromEntries(balancesByHledger([file]))).toEqual(Object.fromEntries(ours));
      files.push(file);
      execFileSync("hledger", ["-f", file, "check", "--strict"]);
    }
    const all = (await trialBalance()).accounts.map(({ accountCode, balance }) => [accountCode, balance]);
    expect(all.length).toBeGreaterThan(8);
    expect(Object.fromEntries(balancesByHledger(files))).toEqual(Object.fromEntries(all));
  });

  it("as JSON is enough for anybody to recompute the chain", async () => {
    const { entries } = JSON.parse(await exported(operator, NETWORK_BOOK, "json"));
    expect(entries.length).toBeGreaterThan(520);
    let last = "";
    for (const { previousHash, id, sequence, actorId, at, hash, ...said } of entries) {
      const lines = said.postings.map((line: Record<string, unknown>) => [
        line.accountCode,
        line.amount,
        line.orderLineId,
      ]);
      const content = [said.book, said.kind, said.key, said.causeKind, said.causeId, said.memo, lines];
      const whole = JSON.stringify([last, id, sequence, actorId, Date.parse(at), content]);
      expect(previousHash).toBe(last);
      last = createHash("sha256").update(whole).digest("hex");
      expect(hash).toBe(last);
    }
    expect(await checkBook(operator, NETWORK_BOOK)).toMatchObject({ head: { hash: last, sequence: entries.length } });
  });

  it("comes as a file of the same content, and only to who may see that book", async () => {
    const ctx = testContext({ actor: group.officer });
    const ask = (slug: string, file: string) =>
      loader(opening({ path: `/books/${slug}/journal/${file}`, params: { group: slug, file }, ctx }));
    const answer = await ask(group.slug, "journal.csv");
    expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
    expect(answer.headers.get("Content-Disposition")).toBe(`attachment; filename="${group.slug}-journal.csv"`);
    expect(await answer.text()).toBe((await exported(group.officer, group.id, "csv")).slice(1));
    await expect(ask(group.slug, "journal.exe")).rejects.toMatchObject({ status: 404 });
    await expect(ask(NETWORK_BOOK, "journal.csv")).rejects.toMatchObject({ status: 404 });
    await expect(readJournal(group.officer, NETWORK_BOOK)).rejects.toThrow(NotAllowed);
    await expect(checkBook(group.officer, NETWORK_BOOK)).rejects.toThrow(NotAllowed);
  });
});
