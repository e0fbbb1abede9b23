import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { approveSurplus } from "#app/usecases/books/approve-surplus.ts";
import { askSurplusReversal } from "#app/usecases/books/ask-surplus-reversal.ts";
import { payOut } from "#app/usecases/books/pay-out.ts";
import { proposeSurplus } from "#app/usecases/books/propose-surplus.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { recordMeeting } from "#app/usecases/books/record-meeting.ts";
import { reverseSurplus } from "#app/usecases/books/reverse-surplus.ts";
import { setSurplusPolicy } from "#app/usecases/books/set-surplus-policy.ts";
import { withdrawSurplus } from "#app/usecases/books/withdraw-surplus.ts";
import type { Context } from "#app/usecases/context.ts";
import { removeMember } from "#app/usecases/sell/remove-member.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { findSurplusYear, fundBalance } from "#db/read/surplus.ts";
import { as, testContext } from "#tests/world/context.ts";
import {
  aCooperative,
  aKey,
  closeDecember,
  decided,
  GOLDEN,
  ofDecember,
  policyOf,
  saves,
  sold,
} from "#tests/world/cooperative.ts";
import { aGroup } from "#tests/world/people.ts";
import { rawSql } from "#tests/world/raw-sql.ts";

type Cooperative = Awaited<ReturnType<typeof aCooperative>>;
const YEAR = 2026;

/** A cooperative whose December holds what the golden example says. */
async function aGoldenYear() {
  const at = await aCooperative(GOLDEN.members.map(({ name }) => name));
  const { group } = at;
  const inDecember = { ...at.ctx, now: ofDecember(3) };
  const funds = [8_237_500, 0, 0, 40_000_000, 0, 0];
  for (const [place, { capital, transactions }] of GOLDEN.members.entries()) {
    const memberId = group.members[place]?.id ?? "";
    await saves(inDecember, {
      groupId: group.id,
      memberId,
      pokok: 100_000,
      wajib: capital - 100_000,
      day: "2026-12-03",
    });
    if (transactions > 0) await sold({ groupId: group.id, memberId, price: transactions, fund: funds[place] ?? 0 });
  }
  return at;
}

async function aProposedYear(at: Cooperative, percents: Parameters<typeof decided>[2] = GOLDEN.policy) {
  const later = await closeDecember(at);
  const { meetingId } = await decided(later, at.group.id, percents);
  const which = { groupId: at.group.id, year: YEAR };
  return { later, which, ask: { ...which, meetingId, idleAgreed: false } };
}

const owedTo = async ({ group }: Cooperative) =>
  (await listMemberBalances(group.officer, group.id)).map((member) => member.owed);

function spends(ctx: Context, groupId: string, amount: number) {
  return recordCashMovement(ctx, {
    ...{ groupId, category: "rent-and-power", amount: rupiah(amount), day: "2026-12-03", counterpart: "PLN", note: "" },
    ...{ formKey: aKey(), receipt: null },
  });
}

describe("approve-surplus", () => {
  it("shares the golden year to the rupiah, out of the ledger alone, once, by two people", async () => {
    const at = await aGoldenYear();
    const { later, which, ask } = await aProposedYear(at);
    const before = await owedTo(at);
    expect(await proposeSurplus(later, ask)).toEqual({ ok: true });
    expect(await proposeSurplus(later, ask)).toMatchObject({ reason: "surplus-proposed" });
    expect(await approveSurplus(later, which)).toMatchObject({ reason: "same-hand" });
    const chair = as(later, at.chair);
    const both = await Promise.all([approveSurplus(chair, which), approveSurplus(chair, which)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    const after = await owedTo(at);
    const shares = after.map((owed, place) => owed - (before[place] ?? 0));
    expect(shares).toEqual([...GOLDEN.members.map(({ share }) => share), 0]);
    expect(await fundBalance(at.group.id, "shu-reserve")).toBe(14_471_250);
    expect(await fundBalance(at.group.id, "group-fund")).toBe(0);
    const known = await findSurplusYear(which);
    expect(known?.content.source).toEqual({ fromMembers: GOLDEN.surplus, fromOthers: 0, otherIncome: 0, costs: 0 });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
    await expect(rawSql(`UPDATE surplus_years SET content = '{}' WHERE group_id = '${at.group.id}'`)).rejects.toThrow();
    await expect(approveSurplus(later, which)).resolves.toMatchObject({ reason: "surplus-not-proposed" });
  });

  it("waits for closed months, and refuses figures that moved or a fund that was spent", async () => {
    const at = await aCooperative();
    const memberId = at.group.members[0]?.id ?? "";
    await sold({ groupId: at.group.id, memberId, price: 100_000, fund: 10_000 });
    const early = { ...at.ctx, now: new Date("2027-01-03T03:00:00Z") };
    const { meetingId } = await decided(early, at.group.id, { reserve: 4000, business: 6000 });
    const ask = { groupId: at.group.id, year: YEAR, meetingId, idleAgreed: false };
    expect(await proposeSurplus(early, ask)).toMatchObject({ reason: "months-open" });
    const later = await closeDecember(at);
    expect(await proposeSurplus(later, { ...ask, meetingId: "nothing" })).toMatchObject({ reason: "no-such-meeting" });
    expect(await proposeSurplus(later, ask)).toEqual({ ok: true });
    // Money taken from the fund since: the surplus is not there any more.
    await recordCashMovement(later, {
      ...{
        groupId: at.group.id,
        category: "donation",
        amount: rupiah(5_000),
        day: "2027-01-02",
        counterpart: "X",
        note: "",
      },
      ...{ formKey: aKey(), receipt: null },
    });
    await spends(later, at.group.id, 5_000);
    await saves(later, { groupId: at.group.id, memberId, sukarela: 6_000, day: "2027-01-02" });
    await spends(later, at.group.id, 6_000);
    const chair = as(later, at.chair);
    expect(await approveSurplus(chair, ask)).toMatchObject({ reason: "fund-spent" });
    expect(await withdrawSurplus(later, ask)).toEqual({ ok: true });
    expect(await withdrawSurplus(later, ask)).toMatchObject({ reason: "surplus-not-proposed" });
    expect(await approveSurplus(chair, ask)).toMatchObject({ reason: "surplus-not-proposed" });
  });

  it("keeps the share of a member who left, and needs the meeting's word where nobody qualifies", async () => {
    const at = await aCooperative();
    const leaver = at.group.members[1]?.id ?? "";
    await sold({ groupId: at.group.id, memberId: leaver, price: 100_000, fund: 10_001 });
    await removeMember({ ...at.ctx, now: ofDecember(10) }, { groupId: at.group.id, memberId: leaver });
    const { later, which, ask } = await aProposedYear(at, { business: 5000, capital: 5000 });
    expect(await proposeSurplus(later, ask)).toMatchObject({
      reason: "idle-fund",
      fields: { idleAgreed: "idle-fund" },
    });
    expect(await proposeSurplus(later, { ...ask, idleAgreed: true })).toEqual({ ok: true });
    expect(await approveSurplus(as(later, at.chair), which)).toEqual({ ok: true });
    const known = await findSurplusYear(which);
    expect(known?.content.members.find(({ memberId }) => memberId === leaver)).toMatchObject({
      ...{ hasLeft: true, total: 5_001 },
    });
    expect(await fundBalance(at.group.id, "shu-reserve")).toBe(5_000);
  });

  it("puts a surplus made only with buyers who are no members into the reserve, whatever the meeting splits", async () => {
    const at = await aCooperative();
    await sold({ groupId: at.group.id, memberId: null, price: 30_000, fund: 0 });
    await saves(
      { ...at.ctx, now: ofDecember(3) },
      { groupId: at.group.id, memberId: at.group.members[0]?.id ?? "", wajib: 90_000, day: "2026-12-03" },
    );
    const { later, which, ask } = await aProposedYear(at, { reserve: 10_000 });
    await proposeSurplus(later, ask);
    await approveSurplus(as(later, at.chair), which);
    expect(await fundBalance(at.group.id, "shu-reserve")).toBe(30_000);
    const known = await findSurplusYear(which);
    expect(known?.content.source).toMatchObject({ fromMembers: 0, fromOthers: 30_000 });
    expect((await verifyBooks()).ok).toBe(true);
  });
});

describe("reverse-surplus", () => {
  it("posts the mirror today when two agree, and leaves who was paid owing", async () => {
    const at = await aGoldenYear();
    const { later, which, ask } = await aProposedYear(at);
    const before = await owedTo(at);
    await proposeSurplus(later, ask);
    const chair = as(later, at.chair);
    await approveSurplus(chair, which);
    const memberId = at.group.members[2]?.id ?? "";
    const paid = {
      groupId: at.group.id,
      memberId,
      amount: rupiah(1_205_937),
      method: "transfer",
      reference: "",
    } as const;
    expect(await payOut(later, { ...paid, formKey: aKey() })).toMatchObject({ ok: true });
    expect(await reverseSurplus(chair, which)).toMatchObject({ reason: "surplus-not-proposed" });
    expect(await askSurplusReversal(later, { ...which, reason: "" })).toMatchObject({ reason: "reason-needed" });
    expect(await askSurplusReversal(later, { ...which, reason: "Salah tahun" })).toEqual({ ok: true });
    await expect(askSurplusReversal(chair, { ...which, reason: "x" })).rejects.toThrow(NotAllowed);
    expect(await reverseSurplus(later, which)).toMatchObject({ reason: "same-hand" });
    const both = await Promise.all([reverseSurplus(chair, which), reverseSurplus(chair, which)]);
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await owedTo(at)).toEqual(before.map((owed, place) => owed - (place === 2 ? 1_205_937 : 0)));
    expect(await fundBalance(at.group.id, "group-fund")).toBe(GOLDEN.surplus);
    // The same closed months can be proposed again.
    expect(await proposeSurplus(later, ask)).toEqual({ ok: true });
    expect((await findSurplusYear(which))?.turn).toBe(2);
    expect((await trialBalance()).total).toBe(0);
  });
});

describe("set-surplus-policy", () => {
  it("refuses 105 %, a meeting that nobody recorded, strangers, and groups that are no cooperative", async () => {
    const at = await aCooperative();
    const textbook = {
      reserve: 4000,
      business: 4000,
      officers: 500,
      staff: 500,
      education: 500,
      social: 500,
      development: 500,
    };
    const { answer, meetingId } = await decided(
      { ...at.ctx, now: new Date("2027-01-04T03:00:00Z") },
      at.group.id,
      textbook,
    );
    expect(answer).toMatchObject({ reason: "policy-not-100" });
    const policy = {
      groupId: at.group.id,
      funds: policyOf({ reserve: 10_000 }),
      countsVoluntary: false,
      formKey: aKey(),
    };
    expect(await setSurplusPolicy(at.ctx, { ...policy, meetingId: "nothing" })).toMatchObject({
      reason: "no-such-meeting",
    });
    expect(await setSurplusPolicy(at.ctx, { ...policy, meetingId })).toEqual({ ok: true, version: 1 });
    const craft = await aGroup();
    const elsewhere = testContext({ actor: craft.officer });
    await expect(setSurplusPolicy(elsewhere, { ...policy, meetingId })).rejects.toThrow(NotAllowed);
    const theirs = { groupId: craft.id };
    expect(await setSurplusPolicy(elsewhere, { ...policy, ...theirs, meetingId })).toMatchObject({
      reason: "not-a-cooperative",
    });
    expect(await proposeSurplus(elsewhere, { ...theirs, year: YEAR, meetingId, idleAgreed: false })).toMatchObject({
      reason: "not-a-cooperative",
    });
    const minutes = {
      ...theirs,
      day: "2026-11-20",
      place: "Balai",
      present: 3,
      decision: "x",
      minutes: null,
      formKey: aKey(),
    };
    expect(await recordMeeting(elsewhere, minutes)).toMatchObject({ reason: "not-a-cooperative" });
    await expect(rawSql(`DELETE FROM meetings WHERE id = '${meetingId}'`)).rejects.toThrow();
  });
});
