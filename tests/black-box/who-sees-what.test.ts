import { readFileSync } from "node:fs";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { aSmallMarket, CANARIES, ROLES, type Role, type SmallMarket, visitorAs } from "#tests/world/small-market.ts";
import type { Visitor } from "#tests/world/visitor.ts";

const EVERYONE: readonly Role[] = ROLES;
const SIGNED_IN = ROLES.filter((role) => role !== "guest");
const MEMBER: Role[] = ["member", "chair", "treasurer"];
const OFFICER: Role[] = ["chair", "treasurer"];
const KEEPER: Role[] = ["hub keeper", "operator"];
const ANY_KEEPER: Role[] = ["hub keeper", "other hub keeper", "operator"];

/** What the words of docs/routes.md mean for the people of the small market; what follows a semicolon is about GET alone. */
const WHO: Record<string, readonly Role[]> = {
  "its buyer": ["buyer"],
  "its buyer, for what was delivered": ["buyer"],
  "its buyer, an operator, an officer of its group": ["buyer", "operator", ...OFFICER],
  "its buyer, an operator": ["buyer", "operator"],
  "its buyer, an operator, a treasurer of a group in the order": ["buyer", "operator", "treasurer"],
  "its buyer, officer or auditor of a group in it, operator": ["buyer", ...OFFICER, "operator"],
  "its buyer, officer or auditor of its group, operator": ["buyer", ...OFFICER, "operator"],
  "whose it is": ["buyer"],
  // The key in this walk is a wrong one.
  "whoever has its link": [],
  "who sent it": ["treasurer"],
  member: MEMBER,
  "member, operator": [...MEMBER, "operator"],
  officer: OFFICER,
  "officer; auditor, member and operator may read": [...MEMBER, "operator"],
  "member; auditor and operator may read": [...MEMBER, "operator"],
  "officer, operator": [...OFFICER, "operator"],
  "officer, packer": OFFICER,
  "officer; members' files: chair, secretary": OFFICER,
  "member, own notes; officer, packer, auditor, operator: all; POST: treasurer, chair": [...MEMBER, "operator"],
  "that member, chair, secretary": ["member", "chair"],
  "that member, officer, packer, auditor, operator; POST: officer": [...MEMBER, "operator"],
  "officer, packer, operator": [...OFFICER, "operator"],
  "chair, secretary": ["chair"],
  "chair, operator": ["chair", "operator"],
  "chair, secretary, operator": ["chair", "operator"],
  "hub keeper, own hubs; operator": ANY_KEEPER,
  "hub keeper, operator": ANY_KEEPER,
  "keeper of its hub, operator": KEEPER,
  "keeper of a pick-up point": ["point keeper"],
  // The order of this walk has not arrived; tests/usecases/point-keepers.test.ts lets it.
  "keeper of the run's hub, operator; keeper of its pick-up point once it arrived": KEEPER,
  "keeper of its hub, operator, officer of its group": [...KEEPER, ...OFFICER],
  "treasurer, chair, auditor, operator": [...OFFICER, "operator"],
  // The group of this walk has not voted so; tests/usecases/open-members-income.test.ts opens it.
  "treasurer, chair, auditor, operator; a member once the group voted it open; POST: chair": [...OFFICER, "operator"],
  "a member with a share in it, treasurer, chair, auditor, operator": [...OFFICER, "operator"],
  "treasurer, chair, auditor, operator; a member what is hers": [...OFFICER, "operator"],
  "a member with a part in it, treasurer, chair, auditor, operator": [...MEMBER, "operator"],
  "that member, treasurer, chair, auditor, operator": [...MEMBER, "operator"],
  treasurer: ["treasurer"],
  chair: ["chair"],
  "treasurer; auditor, chair and operator may read": [...OFFICER, "operator"],
  "treasurer, chair": OFFICER,
  "treasurer, chair, operator": [...OFFICER, "operator"],
  "treasurer, chair, auditor, operator; of the members also secretary": [...OFFICER, "operator"],
  "of a cooperative: treasurer, chair": OFFICER,
  "of a cooperative: treasurer": ["treasurer"],
  "of a cooperative: treasurer, chair, secretary": OFFICER,
  "of a cooperative: treasurer, chair, auditor, operator": [...OFFICER, "operator"],
  "of a cooperative: treasurer, chair, auditor, operator; POST: treasurer, chair": [...OFFICER, "operator"],
  "of a cooperative: that member, treasurer, chair, auditor, operator": [...MEMBER, "operator"],
  "of a cooperative: that member, treasurer, chair, auditor, operator; POST: that member": [...MEMBER, "operator"],
  "of a cooperative: that member, treasurer, chair, auditor, operator; POST: treasurer": [...MEMBER, "operator"],
  "treasurer, chair; auditor and operator may read": [...OFFICER, "operator"],
  operator: ["operator"],
  "operator; treasurer, chair of a group in the order, for its part": ["operator", ...OFFICER],
  "operator, a treasurer for the orders of the own group": ["operator", "treasurer", "other treasurer"],
};

function rolesOf(who: string): readonly Role[] {
  if (who.startsWith("anyone")) return EVERYONE;
  if (who.startsWith("signed in")) return SIGNED_IN;
  const roles = WHO[who];
  if (!roles) throw new Error(`docs/routes.md says "${who}": say here who that is`);
  return roles;
}

const rows = [...readFileSync("docs/routes.md", "utf8").matchAll(/^\| (GET|POST|GET, POST) \| `([^`]+)` \| (.+) \|$/gm)]
  .map(([, method = "", path = "", who = ""]) => ({ method, path, who }))
  .filter(
    ({ path }) => !["/healthz", "/readyz", "/assets/*", "/hooks/stripe", "/hooks/stripe-accounts"].includes(path),
  );

function idsOf(entries: RouteConfigEntry[]): Map<string, string> {
  return new Map(entries.map((entry) => [`/${entry.path ?? ""}`, entry.file.replace(/\.tsx?$/, "")]));
}

let server: BuiltServer;
let market: SmallMarket;
let routeIds: Map<string, string>;
const visitors = new Map<Role, Visitor>();

beforeAll(async () => {
  market = await aSmallMarket();
  routeIds = idsOf(await routes);
  server = await startBuiltServer({ environment: { LOG_LEVEL: "silent" } });
  for (const role of ROLES) visitors.set(role, await visitorAs(market, role, server.origin));
});

afterAll(async () => {
  await server.stop();
});

function addressOf(path: string): string {
  const { group, listing, order, run, member, lineId, people, deliveryId, lotId, documentId, statementId, work } =
    market;
  const parts: Record<string, string> = {
    ...{ group: group.slug, listing: listing.slug, run: run.code, code: run.code, number: order.number, line: lineId },
    ...{ consignment: order.consignments[0]?.id ?? "", member: member.memberId, id: order.paymentId, width: "320" },
    ...{ delivery: deliveryId, lot: lotId, document: documentId, statement: statementId },
    ...{ person: people.buyer, zone: run.zone.id, hub: run.hub.id, point: run.pickUpPoint.id },
    ...{ file: "listings.csv", region: "21.72", import: work.importId, cycle: work.cycleId, review: work.reviewId },
    standing: work.standingId,
    entry: market.entry,
    box: market.boxId,
    month: "2026-10",
    ...{ movement: work.movementId, register: "members", meeting: work.meetingId, year: "2025" },
    batch: work.batchId,
    parcel: work.parcelCode,
    report: work.reportId,
    slug: path.startsWith("/groups") ? group.slug : listing.slug,
  };
  if (path.startsWith("/orders/:number/reviews")) parts.number = work.deliveredNumber;
  if (path.includes("/entrustments/:number")) parts.number = "1";
  if (path.includes("/members/:number")) parts.number = String(market.member.number);
  if (path.includes("/savings/receipts/")) parts.movement = work.receiptId;
  if (path.startsWith("/books/:group/tax/")) parts.file = "tax-2026.csv";
  if (path.startsWith("/books/:group/journal/")) parts.file = "journal.csv";
  if (path.startsWith("/operate/tariffs/import/")) parts.import = work.tariffImportId;
  if (path.startsWith("/operate/tariffs/export/")) parts.file = "tariffs.csv";
  if (path.startsWith("/join/")) parts.code = "ABCDEFGHJK";
  const address = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(parts[name] ?? "missing"));
  return path.endsWith("/count") ? `${address}?place=${encodeURIComponent(work.placeKey)}` : address;
}

/** The address as the app itself asks for a route's data; without a route, as a person does. */
function asData(address: string, route: string): string {
  return route === "" ? address : `${address}${address.includes("?") ? "&" : "?"}_data=${encodeURIComponent(route)}`;
}

/** Told to sign in, or that there is nothing here for them. */
function isRefused({ status, headers }: { status: number; headers: Headers }): boolean {
  const to = headers.get("location") ?? headers.get("x-remix-redirect") ?? "";
  return status === 403 || status === 404 || to.startsWith("/sign-in");
}

/** Photos and proofs that nobody has uploaded are 404 for everyone; where GET only leads elsewhere, the other page decides. */
const isOpenQuestion = (path: string, who: string): boolean =>
  path === "/photos/:id/:width" ||
  /:(id|movement|report|meeting|code|rule|payment)\/(proof|photo|receipt|bill|minutes)$|\/proof\/:payout$/.test(path) ||
  who.includes("GET leads");
/** Pages of people's own things: they may show the reader's own order. */
const SEES_ORDER: Role[] = ["buyer", "operator", "chair", "treasurer", "hub keeper"];
const SEES_PHONES: Role[] = ["chair", "operator"];
const SEES_MEMBERS: Role[] = [...MEMBER, "operator"];

function leaksIn(text: string, role: Role): string[] {
  const leaks: string[] = [];
  if (/passwordHash|tokenHash|codeHash|argon2|formHash/i.test(text)) leaks.push("a hash");
  if (text.includes(CANARIES.memberPhone.slice(1)) && !SEES_PHONES.includes(role)) leaks.push("a member's phone");
  if (text.includes(CANARIES.memberName) && !SEES_MEMBERS.includes(role)) leaks.push("a member's name");
  if (text.includes(CANARIES.street) && !SEES_ORDER.includes(role)) leaks.push("a buyer's street");
  if (text.includes(CANARIES.buyerName) && !SEES_ORDER.includes(role)) leaks.push("a buyer's name");
  return leaks;
}

describe.each(rows)("$method $path is for: $who", ({ method, path, who }) => {
  it.each(["page", "data"] as const)("is read as %s for them and for nobody else", async (form) => {
    const allowed = rolesOf(who.replace(/; GET leads.*/, ""));
    const wrong: string[] = [];
    for (const [role, visitor] of visitors) {
      const id = routeIds.get(path) ?? "";
      const answer = await visitor.ask(asData(addressOf(path), form === "data" ? id : ""));
      if (answer.status >= 500) wrong.push(`${role}: ${answer.status}`);
      if (!isOpenQuestion(path, who) && isRefused(answer) === allowed.includes(role))
        wrong.push(`${role}: ${answer.status} ${answer.location ?? ""}`);
      wrong.push(...leaksIn(answer.text, role).map((leak) => `${role} reads ${leak}`));
    }
    expect(wrong).toEqual([]);
  });

  it.runIf(method.includes("POST"))("takes nothing from anybody else, nor from another site", async () => {
    const allowed = rolesOf(who.replace(/; (GET leads|auditor).*/, ""));
    const wrong: string[] = [];
    const ways = ["", routeIds.get(path) ?? ""];
    for (const way of ways) {
      // Who may do most, sent here by a page of somebody else.
      const foreign = await visitors
        .get("operator")
        ?.post(asData(addressOf(path), way), [], { Origin: "https://evil.test" });
      if (foreign?.status !== 403) wrong.push(`from elsewhere ${way}: ${foreign?.status}`);
    }
    for (const [role, visitor] of visitors)
      for (const way of ways) {
        if (allowed.includes(role)) continue;
        const answer = await visitor.post(asData(addressOf(path), way), []);
        if (answer.status >= 500 || !isRefused(answer))
          wrong.push(`${role} ${way}: ${answer.status} ${answer.location ?? ""}`);
      }
    expect(wrong).toEqual([]);
  });
});
