import { type Rupiah, rupiah, times, ZERO } from "#app/domain/money.ts";
import { type Month, monthNamed } from "#app/domain/period.ts";
import { SURPLUS_FUNDS, type SurplusFundKey } from "#app/domain/surplus-year.ts";
import { approveSurplus } from "#app/usecases/books/approve-surplus.ts";
import { closePeriod } from "#app/usecases/books/close-period.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { proposeSurplus } from "#app/usecases/books/propose-surplus.ts";
import { recordCashMovement } from "#app/usecases/books/record-cash-movement.ts";
import { recordMeeting } from "#app/usecases/books/record-meeting.ts";
import { recordSavings } from "#app/usecases/books/record-savings.ts";
import { setSavingsTerms } from "#app/usecases/books/set-savings-terms.ts";
import { setSurplusPolicy } from "#app/usecases/books/set-surplus-policy.ts";
import type { Context } from "#app/usecases/context.ts";
import { setTaxRule } from "#app/usecases/operate/set-tax-rule.ts";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { receiveForEntrusted } from "#app/usecases/sell/receive-for-entrusted.ts";
import { listMemberBalances } from "#db/read/books.ts";
import { listAtPlace } from "#db/read/entrustments.ts";
import { countedInLedger } from "#db/read/periods.ts";
import { listMeetings } from "#db/read/surplus.ts";
import { demoGroups } from "./data/groups.ts";
import type { DemoGroup } from "./data/types.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { bookYear, groupId, memberId, officerOf, variantId } from "./found-groups.ts";
import { payInCash } from "./pay-members.ts";

const POLICY: Partial<Record<SurplusFundKey, number>> = {
  ...{ reserve: 3000, business: 3000, capital: 1500, officers: 1000, education: 500, social: 500, development: 500 },
};
const PLACE = { placeKind: "other", placeName: "Kios Oleh-oleh Bandara" } as const;
const DUES = { pokok: rupiah(100_000), wajib: rupiah(20_000) };

type Cooperative = {
  group: DemoGroup;
  at: (day: string, office?: "treasurer" | "chair") => Context;
  key: () => string;
};

/** Ids of its own: the other players of the demo draw theirs as if nobody saved. */
function idsOf(part: string): () => string {
  let made = 0;
  return () => `saved-${part}-${++made}`;
}

function cooperativeOf(world: DemoWorld, part: string): Cooperative | null {
  const group = demoGroups.find((each) => each.kind === "cooperative");
  if (!group) return null;
  const newId = idsOf(part);
  return {
    group,
    at: (day, office = "treasurer") => ({
      ...world.at(new Date(`${day}T10:00:00+07:00`), officerOf(group, office)),
      newId,
    }),
    key: () => `form-of-the-demo-${newId()}`,
  };
}

function done(answer: { ok: boolean }, what: string): void {
  if (!answer.ok) throw new Error(`the demo's ${what} was refused: ${JSON.stringify(answer)}`);
}

/** The limits of tax; and the year before this one at the cooperative: savings, sales, the close, the meeting, and its surplus shared out. */
export async function playBookYear(world: DemoWorld, operator: Context["actor"]): Promise<void> {
  const year = bookYear(world.today);
  const opened = { ...world.at(new Date(`${year}-11-02T10:00:00+07:00`), operator), newId: idsOf("tax-rule") };
  const rule = await setTaxRule(opened, {
    ...{
      fromDay: `${year}-01-01`,
      personFree: rupiah(500_000_000),
      ceiling: rupiah(4_800_000_000),
      rate: 50,
      warn: 8000,
    },
    ...{ source: "PP 55/2022", formKey: "form-of-the-demo-tax-rule" },
  });
  done(rule, "rule of tax");
  const cooperative = cooperativeOf(world, "year");
  if (!cooperative) return;
  await saveInDecember(cooperative, year);
  await sellInDecember(cooperative, year);
  await closeDecember(cooperative, year);
  await meetAndShare(cooperative, year);
}

async function saveInDecember({ group, at, key }: Cooperative, year: number): Promise<void> {
  const id = groupId(group);
  const terms = { ...DUES, fromMonth: `${year}-12`, dueDay: 10, decision: "Rapat anggota pendirian" };
  done(await setSavingsTerms(at(`${year}-12-01`), { ...terms, groupId: id, formKey: key() }), "terms");
  for (const place of group.members.keys()) {
    const part = { memberId: memberId(group, place + 1), sukarela: rupiah(place % 4 === 0 ? 150_000 : 0) };
    await save({ group, at, key }, { ...part, ...DUES, day: `${year}-12-03` });
  }
}

type Saving = { memberId: string; pokok: Rupiah; wajib: Rupiah; sukarela: Rupiah; day: string };

async function save({ group, at, key }: Cooperative, { day, ...saving }: Saving): Promise<void> {
  const said = { purpose: "deposit", way: "cash", note: "", day, formKey: key() } as const;
  done(await recordSavings(at(day), { ...saving, ...said, groupId: groupId(group) }), "savings");
}

/** What members entrusted to a kiosk was sold, and the kiosk paid above the agreed price: that is the cooperative's. */
async function sellInDecember({ group, at, key }: Cooperative, year: number): Promise<void> {
  const id = groupId(group);
  for (const [place, listing] of group.listings.slice(0, 4).entries())
    done(
      await entrustGoods(at(`${year}-12-05`), {
        ...{ groupId: id, memberId: memberId(group, place + 4), variantId: [variantId(listing, 0)], ...PLACE },
        ...{ day: `${year}-12-05`, quantity: [String(12 + 3 * place)], price: [String(60_000 + 7_000 * place)] },
        ...{ note: "", formKey: key() },
      }),
      "note",
    );
  const place = `${PLACE.placeKind}:${PLACE.placeName.toLowerCase()}`;
  const lines = await listAtPlace(officerOf(group), { groupId: id, place });
  const counted = { line: lines.map((line) => line.id), counted: lines.map(() => "0"), lost: [], day: `${year}-12-19` };
  done(await countEntrusted(at(`${year}-12-19`), { groupId: id, place, ...counted, formKey: key() }), "count");
  const paid = { groupId: id, place, amount: rupiah(6_500_000), formKey: key() };
  done(await receiveForEntrusted(at(`${year}-12-22`), paid), "receipt");
  const rent = {
    category: "rent-and-power",
    amount: rupiah(385_000),
    counterpart: "PLN dan sewa kios",
    note: "",
  } as const;
  const receipt = { receipt: null, day: `${year}-12-28`, formKey: key() };
  done(await recordCashMovement(at(`${year}-12-28`), { ...rent, ...receipt, groupId: id }), "rent");
}

async function closeDecember({ group, at }: Cooperative, year: number): Promise<void> {
  const month: Month | null = monthNamed(`${year}-12`);
  if (!month) throw new Error(`the demo knows no December of ${year}`);
  const which = { groupId: groupId(group), month };
  await countPeriod(at(`${year + 1}-01-04`), { ...which, counted: await countedInLedger(which.groupId, month) });
  done(await proposePeriod(at(`${year + 1}-01-05`), which), "proposal of December");
  done(await closePeriod(at(`${year + 1}-01-06`, "chair"), which), "close of December");
}

async function meetAndShare({ group, at, key }: Cooperative, year: number): Promise<void> {
  const id = groupId(group);
  const day = `${year + 1}-02-07`;
  const decision = `Laporan tahun ${year} diterima. SHU dibagi: cadangan 30 %, jasa usaha 30 %, jasa modal 15 %, pengurus 10 %, dana lain 15 %.`;
  const minutes = { day, place: "Balai RW 04, Kampung Bugis", present: 12, decision, minutes: null };
  done(await recordMeeting(at(day), { ...minutes, groupId: id, formKey: key() }), "meeting");
  const [meeting] = await listMeetings(id);
  const meetingId = meeting?.id ?? "";
  const funds = SURPLUS_FUNDS.map((fund) => ({ key: fund, basisPoints: POLICY[fund] ?? 0 }));
  const policy = { groupId: id, funds, countsVoluntary: false, meetingId, formKey: key() };
  done(await setSurplusPolicy(at(day), policy), "policy");
  const which = { groupId: id, year };
  done(await proposeSurplus(at(day), { ...which, meetingId, idleAgreed: false }), "surplus");
  done(await approveSurplus(at(`${year + 1}-02-08`, "chair"), which), "approval");
  // Everybody took the money home: the months that follow begin with nothing owed.
  const owed = await listMemberBalances(officerOf(group), id);
  for (const member of owed.filter((each) => each.owed > 0)) {
    const paid = { groupId: id, memberId: member.id, amount: member.owed, reference: "SHU", formKey: key() };
    done(await payInCash(at(`${year + 1}-02-14`), paid), "payout");
  }
}

/** Each month of late most members paid their dues; some are a little behind, and one took some of what she had saved home. */
export async function keepSavings(world: DemoWorld): Promise<void> {
  const cooperative = cooperativeOf(world, "late");
  if (!cooperative) return;
  const { group, at, key } = cooperative;
  const today = wibTime(world.today, -1, 12).toISOString().slice(0, 10);
  const months = (Number(today.slice(0, 4)) - bookYear(world.today)) * 12 + Number(today.slice(5, 7)) - 12;
  for (const place of group.members.keys()) {
    const behind = place === 5 || place === 9 ? 2 : 0;
    const wajib = times(DUES.wajib, months - behind, 1);
    await save(cooperative, { memberId: memberId(group, place + 1), pokok: ZERO, wajib, sukarela: ZERO, day: today });
  }
  const home = { purpose: "withdrawal", way: "cash", note: "", day: today, pokok: ZERO, wajib: ZERO } as const;
  const taken = { ...home, memberId: memberId(group, 5), sukarela: rupiah(50_000), formKey: key() };
  done(await recordSavings(at(today), { ...taken, groupId: groupId(group) }), "withdrawal");
}
