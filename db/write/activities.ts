import type { Permission } from "#app/domain/permissions.ts";
import { activities } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Activity = {
  what: Permission;
  groupId?: string | undefined;
  onBehalfOf?: string | undefined;
  subject?: string | undefined;
  note?: string | undefined;
};

type By = { actor: { personId: string | null }; now: Date; newId: () => string };

/** Writes down who did what, and for whom, beside the thing itself. */
export async function recordActivity(tx: Tx, by: By, activity: Activity): Promise<void> {
  await tx.insert(activities).values({
    id: by.newId(),
    at: by.now,
    actorId: by.actor.personId,
    what: activity.what,
    groupId: activity.groupId ?? null,
    onBehalfOf: activity.onBehalfOf ?? null,
    subject: activity.subject ?? null,
    note: activity.note ?? null,
  });
}
