import { rupiah, ZERO } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import type { SavingsPurpose, SavingsWay } from "#app/domain/savings.ts";
import { SURPLUS_FUNDS, type SurplusFundKey, type SurplusPolicyFund } from "#app/domain/surplus-year.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { recordMeeting } from "#app/usecases/books/record-meeting.ts";
import { recordSavings } from "#app/usecases/books/record-savings.ts";
import { setSavingsTerms } from "#app/usecases/books/set-savings-terms.ts";
import { setSurplusPolicy } from "#app/usecases/books/set-surplus-policy.ts";
import type { Context } from "#app/usecases/context.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { listMeetings } from "#db/read/surplus.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { testContext, testId } from "./context.ts";
import { monthOf } from "./months.ts";
import { aGroup, anOfficer } from "./people.ts";

/** A legal cooperative whose first member is treasurer and chair, with another chair; its members save 100,000 once and 20,000 a month. */
export async function aCooperative(names?: string[]) {
  const group = await aGroup({ kind: "cooperative" }, names);
  const chair = await anOfficer(group, ["chair"]);
  const ctx = testContext({ actor: group.officer });
  await setSavingsTerms(ctx, {
    ...{ groupId: group.id, pokok: rupiah(100_000), wajib: rupiah(20_000), fromMonth: "2026-11", dueDay: 10 },
    ...{ decision: "Rapat anggota 2 November 2026", formKey: aKey() },
  });
  return { group, chair: chair.actor, ctx };
}

export function aKey(): string {
  return `form-key-${testId()}-0123456789`;
}

type Saving = {
  groupId: string;
  memberId: string;
  purpose?: SavingsPurpose;
  way?: SavingsWay;
  pokok?: number;
  wajib?: number;
  sukarela?: number;
  formKey?: string;
  note?: string;
  day?: string;
};

/** What a treasurer records of a member's savings. */
export function saves(ctx: Context, { pokok = 0, wajib = 0, sukarela = 0, ...over }: Saving) {
  return recordSavings(ctx, {
    ...{ purpose: "deposit", way: "cash", note: "", day: "2026-11-24", formKey: aKey(), ...over },
    ...{ pokok: rupiah(pokok), wajib: rupiah(wajib), sukarela: sukarela === 0 ? ZERO : rupiah(sukarela) },
  });
}

/** A day in December 2026, ten in the morning (WIB). */
export function ofDecember(day: number): Date {
  return new Date(Date.UTC(2026, 11, day, 3));
}

type Sold = { groupId: string; memberId: string | null; price: number; fund: number; at?: Date };

/** Goods were sold and arrived: of the price the fund gets its part, and the member who made them the rest; without a maker all is the fund's. */
export async function sold({ groupId, memberId, price, fund, at = ofDecember(5) }: Sold): Promise<void> {
  const by = { actorId: null, now: at, newId: testId };
  const paid = {
    orderId: testId(),
    buyerId: null,
    into: { kind: "bank" },
    shipping: ZERO,
    uniqueAddition: ZERO,
  } as const;
  const shares = [
    { party: "group-fund" as const, memberId: null, amount: rupiah(memberId === null ? price : fund) },
    ...(memberId === null ? [] : [{ party: "member" as const, memberId, amount: rupiah(price - fund) }]),
  ];
  const lines = [{ orderLineId: testId(), shares }];
  await inTransaction(async (tx) => {
    const consignments = [{ groupId, goodsValue: rupiah(price) }];
    await post(tx, paidEntry({ ...paid, paymentId: testId(), consignments }), by);
    await post(tx, deliveredEntry({ consignmentId: testId(), groupId, lines }), by);
  });
}

/** December 2026 is counted, proposed by the treasurer and closed by the chair, on 4 January 2027. */
export async function closeDecember({ group, chair, ctx }: Awaited<ReturnType<typeof aCooperative>>): Promise<Context> {
  const later = { ...ctx, now: JANUARY };
  const month = monthOf("2026-12");
  const which = { groupId: group.id, month };
  await countPeriod(later, { ...which, counted: await countedInLedger(group.id, month) });
  await proposePeriod(later, which);
  const closed = await closePeriod({ ...later, actor: chair }, which);
  if (!closed.ok) throw new Error(`December was not closed: ${closed.reason}`);
  return later;
}

const JANUARY = new Date("2027-01-04T03:00:00Z");

/** The golden example of the yearly surplus: what each member did in the year, and what the surplus is. */
export const GOLDEN = {
  surplus: 48_237_500,
  policy: {
    reserve: 3000,
    business: 3000,
    capital: 1500,
    officers: 1000,
    education: 500,
    social: 500,
    development: 500,
  },
  members: [
    { name: "Aminah", capital: 1_300_000, transactions: 36_450_000, share: 5_722_227 },
    { name: "Burhan", capital: 1_300_000, transactions: 21_300_000, share: 3_995_456 },
    { name: "Cik Siti", capital: 1_000_000, transactions: 0, share: 1_205_937 },
    { name: "Dewi", capital: 1_300_000, transactions: 48_750_000, share: 7_124_159 },
    { name: "Encik Rahman", capital: 700_000, transactions: 12_825_000, share: 2_305_927 },
    { name: "Fatimah", capital: 400_000, transactions: 7_640_000, share: 1_353_169 },
  ],
} as const;

/** The percentages of a policy, in the order of the funds. */
export function policyOf(percents: Partial<Record<SurplusFundKey, number>>): SurplusPolicyFund[] {
  return SURPLUS_FUNDS.map((key) => ({ key, basisPoints: percents[key] ?? 0 }));
}

/** A meeting was held on 2 January 2027, and decided these percentages; its id. */
export async function decided(ctx: Context, groupId: string, percents: Partial<Record<SurplusFundKey, number>>) {
  const minutes = { day: "2027-01-02", place: "Balai RW", present: 21, decision: "Pembagian SHU", minutes: null };
  await recordMeeting(ctx, { ...minutes, groupId, formKey: aKey() });
  const [meeting] = await listMeetings(groupId);
  const meetingId = meeting?.id ?? "";
  const policy = { groupId, funds: policyOf(percents), countsVoluntary: false, meetingId, formKey: aKey() };
  return { meetingId, answer: await setSurplusPolicy(ctx, policy) };
}
