import { permit } from "#app/domain/permissions.ts";
import { surplusSharedEntry } from "#app/domain/postings-of-savings.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import { planSurplus, type SurplusContent } from "#app/domain/surplus-year.ts";
import type { Context } from "#app/usecases/context.ts";
import { findSurplusYear, fundBalance, gatherSurplus } from "#db/read/surplus.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { post } from "#db/write/ledger.ts";
import { tellMember } from "#db/write/member-messages.ts";
import { moveSurplusYear } from "#db/write/surplus.ts";

type Which = { groupId: string; year: number };
type Answer = Result<object, "surplus-not-proposed" | "same-hand" | "surplus-changed" | "months-open" | "fund-spent">;

/** The second person approves: the fund gives the surplus up, and each member's part is hers or his. One entry, dated today. */
export async function approveSurplus(ctx: Context, which: Which): Promise<Answer> {
  permit(ctx.actor, "approve-surplus", { groupId: which.groupId });
  return inTransaction((tx) => approveWithin(tx, ctx, which));
}

async function approveWithin(tx: Tx, ctx: Context, { groupId, year }: Which): Promise<Answer> {
  const known = await findSurplusYear({ groupId, year });
  if (known?.state !== "proposed") return refuse("surplus-not-proposed");
  if (known.proposedBy === ctx.actor.personId) return refuse("same-hand");
  const { openMonths, source, members } = await gatherSurplus({ groupId, year });
  if (openMonths.length > 0) return refuse("months-open");
  const { content } = known;
  const funds = content.funds.map(({ key, basisPoints }) => ({ key, basisPoints }));
  // A loss has no funds: its figures alone are compared.
  const again = content.surplus < 0 ? { ...content, source } : planSurplus({ source, funds, members });
  if (!isSame(again, content)) return refuse("surplus-changed");
  if (content.surplus > (await fundBalance(groupId, "group-fund"))) return refuse("fund-spent");
  const marks = { approvedBy: ctx.actor.personId, approvedAt: ctx.now };
  if (!(await moveSurplusYear(tx, { id: known.id, from: "proposed", to: "posted", marks })))
    return refuse("surplus-not-proposed");
  const reserve = await fundBalance(groupId, "shu-reserve");
  const entry = surplusSharedEntry({ yearId: known.id, groupId, content, reserve });
  if (entry) await post(tx, entry, { actorId: ctx.actor.personId, now: ctx.now, newId: ctx.newId });
  for (const { memberId, total } of content.members.filter((member) => member.total > 0))
    await tellMember(tx, ctx, {
      ...{ memberId, about: `${known.id}:${memberId}`, kind: "surplus-shared", page: `surplus/${year}` },
      facts: { year: String(year), shareAmount: total },
    });
  await recordActivity(tx, ctx, { what: "approve-surplus", groupId, subject: String(year) });
  return { ok: true };
}

/** Whether the closed months still say what was proposed: where it came from, and what each member gets. */
function isSame(a: SurplusContent, b: SurplusContent): boolean {
  const facts = ({ surplus, source, members }: SurplusContent): string =>
    JSON.stringify([
      ...[surplus, source.fromMembers, source.fromOthers, source.otherIncome, source.costs],
      members.map(({ memberId, total }) => [memberId, total]),
    ]);
  return facts(a) === facts(b);
}
