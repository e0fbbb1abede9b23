import { accountCode, checkEntry, type NewEntry } from "#app/domain/ledger.ts";

/** Balances after these entries; accounts at zero are left out. */
export function balancesAfter(entries: readonly NewEntry[]): Record<string, number> {
  const balances = new Map<string, number>();
  for (const entry of entries) {
    checkEntry(entry);
    for (const { account, amount } of entry.postings) {
      const code = accountCode(account.kind, account.owner);
      balances.set(code, (balances.get(code) ?? 0) + amount);
    }
  }
  return Object.fromEntries([...balances].filter(([, balance]) => balance !== 0));
}
