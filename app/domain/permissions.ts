import { PERMISSIONS } from "./permission-rows.ts";
import { isWho, type Office, type Subject } from "./who.ts";

/** Who asks. Built once per request from the session; a visitor without an account has no person. */
export type Actor = {
  personId: string | null;
  name: string | null;
  isOperator: boolean;
  memberships: { groupId: string; groupSlug: string; groupName: string; memberId: string; offices: Office[] }[];
  /** Hubs this person keeps. */
  hubIds: string[];
  /** Pick-up points this person keeps. */
  pointIds: string[];
  /** Orders this visitor placed here or proved to know (number and phone). */
  orderPasses: string[];
  /** Whoever works on the machine itself, by the command line. */
  isServer?: boolean;
};

export const NOBODY: Actor = {
  personId: null,
  name: null,
  isOperator: false,
  memberships: [],
  hubIds: [],
  pointIds: [],
  orderPasses: [],
};

/** The command line: who can run it could read the database anyway. */
export const SERVER: Actor = { ...NOBODY, isServer: true };

/** Whose a thing is that is kept for a visitor: the person's, or without an account whoever knows the orders that were placed here. */
export function holdersOf({ personId, orderPasses }: Actor): string[] {
  return personId ? [personId, ...orderPasses] : orderPasses;
}

export type Permission = keyof typeof PERMISSIONS;

/** Thrown by {@link permit}; the web floor turns it into "sign in" or the 403 page. */
export class NotAllowed extends Error {
  readonly permission: Permission;
  readonly signedIn: boolean;
  constructor(permission: Permission, signedIn: boolean) {
    super(`not allowed: ${permission}`);
    this.permission = permission;
    this.signedIn = signedIn;
  }
}

/** May this actor do this, to that? */
export function may(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  return PERMISSIONS[permission].some((who) => isWho({ actor, who, subject }));
}

/** The first line of every use case and of every loader that is not public. */
export function permit(actor: Actor, permission: Permission, subject: Subject = {}): void {
  if (!may(actor, permission, subject)) throw new NotAllowed(permission, actor.personId !== null);
}
