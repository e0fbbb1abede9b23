import { sql } from "drizzle-orm";
import { db } from "../client.server.ts";
import { networks } from "../schema.ts";

/** Whether the database answers and its schema is there. */
export async function isDatabaseReady(): Promise<boolean> {
  try {
    await db().select({ one: sql<number>`1` }).from(networks).limit(1);
    return true;
  } catch {
    return false;
  }
}
