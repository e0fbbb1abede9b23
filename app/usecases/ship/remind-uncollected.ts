import { LAST_REMINDER, remindersDue, waitsUntil } from "#app/domain/hub-work.ts";
import type { Context } from "#app/usecases/context.ts";
import { findNetwork } from "#db/read/networks.ts";
import { listWaitingGoods } from "#db/read/uncollected.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { tellBuyer, tellOfficers } from "#db/write/messages.ts";
import { saveReminder } from "#db/write/uncollected.ts";

/** Reminds buyers of goods that wait at a pick-up point, and tells their group when nobody came in time. Asked again, it finds nothing. */
export async function remindUncollected(ctx: Context): Promise<string[]> {
  const network = await findNetwork();
  if (!network) return [];
  const { fetchWithinDays, fetchFreshWithinDays } = network;
  const reminded: string[] = [];
  for (const goods of await listWaitingGoods()) {
    const arrivedMs = goods.arrivedAt?.getTime() ?? 0;
    const untilMs = waitsUntil({ arrivedMs, isFresh: goods.isFresh, fetchWithinDays, fetchFreshWithinDays });
    const due = remindersDue({ arrivedMs, untilMs, nowMs: ctx.now.getTime() });
    if (due <= (goods.reminders ?? 0)) continue;
    const untilAt = new Date(untilMs);
    const isFresh = await inTransaction(async (tx) => {
      if (!(await saveReminder(tx, { consignmentId: goods.id, untilAt, reminders: due }))) return false;
      const facts = { point: goods.point ?? "", fetchByAt: untilAt.toISOString() };
      const { orderId, groupId, orderNumber } = goods;
      if (due < LAST_REMINDER)
        await tellBuyer(tx, ctx, { orderId, kind: "goods-waiting", facts, once: `${goods.id}:${due}` });
      else
        await tellOfficers(tx, ctx, {
          ...{ groupId, about: goods.id, kind: "goods-left", facts: { number: orderNumber, outcome: "none" } },
          path: `/consignments/${goods.id}`,
        });
      return true;
    });
    if (isFresh) reminded.push(`${goods.orderNumber}:${due}`);
  }
  return reminded;
}
