import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Found } from "#app/domain/hub-work.ts";
import { consignments, parcels } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

type By = { actor: { personId: string | null }; now: Date };
type Making = { runId: string; newId: () => string; newCode: () => string };

/**
 * Brings a run's boxes in line with where its consignments were put: new boxes get a code, empty ones go, and one whose contents changed
 * is to be weighed and loaded again. Whoever calls it has taken a turn at the run's row.
 */
export async function makeParcels(tx: Tx, { runId, newId, newCode }: Making): Promise<void> {
  const placed = await tx
    .select({ id: consignments.id, parcel: consignments.parcel })
    .from(consignments)
    .where(and(eq(consignments.runId, runId), isNotNull(consignments.parcel)))
    .orderBy(asc(consignments.id));
  const contents = new Map<number, string>();
  for (const { id, parcel } of placed)
    if (parcel !== null) contents.set(parcel, [contents.get(parcel), id].filter(Boolean).join(" "));
  const known = await tx.select().from(parcels).where(eq(parcels.runId, runId));
  for (const parcel of known) {
    const inside = contents.get(parcel.number);
    if (inside === undefined) await tx.delete(parcels).where(eq(parcels.id, parcel.id));
    else if (inside !== parcel.contents)
      await tx
        .update(parcels)
        .set({ contents: inside, weighedGrams: null, loadedAt: null, loadedBy: null })
        .where(eq(parcels.id, parcel.id));
  }
  const missing = [...contents].filter(([number]) => !known.some((parcel) => parcel.number === number));
  for (const [number, inside] of missing)
    await tx.insert(parcels).values({ id: newId(), runId, number, code: newCode(), contents: inside });
}

export async function weighParcel(tx: Tx, { parcelId, grams }: { parcelId: string; grams: number }): Promise<void> {
  await tx.update(parcels).set({ weighedGrams: grams }).where(eq(parcels.id, parcelId));
}

/** On board, or taken off again. */
export async function loadParcel(tx: Tx, by: By, { parcelId, isLoaded }: { parcelId: string; isLoaded: boolean }) {
  const loaded = isLoaded ? { loadedAt: by.now, loadedBy: by.actor.personId } : { loadedAt: null, loadedBy: null };
  await tx.update(parcels).set(loaded).where(eq(parcels.id, parcelId));
}

export async function saveFound(tx: Tx, by: By, { parcelIds, found }: { parcelIds: string[]; found: Found }) {
  if (parcelIds.length === 0) return;
  await tx
    .update(parcels)
    .set({ found, foundAt: by.now, foundBy: by.actor.personId })
    .where(inArray(parcels.id, parcelIds));
}

/** The boxes of a run that nobody has looked at yet are there, with the rest of it. */
export async function findTheRest(tx: Tx, by: By, runId: string): Promise<void> {
  await tx
    .update(parcels)
    .set({ found: "arrived", foundAt: by.now, foundBy: by.actor.personId })
    .where(and(eq(parcels.runId, runId), isNull(parcels.found), isNotNull(parcels.loadedAt)));
}
