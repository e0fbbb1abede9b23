import type { FieldErrors } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { holdPhoto } from "#app/usecases/sell/hold-photo.ts";
import type { FormState } from "#app/web/form.server.ts";
import { isHeldPhoto } from "#db/read/held-photos.ts";

type Sent = { files: Map<string, File[]> } & (
  | { ok: true; values: FormState["values"] }
  | { ok: false; state: FormState }
);

/** What a form's photo is: the file that was chosen, or else the one held from before; null for none. */
export async function uploadOf(form: Sent): Promise<Uint8Array | { heldId: string } | null> {
  const file = form.files.get("photo")?.[0];
  if (file) return new Uint8Array(await file.arrayBuffer());
  const heldId = (form.ok ? form.values : form.state.values).heldPhoto?.[0];
  return heldId ? { heldId } : null;
}

/**
 * A browser forgets the chosen file when a form comes back, so the server keeps it: the form then holds its id, and shows it.
 * What is wrong with the photo itself stands beside its field.
 */
export async function holdFormPhoto(
  ctx: Context,
  form: Sent,
): Promise<{ errors: FieldErrors; values: FormState["values"] }> {
  const upload = await uploadOf(form);
  if (upload === null) return { errors: {}, values: { heldPhoto: [], heldPicture: [] } };
  if ("heldId" in upload) {
    const isHeld = await isHeldPhoto(ctx.actor, upload.heldId);
    return { errors: {}, values: isHeld ? await shown(ctx, upload.heldId) : { heldPhoto: [], heldPicture: [] } };
  }
  const held = await holdPhoto(ctx, { upload });
  if (!held.ok) return { errors: held.fields ?? {}, values: { heldPhoto: [], heldPicture: [] } };
  return { errors: {}, values: await shown(ctx, held.photoId) };
}

async function shown(ctx: Context, id: string): Promise<FormState["values"]> {
  const file = await ctx.photos.read(id, 320);
  const picture = file ? [`data:image/webp;base64,${Buffer.from(file).toString("base64")}`] : [];
  return { heldPhoto: [id], heldPicture: picture };
}
