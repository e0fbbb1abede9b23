import type { Person } from "./people.ts";

export type Stop = {
  /** The pattern in app/routes.ts that this stop shows. */
  route: string;
  /** Its address, where that is known beforehand. */
  at?: string;
  /** Otherwise: the page that links to it, or the stop that does. */
  on?: string | Stop;
  /** Another page's pattern, where the stop itself has no link there, and the way from that link. */
  link?: string;
  to?: (link: string) => string;
  /** Take the last such link instead of the first. */
  last?: true;
  /** Send its form with nothing in it: the refusal is a page as well. */
  empty?: true;
};

const GROUP = "butik-seri-dompak";
const desk = (room: string): Stop => ({ route: `desk/:group${room}`, at: `/desk/${GROUP}${room}` });
const book = (room: string): Stop => ({ route: `books/:group${room}`, at: `/books/${GROUP}${room}` });
const plain = (route: string): Stop => ({ route, at: `/${route}` });
const empty = (stop: Stop): Stop => ({ ...stop, empty: true });

const behind =
  (rest: string) =>
  (link: string): string =>
    `${link}${rest}`;

const members = `/desk/${GROUP}/members`;
const member = { on: members, link: "desk/:group/members/:number", last: true } as const;
const batch = { on: `/books/${GROUP}/payouts`, link: "books/:group/payouts/:batch", last: true } as const;
const order = { on: "/account/orders", link: "orders/:number" } as const;
const unpaid = { on: "/account/orders", link: "orders/:number/pay" } as const;
const run = { on: "/runs", link: "runs/:code", last: true } as const;
const goods = { on: `/desk/${GROUP}/listings`, link: "desk/:group/listings/:listing" } as const;

const entrustments = `/desk/${GROUP}/entrustments`;
const note = { on: entrustments, link: "desk/:group/entrustments/:number" } as const;

const lot = { on: "/desk/poktan-tanah-merah/lots", link: "desk/:group/lots/:lot" } as const;

const orderWhy: Stop = { route: "orders/:number/why", ...order, last: true, to: behind("/why") };
const orderReviews: Stop = { route: "orders/:number/reviews", ...order, last: true, to: behind("/reviews") };
const orderDocuments: Stop = { route: "orders/:number/documents", ...order, last: true, to: behind("/documents") };
const reviewedListing: Stop = { route: "listings/:slug", on: orderReviews };
const runPacking: Stop = { route: "runs/:code/packing", ...run, to: behind("/packing") };
const runDeliveries: Stop = { route: "runs/:code/deliveries", ...run, to: behind("/deliveries") };
/** The first run on the page has just come; what groups still bring goods to stands among the tasks. */
const come = { on: "/runs", link: "runs/:code" } as const;
const runReceive: Stop = { route: "runs/:code/receive", on: "/runs" };
const besideReceive = (rest: string) => ({
  ...{ on: "/runs", link: "runs/:code/receive" },
  to: (link: string): string => link.replace(/receive$/, rest),
});
const runLoad: Stop = { route: "runs/:code/load", ...come, to: behind("/load") };
const refundOf = (link: string): string => `/operate/orders/${link.split("/").at(-1)}/refund`;

const COOPERATIVE = "/books/koperasi-gurindam-sejahtera";
const cooperative = (room: string): Stop => ({
  route: `books/:group${room.replace("/registers/savings", "/registers/:register")}`,
  at: `${COOPERATIVE}${room}`,
});
const savers = `${COOPERATIVE}/savings`;
const asTax = (link: string): string => link.replace(/savings$/, "tax");
const ownSavings: Stop = { route: "books/:group/members/:member/savings", on: savers };
const receipt = { on: `${COOPERATIVE}/registers/savings`, link: "books/:group/savings/receipts/:movement" } as const;
/** The year whose surplus the demo's cooperative has shared out. */
const LAST_YEAR = new Date().getFullYear() - 1;
const surplusSlips: Stop = {
  route: "books/:group/surplus/:year/slips",
  at: `${COOPERATIVE}/surplus/${LAST_YEAR}/slips`,
};

/** Every page that can be opened, as somebody who may open it. A test keeps it as long as app/routes.ts. */
export const TOURS: Record<Exclude<Person, "secondBuyer" | "member"> | "guest", Stop[]> = {
  guest: [
    plain(""),
    plain("listings"),
    { route: "listings", at: "/listings?q=tidak-ada-barang-ini&priceFrom=x" },
    { route: "listings/:slug", on: "/listings" },
    plain("groups"),
    { route: "groups/:slug", on: "/groups" },
    plain("calendar"),
    plain("places"),
    { route: "places/:region", on: "/places" },
    { route: "pick-up-points/:point", on: "/places" },
    plain("basket"),
    plain("checkout"),
    empty(plain("track")),
    empty(plain("sign-in")),
    empty(plain("sign-up")),
    empty(plain("reset-password")),
    empty(plain("join")),
    { route: "join/:code", at: "/join/ABCD-EFGH-JKLM-NPQR" },
    plain("gaya"),
    { route: "*", at: "/halaman-yang-tidak-ada" },
  ],
  buyer: [
    plain("basket"),
    empty(plain("checkout")),
    plain("account"),
    empty(plain("account/edit")),
    empty(plain("account/password")),
    plain("account/inbox"),
    plain("account/messages"),
    plain("account/orders"),
    { route: "account/orders", at: "/account/orders?q=tidak-ada-pesanan-ini" },
    plain("account/standing-orders"),
    { route: "account/standing-orders/:standing", on: "/account/standing-orders" },
    empty({ route: "listings/:slug/standing", on: "/listings", link: "listings/:slug", to: behind("/standing") }),
    plain("account/credit"),
    empty(plain("account/addresses")),
    plain("account/groups"),
    plain("account/data"),
    plain("account/delete"),
    { route: "orders/:number", ...order },
    { route: "gifts/:number/:key", on: { route: "orders/:number", on: "/account/orders?q=zainab" } },
    { route: "orders/:number/again", ...order, to: behind("/again") },
    { route: "orders/:number/pay", ...unpaid },
    { route: "orders/:number/paid", ...unpaid, to: (link) => link.replace(/pay$/, "paid") },
    { route: "orders/:number/cancel", ...unpaid, to: (link) => link.replace(/pay$/, "cancel") },
    // Its forms have nothing to fill in: where one part was put off, the press itself cancels it.
    { route: "orders/:number/sailing", on: "/account/orders" },
    { route: "orders/:number", ...order, last: true },
    orderReviews,
    { route: "orders/:number/complaints", ...order, last: true, to: behind("/complaints") },
    orderWhy,
    orderDocuments,
    { route: "documents/:document", on: orderDocuments },
    empty({ route: "reviews/:review/report", on: reviewedListing }),
    empty({ route: "listings/:slug/ask", on: "/listings", link: "listings/:slug", to: behind("/ask") }),
    empty(plain("groups/new")),
    { route: "desk", at: "/desk" },
  ],
  chair: [
    plain("desk"),
    empty(book("/payout-rules")),
    desk(""),
    desk("/listings"),
    desk("/complaints"),
    empty(desk("/listings/new-craft")),
    empty(desk("/listings/new-food")),
    empty(desk("/listings/new-harvest")),
    empty({ route: "desk/:group/listings/:listing", ...goods }),
    empty({ route: "desk/:group/listings/:listing/photos", ...goods, to: behind("/photos") }),
    desk("/members"),
    empty(desk("/members/add")),
    empty(desk("/members/invite")),
    { route: "desk/:group/members/:number", ...member },
    { route: "desk/:group/members/:number/offices", ...member, to: behind("/offices") },
    { route: "desk/:group/members/:number/remove", ...member, to: behind("/remove") },
    empty({ route: "desk/:group/members/:number/reset-code", at: `${members}/6/reset-code` }),
    { route: "desk/:group/members/:number/name", ...member, to: behind("/name") },
    desk("/reviews"),
    empty(desk("/bulk")),
    { route: "desk/:group/bulk/:import", on: `/desk/${GROUP}/bulk` },
    desk("/page"),
    empty(desk("/page/photo")),
    empty(desk("/counter")),
    desk("/entrustments"),
    empty(desk("/entrustments/new")),
    empty({
      route: "desk/:group/entrustments/count",
      at: `${entrustments}/count?place=other:toko oleh-oleh penyengat`,
    }),
    { route: "desk/:group/entrustments/:number", on: entrustments },
    empty({ ...note, route: "desk/:group/entrustments/:number/return", to: behind("/return") }),
  ],
  treasurer: [
    book("/cash-write-offs"),
    desk("/consignments"),
    book(""),
    book("/lines"),
    { route: "books/:group/why", at: `/books/${GROUP}/why?of=group&account=group-fund,fixed-costs&side=credit&said=1` },
    { route: "books/:group/entries/:entry", at: `/books/${GROUP}/entries/1` },
    { route: "books/:group/lines/:line", on: `/books/${GROUP}/lines` },
    { route: "books/:group/members/:member", on: `/books/${GROUP}` },
    book("/months"),
    { route: "books/:group/months/:month", on: `/books/${GROUP}/months` },
    book("/journal"),
    book("/check"),
    book("/documents"),
    empty(book("/pay-out")),
    book("/payouts"),
    book("/shipping"),
    { route: "books/:group/payouts/:batch", ...batch },
    { route: "books/:group/payouts/:batch/slips", ...batch, to: behind("/slips") },
    empty(book("/advance")),
    empty(book("/draw-cash")),
    book("/income"),
    book("/statements"),
    book("/stripe-account"),
    empty(book("/cash")),
    empty(book("/stock-costs")),
    empty({ route: "books/:group/cash/:movement", on: `/books/${GROUP}/cash` }),
    empty(book("/split-rules")),
    plain("operate/payments"),
    empty(plain("operate/statements")),
    { route: "operate/statements/:statement", on: "/operate/statements" },
  ],
  grower: [
    { route: "desk/:group/consignments", at: "/desk/poktan-tanah-merah/consignments" },
    empty({ route: "desk/:group/consignments/:consignment", on: "/desk/poktan-tanah-merah/consignments" }),
    { route: "desk/:group/listings", at: "/desk/poktan-tanah-merah/listings" },
    empty({ route: "desk/:group/listings/new-harvest", at: "/desk/poktan-tanah-merah/listings/new-harvest" }),
    empty({ route: "desk/:group/deliveries", at: "/desk/poktan-tanah-merah/deliveries" }),
    empty({ route: "desk/:group/deliveries/:delivery", on: "/desk/poktan-tanah-merah/deliveries" }),
    empty({ route: "desk/:group/cycles", at: "/desk/poktan-tanah-merah/cycles" }),
    { route: "desk/:group/cycles/:cycle", on: "/desk/poktan-tanah-merah/cycles" },
    { route: "desk/:group/lots", at: "/desk/poktan-tanah-merah/lots" },
    { route: "desk/:group/lots/:lot", ...lot },
    empty({ route: "desk/:group/lots/:lot/write-off", ...lot, to: behind("/write-off") }),
    { route: "books/:group", at: "/books/poktan-tanah-merah" },
    { route: "books/:group/lines/:line", on: "/books/poktan-tanah-merah/lines" },
  ],
  saver: [
    ...["", "/savings", "/registers", "/registers/savings", "/surplus", "/tax"].map(cooperative),
    empty(cooperative("/savings/record")),
    empty(cooperative("/savings/terms")),
    empty(cooperative("/surplus/meetings")),
    cooperative("/surplus/policy"),
    empty(cooperative("/surplus/funds")),
    { route: "books/:group/members/:member/savings", on: savers },
    {
      route: "books/:group/members/:member/tax",
      on: `${COOPERATIVE}/savings`,
      link: "books/:group/members/:member/savings",
      to: asTax,
    },
    { ...receipt, route: "books/:group/savings/receipts/:movement" },
    { route: "books/:group/surplus/:year", at: `${COOPERATIVE}/surplus/${LAST_YEAR}` },
    surplusSlips,
    { route: "books/:group/members/:member/surplus/:year", on: ownSavings },
  ],
  keeper: [
    plain("runs"),
    empty(plain("runs/new")),
    empty(plain("runs/schedules")),
    empty(plain("boxes")),
    empty({ route: "boxes/:box", on: "/boxes" }),
    { ...run, route: "runs/:code" },
    { route: "runs/:code", on: "/runs" },
    // Left empty it takes as much as comes.
    { route: "runs/:code/change", ...besideReceive("change") },
    empty({ route: "runs/:code/postpone", ...besideReceive("postpone") }),
    empty({ route: "runs/:code/cancel", ...besideReceive("cancel") }),
    runPacking,
    runReceive,
    empty({ route: "runs/:code/receive/:consignment", on: runReceive }),
    runLoad,
    { route: "parcels/:parcel", on: runLoad },
    { route: "runs/:code/manifest", ...come, to: behind("/manifest") },
    { route: "runs/:code/arrival", ...come, to: behind("/arrival") },
    { route: "runs/:code/waiting", ...come, to: behind("/waiting") },
    { route: "runs/:code/paper", ...besideReceive("paper") },
    { route: "runs/:code/type-in", ...besideReceive("type-in?list=receiving") },
    runDeliveries,
    plain("deliveries"),
    plain("pick-ups"),
    { route: "deliveries/:number", on: runDeliveries },
  ],
  operator: [
    plain("operate"),
    plain("operate/groups"),
    plain("operate/groups/suspend"),
    plain("operate/people"),
    { route: "operate/people", at: "/operate/people?q=sumiyati" },
    empty({ route: "operate/people/:person", on: "/operate/people?q=sumiyati" }),
    {
      route: "operate/people/:person/suspend",
      on: "/operate/people?q=sumiyati",
      link: "operate/people/:person",
      to: behind("/suspend"),
    },
    plain("operate/payments"),
    { route: "operate/orders/:number/refund", on: runDeliveries, link: "deliveries/:number", to: refundOf },
    plain("operate/refunds"),
    plain("operate/complaints"),
    { route: "books/:group/check", at: "/books/network/check" },
    { route: "books/:group/cash", at: "/books/network/cash" },
    plain("operate/hub-reports"),
    plain("operate/mishaps"),
    plain("operate/reviews"),
    empty(plain("operate/cash")),
    empty(plain("operate/tariffs")),
    empty(plain("operate/tariffs/import")),
    { route: "operate/tariffs/import/:import", on: "/operate/tariffs/import" },
    empty({ route: "operate/tariffs/:zone", on: "/operate/tariffs" }),
    plain("operate/hubs"),
    empty({ route: "operate/hubs/:hub", on: "/operate/hubs" }),
    empty({ route: "operate/hubs/:hub", at: "/operate/hubs/new" }),
    empty({ route: "operate/pick-up-points/:point", on: "/operate/hubs" }),
    empty(plain("operate/pick-up-points/new")),
    empty(plain("operate/complaint-windows")),
    empty(plain("operate/tax-rules")),
    empty(plain("operate/network")),
    plain("operate/shipping"),
    { route: "runs/:code/settlement", ...run, to: behind("/settlement") },
  ],
};
