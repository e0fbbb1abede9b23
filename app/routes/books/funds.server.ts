import type { SerializeFrom } from "@remix-run/node";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { fundPaymentNumber } from "#app/domain/fund-payment.ts";
import { may } from "#app/domain/permissions.ts";
import type { Door } from "#app/web/door.server.ts";
import { openCooperative } from "#app/web/group.server.ts";
import { findFundLimit, listFundPayments, readFunds } from "#db/read/fund-payments.ts";

const ACTS = [
  "spend-fund",
  "decide-fund-payment",
  "set-fund-limit",
  "ask-fund-reversal",
  "answer-fund-reversal",
] as const;

/** What the page of the funds shows, and what its reader may do. */
export async function readFundsPage(entered: Door) {
  const group = await openCooperative(entered, "see-books");
  const { actor, secrets, now } = entered.ctx;
  const [funds, payments, limit] = await Promise.all([
    readFunds(group.id),
    listFundPayments(actor, group.id),
    findFundLimit(group.id),
  ]);
  return {
    ...{ slug: group.slug, name: group.name, funds, limit },
    payments: payments.map(({ askedBy, reversalBy, year, number, ...row }) => ({
      ...row,
      voucher: year && number ? fundPaymentNumber({ year, number }) : "",
      isOwn: (row.state === "reversal-asked" ? reversalBy : askedBy) === actor.personId,
    })),
    ...{ formKey: secrets.token(), today: dayInWib(now.getTime()) },
    may: ACTS.filter((each) => may(actor, each, { groupId: group.id })),
  };
}

export type FundsPage = SerializeFrom<typeof readFundsPage>;

/** A part of the page, and what was refused. */
export type FundsPart = {
  page: FundsPage;
  state: { errors: Record<string, string>; values: Record<string, string[]> } | undefined;
};
