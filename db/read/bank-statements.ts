import { and, desc, eq, inArray } from "drizzle-orm";
import type { Actor } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { bankStatements, orders, payments } from "../schema.ts";
import { mustSeePayments } from "./payments.ts";

/** A list that the actor sent; undefined for everybody else's. */
export async function findStatement(actor: Actor, statementId: string) {
  mustSeePayments(actor);
  const own = and(eq(bankStatements.id, statementId), eq(bankStatements.sentBy, actor.personId ?? ""));
  const [row] = await db().select().from(bankStatements).where(own);
  return row;
}

/** The actor's list that is still there. */
export async function findLastStatement(actor: Actor) {
  mustSeePayments(actor);
  const [row] = await db()
    .select({ id: bankStatements.id, fileName: bankStatements.fileName, sentAt: bankStatements.sentAt })
    .from(bankStatements)
    .where(eq(bankStatements.sentBy, actor.personId ?? ""))
    .orderBy(desc(bankStatements.sentAt))
    .limit(1);
  return row;
}

/** The payments that lines of a bank's list were confirmed for already, by the line's key. */
export async function listConfirmedLines(keys: readonly string[]) {
  if (keys.length === 0) return [];
  return db()
    .select({ key: payments.bankReference, paymentId: payments.id, orderNumber: orders.number })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(inArray(payments.bankReference, [...keys]));
}
