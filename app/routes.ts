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

  // buy: other ways to find goods, and to be found
  route("calendar", "routes/buy/calendar.tsx"),
  route("places", "routes/buy/places.tsx"),
  route("places/:region", "routes/buy/place.tsx"),
  route("pick-up-points/:point", "routes/buy/pick-up-point.tsx"),
  route("listings/:slug/ask", "routes/buy/ask-question.tsx"),
  route("reviews/:review/report", "routes/buy/report-review.tsx"),
  route("listings/:slug/card.jpg", "routes/buy/listing-card.ts"),
  route("groups/:slug/card.jpg", "routes/buy/group-card.ts"),
  route("groups/:slug/feed.xml", "routes/buy/group-feed.ts"),
  route("sitemap.xml", "routes/buy/sitemap.ts"),
  route("robots.txt", "routes/buy/robots.ts"),

  // buy: paying
  route("orders/:number/pay", "routes/buy/pay-order.tsx"),
  route("orders/:number/paid", "routes/buy/check-payment.tsx"),
  route("payments/:id/proof", "routes/buy/payment-proof.ts"),

  // buy: basket, checkout, following an order
  route("basket", "routes/buy/change-basket.tsx"),
  route("checkout", "routes/buy/place-order.tsx"),
  route("orders/:number", "routes/buy/see-order.tsx"),
  route("orders/:number/reviews", "routes/buy/review-line.tsx"),
  route("orders/:number/cancel", "routes/buy/cancel-order.tsx"),
  route("track", "routes/buy/track-order.tsx"),
  route("account/orders", "routes/buy/own-orders.tsx"),

  // account: people, sessions, language
  route("account", "routes/account/account.tsx"),
  route("account/edit", "routes/account/edit-account.tsx"),
  route("account/inbox", "routes/account/inbox.tsx"),
  route("account/messages", "routes/account/message-preferences.tsx"),
  route("account/password", "routes/account/change-password.tsx"),
  route("account/sessions", "routes/account/end-session.tsx"),
  route("groups/new", "routes/account/apply-for-group.tsx"),
  route("join", "routes/account/join.tsx"),
  route("join/:code", "routes/account/accept-invitation.tsx"),
  route("language", "routes/account/language.tsx"),
  route("display", "routes/account/display.tsx"),
  route("reset-password", "routes/account/reset-password.tsx"),
  route("sign-in", "routes/account/sign-in.tsx"),
  route("sign-out", "routes/account/sign-out.tsx"),
  route("sign-up", "routes/account/sign-up.tsx"),
  route("start", "routes/account/start.ts"),

  // sell: a group's own goods, members and page
  route("desk/:group/listings", "routes/sell/listings.tsx"),
  route("desk/:group/listings/new-craft", "routes/sell/list-craft.tsx"),
  route("desk/:group/listings/new-food", "routes/sell/list-food.tsx"),
  route("desk/:group/listings/new-harvest", "routes/sell/list-harvest.tsx"),
  route("desk/:group/listings/:listing", "routes/sell/edit-listing.tsx"),
  route("desk/:group/listings/:listing/photos", "routes/sell/listing-photos.tsx"),
  route("desk/:group/listings/:listing/publish", "routes/sell/publish-listing.tsx"),
  route("desk/:group/listings/:listing/hide", "routes/sell/hide-listing.tsx"),
  route("desk/:group/deliveries", "routes/sell/record-delivery.tsx"),
  route("desk/:group/deliveries/:delivery", "routes/sell/correct-delivery.tsx"),
  route("desk/:group/lots", "routes/sell/lots.tsx"),
  route("desk/:group/lots/:lot", "routes/sell/lot.tsx"),
  route("desk/:group/lots/:lot/write-off", "routes/sell/write-off-lot.tsx"),
  route("desk/:group/entrustments", "routes/sell/entrustments.tsx"),
  route("desk/:group/entrustments/new", "routes/sell/entrust-goods.tsx"),
  route("desk/:group/entrustments/count", "routes/sell/count-entrusted.tsx"),
  route("desk/:group/entrustments/:number", "routes/sell/entrustment.tsx"),
  route("desk/:group/entrustments/:number/return", "routes/sell/return-entrusted.tsx"),
  route("desk", "routes/sell/desk.tsx"),
  route("desk/:group", "routes/sell/group-desk.tsx"),
  route("desk/:group/members", "routes/sell/members.tsx"),
  route("desk/:group/members/add", "routes/sell/add-member.tsx"),
  route("desk/:group/members/invite", "routes/sell/invite-member.tsx"),
  route("desk/:group/members/withdraw", "routes/sell/withdraw-invitation.tsx"),
  route("desk/:group/members/:number", "routes/sell/member.tsx"),
  route("desk/:group/members/:number/offices", "routes/sell/set-offices.tsx"),
  route("desk/:group/members/:number/name", "routes/sell/name-maker.tsx"),
  route("desk/:group/members/:number/remove", "routes/sell/remove-member.tsx"),
  route("desk/:group/members/:number/reset-code", "routes/sell/issue-reset-code.tsx"),
  route("desk/:group/reviews", "routes/sell/answer-reviews.tsx"),
  route("desk/:group/bulk", "routes/sell/check-import.tsx"),
  route("desk/:group/bulk/:import", "routes/sell/accept-import.tsx"),
  route("desk/:group/export/:file", "routes/sell/export-sheet.ts"),
  route("desk/:group/poster.pdf", "routes/sell/print-group-poster.ts"),
  route("desk/:group/listings/:listing/poster.pdf", "routes/sell/print-listing-poster.ts"),
  route("desk/:group/page", "routes/sell/edit-group-page.tsx"),
  route("desk/:group/page/photo", "routes/sell/set-group-photo.tsx"),

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
  route("books/:group/publish-totals", "routes/books/publish-totals.ts"),
  route("books/:group/split-rules", "routes/books/set-split-rule.tsx"),
  route("books/:group/fee-bearer", "routes/books/set-fee-bearer.ts"),

  // operate: the network itself
  route("operate", "routes/operate/see-operations.tsx"),
  route("operate/groups", "routes/operate/approve-group.tsx"),
  route("operate/groups/suspend", "routes/operate/suspend-group.tsx"),
  route("operate/people", "routes/operate/people.tsx"),
  route("operate/people/:person", "routes/operate/issue-reset-code.tsx"),
  route("operate/people/:person/suspend", "routes/operate/suspend-person.tsx"),
  route("operate/payments", "routes/operate/confirm-payment.tsx"),
  route("operate/orders/:number/refund", "routes/operate/refund-order.tsx"),
  route("operate/refunds", "routes/operate/pay-refund.tsx"),
  route("operate/mishaps", "routes/operate/see-mishaps.tsx"),
  route("operate/reviews", "routes/operate/judge-reviews.tsx"),
  route("operate/cash", "routes/operate/hand-in-cash.tsx"),
  route("operate/tariffs", "routes/operate/see-tariffs.tsx"),
  route("operate/tariffs/:zone", "routes/operate/set-tariff.tsx"),
  route("operate/hubs", "routes/operate/see-hubs.tsx"),
  route("operate/hubs/:hub", "routes/operate/set-hub.tsx"),
  route("operate/pick-up-points/new", "routes/operate/add-pick-up-point.tsx"),
  route("operate/network", "routes/operate/set-network.tsx"),

  // style: what the pages are made of
  route("gaya", "routes/style/style.tsx"),

  // hooks: machines that call
  route("hooks/stripe", "routes/hooks/stripe.ts"),

  // anything else
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
