import { z } from "zod";
import { formKey, typedDay } from "./form-fields.ts";
import { add, type Rupiah, rupiah, sum, ZERO } from "./money.ts";
import { parsePercent } from "./percent.ts";
import { monthNamed } from "./period.ts";
import { lineOfText, someText } from "./plain-text.ts";
import { shareSurplus } from "./shu.ts";

/** Where a year's surplus (SHU) can go. "business" is shared by the members' business, "capital" by their savings. */
export const SURPLUS_FUNDS = [
  "reserve",
  "business",
  "capital",
  "officers",
  "staff",
  "education",
  "social",
  "development",
] as const;
export type SurplusFundKey = (typeof SURPLUS_FUNDS)[number];
export type SurplusPolicyFund = { key: SurplusFundKey; basisPoints: number };

export const SURPLUS_STATES = ["proposed", "posted", "reversal-asked", "reversed", "withdrawn"] as const;
export type SurplusState = (typeof SURPLUS_STATES)[number];

const BASES: Partial<Record<SurplusFundKey, "transactions" | "capital">> = {
  business: "transactions",
  capital: "capital",
};

export type SurplusMember = {
  memberId: string;
  number: number;
  name: string;
  hasLeft: boolean;
  /** The value of what the member sold through the cooperative in the year, and her or his capital at its end; whole rupiah. */
  transactions: Rupiah;
  capital: Rupiah;
};

/** Where the surplus came from. The four sum to it; costs are below zero. */
export type SurplusSource = {
  /** What sales of members' goods left in the fund, and those of goods that no member brought. */
  fromMembers: Rupiah;
  fromOthers: Rupiah;
  /** Cash in and out beside sales, and anything else that moved the fund. */
  otherIncome: Rupiah;
  costs: Rupiah;
};

/** A year's surplus as it was proposed, to the last rupiah; frozen. */
export type SurplusContent = {
  /** Below zero for a loss. */
  surplus: Rupiah;
  source: SurplusSource;
  funds: { key: SurplusFundKey; basisPoints: number; rupiah: Rupiah; isReserve: boolean; isMembers: boolean }[];
  members: (SurplusMember & { byTransactions: Rupiah; byCapital: Rupiah; total: Rupiah })[];
};

/** What the percentages sum to, in basis points. */
export function sumOfPolicy(funds: readonly SurplusPolicyFund[]): number {
  return funds.reduce((all, fund) => all + fund.basisPoints, 0);
}

/** Member funds that the percentages name and no member qualifies for: the meeting must say where they go; until it does, the reserve. */
export function idleFunds(funds: readonly SurplusPolicyFund[], members: readonly SurplusMember[]): SurplusFundKey[] {
  return funds
    .filter(({ key, basisPoints }) => {
      const base = BASES[key];
      return base !== undefined && basisPoints > 0 && !members.some((member) => member[base] > 0);
    })
    .map(({ key }) => key);
}

/**
 * A year's surplus shared out (shu.ts). A loss is not shared: there are no funds and nobody gets anything. A member fund that nobody
 * qualifies for goes to the reserve. A member who left keeps the share of her or his business; business below zero counts as none.
 * @param members in the order of their numbers, which breaks ties
 * @throws ProblemIn when the percentages do not sum to 100 %
 */
export function planSurplus(input: {
  source: SurplusSource;
  funds: readonly SurplusPolicyFund[];
  members: readonly SurplusMember[];
}): SurplusContent {
  const { source, funds } = input;
  const surplus = surplusOf(source);
  const members = input.members
    .map((member) => ({
      ...member,
      transactions: atLeastNothing(member.transactions),
      capital: atLeastNothing(member.capital),
    }))
    .toSorted((a, b) => a.number - b.number);
  const nothing = { byTransactions: ZERO, byCapital: ZERO, total: ZERO };
  if (surplus < 0) return { surplus, source, funds: [], members: members.map((each) => ({ ...each, ...nothing })) };
  const idle = idleFunds(funds, members);
  const shared = shareSurplus({
    surplus,
    funds: funds.map(({ key, basisPoints }) => ({
      ...{ name: key, basisPoints, by: idle.includes(key) ? undefined : BASES[key] },
    })),
    members: members.map(({ memberId, capital, transactions }) => ({ id: memberId, capital, transactions })),
  });
  return {
    ...{ surplus, source },
    funds: funds.map(({ key, basisPoints }, at) => ({
      ...{ key, basisPoints, rupiah: rupiah(shared.funds[at]?.rupiah ?? 0) },
      isReserve: key === "reserve" || idle.includes(key),
      isMembers: BASES[key] !== undefined && basisPoints > 0 && !idle.includes(key),
    })),
    members: members.map((member, at) => {
      const { transactions = ZERO, capital = ZERO, total = ZERO } = shared.members[at] ?? {};
      return { ...member, byTransactions: transactions, byCapital: capital, total };
    }),
  };
}

export function surplusOf({ fromMembers, fromOthers, otherIncome, costs }: SurplusSource): Rupiah {
  return add(add(fromMembers, fromOthers), add(otherIncome, costs));
}

function atLeastNothing(amount: Rupiah): Rupiah {
  return rupiah(Math.max(0, amount));
}

/**
 * The months of a year that a seal does not cover yet: a surplus comes out of closed months only.
 * @param firstMs the book's first entry, null for an empty book: months before it need no closing
 * @returns names such as "2026-11", oldest first
 */
export function openMonthsOf(input: { year: number; firstMs: number | null; sealedUntilMs: number }): string[] {
  const { year, firstMs, sealedUntilMs } = input;
  return Array.from({ length: 12 }, (_, at) => monthNamed(`${year}-${String(at + 1).padStart(2, "0")}`))
    .filter((month) => month !== null)
    .filter((month) => month.untilMs > sealedUntilMs && (firstMs === null || month.untilMs > firstMs))
    .map((month) => month.name);
}

const percent = z
  .string()
  .default("")
  .transform((text, context): number => {
    if (text.trim() === "") return 0;
    const read = parsePercent(text);
    if (read !== null) return read;
    context.addIssue({ code: "custom", message: "not-percent" });
    return z.NEVER;
  });

export const SurplusPolicyForm = z.object({
  formKey,
  meetingId: z.string().min(1, "required").max(64),
  reserve: percent,
  business: percent,
  capital: percent,
  officers: percent,
  staff: percent,
  education: percent,
  social: percent,
  development: percent,
  countsVoluntary: z.literal("yes").optional(),
});

export const MeetingForm = z.object({
  formKey,
  day: typedDay,
  place: lineOfText({ max: 120 }),
  present: z
    .string()
    .regex(/^\s*[1-9]\d{0,4}\s*$/, "count-invalid")
    .transform(Number),
  decision: someText({ max: 2000 }),
});

/** Which of the year page's forms was sent, and what they carry. */
export const SurplusYearForm = z.object({
  intent: z.enum(["propose", "withdraw", "approve", "ask-reversal", "reverse"], "form-broken"),
  meetingId: z.string().max(64).default(""),
  idleAgreed: z.literal("yes").optional(),
  reason: lineOfText({ max: 200, min: 0 }).default(""),
});

/** "SHU/2026/0004": a member's slip of a year. */
export function slipNumber({ year, number }: { year: number; number: number }): string {
  return `SHU/${year}/${String(number).padStart(4, "0")}`;
}

/** What one member's slip says: her or his own figures, and of the others only their sums. */
export type SurplusSlip = {
  label: string;
  memberId: string;
  name: string;
  total: Rupiah;
  parts: { key: "business" | "capital"; own: Rupiah; all: Rupiah; fund: Rupiah; amount: Rupiah }[];
};

/** The slips of everybody who gets something. */
export function slipsOf(content: SurplusContent, year: number): SurplusSlip[] {
  const fundOf = (key: SurplusFundKey): Rupiah =>
    sum(content.funds.filter((fund) => fund.key === key && fund.isMembers).map((fund) => fund.rupiah));
  const all = {
    transactions: sum(content.members.map((member) => member.transactions)),
    capital: sum(content.members.map((member) => member.capital)),
  };
  return content.members
    .filter((member) => member.total > 0)
    .map(({ memberId, number, name, total, ...member }) => ({
      ...{ label: slipNumber({ year, number }), memberId, name, total },
      parts: [
        {
          ...{ key: "business" as const, own: member.transactions, all: all.transactions },
          ...{ fund: fundOf("business"), amount: member.byTransactions },
        },
        {
          ...{ key: "capital" as const, own: member.capital, all: all.capital },
          ...{ fund: fundOf("capital"), amount: member.byCapital },
        },
      ].filter((part) => part.fund > 0),
    }));
}
