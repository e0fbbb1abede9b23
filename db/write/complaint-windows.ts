import { max } from "drizzle-orm";
import { complaintWindows } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** Adds the next version of the complaint windows. */
export async function insertComplaintWindow(
  tx: Tx,
  row: Omit<typeof complaintWindows.$inferInsert, "version">,
): Promise<void> {
  const [last] = await tx.select({ version: max(complaintWindows.version) }).from(complaintWindows);
  await tx.insert(complaintWindows).values({ ...row, version: (last?.version ?? 0) + 1 });
}
