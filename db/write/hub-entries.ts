import { hubEntries } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Entry = { key: string; what: string; subject: string };
type By = { actor: { personId: string | null }; now: Date };

/**
 * Takes the key of a form that was sent from a hub. False when it was taken before: then what the form asks for has been done, and is not
 * done again, whatever has happened since.
 */
export async function takeKey(tx: Tx, by: By, entry: Entry): Promise<boolean> {
  const taken = await tx
    .insert(hubEntries)
    .values({ ...entry, personId: by.actor.personId, at: by.now })
    .onConflictDoNothing({ target: hubEntries.key })
    .returning({ key: hubEntries.key });
  return taken.length === 1;
}
