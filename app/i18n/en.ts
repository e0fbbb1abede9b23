import { account } from "./en/account.ts";
import { books } from "./en/books.ts";
import { buy } from "./en/buy.ts";
import { common } from "./en/common.ts";
import { discover } from "./en/discover.ts";
import { messages } from "./en/messages.ts";
import { operate } from "./en/operate.ts";
import { reasons } from "./en/reasons.ts";
import { sell } from "./en/sell.ts";
import { ship } from "./en/ship.ts";

export const en = {
  ...common,
  ...reasons,
  ...discover,
  ...buy,
  ...sell,
  ...ship,
  ...books,
  ...account,
  ...messages,
  ...operate,
};
