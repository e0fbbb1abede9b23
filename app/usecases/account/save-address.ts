import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { ADDRESSES_AT_MOST, type SavedAddressForm } from "#app/domain/saved-address.ts";
import type { Context } from "#app/usecases/context.ts";
import { findAddressByFormKey, listSavedAddresses } from "#db/read/saved-addresses.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertAddress } from "#db/write/saved-addresses.ts";

type Input = SavedAddressForm & { villageCode: string | null };
type Reason = "fields" | "form-used" | "addresses-full";

/** A buyer keeps an address to choose at checkout. One form keeps one. */
export async function saveAddress(
  ctx: Context,
  { villageCode, postal, ...address }: Input,
): Promise<Result<object, Reason>> {
  const personId = ctx.actor.personId ?? "";
  permit(ctx.actor, "save-address", { personId });
  if (!villageCode || !(await ctx.regions.exists(villageCode))) return refuse("fields", { village: "choose-village" });
  return inTransaction(async (tx): Promise<Result<object, Reason>> => {
    const known = await findAddressByFormKey(address.formKey);
    if (known) return known.personId === personId ? { ok: true } : refuse("form-used");
    if ((await listSavedAddresses(ctx.actor)).length >= ADDRESSES_AT_MOST) return refuse("addresses-full");
    const row = { ...address, id: ctx.newId(), personId, villageCode, postcode: postal, createdAt: ctx.now };
    await insertAddress(tx, row);
    return { ok: true };
  });
}
