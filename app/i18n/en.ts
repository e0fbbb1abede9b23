import { account } from "./en/account.ts";
import { audit } from "./en/audit.ts";
import { books } from "./en/books.ts";
import { boxes } from "./en/boxes.ts";
import { bulk } from "./en/bulk.ts";
import { bulkTariffs } from "./en/bulk-tariffs.ts";
import { buy } from "./en/buy.ts";
import { cash } from "./en/cash.ts";
import { cashOff } from "./en/cash-off.ts";
import { common } from "./en/common.ts";
import { complaints } from "./en/complaints.ts";
import { counter } from "./en/counter.ts";
import { cycles } from "./en/cycles.ts";
import { describe } from "./en/describe.ts";
import { discover } from "./en/discover.ts";
import { documents } from "./en/documents.ts";
import { entrust } from "./en/entrust.ts";
import { find } from "./en/find.ts";
import { funds } from "./en/funds.ts";
import { gift } from "./en/gift.ts";
import { goods } from "./en/goods.ts";
import { hub } from "./en/hub.ts";
import { hubSays } from "./en/hub-says.ts";
import { hubWays } from "./en/hub-ways.ts";
import { income } from "./en/income.ts";
import { lots } from "./en/lots.ts";
import { messages } from "./en/messages.ts";
import { months } from "./en/months.ts";
import { operate } from "./en/operate.ts";
import { own } from "./en/own.ts";
import { payCredit } from "./en/pay-credit.ts";
import { payouts } from "./en/payouts.ts";
import { reasons } from "./en/reasons.ts";
import { registers } from "./en/registers.ts";
import { report } from "./en/report.ts";
import { reviews } from "./en/reviews.ts";
import { runWays } from "./en/run-ways.ts";
import { sailing } from "./en/sailing.ts";
import { savings } from "./en/savings.ts";
import { schedules } from "./en/schedules.ts";
import { sell } from "./en/sell.ts";
import { ship } from "./en/ship.ts";
import { shipNumbers } from "./en/ship-numbers.ts";
import { splitRules } from "./en/split-rules.ts";
import { standing } from "./en/standing.ts";
import { starts } from "./en/starts.ts";
import { statement } from "./en/statement.ts";
import { stockCosts } from "./en/stock-costs.ts";
import { stripe } from "./en/stripe.ts";
import { style } from "./en/style.ts";
import { surplus } from "./en/surplus.ts";
import { tariffs } from "./en/tariffs.ts";
import { why } from "./en/why.ts";

export const en = {
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
