import { and, eq } from "drizzle-orm";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { rupiah } from "#app/domain/money.ts";
import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { sendStatement } from "#app/usecases/operate/send-statement.ts";
import { recordDelivery } from "#app/usecases/sell/record-delivery.ts";
import { listOrderDocuments } from "#db/read/documents.ts";
import { accounts, entries, groups, lotParts, members, orderLines, postings } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { BUILT_SECRET, type BuiltServer, startBuiltServer } from "./built-server.ts";
import { anOrder } from "./consignments.ts";
import { testContext } from "./context.ts";
import { aListing } from "./listings.ts";
import { aNetwork, aSplitRule } from "./orders.ts";
import { aGroup, anOfficer, aPerson, aSession } from "./people.ts";
import { aBox, anOpenRun, aPointKeeper } from "./runs.ts";
import { someWork } from "./some-work.ts";
import { openVisitor, type Visitor } from "./visitor.ts";

const secrets = cryptoSecrets(BUILT_SECRET);
const DAY_MS = 86_400_000;

/** What only some may read; none of it may be part of anything else on a page. */
export const CANARIES = {
  memberPhone: "+6281299887766",
  memberName: "Nurkenanga Tersembunyi",
  street: "Jalan Kenari Rahasia 77",
  buyerName: "Encik Puan Tertutup",
} as const;

export const ROLES = [
  ...["guest", "buyer", "member", "chair", "treasurer", "other chair", "other treasurer"],
  ...["hub keeper", "other hub keeper", "point keeper", "operator"],
] as const;
export type Role =
  | "guest"
  | "buyer"
  | "member"
  | "chair"
  | "treasurer"
  | "other chair"
  | "other treasurer"
  | "hub keeper"
  | "other hub keeper"
  | "point keeper"
  | "operator";

export type SmallMarket = Awaited<ReturnType<typeof aSmallMarket>>;

/** Two groups, one run, one paid order, and everybody who may or may not see them. Ways to sign in are given as sessions. */
export async function aSmallMarket() {
  await aNetwork();
  const group = await aGroup({ name: "Koperasi Tanjung", kind: "cooperative" }, ["Aminah Ketua", "Burhan"]);
  const other = await aGroup({ name: "Kelompok Seberang" });
  await aSplitRule(group);
  await aSplitRule(other);
  const listing = await aListing({ group, variants: [{ stockMilli: 500_000, price: rupiah(62_000) }] });
  const brought = { groupId: group.id, memberId: group.members[0]?.id ?? "", variantId: listing.variants[0]?.id ?? "" };
  const delivered = await recordDelivery(testContext({ actor: group.officer }), {
    ...{ ...brought, quantity: "5", day: "2026-11-24", note: "", formKey: secrets.token() },
  });
  const deliveryId = delivered.ok ? delivered.deliveryId : "";
  const [lot] = await inTransaction((tx) => tx.select().from(lotParts).where(eq(lotParts.deliveryId, deliveryId)));
  const later = { cutOffAt: new Date(Date.now() + 2 * DAY_MS), departsAt: new Date(Date.now() + 3 * DAY_MS) };
  const run = await anOpenRun({ areas: ["21.04"], ...later });
  const otherRun = await anOpenRun(later);
  const [buyer, operator] = [await aPerson({ phone: "+6281255500001" }), await aPerson({ isOperator: true })];
  const member = await anOfficer(group, []);
  const people: Record<Exclude<Role, "guest">, string> = {
    buyer: buyer.id,
    operator: operator.id,
    member: member.id,
    chair: (await anOfficer(group, ["chair"])).id,
    treasurer: (await anOfficer(group, ["treasurer"])).id,
    "other chair": (await anOfficer(other, ["chair"])).id,
    "other treasurer": (await anOfficer(other, ["treasurer"])).id,
    "hub keeper": run.hub.keeper.personId ?? "",
    "other hub keeper": otherRun.hub.keeper.personId ?? "",
    "point keeper": (await aPointKeeper(run.pickUpPoint)).personId ?? "",
  };
  await inTransaction(async (tx) => {
    const hidden = { name: CANARIES.memberName, phone: CANARIES.memberPhone };
    await tx
      .update(members)
      .set(hidden)
      .where(eq(members.id, group.members[1]?.id ?? ""));
    await tx.update(groups).set({ approvedAt: new Date() }).where(eq(groups.id, group.id));
  });
  const order = await anOrder({
    ...{ buyerId: buyer.id, buyerName: CANARIES.buyerName, street: CANARIES.street, villageCode: "21.04.02.1010" },
    ...{ delivery: "run-door", run, parts: [{ group }] },
  });
  const [line] = await inTransaction((tx) => tx.select().from(orderLines).limit(1));
  const treasurer = testContext({ actor: { ...group.officer, personId: people.treasurer } });
  const upload = Buffer.from("Tanggal,Keterangan,Kredit\n24/11/2026,RAHMAH,125.123\n");
  const sent = await sendStatement(treasurer, { fileName: "mutasi.csv", upload, formKey: secrets.token() });
  await issueDocuments(testContext({ actor: group.officer }), order);
  const papers = (await listOrderDocuments(group.officer, order.number)) ?? [];
  const boxId = await aBox();
  const work = await someWork({ group, listing, member, buyer, run });
  const ids = {
    entry: await anEntryOf({ groupId: group.id, memberId: member.memberId }),
    boxId,
    lineId: line?.id ?? "",
    deliveryId,
    lotId: lot?.lotId ?? "",
    documentId: papers[0]?.id ?? "",
    statementId: sent.ok ? sent.statementId : "",
  };
  return { group, other, listing, run, order, people, member, work, ...ids, variant: listing.variants[0] };
}

/** The number of an entry in the group's book in which this member has a part. */
async function anEntryOf({ groupId, memberId }: { groupId: string; memberId: string }): Promise<string> {
  const isHers = and(eq(entries.book, groupId), eq(accounts.ownerKind, "member"), eq(accounts.ownerId, memberId));
  const [found] = await inTransaction((tx) =>
    tx
      .select({ sequence: entries.sequence })
      .from(entries)
      .innerJoin(postings, eq(postings.entryId, entries.id))
      .innerJoin(accounts, eq(accounts.code, postings.accountCode))
      .where(isHers)
      .limit(1),
  );
  return String(found?.sequence ?? "none");
}

/** A browser that this role is signed in with. */
export async function visitorAs({ people }: SmallMarket, role: Role, origin: string): Promise<Visitor> {
  const visitor = openVisitor(origin);
  if (role === "guest") return visitor;
  visitor.cookies.set("lumbung_session", await sessionCookie(people[role]));
  return visitor;
}

/** The cookie of a new session of somebody, as the built server reads it. */
export async function sessionCookie(personId: string): Promise<string> {
  const token = secrets.token();
  const now = new Date();
  const living = { createdAt: now, seenAt: now, expiresAt: new Date(now.getTime() + 30 * DAY_MS) };
  await aSession(personId, { tokenHash: secrets.hash("session", token), ...living });
  return encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"));
}

/** The small market behind the built app; whoever opens it stops the server. */
export async function serveSmallMarket(): Promise<{ market: SmallMarket; server: BuiltServer }> {
  const market = await aSmallMarket();
  return { market, server: await startBuiltServer({ environment: { LOG_LEVEL: "silent" } }) };
}
