import { and, eq } from "drizzle-orm";
import { savedAddresses } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

export async function insertAddress(tx: Tx, address: typeof savedAddresses.$inferInsert): Promise<void> {
  await tx.insert(savedAddresses).values(address);
}

export async function deleteAddress(tx: Tx, { personId, id }: { personId: string; id: string }): Promise<void> {
  await tx.delete(savedAddresses).where(and(eq(savedAddresses.id, id), eq(savedAddresses.personId, personId)));
}
