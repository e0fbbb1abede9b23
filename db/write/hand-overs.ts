import { handOvers } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type By = { actor: { personId: string | null }; now: Date; newId: () => string };
type HandOver = { orderId: string; proof: "code" | "name"; takenBy: string };

/** Who took an order's goods, how that was shown, and who gave them. */
export async function insertHandOver(tx: Tx, by: By, handOver: HandOver): Promise<void> {
  await tx.insert(handOvers).values({ id: by.newId(), ...handOver, givenBy: by.actor.personId, at: by.now });
}
