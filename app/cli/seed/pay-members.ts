import { basisPointsOf, rupiah } from "#app/domain/money.ts";
import { payoutCode } from "#app/domain/payout.ts";
import { drawCash } from "#app/usecases/books/draw-cash.ts";
import { payLines } from "#app/usecases/books/pay-lines.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { prepareCash } from "#app/usecases/books/prepare-cash.ts";
import type { Context } from "#app/usecases/context.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { findBatch } from "#db/read/payouts.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";

const SMALLEST = 5_000;

/** Counted out, and confirmed with the code that the member reads from her own page. */
export async function payInCash(ctx: Context, cash: Parameters<typeof prepareCash>[1]) {
  const prepared = await prepareCash(ctx, cash);
  if (!prepared.ok) return prepared;
  const of = { groupId: cash.groupId, batchId: prepared.batchId };
  const lineId = (await findBatch(ctx.actor, of))?.lines[0]?.id ?? "";
  const code = payoutCode(ctx.secrets.hash("payout-code", lineId));
  return payLines(ctx, { ...of, lineIds: [lineId], reference: cash.reference, code, proof: null });
}

/** At the end of a month each treasurer draws cash and pays out: two members of three in cash, the others by transfer. */
export async function payMembers(world: DemoWorld, day: number): Promise<void> {
  for (const group of demoGroups) {
    const treasurer = officerOf(group);
    const ctx = world.at(wibTime(world.today, day, 16), treasurer);
    const owed = (await listMemberBalances(treasurer, groupId(group))).filter((member) => member.owed >= SMALLEST);
    const inCash = owed.filter((member) => member.number % 3 !== 0);
    const cash = rupiah(inCash.reduce((all, member) => all + member.owed, 0));
    if (cash > 0) await drawCash(ctx, { groupId: groupId(group), amount: cash, formKey: world.newId() });
    for (const [at, member] of owed.entries()) {
      // Some leave a part with the group for the next month.
      const amount = world.chance() < 0.2 ? basisPointsOf(member.owed, 5000) : member.owed;
      const isCash = inCash.includes(member);
      const paid = { groupId: groupId(group), memberId: member.id, amount, formKey: world.newId() };
      if (isCash) await payInCash(ctx, { ...paid, reference: `KW-${at + 1}` });
      else await payOut(ctx, { ...paid, method: "transfer", reference: `TRF-${at + 1}` });
    }
  }
}
