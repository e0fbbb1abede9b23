import { photos } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Proof = { id: string; width: number; height: number; alt: string; now: Date };

/** A picture of a receipt: never public. */
export async function insertProofPhoto(tx: Tx, { now, ...photo }: Proof): Promise<void> {
  await tx.insert(photos).values({ ...photo, listingId: null, isPublic: false, createdAt: now });
}
