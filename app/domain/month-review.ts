import { type Rupiah, rupiah } from "./money.ts";
import type { ShareReason } from "./sale-split.ts";
import type { SplitRule } from "./split-rule.ts";

/** What makes a sold line worth a second look before the month is closed. */
export const LINE_FLAGS = [
  "no-contribution",
  "inactive-member",
  "override",
  "refund-after-payout",
  "negative-balance",
  "catch-weight",
  "under-cost",
] as const;
export type LineFlag = (typeof LINE_FLAGS)[number];

/** What is known of a member who has a share in a line. Moments in milliseconds since 1970, UTC. */
export type MemberFacts = {
  hasLeft: boolean;
  /** What the group owed the member at the month's end; below zero when the member owes. */
  owed: Rupiah;
  paidOutMs: readonly number[];
};

export type LineFacts = {
  unitPrice: Rupiah;
  isCatchWeight: boolean;
  /** Of the goods value, what was packed short. */
  missing: Rupiah;
  ruleName: string;
  rule: Pick<SplitRule, "fixedCosts" | "pieceRates">;
  /** The rule for all goods of the group; null while it has none. */
  generalRuleName: string | null;
  deliveredMs: number;
  /** When something of it was taken back from its parties; empty when nothing was. */
  returnedMs: readonly number[];
  shares: readonly { reason: string; member: MemberFacts | null }[];
};

/** Why a line should be looked at, in the order of {@link LINE_FLAGS}; nothing for most lines. */
export function flagsOf(line: LineFacts): LineFlag[] {
  return LINE_FLAGS.filter((flag) => isFlagged[flag](line));
}

const isFlagged: Record<LineFlag, (line: LineFacts) => boolean> = {
  "no-contribution": ({ shares }) => shares.some(({ reason }) => reason === ("no-contribution" satisfies ShareReason)),
  "inactive-member": (line) => membersOf(line).some((member) => member.hasLeft),
  override: ({ ruleName, generalRuleName }) => generalRuleName !== null && ruleName !== generalRuleName,
  "refund-after-payout": (line) => membersOf(line).some((member) => wasPaidBeforeReturn(line, member)),
  "negative-balance": (line) => membersOf(line).some((member) => member.owed < 0),
  "catch-weight": ({ isCatchWeight, missing }) => isCatchWeight && missing > 0,
  "under-cost": ({ rule, unitPrice }) => unitPrice < costPerUnit(rule),
};

function membersOf({ shares }: LineFacts): MemberFacts[] {
  return shares.flatMap(({ member }) => (member ? [member] : []));
}

/** The member took money home after the goods had arrived and before they went back. */
function wasPaidBeforeReturn({ deliveredMs, returnedMs }: LineFacts, { paidOutMs }: MemberFacts): boolean {
  return returnedMs.some((returned) => paidOutMs.some((paid) => paid >= deliveredMs && paid < returned));
}

/** What a rule sets aside for each unit, in rupiah: cloth and packing, and the work where it is paid by the step. */
export function costPerUnit({ fixedCosts, pieceRates }: Pick<SplitRule, "fixedCosts" | "pieceRates">): Rupiah {
  return rupiah([...fixedCosts, ...pieceRates].reduce((all, { rupiahPerUnit }) => all + rupiahPerUnit, 0));
}

/** One word of a member on the own share of a line. */
export type ShareWord = {
  lineId: string;
  memberId: string;
  said: "accepted" | "asked";
  /** Milliseconds since 1970, UTC. */
  saidMs: number;
  isAnswered: boolean;
};

/** The questions that nobody answered and that the member has not taken back by accepting since. */
export function openQuestions<Word extends ShareWord>(words: readonly Word[]): Word[] {
  return words.filter(
    (word) =>
      word.said === "asked" &&
      !word.isAnswered &&
      !words.some(
        (later) =>
          later.said === "accepted" &&
          later.lineId === word.lineId &&
          later.memberId === word.memberId &&
          later.saidMs >= word.saidMs,
      ),
  );
}
