import { and, count, desc, eq, sql } from "drizzle-orm";
import type { RuleState } from "#app/domain/rule-version.ts";
import type { SplitRule } from "#app/domain/split-rule.ts";
import { groups, splitRules } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type NewRule = {
  id: string;
  groupId: string;
  name: string;
  rule: SplitRule;
  decision: string;
  minutesPhotoId: string | null;
  /** Whether it is to be the rule of all goods without one of their own. */
  isDefault: boolean;
  state: RuleState;
  createdBy: string;
  effectiveFrom: Date;
};

/** Adds the next version of a rule. Versions are never edited: lines that were sold under one go on naming it. */
export async function insertSplitRule(tx: Tx, { isDefault, ...rule }: NewRule): Promise<number> {
  const [last] = await tx
    .select({ version: splitRules.version })
    .from(splitRules)
    .where(and(eq(splitRules.groupId, rule.groupId), eq(splitRules.name, rule.name)))
    .orderBy(desc(splitRules.version))
    .limit(1);
  const [before] = await tx
    .select({ versions: count().mapWith(Number) })
    .from(splitRules)
    .where(eq(splitRules.groupId, rule.groupId));
  const version = (last?.version ?? 0) + 1;
  const sequence = (before?.versions ?? 0) + 1;
  await tx.insert(splitRules).values({ ...rule, version, sequence, isDefault: Number(isDefault) });
  return version;
}

type Answer = { ruleId: string; groupId: string; state: "approved" | "declined"; answeredBy: string; now: Date };

/** The second officer's answer. An agreed version begins on its day, or now when that has gone by. @returns whether it still waited */
export async function answerSplitRule(tx: Tx, { ruleId, groupId, state, answeredBy, now }: Answer): Promise<boolean> {
  const [waiting] = await tx
    .select({ effectiveFrom: splitRules.effectiveFrom })
    .from(splitRules)
    .where(and(eq(splitRules.id, ruleId), eq(splitRules.groupId, groupId)));
  if (!waiting) return false;
  const effectiveFrom = waiting.effectiveFrom < now ? now : waiting.effectiveFrom;
  const changed = await tx
    .update(splitRules)
    .set({ state, answeredBy, answeredAt: now, effectiveFrom })
    .where(
      and(eq(splitRules.id, ruleId), eq(splitRules.state, "waiting"), sql`${splitRules.createdBy} <> ${answeredBy}`),
    )
    .returning({ id: splitRules.id });
  return changed.length === 1;
}

/** Keeps whether changes of the rules want two, and who asked that they no longer should. */
export async function keepRuleApproval(
  tx: Tx,
  { groupId, needsTwo, endsBy }: { groupId: string; needsTwo: boolean; endsBy: string | null },
): Promise<void> {
  await tx.update(groups).set({ rulesNeedTwo: needsTwo, rulesNeedTwoEndsBy: endsBy }).where(eq(groups.id, groupId));
}
