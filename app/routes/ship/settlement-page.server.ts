import type { Rupiah } from "#app/domain/money.ts";
import { rupiah, sum } from "#app/domain/money.ts";
import { compareRules, savingRate, subgroupsOf } from "#app/domain/rule-comparison.ts";
import { actualWeight, type Carried } from "#app/domain/run.ts";
import { settleCarried } from "#app/domain/run-settlement.ts";
import { sendingCost } from "#app/domain/tariff.ts";
import type { Context } from "#app/usecases/context.ts";
import { listSettled, listTravelled } from "#db/read/run-settlement.ts";
import type { findRun } from "#db/read/runs.ts";

export type SettledRun = NonNullable<Awaited<ReturnType<typeof findRun>>>;

type Named = { orderNumber: string; buyerName: string; groupName: string };

/** As it was settled, or as it would be with this bill; beside it what the other rules would have said. */
export async function settlementOf({ actor }: Pick<Context, "actor">, run: SettledRun, bill: Rupiah) {
  const { shareRule: rule, tariff } = run;
  if (run.state === "settled") {
    const rows = await listSettled(actor, run);
    const lines = rows.map((row) => ({
      ...{ id: row.id, ...names(row), isPaid: row.orderState !== "payable-on-delivery" },
      ...{ alone: sendingCost(tariff, actualWeight(row)), quote: row.quote, share: row.share ?? row.quote },
    }));
    const carried = rupiah(bill - sum(lines.map((line) => line.share)));
    return { lines, bill, carried, returned: null, ...beside(run, { bill, rows, lines }) };
  }
  const rows = await listTravelled(actor, run);
  const settled = settleCarried({ tariff, rule, bill, consignments: rows });
  const lines = rows.map((row, at) => ({
    ...{ id: row.id, ...names(row), isPaid: row.isPaid },
    ...{ alone: settled.lines[at]?.alone ?? row.quote, quote: row.quote, share: settled.lines[at]?.share ?? row.quote },
  }));
  return { lines, bill, carried: settled.carried, returned: settled.returned, ...beside(run, { bill, rows, lines }) };
}

export type SettlementShown = Awaited<ReturnType<typeof settlementOf>>;

function names({ orderNumber, buyerName, groupName }: Named): Named {
  return { orderNumber, buyerName, groupName };
}

type Shown = {
  bill: Rupiah;
  rows: readonly (Carried & Named)[];
  lines: readonly { id: string; alone: Rupiah; quote: Rupiah; share: Rupiah }[];
};

function beside({ shareRule: rule, tariff }: SettledRun, { bill, rows, lines }: Shown) {
  const shares = new Map(lines.map(({ id, share }) => [id, share]));
  const { better, looked, isUnavoidable } = subgroupsOf({ tariff, consignments: rows }, shares);
  const nameOf = (id: string): string => {
    const row = rows.find((each) => each.id === id);
    return row ? `${row.buyerName} (${row.groupName})` : id;
  };
  return {
    rule,
    why: savingRate(lines),
    rules: compareRules({ tariff, bill, consignments: rows }).map((outcome) => ({
      rule: outcome.rule,
      isSampled: outcome.isSampled,
      shares: Object.fromEntries(outcome.shares),
    })),
    subgroup: {
      ...{ looked, isUnavoidable },
      better: better && { names: better.ids.map(nameOf), pays: better.pays, apart: better.apart },
    },
  };
}
