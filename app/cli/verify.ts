import { trialBalance, verifyBooks } from "#db/read/ledger.ts";

/** Prints one JSON document; exit code 1 when anything in the books is wrong. */
export async function run(): Promise<number> {
  const [books, trial] = await Promise.all([verifyBooks(), trialBalance()]);
  const ok = books.ok && trial.total === 0;
  console.log(
    JSON.stringify(
      { ok, entries: books.entries, total: trial.total, problems: books.problems, heads: books.heads },
      null,
      2,
    ),
  );
  return ok ? 0 : 1;
}
