import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { growersHold, type SettledShare, settleLine, shortValue, wantedOf } from "#app/domain/cycle-settlement.ts";
import { type LinePlan, leftOf, planLines } from "#app/domain/lot.ts";
import { rupiah, sum } from "#app/domain/money.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { type Cut, shareOutCrop } from "#app/domain/shortage-cut.ts";
import { UNITS } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { consignments, members, orderLineShares, orderLines, orders, splitRules } from "../schema.ts";
import { listBroughtBy } from "./contributions.ts";
import type { CycleFacts, CycleView } from "./cycles.ts";
import { readStockOf } from "./lot-stock.ts";

const WAITING = ["awaiting-payment", "payable-on-delivery"] as const;

/** The lines of a cycle that still stand, with the order that each belongs to. */
async function listCycleLines(cycleId: string) {
  const rows = await db()
    .select({
      id: orderLines.id,
      variantId: orderLines.variantId,
      quantityMilli: orderLines.quantityMilli,
      goodsValue: orderLines.goodsValue,
      refundedMilli: orderLines.refundedMilli,
      refundedValue: orderLines.refundedValue,
      rule: splitRules.rule,
      orderId: orders.id,
      orderNumber: orders.number,
      orderState: orders.state,
      buyerName: orders.buyerName,
      savingAs: orders.savingAs,
      placedAt: orders.placedAt,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .innerJoin(consignments, eq(consignments.id, orderLines.consignmentId))
    .innerJoin(splitRules, eq(splitRules.id, orderLines.splitRuleId))
    .where(and(eq(orderLines.cycleId, cycleId), notInArray(consignments.state, ["cancelled", "refunded"])))
    .orderBy(asc(orders.placedAt), asc(orderLines.id));
  const fees = await listFees(rows.map((row) => row.id));
  const feeOf = (id: string, party: string) =>
    fees.find((fee) => fee.orderLineId === id && fee.party === party) ?? { basis: 0, basisTotal: 10_000 };
  return rows
    .map((row) => ({
      ...row,
      goodsValue: rupiah(row.goodsValue),
      refundedValue: rupiah(row.refundedValue),
      networkFeeBasisPoints: feeOf(row.id, "network-fee").basis,
      providerFeeBasisPoints: feeOf(row.id, "provider-fee").basis,
      providerFeeTotal: feeOf(row.id, "provider-fee").basisTotal,
    }))
    .filter((line) => wantedOf(line) > 0);
}

/** The percentages that stood when the lines were sold. */
async function listFees(lineIds: string[]) {
  if (lineIds.length === 0) return [];
  return db()
    .select({
      orderLineId: orderLineShares.orderLineId,
      party: orderLineShares.party,
      basis: orderLineShares.basis,
      basisTotal: orderLineShares.basisTotal,
    })
    .from(orderLineShares)
    .where(
      and(
        inArray(orderLineShares.orderLineId, lineIds),
        inArray(orderLineShares.party, ["network-fee", "provider-fee"]),
      ),
    );
}

type Line = Awaited<ReturnType<typeof listCycleLines>>[number];
export type SettledLine = { line: Line; cut: Cut; plan: LinePlan; shares: SettledShare[] };

const NOTHING: LinePlan = { takings: [], untracedMilli: 0, lots: [] };

type Cycle = Pick<CycleFacts, "id" | "variantId" | "listingId" | "unit" | "cutRule" | "mayWaitMilli">;

/**
 * For use cases and their preview: how a cycle's harvest would be shared out now. What came in is what lies in the lots of its variant.
 * @param crop "none" when it does not go: then everything goes back
 */
export async function gatherSettlement(
  cycle: Cycle,
  { pledgedMilli, crop }: { pledgedMilli: number; crop: "what-came" | "none" },
) {
  const [lines, stock] = [await listCycleLines(cycle.id), await readStockOf([cycle.variantId])];
  const cameMilli = stock.lots.reduce((all, lot) => all + leftOf(lot), 0);
  const cropMilli = crop === "none" ? 0 : cameMilli;
  const asked = lines.map((line) => ({ id: line.id, askedMilli: wantedOf(line), orderedMs: line.placedAt.getTime() }));
  const { stepMilli } = UNITS[cycle.unit];
  const firmMilli = cycle.mayWaitMilli > 0 ? pledgedMilli : null;
  const cuts = shareOutCrop(asked, { cropMilli, stepMilli, rule: cycle.cutRule, pledgedMilli: firmMilli });
  const wanted = cuts.map(({ id, keptMilli }) => ({ id, variantId: cycle.variantId, quantityMilli: keptMilli }));
  const plans = planLines(wanted, { lots: stock.lots, untracedMilli: new Map() });
  const settled: SettledLine[] = [];
  for (const [at, cut] of cuts.entries()) {
    const line = lines.find((each) => each.id === cut.id);
    if (!line) continue;
    const plan = plans[at]?.plan ?? NOTHING;
    const broughtBy = await listBroughtBy(cycle.listingId, plan);
    const shares = cut.keptMilli > 0 ? settleLine(line, { keptMilli: cut.keptMilli, broughtBy }) : [];
    settled.push({ line, cut, plan, shares });
  }
  return {
    cropMilli: cameMilli,
    askedMilli: cuts.reduce((all, cut) => all + cut.askedMilli, 0),
    keptMilli: cuts.reduce((all, cut) => all + cut.keptMilli, 0),
    waitingForMoney: new Set(lines.filter(isUnpaid).map((line) => line.orderId)).size,
    shortTotal: sum(settled.map(({ line, cut }) => shortValue(line, cut.keptMilli))),
    lots: stock.lots,
    lines: settled,
  };
}

function isUnpaid(line: Line): boolean {
  return WAITING.some((state) => state === line.orderState);
}

/** What the page shows before a cycle is settled: what each buyer gets, what goes back, and what each grower would have. */
export async function previewSettlement(actor: Actor, cycle: CycleView) {
  permit(actor, "settle-cycle", { groupId: cycle.groupId });
  const pledgedMilli = cycle.pledged.toMilli;
  const { lines, lots, ...sums } = await gatherSettlement(cycle, { pledgedMilli, crop: "what-came" });
  const held = growersHold(lines.map((each) => each.shares));
  const brought = new Map<string, number>();
  for (const { memberId, leftMilli } of lots.flatMap((lot) => lot.parts))
    brought.set(memberId, (brought.get(memberId) ?? 0) + leftMilli);
  const ids = [...new Set([...held.keys(), ...brought.keys()])];
  const names = ids.length === 0 ? [] : await db().select().from(members).where(inArray(members.id, ids));
  return {
    ...sums,
    buyers: lines.map(({ line, cut }) => ({
      id: line.id,
      buyerName: line.buyerName,
      orderNumber: line.orderNumber,
      askedMilli: cut.askedMilli,
      waitingMilli: cut.waitingMilli,
      keptMilli: cut.keptMilli,
      back: shortValue(line, cut.keptMilli),
    })),
    growers: names
      .toSorted((a, b) => a.number - b.number)
      .map(({ id, name, number }) => ({
        ...{ id, name, number },
        broughtMilli: brought.get(id) ?? 0,
        share: held.get(id) ?? rupiah(0),
      })),
  };
}
