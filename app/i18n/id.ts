import { account } from "./id/account.ts";
import { books } from "./id/books.ts";
import { buy } from "./id/buy.ts";
import { common } from "./id/common.ts";
import { discover } from "./id/discover.ts";
import { messages } from "./id/messages.ts";
import { operate } from "./id/operate.ts";
import { reasons } from "./id/reasons.ts";
import { sell } from "./id/sell.ts";
import { ship } from "./id/ship.ts";

export const id = {
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
