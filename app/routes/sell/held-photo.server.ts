import type { FieldErrors } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { holdPhoto } from "#app/usecases/sell/hold-photo.ts";
import { type FormState, type Read, refused, refusedBy } from "#app/web/form.server.ts";
import { isHeldPhoto } from "#db/read/held-photos.ts";

/** A file that came with the form, or one that is held already. */
type Upload = Uint8Array | { heldId: string };
type Sent = Pick<Read<unknown>, "files" | "heldPhoto">;
type Answer = { reason: string; fields?: FieldErrors };

/** What a form's photo is: the file that was chosen, or else the one held for this visitor from before; null for none. */
export async function uploadOf(ctx: Context, { files, heldPhoto }: Sent, field = "photo"): Promise<Upload | null> {
  const file = files.get(field)?.[0];
  if (file) return new Uint8Array(await file.arrayBuffer());
  return heldPhoto && (await isHeldPhoto(ctx.actor, heldPhoto)) ? { heldId: heldPhoto } : null;
}

/**
 * A browser forgets the chosen file when a form comes back, so the server keeps it: the form then holds its id, and shows it (PhotoField).
 * What is wrong with the photo itself stands beside its field.
 */
export async function keepingPhoto(ctx: Context, form: Sent, state: FormState, field = "photo"): Promise<FormState> {
  // Its own refusal is known already: it need not be read a second time.
  const upload = state.errors[field] ? null : await uploadOf(ctx, form, field);
  if (upload === null) return state;
  const held = "heldId" in upload ? { ok: true as const, photoId: upload.heldId } : await holdPhoto(ctx, { upload });
  if (!held.ok) return { ...state, errors: { ...state.errors, [field]: held.reason } };
  const file = await ctx.photos.read(held.photoId, 320);
  const picture = file ? [`data:image/webp;base64,${Buffer.from(file).toString("base64")}`] : [];
  return { ...state, values: { ...state.values, heldPhoto: [held.photoId], heldPicture: picture } };
}

/** As refused, and the form's photo is kept too. */
export async function refusedKeeping(
  ctx: Context,
  form: Sent & { state: FormState; status?: number },
  field?: string,
): Promise<ReturnType<typeof refused>> {
  return refused(await keepingPhoto(ctx, form, form.state, field), form.status);
}

/** As refusedBy, and the form's photo is kept too. */
export async function refusedByKeeping(
  ctx: Context,
  form: Sent & { values: FormState["values"] },
  answer: Answer,
  { field, status }: { field?: string; status?: number } = {},
): Promise<ReturnType<typeof refusedBy>> {
  const errors = answer.fields ?? { form: answer.reason };
  const kept = await keepingPhoto(ctx, form, { errors, values: form.values }, field);
  return refusedBy({ ...answer, fields: kept.errors }, kept.values, status);
}
