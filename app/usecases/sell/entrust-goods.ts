import type { z } from "zod";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type EntrustForm, readNoteRows } from "#app/domain/entrustment.ts";
import { dayErrors } from "#app/domain/harvest-delivery.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustmentByFormKey, findPlaceNames, listEntrustable } from "#db/read/entrustments.ts";
import { findMember } from "#db/read/shares.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustment } from "#db/write/entrustments.ts";

type Input = z.output<typeof EntrustForm> & { groupId: string };
type Entrusted = Result<{ number: number }, "fields" | "form-used">;

/** A member leaves goods at a place to be sold there; until then they stay the member's. One form writes one note, numbered by the group. */
export async function entrustGoods(ctx: Context, input: Input): Promise<Entrusted> {
  permit(ctx.actor, "entrust-goods", { groupId: input.groupId });
  return inTransaction((tx) => entrustWithin(tx, ctx, input));
}

async function entrustWithin(tx: Tx, ctx: Context, input: Input): Promise<Entrusted> {
  const { groupId, memberId, placeKind, day, note, formKey } = input;
  const known = await findEntrustmentByFormKey(formKey);
  if (known)
    return known.groupId === groupId && known.memberId === memberId
      ? { ok: true, number: known.number }
      : refuse("form-used");
  const place = await nameOfPlace(input);
  const rows = readNoteRows(input, await listEntrustable(ctx.actor, groupId));
  const fields = {
    ...dayErrors(day, dayInWib(ctx.now.getTime())),
    ...((await findMember({ groupId, memberId })) ? {} : { memberId: "no-such-member" }),
    ...place.fields,
    ...(rows.ok ? {} : rows.fields),
  };
  if (Object.keys(fields).length > 0 || !rows.ok) return refuse("fields", fields);
  const id = ctx.newId();
  const number = await insertEntrustment(tx, {
    note: {
      ...{ id, groupId, memberId, placeKind, placeName: place.name, day, note, formKey },
      ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
    },
    lines: rows.lines,
    newId: ctx.newId,
  });
  await recordActivity(tx, ctx, {
    what: "entrust-goods",
    groupId,
    onBehalfOf: memberId,
    subject: id,
    note: `${number}`,
  });
  return { ok: true, number };
}

async function nameOfPlace({ groupId, placeKind, placeName }: Input): Promise<{ name: string; fields: FieldErrors }> {
  if (placeKind === "other")
    return { name: placeName, fields: placeName === "" ? { placeName: "required" } : ({} as FieldErrors) };
  const name = (await findPlaceNames(groupId))[placeKind];
  return name === null ? { name: "", fields: { placeKind: "no-hub-yet" } } : { name, fields: {} };
}
