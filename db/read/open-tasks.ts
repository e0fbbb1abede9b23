import { type OpenTask, sortTasks } from "#app/domain/open-task.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { listBuyerTasks } from "./buyer-tasks.ts";
import { listGroupTasks } from "./group-tasks.ts";
import { listHubTasks } from "./hub-tasks.ts";
import { listMemberTasks } from "./member-tasks.ts";
import { listOperatorTasks } from "./operator-tasks.ts";
import { listSavingsTasks } from "./savings-tasks.ts";

/** All that waits for a person, in every capacity that they have, in the order to do it in. Nothing waits for a visitor. */
export async function listOpenTasks(actor: Actor, now: Date): Promise<OpenTask[]> {
  if (actor.personId === null) return [];
  const parts = await Promise.all([
    listOperatorTasks(actor, now),
    listHubTasks(actor, now),
    listGroupTasks(actor, now),
    listMemberTasks(actor),
    listSavingsTasks(actor, now),
    listBuyerTasks(actor, now),
  ]);
  return sortTasks(parts.flat(), now.getTime());
}
