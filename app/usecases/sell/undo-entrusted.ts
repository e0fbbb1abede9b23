import { dayInWib } from "#app/domain/calendar-day.ts";
import { placeKey } from "#app/domain/entrustment.ts";
import { ZERO } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { entrustedUndoneEntry } from "#app/domain/postings-of-entrusted.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findEntrustedChange, isUndone, readDues } from "#db/read/entrusted-money.ts";
import { findEntrustedChangeByFormKey, readEntrustedLines } from "#db/read/entrustments.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertEntrustedChange } from "#db/write/entrustments.ts";
import { post } from "#db/write/ledger.ts";

/** Which count or return; none for the note itself. */
type Undo = { groupId: string; number: number; changeId: string; formKey: string };
type Answer = Result<object, "no-such-entrustment" | "entrusted-touched" | "entrusted-paid" | "form-used">;

/**
 * Takes a mistake back: a count or a return as if it had never been, or a whole note of which nothing was sold, lost or returned yet.
 * Nothing is deleted: the taking back stands beside it, and the books say the opposite. Once a place has paid for what was sold, the count
 * stands.
 */
export async function undoEntrusted(ctx: Context, undo: Undo): Promise<Answer> {
  permit(ctx.actor, "undo-entrusted", { groupId: undo.groupId });
  return inTransaction(async (tx) => {
    const lines = await readEntrustedLines(undo.groupId, undo.number);
    const [first] = lines;
    if (!first) return refuse("no-such-entrustment");
    const known = await findEntrustedChangeByFormKey(undo.formKey);
    const subject = undo.changeId || first.entrustmentId;
    if (known) return known.subject === subject ? { ok: true } : refuse("form-used");
    const answer = undo.changeId ? await undoChange(tx, ctx, undo) : await voidNote(tx, ctx, { undo, lines });
    if (answer.ok)
      await recordActivity(tx, ctx, {
        ...{ what: "undo-entrusted", groupId: undo.groupId, onBehalfOf: first.memberId, subject },
      });
    return answer;
  });
}

async function undoChange(tx: Tx, ctx: Context, { groupId, changeId, formKey }: Undo): Promise<Answer> {
  const change = await findEntrustedChange({ groupId, changeId });
  if (!change || change.kind === "undone") return refuse("no-such-entrustment");
  if (await isUndone(changeId)) return refuse("entrusted-touched");
  const sold = change.lines
    .filter((line) => line.soldValue > 0)
    .map(({ memberId, soldValue: amount, ...line }) => ({ memberId, amount, place: placeKey(line) }));
  const dues = await readDues(groupId);
  const isPaid = sold.some(({ place, memberId }) => {
    const mine = sold.filter((each) => each.place === place && each.memberId === memberId);
    const taken = mine.reduce((all, each) => all + each.amount, 0);
    const due = dues.get(place)?.find((each) => each.memberId === memberId)?.amount ?? ZERO;
    return taken > due;
  });
  if (isPaid) return refuse("entrusted-paid");
  await insertEntrustedChange(tx, {
    change: changeRow(ctx, { groupId, kind: "undone", subject: changeId, formKey }),
    lines: [],
  });
  if (sold.length > 0) {
    const entry = entrustedUndoneEntry({ changeId, groupId, sold });
    await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
  }
  return { ok: true };
}

type Noted = { undo: Undo; lines: Awaited<ReturnType<typeof readEntrustedLines>> };

async function voidNote(tx: Tx, ctx: Context, { undo: { groupId, formKey }, lines }: Noted): Promise<Answer> {
  if (lines.some((line) => line.leftMilli < line.quantityMilli)) return refuse("entrusted-touched");
  const subject = lines[0]?.entrustmentId ?? "";
  await insertEntrustedChange(tx, {
    change: changeRow(ctx, { groupId, kind: "voided", subject, formKey }),
    lines: lines.map(({ id, leftMilli }) => ({
      ...{ entrustedLineId: id, expectedMilli: leftMilli, soldMilli: 0, lostMilli: 0 },
      ...{ returnedMilli: leftMilli, soldValue: ZERO },
    })),
  });
  return { ok: true };
}

type Row = { groupId: string; kind: "undone" | "voided"; subject: string; formKey: string };

function changeRow(ctx: Context, row: Row) {
  const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
  return { ...row, ...by, id: ctx.newId(), day: dayInWib(ctx.now.getTime()) };
}
