import type { Upload } from "#app/adapters/photos/port.ts";
import type { KeepingRule } from "#app/domain/keeping-rule.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import type { ShareRule } from "#app/domain/share-rule.ts";
import type { Context } from "#app/usecases/context.ts";
import { findNetwork } from "#db/read/networks.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertQrisPhoto, saveNetwork } from "#db/write/networks.ts";

export type SetNetworkInput = {
  name: string;
  feeBasisPoints: number;
  qrisFeeBasisPoints: number;
  bankName: string;
  bankAccount: string;
  bankHolder: string;
  takesTransfer: boolean;
  takesQris: boolean;
  takesCashOnDelivery: boolean;
  /** What groups earn by card goes to accounts of their own, where they have one. */
  sendsToGroups: boolean;
  payWithinHours: number;
  fetchWithinDays: number;
  fetchFreshWithinDays: number;
  foodNeedsPermit: boolean;
  foodNeedsHalal: boolean;
  shareRule: ShareRule;
  keepingRule: KeepingRule;
  /** A new picture of the QRIS code; null keeps the one there is. */
  qrisPhoto: Upload | null;
};

/** What holds for the whole network. A sale keeps the fee that it was made under. */
export async function setNetwork(
  ctx: Context,
  { qrisPhoto, ...settings }: SetNetworkInput,
): Promise<Result<object, "invalid">> {
  permit(ctx.actor, "set-network");
  const before = await findNetwork();
  const wrong = problemsOf(settings, qrisPhoto !== null || Boolean(before?.qrisPhotoId));
  if (Object.keys(wrong).length > 0) return refuse("invalid", wrong);
  // Kept before the transaction; a picture that nothing names does no harm.
  const photo = qrisPhoto && (await storePhoto(ctx, qrisPhoto));
  if (photo && !photo.stored.ok) return refuse("invalid", { qrisPhoto: photo.stored.reason });
  return inTransaction(async (tx) => {
    let qrisPhotoId = (await findNetwork())?.qrisPhotoId ?? null;
    if (photo?.stored.ok) {
      const { id, stored } = photo;
      await insertQrisPhoto(tx, { id, alt: "QRIS", width: stored.width, height: stored.height, now: ctx.now });
      qrisPhotoId = id;
    }
    // Where no key is set the form cannot ask: what was chosen stays.
    const sendsToGroups = ctx.payments.stripe?.accounts ? settings.sendsToGroups : (before?.sendsToGroups ?? false);
    await saveNetwork(tx, {
      ...settings,
      sendsToGroups,
      id: "network",
      qrisPhotoId,
      isDemo: ctx.isDemo,
      createdAt: ctx.now,
    });
    await recordActivity(tx, ctx, { what: "set-network" });
    return { ok: true };
  });
}

async function storePhoto(ctx: Context, upload: Upload) {
  const id = ctx.newId();
  return { id, stored: await ctx.photos.store(id, upload) };
}

type Settings = Omit<SetNetworkInput, "qrisPhoto">;

function problemsOf(settings: Settings, hasQris: boolean): FieldErrors {
  const wrong: FieldErrors = {};
  if (settings.takesTransfer)
    for (const field of ["bankName", "bankAccount", "bankHolder"] as const)
      if (settings[field] === "") wrong[field] = "bank-needed";
  if (settings.fetchFreshWithinDays > settings.fetchWithinDays) wrong.fetchFreshWithinDays = "fresh-waits-longer";
  if (settings.takesQris && !hasQris) wrong.qrisPhoto = "qris-needed";
  return wrong;
}
