import { rupiah } from "#app/domain/money.ts";
import { startStandingOrder } from "#app/usecases/buy/start-standing-order.ts";
import type { Context } from "#app/usecases/context.ts";
import { testContext } from "./context.ts";
import { aNetwork, aStall } from "./orders.ts";
import { aPerson } from "./people.ts";

let phones = 0;
/** A buyer whom the group can call. */
export function aCallableBuyer() {
  phones += 1;
  return aPerson({ phone: `+62812555${String(phones).padStart(5, "0")}` });
}

/** Two units each Thursday, fetched at the group and paid by transfer. */
export const TERMS = {
  ...({ quantity: "2", everyWeeks: 1, weekday: 4, place: "fetch" } as const),
  ...({ method: "transfer", useCredit: "", ceiling: "" } as const),
};
export type Terms = Partial<Omit<Parameters<typeof startStandingOrder>[1], "formKey" | "variantId">>;

export async function aStanding({ variantId, ...over }: Terms & { variantId: string }) {
  const { actor, id: personId } = await aCallableBuyer();
  const ctx = testContext({ actor });
  const started = await startStandingOrder(ctx, { ...TERMS, ...over, variantId, formKey: ctx.secrets.token() });
  if (!started.ok) throw new Error(`the standing order was refused: ${JSON.stringify(started)}`);
  return { id: started.id, personId, ctx, at: (now: Date): Context => ({ ...ctx, now }) };
}

/** A standing order for chillies at Rp 62.000 that lie there, each Thursday from 26 November. */
export async function ofTheWeek(over: Terms = {}) {
  await aNetwork();
  const stall = await aStall({ unit: "kg", variants: [{ price: rupiah(62_000), stockMilli: 10_000 }] });
  return { stall, ...(await aStanding({ ...over, variantId: stall.variant.id })) };
}
