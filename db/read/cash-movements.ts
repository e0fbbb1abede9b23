import { and, eq } from "drizzle-orm";
import { type Actor, may } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { cashMovements } from "../schema.ts";

/** The voucher that a form has made already, if it has. */
export async function findMovementByForm(formKey: string) {
  const { id, groupId, amount, category } = cashMovements;
  const [row] = await db()
    .select({ id, groupId, amount, category })
    .from(cashMovements)
    .where(eq(cashMovements.formKey, formKey));
  return row;
}

/** One voucher of a group; undefined for everybody who may not see its books. */
export async function findMovement(actor: Actor, { groupId, movementId }: { groupId: string; movementId: string }) {
  if (!may(actor, "see-books", { groupId })) return undefined;
  const [row] = await db()
    .select()
    .from(cashMovements)
    .where(and(eq(cashMovements.groupId, groupId), eq(cashMovements.id, movementId)));
  return row;
}
