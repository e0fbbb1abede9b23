import { eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { networks } from "../schema.ts";

/** This installation's settings; undefined until it is set up. */
export async function findNetwork() {
  const [row] = await db().select().from(networks).where(eq(networks.id, "network"));
  return row;
}
