import { z } from "zod";
import type { Actor } from "./permissions.ts";

/** How long a code that was read out may be used. */
export const RESET_CODE_HOURS = 24;

/** "ABCDEFGH2345…" → "ABCD-EFGH-2345-…": read out and written down in fours. */
export function groupedCode(code: string): string {
  return code.match(/.{1,4}/g)?.join("-") ?? code;
}

/** A code as typed: capitals or not, with or without hyphens and blanks. */
export const SpokenCode = z
  .string()
  .max(60, { error: "code" })
  .transform((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ""))
  .refine((code) => code.length > 0, { error: "required" });

/** Who forgot the password, as far as it matters for who may help. */
export type Forgetful = {
  personId: string;
  isOperator: boolean;
  memberships: { groupId: string; isOfficer: boolean }[];
};

/**
 * Whoever issues a code could use it, so nobody may issue one for a person who may do more than they may: operators for anybody
 * else; a chair for members of the group who hold no office elsewhere; a secretary for members without any office.
 */
export function mayIssueResetCode(actor: Actor, person: Forgetful, groupId: string | null): boolean {
  if (actor.personId === person.personId) return false;
  if (actor.isOperator) return true;
  if (groupId === null || person.isOperator) return false;
  const offices = actor.memberships.find((membership) => membership.groupId === groupId)?.offices ?? [];
  const isMember = person.memberships.some((membership) => membership.groupId === groupId);
  const officeElsewhere = person.memberships.some((at) => at.isOfficer && at.groupId !== groupId);
  const officeHere = person.memberships.some((at) => at.isOfficer && at.groupId === groupId);
  if (!isMember || officeElsewhere) return false;
  return offices.includes("chair") || (offices.includes("secretary") && !officeHere);
}
