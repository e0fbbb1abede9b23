import { account } from "./id/account.ts";
import { audit } from "./id/audit.ts";
import { books } from "./id/books.ts";
import { boxes } from "./id/boxes.ts";
import { bulk } from "./id/bulk.ts";
import { bulkTariffs } from "./id/bulk-tariffs.ts";
import { buy } from "./id/buy.ts";
import { cash } from "./id/cash.ts";
import { cashOff } from "./id/cash-off.ts";
import { common } from "./id/common.ts";
import { complaints } from "./id/complaints.ts";
import { counter } from "./id/counter.ts";
import { cycles } from "./id/cycles.ts";
import { describe } from "./id/describe.ts";
import { discover } from "./id/discover.ts";
import { documents } from "./id/documents.ts";
import { entrust } from "./id/entrust.ts";
import { find } from "./id/find.ts";
import { funds } from "./id/funds.ts";
import { gift } from "./id/gift.ts";
import { goods } from "./id/goods.ts";
import { hub } from "./id/hub.ts";
import { hubSays } from "./id/hub-says.ts";
import { hubWays } from "./id/hub-ways.ts";
import { income } from "./id/income.ts";
import { lots } from "./id/lots.ts";
import { messages } from "./id/messages.ts";
import { months } from "./id/months.ts";
import { operate } from "./id/operate.ts";
import { own } from "./id/own.ts";
import { payCredit } from "./id/pay-credit.ts";
import { payouts } from "./id/payouts.ts";
import { reasons } from "./id/reasons.ts";
import { registers } from "./id/registers.ts";
import { report } from "./id/report.ts";
import { reviews } from "./id/reviews.ts";
import { runWays } from "./id/run-ways.ts";
import { sailing } from "./id/sailing.ts";
import { savings } from "./id/savings.ts";
import { schedules } from "./id/schedules.ts";
import { sell } from "./id/sell.ts";
import { ship } from "./id/ship.ts";
import { shipNumbers } from "./id/ship-numbers.ts";
import { splitRules } from "./id/split-rules.ts";
import { standing } from "./id/standing.ts";
import { starts } from "./id/starts.ts";
import { statement } from "./id/statement.ts";
import { stockCosts } from "./id/stock-costs.ts";
import { stripe } from "./id/stripe.ts";
import { style } from "./id/style.ts";
import { surplus } from "./id/surplus.ts";
import { tariffs } from "./id/tariffs.ts";
import { why } from "./id/why.ts";

export const id = {
  ...common,
  ...reasons,
  ...discover,
  ...find,
  ...bulk,
  ...bulkTariffs,
  ...reviews,
  ...buy,
  ...boxes,
  ...schedules,
  ...runWays,
  ...sell,
  ...counter,
  ...lots,
  ...cycles,
  ...entrust,
  ...documents,
  ...income,
  ...months,
  ...own,
  ...payCredit,
  ...payouts,
  ...statement,
  ...ship,
  ...sailing,
  ...hub,
  ...hubSays,
  ...hubWays,
  ...complaints,
  ...gift,
  ...goods,
  ...describe,
  ...books,
  ...audit,
  ...funds,
  ...stockCosts,
  ...stripe,
  ...cash,
  ...cashOff,
  ...report,
  ...registers,
  ...savings,
  ...surplus,
  ...account,
  ...messages,
  ...operate,
  ...tariffs,
  ...standing,
  ...shipNumbers,
  ...splitRules,
  ...starts,
  ...style,
  ...why,
};
