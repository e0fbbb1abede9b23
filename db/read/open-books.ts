import { eq } from "drizzle-orm";
import { rupiah } from "#app/domain/money.ts";
import type { MonthTotals } from "#app/domain/open-books.ts";
import { db } from "../client.server.ts";
import { groups } from "../schema.ts";
import { deliveredByParty } from "./delivered-by-party.ts";

type Month = { name: string; from: Date; until: Date };

/**
 * What a group that opened its books delivered in each of these months, by the party it went to; null for a group that did not open
 * them. For anybody: no member is told apart.
 */
export async function findOpenBooks(groupId: string, months: readonly Month[]): Promise<MonthTotals[] | null> {
  const [group] = await db().select({ isOpen: groups.publishesTotals }).from(groups).where(eq(groups.id, groupId));
  if (!group?.isOpen) return null;
  return Promise.all(months.map((month) => sumMonth(groupId, month)));
}

async function sumMonth(groupId: string, { name, from, until }: Month): Promise<MonthTotals> {
  const rows = await deliveredByParty({ groupId, from, until });
  const to = (...parties: (typeof rows)[number]["party"][]) =>
    rupiah(rows.filter((row) => parties.includes(row.party)).reduce((all, row) => all + row.amount, 0));
  return {
    month: name,
    members: to("member"),
    fund: to("group-fund"),
    costs: to("fixed-cost"),
    fees: to("network-fee", "provider-fee"),
  };
}
