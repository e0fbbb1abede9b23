import type { z } from "zod";
import { addDays, dayInWib } from "#app/domain/calendar-day.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { firstTurn, STANDING_AT_MOST, type StartStandingForm } from "#app/domain/standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBuyable } from "#db/read/baskets.ts";
import { findStandingByFormKey, findStandingPerson, listOwnStandingOrders } from "#db/read/standing-orders.ts";
import { readStandingTerms } from "#db/read/standing-terms.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { insertStandingOrder } from "#db/write/standing-orders.ts";

type Input = z.output<typeof StartStandingForm>;
type Reason = "fields" | "form-used" | "not-for-sale" | "standing-full" | "standing-no-phone";

/** A buyer wants the same again and again. Nothing is ordered yet: by the weekday from tomorrow, by the cycle at its next opening. */
export async function startStandingOrder(ctx: Context, input: Input): Promise<Result<{ id: string }, Reason>> {
  permit(ctx.actor, "start-standing-order");
  const personId = ctx.actor.personId ?? "";
  const { formKey, variantId, ...form } = input;
  return inTransaction(async (tx): Promise<Result<{ id: string }, Reason>> => {
    const known = await findStandingByFormKey(formKey);
    if (known) return known.personId === personId ? { ok: true, id: known.id } : refuse("form-used");
    if (!(await findBuyable(variantId, null, ctx.now))) return refuse("not-for-sale");
    if (!(await findStandingPerson(personId))?.phone) return refuse("standing-no-phone");
    if ((await listOwnStandingOrders(ctx.actor)).length >= STANDING_AT_MOST) return refuse("standing-full");
    const read = await readStandingTerms({ form, personId, variantId, now: ctx.now });
    if ("fields" in read) return refuse("fields", read.fields);
    const id = ctx.newId();
    const today = dayInWib(ctx.now.getTime());
    const { weekday } = read.terms;
    await insertStandingOrder(tx, {
      ...{ ...read.terms, id, personId, variantId, formKey, state: "active", createdAt: ctx.now },
      notBefore: firstTurn(weekday, weekday === null ? today : addDays(today, 1)),
    });
    return { ok: true, id };
  });
}
