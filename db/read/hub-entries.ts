import { eq } from "drizzle-orm";
import { db } from "../client.server.ts";
import { hubEntries } from "../schema.ts";

/** Whether a form with this key has had its effect. */
export async function isKeyTaken(key: string): Promise<boolean> {
  return (await db().$count(hubEntries, eq(hubEntries.key, key))) > 0;
}
