import type { z } from "zod";
import type { PhotoRefusal, Upload } from "#app/adapters/photos/port.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { MeetingForm } from "#app/domain/surplus-year.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup } from "#db/read/savings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertProofPhoto } from "#db/write/proofs.ts";
import { insertMeeting } from "#db/write/surplus.ts";

type Input = z.output<typeof MeetingForm> & { groupId: string; minutes: Upload | null };

/** The minutes of a members' meeting (RAT), with a picture of the signed paper if there is one; once for each form. */
export async function recordMeeting(
  ctx: Context,
  { minutes, ...input }: Input,
): Promise<Result<object, "fields" | "not-a-cooperative" | PhotoRefusal>> {
  permit(ctx.actor, "record-meeting", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  const errors = dayErrors(input.day, dayInWib(ctx.now.getTime()));
  if (Object.keys(errors).length > 0) return refuse("fields", errors);
  const photoId = ctx.newId();
  const stored = minutes ? await ctx.photos.store(photoId, minutes) : null;
  if (stored && !stored.ok) return refuse(stored.reason, { minutes: stored.reason });
  const isNew = await inTransaction(async (tx) => {
    const id = ctx.newId();
    const kept = await insertMeeting(tx, {
      ...{ ...input, id, photoId: stored ? photoId : null },
      ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
    });
    if (!kept) return false;
    if (stored?.ok)
      await insertProofPhoto(tx, {
        ...{ id: photoId, width: stored.width, height: stored.height, alt: input.place, now: ctx.now },
      });
    await recordActivity(tx, ctx, { what: "record-meeting", groupId: input.groupId, subject: id });
    return true;
  });
  if (stored && !isNew) await ctx.photos.remove(photoId);
  return { ok: true };
}
