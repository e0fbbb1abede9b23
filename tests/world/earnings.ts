import { rupiah, ZERO } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { MARKET_DAY, testId } from "./context.ts";

/** Below zero it is taken back; without a member it is the group fund's. */
type Earned = { groupId: string; memberId: string | null; amount: number; at?: Date };

/** A buyer paid, the goods arrived, and the whole amount is the member's: the bank holds it, the group owes it. */
export async function earned({ groupId, memberId, amount, at = MARKET_DAY }: Earned) {
  const by = { actorId: null, now: at, newId: testId };
  await inTransaction(async (tx) => {
    const goodsValue = rupiah(amount);
    await post(
      tx,
      paidEntry({
        paymentId: testId(),
        orderId: testId(),
        buyerId: null,
        into: { kind: "bank" },
        consignments: [{ groupId, goodsValue }],
        shipping: ZERO,
        uniqueAddition: ZERO,
      }),
      by,
    );
    await post(
      tx,
      deliveredEntry({
        consignmentId: testId(),
        groupId,
        lines: [
          {
            orderLineId: testId(),
            shares: [{ party: memberId ? "member" : "group-fund", memberId, amount: goodsValue }],
          },
        ],
      }),
      by,
    );
  });
}
