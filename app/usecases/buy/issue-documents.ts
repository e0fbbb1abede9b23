import { documentNumber, documentYear } from "#app/domain/document.ts";
import { type DueDocument, dueDocuments } from "#app/domain/due-documents.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { findDocumentReader, listOrderDocuments } from "#db/read/documents.ts";
import { gatherDocumentBasis } from "#db/read/due-documents.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { insertDocument } from "#db/write/documents.ts";

/**
 * Numbers the papers that an order's facts call for, when somebody who may see them first asks: buyer and operator for all groups, an
 * officer for the own one. Asked twice, or by two people at once, each fact has one paper.
 * @returns how many were issued now
 */
export async function issueDocuments(ctx: Context, { number }: { number: string }): Promise<{ issued: number }> {
  const reader = await findDocumentReader(ctx.actor, number);
  permit(ctx.actor, "issue-documents", reader ?? {});
  const { orderId = "", groupIds = [] } = reader ?? {};
  // Most visits find all of them there: no need to hold the books for that.
  if ((await listDue(orderId, groupIds)).length === 0) return { issued: 0 };
  return inTransaction(async (tx) => {
    const due = await listDue(orderId, groupIds);
    const numbers = new Map(
      ((await listOrderDocuments(ctx.actor, number)) ?? []).map(({ cause, label }) => [cause, label]),
    );
    for (const document of due) numbers.set(document.cause, await issue(tx, ctx, { orderId, document, numbers }));
    return { issued: due.length };
  });
}

async function listDue(orderId: string, groupIds: readonly string[]): Promise<DueDocument[]> {
  const basis = await gatherDocumentBasis(orderId);
  return basis ? dueDocuments(basis).filter((due) => groupIds.includes(due.groupId)) : [];
}

type Issue = { orderId: string; document: DueDocument; numbers: ReadonlyMap<string, string> };

async function issue(tx: Tx, ctx: Context, { orderId, document, numbers }: Issue): Promise<string> {
  const { kind, cause, consignmentId, groupId, content, refersTo } = document;
  const earlier = refersTo.map((each) => numbers.get(each)).find((label) => label !== undefined);
  const credit = content.credit && { ...content.credit, refersTo: earlier ?? null };
  const year = documentYear(ctx.now.getTime());
  const number = await insertDocument(tx, {
    ...{ id: ctx.newId(), groupId, kind, year, cause, orderId, consignmentId, total: content.total },
    ...{ content: { ...content, credit }, issuedAt: ctx.now, issuedBy: ctx.actor.personId },
  });
  return documentNumber({ kind, year, number });
}
