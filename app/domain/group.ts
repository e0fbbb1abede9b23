import { z } from "zod";
import { OptionalPhone } from "./contact.ts";
import { GROUP_KINDS } from "./group-kind.ts";
import { lineOfText, someText } from "./plain-text.ts";
import type { SplitRule } from "./split-rule.ts";
import type { Office } from "./who.ts";
import { OFFICES } from "./who.ts";

export const PersonName = lineOfText({ max: 100 });
export const GroupName = lineOfText({ max: 80, min: 3 });
export const GroupStory = someText({ max: 2000, min: 0 });

/** What a group says of itself; the place is read beside it (app/web/regions.server.ts). */
export const groupPageFields = {
  kind: z.enum(GROUP_KINDS, { error: "choose-one" }),
  story: GroupStory,
  phone: OptionalPhone,
  madeByDisabled: z.literal("yes").optional(),
};

export const Offices = z.array(z.enum(OFFICES)).max(OFFICES.length).default([]);

/** The applicant keeps everything going until there are more people. */
export const FIRST_OFFICES: readonly Office[] = ["chair", "secretary", "treasurer"];

/** How many applications of one person may wait at a time. */
export const WAITING_GROUPS_AT_MOST = 3;

export const FIRST_RULE_NAME = "Aturan umum";
/** Until the group decides otherwise: a tenth for the group fund, the rest to whoever made or brought it. */
export const FIRST_RULE: SplitRule = {
  method: "contribution",
  fundBasisPoints: 1000,
  fixedCosts: [],
  fixedShares: [],
  pieceRates: [],
};

export const INVITATION_DAYS = 14;
/** Signs in an invitation's code: 49 bits, short enough to read out. */
export const INVITATION_SIGNS = 10;

type Seat = { memberId: string; hasAccount: boolean; offices: readonly Office[] };

/**
 * Whether a group would still have a chair who can sign in, once a member holds these offices. Without one nobody could
 * ever give out an office again.
 */
export function keepsChair(seats: readonly Seat[], change: { memberId: string; offices: readonly Office[] }): boolean {
  return seats.some(
    (seat) => seat.hasAccount && (seat.memberId === change.memberId ? change.offices : seat.offices).includes("chair"),
  );
}
