import type { Actor } from "#app/domain/permissions.ts";
import type { FormState } from "#app/web/form.server.ts";
import { regionValues } from "#app/web/regions.server.ts";
import { findSavedAddress, listSavedAddresses } from "#db/read/saved-addresses.ts";

type Values = FormState["values"];

/** What was typed, with the address that was chosen in place of the one in the fields; as it was, where none was chosen. */
export async function withAddress(actor: Actor, values: Values): Promise<Values> {
  const chosen = await findSavedAddress(actor, values.address?.[0] ?? "");
  if (!chosen) return values;
  const { villageCode, street, rt, rw, landmark, postcode } = chosen;
  const fields = { street: [street], rt: [rt], rw: [rw], landmark: [landmark], postal: [postcode] };
  return { ...values, ...regionValues(villageCode), ...fields };
}

/** The buyer's own addresses as the page offers them. */
export async function offerAddresses(actor: Actor, values: Values) {
  const saved = actor.personId === null ? [] : await listSavedAddresses(actor);
  return saved.map(({ id, label, street, villageCode }) => ({
    ...{ id, label, street },
    isChosen: values.street?.[0] === street && values.village?.[0] === villageCode,
  }));
}
