import type { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { goodsOf, type StockCostForm } from "#app/domain/stock-cost.ts";
import type { Context } from "#app/usecases/context.ts";
import { findMovement } from "#db/read/cash-movements.ts";
import { findCostByForm, hasGoods } from "#db/read/stock-costs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertStockCost } from "#db/write/stock-costs.ts";

type Input = z.output<typeof StockCostForm> & { groupId: string };
type Answer = Result<object, "no-such-goods" | "no-such-voucher" | "form-used">;

/**
 * The treasurer records what goods on hand cost for one unit: of one lot, or of all of a kind. Nothing is posted: the money has its own
 * voucher, or is still owed. A later record takes an earlier one's place from then on.
 */
export async function recordStockCost(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "record-stock-cost", { groupId: input.groupId });
  const { groupId, formKey, unitCost, basis, source, voucherId } = input;
  const goods = goodsOf(input.goods);
  return inTransaction(async (tx): Promise<Answer> => {
    const known = await findCostByForm(formKey);
    if (known) {
      const isSame = known.groupId === groupId && known.variantId === goods.variantId && known.lotId === goods.lotId;
      return isSame && known.unitCost === unitCost ? { ok: true } : refuse("form-used");
    }
    if (!(await hasGoods(groupId, goods))) return refuse("no-such-goods", { goods: "no-such-goods" });
    if (voucherId !== "" && !(await findMovement(ctx.actor, { groupId, movementId: voucherId })))
      return refuse("no-such-voucher", { voucherId: "no-such-voucher" });
    const id = ctx.newId();
    await insertStockCost(tx, {
      ...{ ...goods, id, groupId, unitCost, basis, source, formKey, voucherId: voucherId || null },
      ...{ recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "record-stock-cost", groupId, subject: id });
    return { ok: true };
  });
}
