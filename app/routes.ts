import { index, type RouteConfig, route } from "@remix-run/route-config";

// Every URL of Lumbung, grouped by wing. The file's name is the use case's or the page's name.
// docs/routes.md says who may open each; a test keeps the two alike.
export default [
  // buy: what anybody sees, and how they buy
  index("routes/buy/home.tsx"),

  // buy: basket, checkout, following an order
  route("basket", "routes/buy/change-basket.tsx"),
  route("checkout", "routes/buy/place-order.tsx"),
  route("orders/:number", "routes/buy/see-order.tsx"),
  route("orders/:number/cancel", "routes/buy/cancel-order.tsx"),
  route("track", "routes/buy/track-order.tsx"),
  route("account/orders", "routes/buy/own-orders.tsx"),

  // account: people, sessions, language
  route("language", "routes/account/language.tsx"),

  // sell: a group's own goods, members and page

  // ship: runs, hubs, hand-over to the buyer

  // books: a group's money
  route("books/:group", "routes/books/see-books.tsx"),
  route("books/:group/lines", "routes/books/list-lines.tsx"),
  route("books/:group/lines/:line", "routes/books/see-line.tsx"),
  route("books/:group/members/:member", "routes/books/see-member-statement.tsx"),
  route("books/:group/journal", "routes/books/list-journal.tsx"),
  route("books/:group/pay-out", "routes/books/pay-out.tsx"),
  route("books/:group/draw-cash", "routes/books/draw-cash.tsx"),
  route("books/:group/split-rules", "routes/books/set-split-rule.tsx"),

  // operate: the network itself
  route("operate/groups", "routes/operate/approve-group.tsx"),

  // hooks: machines that call

  // anything else
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
