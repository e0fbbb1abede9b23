import { index, type RouteConfig, route } from "@remix-run/route-config";

// Every URL of Lumbung, grouped by wing. The file's name is the use case's or the page's name.
// docs/routes.md says who may open each; a test keeps the two alike.
export default [
  // buy: what anybody sees, and how they buy
  index("routes/buy/home.tsx"),
  route("photos/:id/:width", "routes/buy/photo.tsx"),
  route("listings", "routes/buy/listings.tsx"),
  route("listings/:slug", "routes/buy/listing.tsx"),
  route("groups", "routes/buy/groups.tsx"),
  route("groups/:slug", "routes/buy/group.tsx"),

  // account: people, sessions, language
  route("language", "routes/account/language.tsx"),

  // sell: a group's own goods, members and page
  route("desk/:group/listings", "routes/sell/listings.tsx"),
  route("desk/:group/listings/new-craft", "routes/sell/list-craft.tsx"),
  route("desk/:group/listings/new-food", "routes/sell/list-food.tsx"),
  route("desk/:group/listings/new-harvest", "routes/sell/list-harvest.tsx"),
  route("desk/:group/listings/:listing", "routes/sell/edit-listing.tsx"),
  route("desk/:group/listings/:listing/photos", "routes/sell/listing-photos.tsx"),
  route("desk/:group/listings/:listing/publish", "routes/sell/publish-listing.tsx"),
  route("desk/:group/listings/:listing/hide", "routes/sell/hide-listing.tsx"),

  // ship: runs, hubs, hand-over to the buyer
  route("desk/:group/consignments", "routes/ship/see-consignments.tsx"),
  route("desk/:group/consignments/:consignment", "routes/ship/see-consignment.tsx"),
  route("runs", "routes/ship/see-runs.tsx"),
  route("runs/new", "routes/ship/open-run.tsx"),
  route("runs/:code", "routes/ship/see-run.tsx"),
  route("runs/:code/deliveries", "routes/ship/list-deliveries.tsx"),
  route("runs/:code/settlement", "routes/ship/settle-run.tsx"),
  route("deliveries", "routes/ship/list-lone-deliveries.tsx"),
  route("deliveries/:number", "routes/ship/deliver-order.tsx"),

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
  route("operate", "routes/operate/see-operations.tsx"),
  route("operate/groups", "routes/operate/approve-group.tsx"),
  route("operate/tariffs", "routes/operate/see-tariffs.tsx"),
  route("operate/tariffs/:zone", "routes/operate/set-tariff.tsx"),
  route("operate/hubs", "routes/operate/see-hubs.tsx"),
  route("operate/hubs/:hub", "routes/operate/set-hub.tsx"),
  route("operate/pick-up-points/new", "routes/operate/add-pick-up-point.tsx"),
  route("operate/network", "routes/operate/set-network.tsx"),

  // hooks: machines that call

  // anything else
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
