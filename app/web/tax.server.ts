import { dayInWib } from "#app/domain/calendar-day.ts";
import { sum } from "#app/domain/money.ts";
import { isCooperative } from "#app/domain/savings.ts";
import { levelOf, monthsOfYear, percentOf, ruleOn, type TaxRule, taxYear } from "#app/domain/tax.ts";
import type { Turnover } from "#app/domain/turnover.ts";
import { listMembers } from "#db/read/members.ts";
import { spanOfYear } from "#db/read/surplus.ts";
import { listTaxRules } from "#db/read/tax-rules.ts";
import { readTurnover } from "#db/read/turnover.ts";
import type { Door } from "./door.server.ts";
import { openGroup, openOwnMoney } from "./group.server.ts";

/** The calendar year that the address asks for, up to this one, and the rule that holds at its end or today. */
async function askedYear({ ctx, url }: Door) {
  const today = dayInWib(ctx.now.getTime());
  const current = Number(today.slice(0, 4));
  const asked = url.searchParams.get("year") ?? "";
  const year = /^20\d{2}$/.test(asked) && Number(asked) <= current ? Number(asked) : current;
  const rules = await listTaxRules();
  return { year, current, rules, rule: ruleOn(rules, year === current ? today : `${year}-12-31`) };
}

type Of = { year: number; turnover: readonly Turnover[]; rules: readonly TaxRule[]; rule: TaxRule | null };

function standing({ year, turnover, rules, rule }: Of, who: { isPerson: boolean; memberId?: string }) {
  const months = taxYear({ months: monthsOfYear(year, turnover, who.memberId), rules, isPerson: who.isPerson });
  const total = sum(months.map((month) => month.turnover));
  return {
    ...{ months, total, tax: sum(months.map((month) => month.tax)) },
    level: rule ? levelOf(total, rule, who.isPerson) : ("low" as const),
    used: rule ? percentOf(total, who.isPerson ? rule.personFree : rule.ceiling) : null,
  };
}

/** Turnover of a year of a group and each of its members, for those who may see its books. */
export async function openTax(entered: Door) {
  const group = await openGroup(entered, "see-books");
  const { year, current, rules, rule } = await askedYear(entered);
  const [members, turnover] = await Promise.all([
    listMembers(entered.ctx.actor, group.id),
    readTurnover({ groupId: group.id, ...spanOfYear(year) }),
  ]);
  const of = { year, turnover, rules, rule };
  return {
    ...{ group, year, current, rule, isTaxed: isCooperative(group.kind) },
    whole: standing(of, { isPerson: false }),
    members: members
      .map(({ id, number, name, leftAt }) => ({
        ...{ id, number, name, hasLeft: leftAt !== null },
        ...standing(of, { isPerson: true, memberId: id }),
      }))
      .filter((member) => !member.hasLeft || member.total !== 0),
  };
}

/** One member's turnover of a year, for her or him and for those who may see the books. */
export async function openOwnTax(entered: Door) {
  const { group, member } = await openOwnMoney(entered, "see-turnover");
  const { year, current, rules, rule } = await askedYear(entered);
  const turnover = await readTurnover({ groupId: group.id, ...spanOfYear(year) });
  const own = standing({ year, turnover, rules, rule }, { isPerson: true, memberId: member.id });
  return { group, member, year, current, rule, own };
}
