import type { SerializeFrom } from "@remix-run/node";
import { payoutNumber } from "#app/domain/payout.ts";
import { may } from "#app/domain/permissions.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { findBatch } from "#db/read/payouts.ts";

/** The batch that the path names, for those who see the books. */
export async function openBatch(entered: Door) {
  const group = await openGroup(entered, "see-books");
  const found = await findBatch(entered.ctx.actor, { groupId: group.id, batchId: entered.param("batch") });
  if (!found) throw notFound();
  return { group, found };
}

/** What the page of a batch shows, and what its reader may do. */
export function viewOf({ ctx }: Door, { group, found }: Awaited<ReturnType<typeof openBatch>>) {
  const { batch, lines, preparer, decider } = found;
  const mays = ["decide-batch", "pay-lines", "download-bank-file"] as const;
  return {
    group: { slug: group.slug, name: group.name },
    batch: {
      ...{ id: batch.id, number: batch.number, state: batch.state, note: batch.note, preparedAt: batch.preparedAt },
      ...{ decidedAt: batch.decidedAt, decidedWhy: batch.decidedWhy, preparer, decider },
      isOwn: batch.preparedBy === ctx.actor.personId,
    },
    lines: lines.map((line) => ({
      ...{ id: line.id, kind: line.kind, state: line.state, method: line.method, amount: line.amount },
      ...{ repaid: line.repaid, kept: line.kept, keptWhy: line.keptWhy, keptUntil: line.keptUntil },
      ...{ memberId: line.memberId, name: line.name, reason: line.reason, failedWhy: line.failedWhy },
      ...{ repayBasisPoints: line.repayBasisPoints, repayAmount: line.repayAmount, provider: line.provider ?? "" },
      ...{ lastFour: line.lastFour ?? "", reference: line.reference ?? "", confirmedBy: line.confirmedBy },
      ...{ agreedBy: line.agreedBy, hasAgreement: line.agreementPhotoId !== null },
      voucher: line.year && line.number ? payoutNumber({ year: line.year, number: line.number }) : "",
      hasProof: line.proofPhotoId !== null,
      hasAccount: line.personId !== null,
    })),
    may: mays.filter((each) => may(ctx.actor, each, { groupId: group.id })),
  };
}

export type BatchView = SerializeFrom<typeof viewOf>;
