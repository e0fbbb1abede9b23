import { eq } from "drizzle-orm";
import type { Month } from "#app/domain/period.ts";
import { defaultRuleName } from "#app/domain/rule-version.ts";
import { db } from "../client.server.ts";
import { splitRules } from "../schema.ts";
import { membersOwed } from "./periods.ts";

/** What the flags of a month's lines rest on beside the lines: few rows, however many lines there are. */
export type ReviewBasis = Awaited<ReturnType<typeof readReviewBasis>>;

/** Whoever calls looks who asks. */
export async function readReviewBasis({ groupId, month }: { groupId: string; month: Month }) {
  const [rules, owed] = await Promise.all([readRules(groupId), membersOwed(groupId, new Date(month.untilMs))]);
  return { groupId, month, rules, owed, generalRuleName: defaultRuleName(rules, month.untilMs) };
}

async function readRules(groupId: string) {
  const { id, name, rule, version, sequence, state, isDefault, effectiveFrom } = splitRules;
  const rows = await db()
    .select({ id, name, rule, version, sequence, state, isDefault, effectiveFrom })
    .from(splitRules)
    .where(eq(splitRules.groupId, groupId));
  return rows.map(({ isDefault, effectiveFrom, ...row }) => ({
    ...row,
    isDefault: isDefault === 1,
    fromMs: effectiveFrom.getTime(),
  }));
}
