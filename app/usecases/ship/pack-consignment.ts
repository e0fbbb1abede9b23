import { isFarOff, missingOf } from "#app/domain/catch-weight.ts";
import { stateAfter } from "#app/domain/consignment.ts";
import { subtract } from "#app/domain/money.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import { packedField } from "#app/domain/ship-forms.ts";
import { isSideTooLong, parcelsNeeded, type Weight } from "#app/domain/tariff.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts, findLongestSide, listWeighedLines } from "#db/read/consignments.ts";
import { waitsForHarvest } from "#db/read/cycles.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { stepConsignment } from "#db/write/consignments.ts";
import { lowerCashDue, type PackedLine, releaseMissing, savePackedLines } from "#db/write/packed-lines.ts";
import { tellPackedShort } from "#db/write/short-messages.ts";

type Input = {
  groupId: string;
  consignmentId: string;
  packedGrams: number;
  /** The longest side of what was packed; null leaves the goods' own sizes to say it. */
  packedSideMm?: number | null;
  /** What was weighed of each line that is sold by weight: order line → thousandths of the unit. A line left out was packed as ordered. */
  packed?: Record<string, number>;
  /** A weight far from what was ordered is meant. */
  isSure?: boolean;
};

type Reason =
  | "consignment-gone"
  | "consignment-not-to-pack"
  | "consignment-too-heavy"
  | "consignment-too-long"
  | "packed-wrong"
  | "cycle-not-settled";

/**
 * The group has packed it and says what the scale shows. Until it is handed over it can be weighed again. Where less was packed than
 * ordered the buyer pays less; of a paid order, what went back once does not come again.
 */
export async function packConsignment(
  ctx: Context,
  { groupId, consignmentId, packedGrams, packedSideMm = null, packed = {}, isSure = false }: Input,
): Promise<Result<object, Reason>> {
  permit(ctx.actor, "pack-consignment", { groupId });
  return inTransaction(async (tx) => {
    const facts = await findConsignmentFacts(consignmentId);
    if (facts?.groupId !== groupId) return refuse("consignment-gone");
    if (facts.maxParcelGrams !== null && packedGrams > mostGrams(facts, facts.maxParcelGrams))
      return refuse("consignment-too-heavy", { packedGrams: "consignment-too-heavy" });
    if (isSideTooLong(packedSideMm ?? (await findLongestSide(consignmentId)), facts))
      return refuse("consignment-too-long", { packedSideMm: "packed-too-long" });
    if (!stateAfter(facts.state, "pack", facts.delivery)) return refuse("consignment-not-to-pack");
    if (await waitsForHarvest(consignmentId)) return refuse("cycle-not-settled");
    const isPaid = facts.orderState !== "payable-on-delivery";
    const weighed = weighLines(await listWeighedLines(consignmentId), { packed, isSure, isPaid });
    if (!weighed.ok) return refuse("packed-wrong", weighed.fields);
    const { delivery } = facts;
    const scale = { packedGrams, packedSideMm };
    if (!(await stepConsignment(tx, { consignmentId, delivery, step: "pack", scale, now: ctx.now })))
      return refuse("consignment-not-to-pack");
    if (weighed.lines.length > 0) await saveWeighed(tx, ctx, { facts, lines: weighed.lines, isPaid });
    await recordActivity(tx, ctx, {
      what: "pack-consignment",
      groupId,
      subject: consignmentId,
      note: `${packedGrams} g`,
    });
    return { ok: true };
  });
}

/** As much as the parcels hold that its order needed: what was sold as one is not packed as two. */
function mostGrams(ordered: Weight, maxParcelGrams: number): number {
  return maxParcelGrams * parcelsNeeded({ maxParcelGrams }, ordered);
}

type Line = Awaited<ReturnType<typeof listWeighedLines>>[number];
type Scale = { packed: Record<string, number>; isSure: boolean; isPaid: boolean };

function weighLines(
  lines: readonly Line[],
  { packed, isSure, isPaid }: Scale,
): { ok: true; lines: PackedLine[] } | { ok: false; fields: FieldErrors } {
  const fields: FieldErrors = {};
  const weighed: PackedLine[] = [];
  for (const line of lines) {
    const packedMilli = packed[line.id] ?? line.packedQuantityMilli ?? line.quantityMilli;
    const missing = missingOf(line, packedMilli);
    if (missing === null) fields[packedField(line.id)] = "quantity-invalid";
    else if (!isSure && isFarOff(line.quantityMilli, packedMilli)) fields[packedField(line.id)] = "packed-far-off";
    // What was given back is not asked for again, so the lowest weight stands.
    else if (isPaid && missing < line.missing)
      weighed.push(lineOf(line, line.packedQuantityMilli ?? packedMilli, line.missing));
    else weighed.push(lineOf(line, packedMilli, missing));
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, lines: weighed };
}

function lineOf(line: Line, packedQuantityMilli: number, missing: Line["missing"]): PackedLine {
  return { orderLineId: line.id, packedQuantityMilli, missing, before: line.missing };
}

type Weighed = {
  facts: NonNullable<Awaited<ReturnType<typeof findConsignmentFacts>>>;
  lines: PackedLine[];
  isPaid: boolean;
};

async function saveWeighed(tx: Tx, ctx: Context, { facts, lines, isPaid }: Weighed): Promise<void> {
  const { orderId, buyerId, savingAs, groupId } = facts;
  const consignment = { id: facts.id, groupId };
  await savePackedLines(tx, { orderId, consignmentId: facts.id, lines });
  if (!isPaid) await lowerCashDue(tx, orderId);
  const short = lines.filter((line) => line.missing > line.before);
  const how = isPaid ? (savingAs === "credit" && buyerId !== null ? "credit" : "refund") : "due";
  await tellPackedShort(tx, ctx, {
    ...{ orderId, how },
    lines: short.map((line) => ({ ...line, back: subtract(line.missing, line.before) })),
  });
  if (!isPaid) return;
  await releaseMissing(tx, ctx, {
    order: { id: orderId, buyerId, savingAs },
    consignment,
    lines,
  });
}
