import { and, eq, or } from "drizzle-orm";
import { type Actor, may } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { cashMovements, people } from "../schema.ts";

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

/** As {@link findMovement}, with who recorded it and the voucher that it takes back, or that takes it back. */
export async function findVoucher(actor: Actor, which: { groupId: string; movementId: string }) {
  const voucher = await findMovement(actor, which);
  if (!voucher) return undefined;
  const [recorder] = await db().select({ name: people.name }).from(people).where(eq(people.id, voucher.recordedBy));
  const { id, year, number, reverses } = cashMovements;
  const others = await db()
    .select({ id, year, number, reverses })
    .from(cashMovements)
    .where(or(eq(cashMovements.reverses, voucher.id), eq(cashMovements.id, voucher.reverses ?? "")));
  return {
    ...voucher,
    recorder: recorder?.name ?? "",
    takenBackBy: others.find((other) => other.reverses === voucher.id) ?? null,
    takesBack: others.find((other) => other.id === voucher.reverses) ?? null,
  };
}
