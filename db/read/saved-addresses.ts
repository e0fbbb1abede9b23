import { and, asc, eq } from "drizzle-orm";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { savedAddresses } from "../schema.ts";

const SHOWN = {
  id: savedAddresses.id,
  label: savedAddresses.label,
  villageCode: savedAddresses.villageCode,
  street: savedAddresses.street,
  rt: savedAddresses.rt,
  rw: savedAddresses.rw,
  landmark: savedAddresses.landmark,
  postcode: savedAddresses.postcode,
};

/** The signed-in person's own addresses, the oldest first. */
export async function listSavedAddresses(actor: Actor) {
  permit(actor, "see-account");
  return db()
    .select(SHOWN)
    .from(savedAddresses)
    .where(eq(savedAddresses.personId, actor.personId ?? ""))
    .orderBy(asc(savedAddresses.createdAt), asc(savedAddresses.id));
}

/** One of the person's own; undefined for everybody else's, and for who is not signed in. */
export async function findSavedAddress(actor: Actor, addressId: string) {
  if (actor.personId === null) return undefined;
  const mine = and(eq(savedAddresses.id, addressId), eq(savedAddresses.personId, actor.personId));
  const [row] = await db().select(SHOWN).from(savedAddresses).where(mine);
  return row;
}

/** For use cases that act for somebody who is not there: one of that person's own addresses. */
export async function findAddressOf(personId: string, addressId: string) {
  const [row] = await db()
    .select(SHOWN)
    .from(savedAddresses)
    .where(and(eq(savedAddresses.id, addressId), eq(savedAddresses.personId, personId)));
  return row;
}

/** Whose address a form made already. */
export async function findAddressByFormKey(formKey: string) {
  const [row] = await db()
    .select({ personId: savedAddresses.personId })
    .from(savedAddresses)
    .where(eq(savedAddresses.formKey, formKey));
  return row;
}
