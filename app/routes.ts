import { index, type RouteConfig, route } from "@remix-run/route-config";

// Every URL of Lumbung, grouped by wing. The file's name is the use case's or the page's name.
// docs/routes.md says who may open each; a test keeps the two alike.
export default [
  // buy: what anybody sees, and how they buy
  index("routes/buy/home.tsx"),

  // account: people, sessions, language
  route("language", "routes/account/language.tsx"),

  // sell: a group's own goods, members and page

  // ship: runs, hubs, hand-over to the buyer

  // books: a group's money

  // operate: the network itself
  route("operate/groups", "routes/operate/approve-group.tsx"),

  // hooks: machines that call

  // anything else
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
