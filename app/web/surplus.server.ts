import { isCooperative } from "#app/domain/savings.ts";
import {
  idleFunds,
  planSurplus,
  type SurplusContent,
  type SurplusFundKey,
  slipsOf,
  surplusOf,
} from "#app/domain/surplus-year.ts";
import { findSurplusYear, gatherSurplus } from "#db/read/surplus.ts";
import { type Door, notFound } from "./door.server.ts";
import { openOwnMoney } from "./group.server.ts";

/** The year that the path's :year names; the 404 page for anything that is no book year. */
export function yearOf({ param, ctx }: Door): number {
  const text = param("year");
  const year = Number(text);
  if (!/^20\d{2}$/.test(text) || year > ctx.now.getUTCFullYear() + 1) throw notFound();
  return year;
}

/** A year's surplus: as it was proposed, or as the books have it now. */
export async function readSurplusYear({ groupId, year }: { groupId: string; year: number }) {
  const known = await findSurplusYear({ groupId, year });
  const isLive = known !== undefined && known.state !== "withdrawn" && known.state !== "reversed";
  const { openMonths, source, members, policy } = await gatherSurplus({ groupId, year });
  const surplus = surplusOf(source);
  const planned: SurplusContent | null =
    policy && surplus !== 0 ? planSurplus({ source, funds: policy.funds, members }) : null;
  const idle: SurplusFundKey[] = policy && surplus > 0 ? idleFunds(policy.funds, members) : [];
  return {
    ...{ known, isLive, openMonths, surplus, idle: isLive ? [] : idle, hasPolicy: policy !== null },
    source: isLive ? known.content.source : source,
    content: isLive ? known.content : planned,
  };
}

/** The slip of the member and year that the path names; the 404 page for anybody who got nothing, or was never told. */
export async function openSlip(entered: Door) {
  const { group, member } = await openOwnMoney(entered, "see-savings");
  const year = yearOf(entered);
  const known = isCooperative(group.kind) ? await findSurplusYear({ groupId: group.id, year }) : undefined;
  const isTold = known !== undefined && ["posted", "reversal-asked", "reversed"].includes(known.state);
  const slip = isTold ? slipsOf(known.content, year).find(({ memberId }) => memberId === member.id) : undefined;
  if (!known || !slip) throw notFound();
  return {
    group,
    member,
    year,
    yearId: known.id,
    slip,
    isUndone: known.state === "reversed",
    approvedAt: known.approvedAt,
  };
}
