import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import { type CatalogueBox, inOrder, MOST_BOXES, outerSize } from "#app/domain/parcel-catalogue.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { isSideTooLong, longestSide, type PricedTariff } from "#app/domain/tariff.ts";
import { db } from "../client.server.ts";
import { boxes } from "../schema.ts";

const columns = {
  ...{ id: boxes.id, name: boxes.name, kind: boxes.kind, wallMm: boxes.wallMm },
  ...{ lengthMm: boxes.lengthMm, widthMm: boxes.widthMm, heightMm: boxes.heightMm },
  ...{ emptyGrams: boxes.emptyGrams, maxGrams: boxes.maxGrams },
};

/** The boxes in use, the smallest first; or those that were in use at a moment. */
export async function listBoxes(at: Date | null = null): Promise<CatalogueBox[]> {
  const inUse = at
    ? and(lte(boxes.enteredAt, at), or(isNull(boxes.retiredAt), gt(boxes.retiredAt, at)))
    : isNull(boxes.retiredAt);
  return inOrder(await db().select(columns).from(boxes).where(inUse).orderBy(asc(boxes.id)));
}

/** Whether it is in the catalogue, in use or not. */
export async function isBoxKnown(boxId: string): Promise<boolean> {
  const [row] = await db().select({ id: boxes.id }).from(boxes).where(eq(boxes.id, boxId));
  return row !== undefined;
}

/** A box in use; undefined where there is none. For whoever keeps a hub. */
export async function findBox(actor: Actor, boxId: string): Promise<CatalogueBox | undefined> {
  permit(actor, "set-box", { hubId: actor.hubIds[0] });
  return (await listBoxes()).find((box) => box.id === boxId);
}

type Priced = Omit<PricedTariff, "boxing"> & { countsBox: boolean };

/** A tariff with the boxes in use that its carrier takes; as it is where the hubs have none. */
export async function boxed<T extends Priced>(
  tariff: T,
  at: Date | null = null,
): Promise<T & Pick<PricedTariff, "boxing">> {
  return boxedWith(await listBoxes(at), tariff);
}

/** The same for several tariffs, with boxes that were read once. */
export function boxedWith<T extends Priced>(all: readonly CatalogueBox[], tariff: T): T & Pick<PricedTariff, "boxing"> {
  const taken = all.filter((box) => !isSideTooLong(longestSide(outerSize(box)), tariff)).slice(0, MOST_BOXES);
  if (taken.length === 0) return tariff;
  return { ...tariff, boxing: { boxes: taken, volumeDivisor: tariff.volumeDivisor, isCounted: tariff.countsBox } };
}
