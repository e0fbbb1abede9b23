import { eq, inArray } from "drizzle-orm";
import { voucherNumber } from "#app/domain/cash-movement.ts";
import { payoutNumber } from "#app/domain/payout.ts";
import { savingsNumber } from "#app/domain/savings.ts";
import { db } from "../client.server.ts";
import {
  cashMovements,
  consignments,
  orders,
  payments,
  payouts,
  refunds,
  runs,
  savingsMovements,
  surplusYears,
} from "../schema.ts";

/** What an entry comes from, by the name that people know it by. */
export type EntryCause = {
  kind: "order" | "voucher" | "payout" | "receipt" | "surplus" | "run";
  /** The order's, voucher's or receipt's number, the run's code, the year. */
  name: string;
  id: string;
};

type Row = { id: string; cause: EntryCause };

const READERS: Record<string, (ids: string[]) => Promise<Row[]>> = {
  consignment: async (ids) =>
    ofOrders(
      await db()
        .select({ id: consignments.id, number: orders.number })
        .from(consignments)
        .innerJoin(orders, eq(orders.id, consignments.orderId))
        .where(inArray(consignments.id, ids)),
    ),
  payment: async (ids) =>
    ofOrders(
      await db()
        .select({ id: payments.id, number: orders.number })
        .from(payments)
        .innerJoin(orders, eq(orders.id, payments.orderId))
        .where(inArray(payments.id, ids)),
    ),
  refund: async (ids) =>
    ofOrders(
      await db()
        .select({ id: refunds.id, number: orders.number })
        .from(refunds)
        .innerJoin(payments, eq(payments.id, refunds.paymentId))
        .innerJoin(orders, eq(orders.id, payments.orderId))
        .where(inArray(refunds.id, ids)),
    ),
  order: async (ids) =>
    ofOrders(await db().select({ id: orders.id, number: orders.number }).from(orders).where(inArray(orders.id, ids))),
  "cash-movement": async (ids) =>
    (await db().select().from(cashMovements).where(inArray(cashMovements.id, ids))).map((row) => ({
      id: row.id,
      cause: { kind: "voucher", name: voucherNumber(row), id: row.id },
    })),
  payout: async (ids) =>
    (await db().select().from(payouts).where(inArray(payouts.id, ids))).map((row) => ({
      id: row.id,
      cause: { kind: "payout", name: payoutNumber(row), id: row.memberId },
    })),
  savings: async (ids) =>
    (await db().select().from(savingsMovements).where(inArray(savingsMovements.id, ids))).map((row) => ({
      id: row.id,
      cause: { kind: "receipt", name: savingsNumber(row), id: row.id },
    })),
  surplus: async (ids) =>
    (await db().select().from(surplusYears).where(inArray(surplusYears.id, ids))).map((row) => ({
      id: row.id,
      cause: { kind: "surplus", name: String(row.year), id: String(row.year) },
    })),
  run: async (ids) =>
    (await db().select({ id: runs.id, code: runs.code }).from(runs).where(inArray(runs.id, ids))).map((row) => ({
      id: row.id,
      cause: { kind: "run", name: row.code, id: row.code },
    })),
};

function ofOrders(rows: { id: string; number: string }[]): Row[] {
  return rows.map(({ id, number }) => ({ id, cause: { kind: "order", name: number, id: number } }));
}

/** The causes that have a name, by "kind:id"; one question for each kind. */
export async function causesOf(
  rows: readonly { causeKind: string; causeId: string }[],
): Promise<Map<string, EntryCause>> {
  const known = new Map<string, EntryCause>();
  for (const [kind, read] of Object.entries(READERS)) {
    const ids = [...new Set(rows.filter((row) => row.causeKind === kind).map((row) => row.causeId))];
    if (ids.length === 0) continue;
    for (const { id, cause } of await read(ids)) known.set(`${kind}:${id}`, cause);
  }
  return known;
}
