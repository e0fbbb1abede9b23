import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { db } from "#db/client.server.ts";
import { orders } from "#db/schema.ts";
import type { DemoWorld } from "./demo-context.ts";
import { buyerId } from "./found-network.ts";
import { OPERATOR } from "./play-runs.ts";

/** Of all other buyers' orders, every so many; the first buyer has asked for the papers of each. */
const EVERY = 3;
const DAY_MS = 86_400_000;

/** Papers are issued when somebody first asks for them: a few days after the order. */
export async function issuePapers(world: DemoWorld): Promise<void> {
  const all = await db()
    .select({ number: orders.number, buyerId: orders.buyerId, placedAt: orders.placedAt })
    .from(orders)
    .orderBy(orders.placedAt, orders.number);
  for (const [at, order] of all.entries()) {
    if (order.buyerId !== buyerId(0) && at % EVERY !== 0) continue;
    const asked = Math.min(order.placedAt.getTime() + 6 * DAY_MS, world.today.getTime());
    await issueDocuments(world.at(new Date(asked), OPERATOR), order);
  }
}
