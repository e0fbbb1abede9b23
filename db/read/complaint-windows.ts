import { asc, eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { complaintWindows, people } from "../schema.ts";

/** Every window that was set, the first one first. Buyers and groups live by them, so anybody may know them. */
export function listComplaintWindows() {
  const { id, version, fromDay, complainDays, answerDays, formKey, setAt } = complaintWindows;
  return db()
    .select({ ...{ id, version, fromDay, complainDays, answerDays, formKey, setAt }, setBy: people.name })
    .from(complaintWindows)
    .innerJoin(people, eq(people.id, complaintWindows.setBy))
    .orderBy(asc(complaintWindows.version));
}
