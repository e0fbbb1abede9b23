import { and, desc, eq } from "drizzle-orm";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { splitRules } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewRule = {
  id: string;
  groupId: string;
  name: string;
  rule: SplitRule;
  decision: string;
  /** Null keeps what the last version of this rule was. */
  isDefault: boolean | null;
  createdBy: string;
  now: Date;
};

/** Adds the next version of a rule. Versions are never edited: lines that were sold under one go on naming it. */
export async function insertSplitRule(tx: Tx, { isDefault, now, ...rule }: NewRule): Promise<number> {
  const [last] = await tx
    .select({ version: splitRules.version, isDefault: splitRules.isDefault })
    .from(splitRules)
    .where(and(eq(splitRules.groupId, rule.groupId), eq(splitRules.name, rule.name)))
    .orderBy(desc(splitRules.version))
    .limit(1);
  const version = (last?.version ?? 0) + 1;
  if (isDefault) await tx.update(splitRules).set({ isDefault: 0 }).where(eq(splitRules.groupId, rule.groupId));
  await tx.insert(splitRules).values({
    ...rule,
    version,
    isDefault: isDefault === null ? (last?.isDefault ?? 0) : Number(isDefault),
    effectiveFrom: now,
  });
  return version;
}
