import { and, eq, max } from "drizzle-orm";
import type { SurplusState } from "#app/domain/surplus-year.ts";
import { meetings, surplusPolicies, surplusYears } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Keeps the minutes of a meeting; once for each form. False when that form was kept before. */
export async function insertMeeting(tx: Tx, meeting: typeof meetings.$inferInsert): Promise<boolean> {
  const [known] = await tx.select({ id: meetings.id }).from(meetings).where(eq(meetings.formKey, meeting.formKey));
  if (known) return false;
  await tx.insert(meetings).values(meeting);
  return true;
}

/** Adds the next version of the percentages. */
export async function insertSurplusPolicy(
  tx: Tx,
  policy: Omit<typeof surplusPolicies.$inferInsert, "version">,
): Promise<number | null> {
  const [known] = await tx
    .select({ version: surplusPolicies.version, groupId: surplusPolicies.groupId })
    .from(surplusPolicies)
    .where(eq(surplusPolicies.formKey, policy.formKey));
  if (known) return known.groupId === policy.groupId ? known.version : null;
  const [last] = await tx
    .select({ version: max(surplusPolicies.version) })
    .from(surplusPolicies)
    .where(eq(surplusPolicies.groupId, policy.groupId));
  const version = (last?.version ?? 0) + 1;
  await tx.insert(surplusPolicies).values({ ...policy, version });
  return version;
}

/** Keeps a proposal under the next turn of its year. */
export async function insertSurplusYear(tx: Tx, year: Omit<typeof surplusYears.$inferInsert, "turn">): Promise<void> {
  const [last] = await tx
    .select({ turn: max(surplusYears.turn) })
    .from(surplusYears)
    .where(and(eq(surplusYears.groupId, year.groupId), eq(surplusYears.year, year.year)));
  await tx.insert(surplusYears).values({ ...year, turn: (last?.turn ?? 0) + 1 });
}

type Marks = Partial<
  Pick<
    typeof surplusYears.$inferInsert,
    "approvedBy" | "approvedAt" | "reversalBy" | "reversalReason" | "reversedBy" | "reversedAt"
  >
>;

/** Takes a proposal from one state to the next; false when it is not where the step begins (any more). */
export async function moveSurplusYear(
  tx: Tx,
  { id, from, to, marks = {} }: { id: string; from: SurplusState; to: SurplusState; marks?: Marks },
): Promise<boolean> {
  const moved = await tx
    .update(surplusYears)
    .set({ ...marks, state: to })
    .where(and(eq(surplusYears.id, id), eq(surplusYears.state, from)))
    .returning({ id: surplusYears.id });
  return moved.length === 1;
}
