import { eq } from "drizzle-orm";
import { type Month, monthNamed } from "#app/domain/period.ts";
import { deliveredEntry } from "#app/domain/postings.ts";
import { consignments, orderLineShares, orderLines } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { anOrder } from "./consignments.ts";
import { testId } from "./context.ts";
import type { aGroup } from "./people.ts";

export function monthOf(name: string): Month {
  const month = monthNamed(name);
  if (!month) throw new Error(`not a month: ${name}`);
  return month;
}

/** The month before the market day. */
export const OCTOBER = monthOf("2026-10");

/** Ten in the morning (WIB) of a day in October. */
export function ofOctober(day: number): Date {
  return new Date(OCTOBER.fromMs + (day - 1) * 86_400_000 + 10 * 3_600_000);
}

/** A paid line that arrived on a day: its shares are the members', all three equally, with 10 % to the fund. */
export async function aDeliveredLine(
  group: Awaited<ReturnType<typeof aGroup>>,
  { deliveredAt, goodsValue = 100_000 }: { deliveredAt: Date; goodsValue?: number },
) {
  const order = await anOrder({ parts: [{ group, goodsValue }] });
  const consignmentId = order.consignments[0]?.id ?? "";
  const lineId = order.lines[0]?.id ?? "";
  await inTransaction(async (tx) => {
    await tx.update(consignments).set({ state: "delivered", deliveredAt }).where(eq(consignments.id, consignmentId));
    const shares = await tx.select().from(orderLineShares).where(eq(orderLineShares.orderLineId, lineId));
    const entry = deliveredEntry({ consignmentId, groupId: group.id, lines: [{ orderLineId: lineId, shares }] });
    await post(tx, entry, { actorId: null, now: deliveredAt, newId: testId });
  });
  const [line] = await inTransaction((tx) => tx.select().from(orderLines).where(eq(orderLines.id, lineId)));
  return {
    ...{ lineId, consignmentId, number: order.number, value: line?.goodsValue ?? 0 },
    memberIds: group.members.map((member) => member.id),
  };
}
