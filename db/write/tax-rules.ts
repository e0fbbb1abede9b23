import { max } from "drizzle-orm";
import { taxRules } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Adds the next version of the limits and the rate. */
export async function insertTaxRule(tx: Tx, rule: Omit<typeof taxRules.$inferInsert, "version">): Promise<number> {
  const [last] = await tx.select({ version: max(taxRules.version) }).from(taxRules);
  const version = (last?.version ?? 0) + 1;
  await tx.insert(taxRules).values({ ...rule, version });
  return version;
}
