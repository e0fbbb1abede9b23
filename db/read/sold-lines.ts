import type { LinePlan } from "#app/domain/lot.ts";
import { ZERO } from "#app/domain/money.ts";
import { type SaleLine, splitSaleLine } from "#app/domain/sale-split.ts";
import type { OrderToWrite } from "../write/orders.ts";
import type { BasketLine } from "./baskets.ts";
import { listStandingBehind } from "./cycle-stock.ts";
import { findRuleInForce } from "./split-rules.ts";

type Sale = {
  orderId: string;
  consignments: readonly { id: string; groupId: string }[];
  planned: readonly { line: Omit<BasketLine, "basketId">; plan: LinePlan }[];
  fees: Pick<SaleLine, "networkFeeBasisPoints" | "providerFeeBasisPoints" | "providerFeeTotal">;
  now: Date;
  newId: () => string;
};

/** An order's lines as they will stand, each divided by the rule in force; null when a group has no rule. */
export async function soldLines(sale: Sale): Promise<OrderToWrite["lines"] | null> {
  const { orderId, consignments, planned, fees, now, newId } = sale;
  const written: OrderToWrite["lines"] = [];
  for (const [at, { line, plan }] of planned.entries()) {
    const { groupId, splitRuleId: listingRuleId, splitRuleName: variantRule } = line;
    const rule = await findRuleInForce({ groupId, listingRuleId, variantRule, now });
    if (!rule) return null;
    const goodsValue = line.goodsValue ?? ZERO;
    written.push({
      id: newId(),
      orderId,
      consignmentId: consignments.find((each) => each.groupId === line.groupId)?.id ?? "",
      variantId: line.variantId,
      cycleId: line.cycleId,
      position: at + 1,
      listingName: line.listingName,
      variantName: line.variantName,
      unit: line.unit,
      unitPrice: line.price,
      quantityMilli: line.quantityMilli,
      goodsValue,
      madeToOrderDays: line.madeToOrderDays,
      catchWeight: line.catchWeight,
      splitRuleId: rule.id,
      shares: splitSaleLine({
        goodsValue,
        quantityMilli: line.quantityMilli,
        ...fees,
        rule: rule.rule,
        ...(await listStandingBehind(line, plan)),
      }),
    });
  }
  return written;
}
