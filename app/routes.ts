import { index, type RouteConfig, route } from "@remix-run/route-config";

// Every URL of Lumbung, grouped by wing. The file's name is the use case's or the page's name.
// docs/routes.md says who may open each; a test keeps the two alike.
export default [
  // buy: what anybody sees, and how they buy
  index("routes/buy/home.tsx"),
  route("orders/:number/pay", "routes/buy/pay-order.tsx"),
  route("orders/:number/paid", "routes/buy/check-payment.tsx"),
  route("payments/:id/proof", "routes/buy/payment-proof.ts"),

  // account: people, sessions, language
  route("language", "routes/account/language.tsx"),

  // sell: a group's own goods, members and page

  // ship: runs, hubs, hand-over to the buyer

  // books: a group's money

  // operate: the network itself
  route("operate/groups", "routes/operate/approve-group.tsx"),
  route("operate/payments", "routes/operate/confirm-payment.tsx"),
  route("operate/orders/:number/refund", "routes/operate/refund-order.tsx"),
  route("operate/refunds", "routes/operate/pay-refund.tsx"),
  route("operate/cash", "routes/operate/hand-in-cash.tsx"),

  // hooks: machines that call
  route("hooks/stripe", "routes/hooks/stripe.ts"),

  // anything else
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
