import { rupiah } from "#app/domain/money.ts";
import { seenLine } from "#app/domain/order.ts";
import { payAtCounter } from "#app/usecases/sell/pay-at-counter.ts";
import { sellAtCounter } from "#app/usecases/sell/sell-at-counter.ts";
import { listCounterGoods, listCounterLines } from "#db/read/counter.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";

/** What was sold at the stall: on which day before today and at which hour, how much of the first goods, and how it was paid. */
const SALES = [
  { day: -8, hour: 9, pieces: [2], method: "cash", given: 500_000, name: "Pembeli di lapak" },
  { day: -8, hour: 11, pieces: [0, 1], method: "qris", given: null, name: "Pembeli di lapak" },
  { day: -1, hour: 10, pieces: [1, 1], method: "cash", given: null, name: "Kak Rosnah" },
] as const;

/** Groups that stand at the Saturday market with a table of their own. */
const STALLS: readonly string[] = ["butik-seri-dompak", "poktan-tanah-merah"];

/** The groups with a stall sell in person, in cash and by QRIS, what lies there. */
export async function playCounter(world: DemoWorld): Promise<void> {
  for (const group of demoGroups.filter((each) => STALLS.includes(each.slug)))
    for (const sale of SALES) await sellOne(world, group, sale);
}

async function sellOne(
  world: DemoWorld,
  group: (typeof demoGroups)[number],
  { day, hour, pieces, method, given, name }: (typeof SALES)[number],
): Promise<void> {
  const officer = officerOf(group);
  const id = groupId(group);
  const ctx = world.at(wibTime(world.today, day, hour), officer);
  const goods = (await listCounterGoods(officer, id)).filter((each) => each.stockMilli >= 3000);
  const wanted = pieces.flatMap((count, at) => {
    const each = goods[at];
    return each && count > 0 ? [{ variantId: each.variantId, quantityMilli: count * 1000 }] : [];
  });
  if (wanted.length === 0) return;
  const lines = await listCounterLines(id, wanted, ctx.now);
  const due = lines.reduce((all, line) => all + (line.goodsValue ?? 0), 0);
  const answer = await sellAtCounter(ctx, {
    ...{ groupId: id, formKey: ctx.secrets.token(), lines: wanted, seen: lines.map(seenLine), method },
    ...{ cashGiven: given !== null && given >= due ? rupiah(given) : null, buyerName: name, buyerPhone: "" },
  });
  if (!answer.ok) throw new Error(`the demo's sale at the stall was refused: ${answer.reason}`);
  if (method === "qris") await payAtCounter(ctx, { groupId: id, number: answer.number, by: "qris", cashGiven: null });
}
