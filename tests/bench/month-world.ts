import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { accountCode, type NewEntry, ownerId } from "#app/domain/ledger.ts";
import { rupiah, sum, ZERO } from "#app/domain/money.ts";
import { deliveredEntry, paidEntry } from "#app/domain/postings.ts";
import { splitSaleLine } from "#app/domain/sale-split.ts";
import { dataDir } from "#db/client.server.ts";
import { entryHashOf, inputHashOf } from "#db/ledger-hash.ts";
import { migrate } from "#db/migrate.server.ts";
import {
  accounts,
  consignments,
  entries,
  members,
  orderLineShares,
  orderLines,
  orders,
  payouts,
  postings,
  splitRules,
} from "#db/schema.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { aDeliveredLine, OCTOBER, ofOctober } from "#tests/world/months.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

// Makes a group's October of so many sold lines straight into the database in DATA_DIR: four lines an order, twelve members, a flag on
// about one line in ten. Run by month.ts.

const LINES_PER_ORDER = 4;
const ORDERS_AT_ONCE = 250;
const NAMES = "Aminah Burhan Siti Dewi Encik Fatimah Gayatri Hasan Intan Jumilah Kartini Laila".split(" ");

type Group = Awaited<ReturnType<typeof aGroup>>;
type Rows = {
  orders: (typeof orders.$inferInsert)[];
  consignments: (typeof consignments.$inferInsert)[];
  lines: (typeof orderLines.$inferInsert)[];
  shares: (typeof orderLineShares.$inferInsert)[];
  entries: (typeof entries.$inferInsert)[];
  postings: (typeof postings.$inferInsert)[];
};

const heads = new Map<string, { sequence: number; hash: string }>();
const opened = new Set<string>();

/** As db/write/ledger.ts writes an entry, without asking what is there. */
async function write(tx: Tx, rows: Rows, entry: NewEntry, at: Date): Promise<void> {
  const { book, kind, key, causeKind, causeId } = entry;
  const lines = entry.postings.map(({ account, amount, orderLineId }) => ({
    ...{ accountCode: accountCode(account.kind, account.owner), amount, orderLineId: orderLineId ?? null },
  }));
  const content = { book, kind, key, causeKind, causeId, memo: "", postings: lines };
  const head = heads.get(book) ?? { sequence: 0, hash: "" };
  const row = { ...content, id: `e-${key}`, sequence: head.sequence + 1, actorId: null, at, previousHash: head.hash };
  const { postings: _, ...columns } = row;
  const written = { ...columns, inputHash: inputHashOf(content), hash: entryHashOf(row) };
  heads.set(book, written);
  rows.entries.push(written);
  rows.postings.push(
    ...lines.map((line, position) => ({ ...line, id: `${row.id}-${position}`, entryId: row.id, position })),
  );
  for (const { account } of entry.postings) {
    const code = accountCode(account.kind, account.owner);
    if (opened.has(code)) continue;
    opened.add(code);
    const { kind: ownerKind } = account.owner;
    const fresh = { code, kind: account.kind, ownerKind, ownerId: ownerId(account.owner) };
    await tx.insert(accounts).values(fresh).onConflictDoNothing();
  }
}

async function readTemplate(lineId: string) {
  return inTransaction(async (tx) => {
    const [line] = await tx.select().from(orderLines).where(eq(orderLines.id, lineId));
    const [consignment] = await tx
      .select()
      .from(consignments)
      .where(eq(consignments.id, line?.consignmentId ?? ""));
    const [order] = await tx
      .select()
      .from(orders)
      .where(eq(orders.id, line?.orderId ?? ""));
    const [rule] = await tx
      .select()
      .from(splitRules)
      .where(eq(splitRules.id, line?.splitRuleId ?? ""));
    for (const last of await tx.select().from(entries).orderBy(entries.sequence)) heads.set(last.book, last);
    if (!line || !consignment || !order || !rule) throw new Error("the first order was not written");
    return { line, consignment, order, rule };
  });
}

type Template = Awaited<ReturnType<typeof readTemplate>>;

/** One order of the month with its line, shares and entries; what is odd goes by the line's number. */
async function addOrder(tx: Tx, rows: Rows, { at, of, group, template }: Made): Promise<void> {
  const deliveredAt = new Date(OCTOBER.fromMs + Math.floor(((at + 0.5) / of) * (OCTOBER.untilMs - OCTOBER.fromMs)));
  const id = `o-${at}`;
  const lines = Array.from({ length: LINES_PER_ORDER }, (_, place) => lineOf({ at, place, group, template }));
  const goodsValue = sum(lines.map(({ line }) => line.goodsValue));
  const total = { goodsTotal: goodsValue, shippingQuote: ZERO, shippingAlone: ZERO, doorFee: ZERO, total: goodsValue };
  rows.orders.push({
    ...template.order,
    ...total,
    id,
    number: `LB-261001-${String(at).padStart(7, "0")}`,
    formKey: id,
  });
  const weights = { alone: ZERO, quote: ZERO, share: null };
  rows.consignments.push({ ...template.consignment, ...weights, id: `c-${at}`, orderId: id, goodsValue, deliveredAt });
  rows.lines.push(...lines.map(({ line }) => line));
  rows.shares.push(...lines.flatMap(({ shares }) => shares));
  const sold = [{ groupId: group.id, goodsValue }];
  const paid = { paymentId: `p-${at}`, orderId: id, buyerId: null, into: { kind: "bank" } as const };
  const nothingMore = { shipping: ZERO, uniqueAddition: ZERO };
  await write(tx, rows, paidEntry({ ...paid, ...nothingMore, consignments: sold }), new Date(OCTOBER.fromMs));
  const arrived = lines.map(({ line, shares }) => ({ orderLineId: line.id, shares }));
  const entry = deliveredEntry({ consignmentId: `c-${at}`, groupId: group.id, lines: arrived });
  await write(tx, rows, entry, deliveredAt);
}

type Made = { at: number; of: number; group: Group; template: Template };

function lineOf({ at, place, group, template }: Omit<Made, "of"> & { place: number }) {
  const number = at * LINES_PER_ORDER + place;
  const id = `l-${number}`;
  const price = rupiah(10_000 + (number % 97) * 500);
  const makers = group.members.filter((_, member) => member !== 2 && (number + member) % 5 === 0);
  // One line in twenty-five holds a share of the third member, who has left since.
  const left = number % 25 === 0 ? group.members.slice(2, 3) : [];
  const contributions = [...makers, ...left].map((member) => ({
    ...{ memberId: member.id, memberNumber: member.number, step: "", weight: 1 + (number % 3) },
  }));
  const { rule } = template.rule;
  const shares = splitSaleLine({
    ...{ goodsValue: price, quantityMilli: 1000, networkFeeBasisPoints: 200, providerFeeBasisPoints: 0, rule },
    contributions: number % 100 === 7 ? [] : contributions,
  });
  const isShort = number % 20 === 3;
  return {
    line: {
      ...template.line,
      ...{ id, orderId: `o-${at}`, consignmentId: `c-${at}`, position: place + 1 },
      ...{ unitPrice: price, goodsValue: price, catchWeight: isShort, missing: isShort ? rupiah(100) : ZERO },
    },
    shares: shares.map((share, position) => ({
      ...{ ...share, id: `${id}-${position}`, orderLineId: id, position: position + 1 },
    })),
  };
}

async function insertAll(tx: Tx, rows: Rows): Promise<void> {
  await tx.insert(orders).values(rows.orders);
  await tx.insert(consignments).values(rows.consignments);
  await inParts(rows.lines, (part) => tx.insert(orderLines).values(part));
  await inParts(rows.shares, (part) => tx.insert(orderLineShares).values(part));
  await inParts(rows.postings, (part) => tx.insert(postings).values(part));
  await inParts(rows.entries, (part) => tx.insert(entries).values(part));
}

async function inParts<Row>(rows: Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += 500) await insert(rows.slice(from, from + 500));
}

const wanted = Number(process.argv[2] ?? "1000") / LINES_PER_ORDER;
await migrate();
const group = await aGroup({}, NAMES);
const chair = (await anOfficer(group, ["chair"])).actor;
const first = await aDeliveredLine(group, { deliveredAt: ofOctober(1) });
const template = await readTemplate(first.lineId);
for (let from = 0; from < wanted; from += ORDERS_AT_ONCE)
  await inTransaction(async (tx) => {
    const rows: Rows = { orders: [], consignments: [], lines: [], shares: [], entries: [], postings: [] };
    for (let at = from; at < Math.min(wanted, from + ORDERS_AT_ONCE); at += 1)
      await addOrder(tx, rows, { at, of: wanted, group, template });
    await insertAll(tx, rows);
  });
await inTransaction(async (tx) => {
  await tx
    .update(members)
    .set({ leftAt: ofOctober(25) })
    .where(eq(members.id, group.members[2]?.id ?? ""));
  const paid = { groupId: group.id, year: 2026, repaid: ZERO, paidBy: group.appliedBy, method: "cash" as const };
  for (const [at, member] of group.members.entries()) {
    const voucher = { id: `v-${at}`, number: at + 1, formKey: `v-${at}`, amount: rupiah(1000), paidAt: ofOctober(20) };
    await tx.insert(payouts).values({ ...paid, ...voucher, memberId: member.id });
  }
});
writeFileSync(join(dataDir, "world.json"), JSON.stringify({ groupId: group.id, officer: group.officer, chair }));
