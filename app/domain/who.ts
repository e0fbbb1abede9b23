// What the rows of permission-rows.ts are made of.

/** The offices of a group. A person may hold several, in several groups. */
export const OFFICES = ["chair", "secretary", "treasurer", "auditor", "packer"] as const;
export type Office = (typeof OFFICES)[number];

/** What of whoever asks the policy looks at. */
type Asker = {
  personId: string | null;
  isOperator: boolean;
  memberships: readonly { groupId: string; memberId: string; offices: readonly Office[] }[];
  hubIds: readonly string[];
  pointIds: readonly string[];
  orderPasses: readonly string[];
  isServer?: boolean;
};

/** What the permission is asked about. Give all that is known; a rule that needs a missing part says no. */
export type Subject = {
  groupId?: string | undefined;
  /** Several groups meet in one order: an officer of any of them counts. */
  groupIds?: string[] | undefined;
  memberId?: string | null | undefined;
  /** The group's meeting voted that its members see this of each other. */
  isVotedOpen?: boolean | undefined;
  hubId?: string | undefined;
  /** The pick-up point at which the goods lie. */
  pickUpPointId?: string | undefined;
  orderId?: string | undefined;
  buyerId?: string | null | undefined;
  personId?: string | undefined;
};

export type Who =
  | "server"
  | "anyone"
  | "signed-in"
  | "operator"
  | "member"
  | "that-member"
  | "member-by-vote"
  | "hub-keeper"
  | "point-keeper"
  | "buyer"
  | "that-person"
  | Office;

/** Whether the one who asks is that to what is asked about. */
export function isWho({ actor, who, subject }: { actor: Asker; who: Who; subject: Subject }): boolean {
  const groupIds = [...(subject.groupIds ?? []), ...(subject.groupId ? [subject.groupId] : [])];
  const here = actor.memberships.filter((membership) => groupIds.includes(membership.groupId));
  switch (who) {
    case "server":
      return actor.isServer === true;
    case "anyone":
      return true;
    case "signed-in":
      return actor.personId !== null;
    case "operator":
      return actor.isOperator;
    case "member":
      return here.length > 0;
    case "that-member":
      return actor.memberships.some((membership) => membership.memberId === subject.memberId);
    case "member-by-vote":
      return subject.isVotedOpen === true && here.length > 0;
    case "hub-keeper":
      return subject.hubId ? actor.hubIds.includes(subject.hubId) : false;
    case "point-keeper":
      return subject.pickUpPointId ? actor.pointIds.includes(subject.pickUpPointId) : false;
    case "buyer":
      return isBuyer(actor, subject);
    case "that-person":
      return actor.personId !== null && actor.personId === subject.personId;
    default:
      return here.some((membership) => membership.offices.includes(who));
  }
}

function isBuyer(actor: Asker, subject: Subject): boolean {
  if (actor.personId && actor.personId === subject.buyerId) return true;
  return subject.orderId ? actor.orderPasses.includes(subject.orderId) : false;
}
