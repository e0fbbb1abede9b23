import { oneOf } from "#app/domain/catalogue.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { translator } from "#app/i18n/translate.ts";
import type { GroupView } from "#db/read/groups.ts";
import { type Door, notFound } from "./door.server.ts";
import { openGroup } from "./group.server.ts";
import type { Register, Writing } from "./register-cells.ts";
import { debtsRegister, savingsRegister } from "./register-money.server.ts";
import { membersRegister, salesRegister, stockRegister } from "./register-people.server.ts";

export const REGISTERS = ["members", "savings", "debts", "stock", "sales"] as const;
export type RegisterKey = (typeof REGISTERS)[number];

const WRITERS: Record<RegisterKey, (writing: Writing) => Promise<Register>> = {
  members: membersRegister,
  savings: savingsRegister,
  debts: debtsRegister,
  stock: stockRegister,
  sales: salesRegister,
};

/** The registers that a group keeps: only a cooperative has savings. */
export function registersOf(group: Pick<GroupView, "kind">): RegisterKey[] {
  return REGISTERS.filter((key) => key !== "savings" || isCooperative(group.kind));
}

/** The register that the path names, written from what is there; for those who may see it. */
export async function openRegister(entered: Door) {
  const key = oneOf(REGISTERS, entered.param("register"));
  const permission: Permission = key === "members" ? "see-member-register" : "see-books";
  const group = await openGroup(entered, permission);
  if (!key || !registersOf(group).includes(key)) throw notFound();
  const { now, locale } = entered.ctx;
  const current = new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();
  const asked = entered.url.searchParams.get("year") ?? "";
  const year = /^20\d{2}$/.test(asked) && Number(asked) <= current ? Number(asked) : current;
  const t = translator(locale);
  const register = await WRITERS[key]({ entered, group, t, year });
  return { key, group, year, current, title: t(`register.${key}`), ...register };
}
