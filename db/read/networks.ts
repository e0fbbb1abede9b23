import { eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { networks } from "../schema.ts";

/** What the network takes of each sale, in basis points. */
export async function getNetworkFees(): Promise<{ feeBasisPoints: number; qrisFeeBasisPoints: number }> {
  const [row] = await db()
    .select({ feeBasisPoints: networks.feeBasisPoints, qrisFeeBasisPoints: networks.qrisFeeBasisPoints })
    .from(networks);
  return row ?? { feeBasisPoints: 0, qrisFeeBasisPoints: 0 };
}

/** This installation's settings; undefined until it is set up. */
export async function findNetwork() {
  const [row] = await db().select().from(networks).where(eq(networks.id, "network"));
  return row;
}
