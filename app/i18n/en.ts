import { account } from "./en/account.ts";
import { books } from "./en/books.ts";
import { bulk } from "./en/bulk.ts";
import { buy } from "./en/buy.ts";
import { common } from "./en/common.ts";
import { discover } from "./en/discover.ts";
import { find } from "./en/find.ts";
import { operate } from "./en/operate.ts";
import { reasons } from "./en/reasons.ts";
import { reviews } from "./en/reviews.ts";
import { sell } from "./en/sell.ts";
import { ship } from "./en/ship.ts";

export const en = {
  ...common,
  ...reasons,
  ...discover,
  ...find,
  ...bulk,
  ...reviews,
  ...buy,
  ...sell,
  ...ship,
  ...books,
  ...account,
  ...operate,
};
