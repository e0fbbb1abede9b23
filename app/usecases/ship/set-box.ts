import { type CatalogueBox, MOST_BOXES } from "#app/domain/parcel-catalogue.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isBoxKnown, listBoxes } from "#db/read/boxes.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertBox, retireBox } from "#db/write/boxes.ts";

type Input = Omit<CatalogueBox, "id"> & {
  /** The box that becomes this one; null for one more. */
  boxId: string | null;
  formKey: string;
};

/**
 * One more box of the catalogue, or a known one with other figures. The old figures stay with what was packed by them: the old box is
 * retired and a new one takes its place. The same form makes it once.
 */
export async function setBox(
  ctx: Context,
  { boxId, formKey, ...box }: Input,
): Promise<Result<object, "box-gone" | "boxes-many" | "box-named">> {
  permit(ctx.actor, "set-box", { hubId: ctx.actor.hubIds[0] });
  const id = ctx.secrets.hash("box", formKey);
  return inTransaction(async (tx) => {
    if (await isBoxKnown(id)) return { ok: true };
    const others = (await listBoxes()).filter((each) => each.id !== boxId);
    if (others.some((each) => each.name === box.name)) return refuse("box-named", { name: "box-named" });
    if (others.length >= MOST_BOXES) return refuse("boxes-many");
    if (boxId !== null && !(await retireBox(tx, { boxId, now: ctx.now }))) return refuse("box-gone");
    await insertBox(tx, { id, ...box, enteredBy: ctx.actor.personId, enteredAt: ctx.now });
    await recordActivity(tx, ctx, { what: "set-box", subject: id, note: box.name });
    return { ok: true };
  });
}
