import { and, desc, eq } from "drizzle-orm";
import { type DocumentKind, documentNumber } from "#app/domain/document.ts";
import { type Actor, may, permit } from "#app/domain/permissions.ts";
import { db } from "../client.server.ts";
import { documents, orders } from "../schema.ts";
import { findOrderHead } from "./orders.ts";
import { listGroupIdsOfOrder } from "./payments.ts";

const SHOWN = {
  id: documents.id,
  groupId: documents.groupId,
  kind: documents.kind,
  year: documents.year,
  number: documents.number,
  cause: documents.cause,
  total: documents.total,
  content: documents.content,
  issuedAt: documents.issuedAt,
  orderId: documents.orderId,
  orderNumber: orders.number,
  buyerId: orders.buyerId,
};

type Row = { kind: DocumentKind; year: number; number: number };
const labelled = <T extends Row>(row: T) => ({ ...row, label: documentNumber(row) });

function select() {
  return db().select(SHOWN).from(documents).innerJoin(orders, eq(orders.id, documents.orderId));
}

/** Whose papers of an order the actor may see: those of all groups, or of the own ones; undefined for whom it is nothing to. */
export async function findDocumentReader(actor: Actor, number: string) {
  const head = await findOrderHead(number);
  if (!head) return undefined;
  const subject = { orderId: head.id, buyerId: head.buyerId };
  const groupIds = await listGroupIdsOfOrder(head.id);
  const seen = groupIds.filter((groupId) => may(actor, "see-documents", { ...subject, groupId }));
  return seen.length > 0 ? { orderId: head.id, buyerId: head.buyerId, groupIds: seen } : undefined;
}

/** The papers of an order that the actor may see, the newest first; undefined for everybody whom the order is nothing to. */
export async function listOrderDocuments(actor: Actor, number: string) {
  const reader = await findDocumentReader(actor, number);
  if (!reader) return undefined;
  const rows = await select()
    .where(eq(documents.orderId, reader.orderId))
    .orderBy(desc(documents.issuedAt), documents.kind, documents.groupId, documents.number);
  return rows.filter((row) => reader.groupIds.includes(row.groupId)).map(labelled);
}

/** One paper; undefined for everybody whom it is nothing to. */
export async function findDocument(actor: Actor, documentId: string) {
  const [row] = await select().where(eq(documents.id, documentId));
  if (!row || !may(actor, "see-documents", row)) return undefined;
  return labelled(row);
}

/** A group's papers, the newest first. */
export async function listGroupDocuments(
  actor: Actor,
  { groupId, kind, limit, offset }: { groupId: string; kind: DocumentKind | null; limit: number; offset: number },
) {
  permit(actor, "see-documents", { groupId });
  const rows = await select()
    .where(and(eq(documents.groupId, groupId), kind ? eq(documents.kind, kind) : undefined))
    .orderBy(desc(documents.issuedAt), desc(documents.year), desc(documents.number), documents.id)
    .limit(limit)
    .offset(offset);
  return rows.map(labelled);
}
