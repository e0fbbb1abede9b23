import { accountCode, NETWORK } from "#app/domain/ledger.ts";
import type { Rupiah } from "#app/domain/money.ts";
import { keptByNetwork, type PayoutMethod } from "#app/domain/payout.ts";
import type { Actor } from "#app/domain/permissions.ts";
import { getGroupMoney } from "./books.ts";
import { balanceOf } from "./ledger.ts";

/** Where a payout would come from: what is there, and what of the bank is this group's. Whole rupiah. */
export async function moneyToPayFrom(
  actor: Actor,
  { groupId, method }: { groupId: string; method: PayoutMethod },
): Promise<{ available: Rupiah; kept: Rupiah }> {
  const money = await getGroupMoney(actor, groupId);
  const available = method === "cash" ? money.cashBox : await balanceOf(accountCode("bank", NETWORK));
  return { available, kept: keptByNetwork(money) };
}
