import { desc, eq } from "drizzle-orm";
import { accountCode, type EntryKind } from "#app/domain/ledger.ts";
import { negate, type Rupiah, ZERO } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { consignments, entries, orders, payments, postings } from "../schema.ts";
import { balanceOf } from "./ledger.ts";

export type CreditChange = { id: string; at: Date; kind: EntryKind; amount: Rupiah; orderNumber: string | null };

/** What the network owes the signed-in buyer for the next order, and every entry that changed it, the newest first. */
export async function findOwnCredit(
  actor: Actor,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ balance: Rupiah; changes: CreditChange[] }> {
  permit(actor, "see-account");
  const account = accountCode("buyer-credit", { kind: "buyer", id: actor.personId ?? "" });
  const rows = await db()
    .select({
      id: postings.id,
      at: entries.at,
      kind: entries.kind,
      causeKind: entries.causeKind,
      causeId: entries.causeId,
      amount: postings.amount,
    })
    .from(postings)
    .innerJoin(entries, eq(entries.id, postings.entryId))
    .where(eq(postings.accountCode, account))
    .orderBy(desc(entries.at), desc(entries.sequence), desc(postings.position))
    .limit(limit)
    .offset(offset);
  const changes = [];
  for (const { causeKind, causeId, kind, amount, ...row } of rows)
    changes.push({
      ...row,
      kind: kind as EntryKind,
      amount: negate(amount),
      orderNumber: await orderOf(causeKind, causeId),
    });
  return { balance: negate(await balanceOf(account)), changes };
}

/** What the signed-in buyer has for the next order; nothing for a visitor without an account. */
export async function findCreditBalance(actor: Actor): Promise<Rupiah> {
  return actor.personId === null ? ZERO : creditOf(actor.personId);
}

/** For use cases and jobs: what the network owes this person for the next order. */
export async function creditOf(personId: string): Promise<Rupiah> {
  return negate(await balanceOf(accountCode("buyer-credit", { kind: "buyer", id: personId })));
}

/** The order behind an entry, where it is one order. */
async function orderOf(causeKind: string, causeId: string): Promise<string | null> {
  const number = { number: orders.number };
  const find = {
    order: () => db().select(number).from(orders).where(eq(orders.id, causeId)),
    payment: () =>
      db()
        .select(number)
        .from(orders)
        .innerJoin(payments, eq(payments.orderId, orders.id))
        .where(eq(payments.id, causeId)),
    consignment: () =>
      db()
        .select(number)
        .from(orders)
        .innerJoin(consignments, eq(consignments.orderId, orders.id))
        .where(eq(consignments.id, causeId)),
  };
  const known = causeKind === "order" || causeKind === "payment" || causeKind === "consignment" ? causeKind : null;
  const [row] = known ? await find[known]() : [];
  return row?.number ?? null;
}
