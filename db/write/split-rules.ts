import { splitRules } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertSplitRule(tx: Tx, rule: typeof splitRules.$inferInsert): Promise<void> {
  await tx.insert(splitRules).values(rule);
}
