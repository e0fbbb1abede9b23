import type { OpenTask } from "#app/domain/open-task.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import type { Visit } from "./visit.server.ts";

const asked = new WeakMap<Visit, Promise<OpenTask[]>>();

/** What waits for the visitor, read once a request however many loaders ask. */
export function openTasksOf(visit: Visit): Promise<OpenTask[]> {
  const known = asked.get(visit);
  if (known !== undefined) return known;
  const tasks = listOpenTasks(visit.ctx.actor, visit.ctx.now);
  asked.set(visit, tasks);
  return tasks;
}
