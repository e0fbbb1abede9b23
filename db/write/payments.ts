import { and, between, eq, inArray, sql } from "drizzle-orm";
import { add, type Rupiah, rupiah, ZERO } from "#app/domain/money.ts";
import type { PaymentMethod } from "#app/domain/order.ts";
import { payments } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";

/** The largest addition by which two equal transfers are told apart. */
export const MAX_ADDITION = 499;

type NewPayment = {
  id: string;
  orderId: string;
  attempt: number;
  method: PaymentMethod;
  amount: Rupiah;
  expiresAt: Date | null;
  now: Date;
  /** Asked for as it is: whoever takes it stands beside the buyer. */
  isExact?: boolean;
};

/**
 * Opens a try to pay. A transfer or QRIS gets an addition of Rp 1 to 499 that no other open one with the same sum has.
 * @returns what was written, or null when all additions around this amount are taken
 */
export async function insertPayment(tx: Tx, { now, isExact = false, ...payment }: NewPayment) {
  const isTransfer = !isExact && (payment.method === "transfer" || payment.method === "qris");
  const addition = isTransfer ? await freeAddition(tx, payment) : ZERO;
  if (addition === null) return null;
  const row = {
    ...payment,
    provider: payment.method === "card" ? ("stripe" as const) : ("manual" as const),
    uniqueAddition: addition,
    state: "open" as const,
    createdAt: now,
  };
  await tx.insert(payments).values(row);
  return row;
}

async function freeAddition(tx: Tx, { id, amount }: Pick<NewPayment, "id" | "amount">): Promise<Rupiah | null> {
  const asked = sql<number>`${payments.amount} + ${payments.uniqueAddition}`.mapWith(Number);
  const rows = await tx
    .select({ asked })
    .from(payments)
    .where(
      and(
        eq(payments.provider, "manual"),
        inArray(payments.method, ["transfer", "qris"]),
        inArray(payments.state, ["open", "claimed"]),
        between(payments.amount, rupiah(amount - MAX_ADDITION), add(amount, rupiah(MAX_ADDITION))),
      ),
    );
  const taken = new Set(rows.map((row) => row.asked));
  const start = beginningOf(id);
  for (let step = 0; step < MAX_ADDITION; step++) {
    const addition = 1 + ((start + step) % MAX_ADDITION);
    if (!taken.has(amount + addition)) return rupiah(addition);
  }
  return null;
}

/** Where the search begins, from the payment's own id: neighbours get far-apart additions, and a repeated try the same one. */
function beginningOf(id: string): number {
  let place = 0;
  for (const sign of id) place = (place * 31 + (sign.codePointAt(0) ?? 0)) % MAX_ADDITION;
  return place;
}
