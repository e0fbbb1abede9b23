import { networks, photos } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type Network = typeof networks.$inferInsert;

/** This installation's settings, the first time and every time after. */
export async function saveNetwork(tx: Tx, { id, isDemo, createdAt, ...settings }: Network): Promise<void> {
  await tx
    .insert(networks)
    .values({ id, isDemo, createdAt, ...settings })
    .onConflictDoUpdate({ target: networks.id, set: settings });
}

/** The picture of the QRIS code: buyers see it when they pay. */
export async function insertQrisPhoto(
  tx: Tx,
  photo: { id: string; alt: string; width: number; height: number; now: Date },
): Promise<void> {
  const { now, ...rest } = photo;
  await tx.insert(photos).values({ ...rest, listingId: null, isPublic: true, createdAt: now });
}
