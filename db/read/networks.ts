import { eq } from "drizzle-orm";
import type { KeepingRule } from "#app/domain/keeping-rule.ts";
import type { FoodPolicy } from "#app/domain/listing.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { db } from "../client.server.ts";
import { networks } from "../schema.ts";

/** This installation's settings; undefined until it is set up. */
export async function findNetwork() {
  const [row] = await db().select().from(networks).where(eq(networks.id, "network"));
  return row;
}

export type Network = NonNullable<Awaited<ReturnType<typeof findNetwork>>>;

/** What food needs here before buyers see it; nothing before the network is set up. */
export function foodPolicyOf(network: Network | undefined): FoodPolicy {
  return { needsPermit: network?.foodNeedsPermit ?? false, needsHalal: network?.foodNeedsHalal ?? false };
}

/** What becomes of goods that may not keep until they arrive; before the network is set up, the buyer is told. */
export async function findKeepingRule(): Promise<KeepingRule> {
  return (await findNetwork())?.keepingRule ?? "warn";
}

/** How buyers can pay here; a card only where a provider is plugged in. */
export function methodsOf(network: Network | undefined, takesCards: boolean): PaymentMethod[] {
  if (!network) return [];
  const taken: [PaymentMethod, boolean][] = [
    ["transfer", network.takesTransfer],
    ["qris", network.takesQris],
    ["card", takesCards],
    ["cash-on-delivery", network.takesCashOnDelivery],
  ];
  return taken.filter(([, isTaken]) => isTaken).map(([method]) => method);
}
