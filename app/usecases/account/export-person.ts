import { guardedCell, type SheetRows } from "#app/domain/bulk-sheet.ts";
import { permit } from "#app/domain/permissions.ts";
import type { Context } from "#app/usecases/context.ts";
import { gatherPersonData, type PersonData } from "#db/read/person-data.ts";

/** Everything that is kept about a person, for that person to take along. Undefined when there is nobody. */
export async function exportPerson(ctx: Context, { personId }: { personId: string }): Promise<PersonData | undefined> {
  permit(ctx.actor, "export-person", { personId });
  const data = await gatherPersonData(ctx.actor, personId);
  if (!data) return undefined;
  const payoutWays = data.payoutWays.map((way) => ({
    ...way,
    account: ctx.secrets.open("account", way.account) ?? "",
  }));
  return { ...data, payoutWays };
}

const HEAD = ["number", "placed_at", "state", "goods", "variant", "quantity", "unit", "unit_price", "value"];

/** The orders of an export as a table, a line of an order in each row. */
export function orderRows({ orders }: Pick<PersonData, "orders">): SheetRows {
  const rows = orders.flatMap(({ number, placedAt, state, lines }) =>
    lines.map((line) => [
      ...[number, placedAt.toISOString(), state, line.goods, line.variant],
      ...[String(line.quantityMilli / 1000), line.unit, String(line.unitPrice), String(line.goodsValue)],
    ]),
  );
  return [HEAD, ...rows.map((row) => row.map(guardedCell))];
}
