import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { countPeriod } from "#app/usecases/books/count-period.ts";
import { proposePeriod } from "#app/usecases/books/propose-period.ts";
import { verifyBooks } from "#db/read/ledger.ts";
import { countedInLedger, listSeals } from "#db/read/periods.ts";
import { basketLines, baskets, entries, orders, payouts, refunds } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { BUILT_SECRET, type BuiltServer } from "#tests/world/built-server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { testContext } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { postAllAtOnce } from "#tests/world/last-byte.ts";
import { aDeliveredLine, monthOf } from "#tests/world/months.ts";
import { aWish } from "#tests/world/orders.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";
import { type Role, type SmallMarket, serveSmallMarket, sessionCookie } from "#tests/world/small-market.ts";
import { openVisitor } from "#tests/world/visitor.ts";

const TIMES = 10;
const secrets = cryptoSecrets(BUILT_SECRET);
let server: BuiltServer;
let market: SmallMarket;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
});

afterAll(() => server.stop());

type Press = { path: string; cookies: string[]; form: (readonly [string, string])[] };

/** The same form so many times at the very same moment, by turns; what the answers were, and how the books stand. */
async function pressAtOnce({ path, cookies, form }: Press): Promise<string[]> {
  const presses = Array.from({ length: TIMES }, (_, turn) => cookies[turn % cookies.length] ?? "");
  const answers = await postAllAtOnce(presses.map((cookie) => ({ port: server.port, path, cookie, form })));
  expect((await verifyBooks()).ok).toBe(true);
  return answers.map(({ status, headers }) => `${status} ${/^location: (.*)$/im.exec(headers)?.[1] ?? ""}`.trim());
}

const cookieFor = async (personId: string): Promise<string> => `lumbung_session=${await sessionCookie(personId)}`;
const cookieOf = (role: Exclude<Role, "guest">): Promise<string> => cookieFor(market.people[role]);

const entriesOf = (kind: typeof entries.$inferSelect.kind): Promise<number> =>
  inTransaction((tx) => tx.$count(entries, eq(entries.kind, kind))).then(Number);

it("ten presses of the checkout's button are one order, and every press is shown it", async () => {
  const ctx = testContext({ secrets, now: new Date() });
  const token = secrets.token();
  const basketId = secrets.hash("basket", token);
  await inTransaction(async (tx) => {
    await tx.insert(baskets).values({ id: basketId, createdAt: ctx.now, touchedAt: ctx.now });
    const variantId = market.variant?.id ?? "";
    await tx.insert(basketLines).values({ basketId, variantId, quantityMilli: 1000, addedAt: ctx.now });
  });
  const wish = await aWish(ctx, { basketId });
  const { formKey, buyerName, buyerPhone, delivery, method, savingAs, seen } = wish;
  const fields = { step: "place", formKey, buyerName, buyerPhone, delivery, method, savingAs };
  const answers = await pressAtOnce({
    path: "/checkout",
    cookies: [`lumbung_basket=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`],
    form: [...Object.entries(fields), ...seen.map((line) => ["seen", line] as const)],
  });
  const placed = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.formKey, formKey)));
  expect(placed).toHaveLength(1);
  expect(answers.filter((answer) => answer.startsWith("303 "))).toHaveLength(TIMES);
  expect(new Set(answers).size).toBe(1);
});

it("ten confirmations of a transfer post the money once", async () => {
  const order = await anOrder({ delivery: "fetch", money: "waiting", parts: [{ group: market.group }] });
  const before = await entriesOf("paid");
  const form = [
    ["intent", "confirm"],
    ["paymentId", order.paymentId],
    ["bankReference", ""],
  ] as const;
  await pressAtOnce({ path: "/operate/payments", cookies: [await cookieOf("operator")], form: [...form] });
  expect((await entriesOf("paid")) - before).toBe(1);
});

it("ten presses of refund are one refund", async () => {
  const order = await anOrder({ delivery: "fetch", parts: [{ group: market.group }] });
  const form = [
    ["formKey", secrets.token()],
    ["reason", "Barang rusak"],
  ] as const;
  const path = `/operate/orders/${order.number}/refund`;
  await pressAtOnce({ path, cookies: [await cookieOf("operator")], form: [...form] });
  const kept = await inTransaction((tx) => tx.select().from(refunds).where(eq(refunds.paymentId, order.paymentId)));
  expect(kept).toHaveLength(1);
});

it("twenty presses of pay out, by two forms, pay what is owed and not a rupiah more", async () => {
  const { group, member } = market;
  await earned({ groupId: group.id, memberId: member.memberId, amount: 50_000 });
  const form = (formKey: string) =>
    Object.entries({ formKey, memberId: member.memberId, amount: "50000", method: "transfer", reference: "" });
  const path = `/books/${group.slug}/pay-out`;
  const cookies = [await cookieOf("treasurer")];
  await pressAtOnce({ path, cookies, form: form(secrets.token()) });
  await pressAtOnce({ path, cookies, form: form(secrets.token()) });
  const kept = await inTransaction((tx) => tx.select().from(payouts).where(eq(payouts.memberId, member.memberId)));
  expect(kept.map((payout) => payout.amount)).toEqual([50_000]);
});

/** A group that proposes the month before this one, in which one line arrived; and its two chairs. */
async function aProposedMonth() {
  const group = await aGroup();
  const chairs = [await anOfficer(group, ["chair"]), await anOfficer(group, ["chair"])];
  const thisMonth = dayInWib(Date.now()).slice(0, 7);
  const month = monthOf(dayInWib(monthOf(thisMonth).fromMs - 1).slice(0, 7));
  const { lineId } = await aDeliveredLine(group, { deliveredAt: new Date(month.fromMs + 5 * 86_400_000) });
  const ctx = testContext({ actor: group.officer, now: new Date() });
  const which = { groupId: group.id, month };
  await countPeriod(ctx, { ...which, counted: await countedInLedger(group.id, month) });
  expect(await proposePeriod(ctx, which)).toEqual({ ok: true });
  return { group, chairs, month, thisMonth, lineId };
}

it("ten presses of close, by two chairs, seal the month once, and nothing is posted to it any more", async () => {
  const { group, chairs, month, thisMonth, lineId } = await aProposedMonth();
  const cookies = await Promise.all(chairs.map((chair) => cookieFor(chair.id)));
  const path = `/books/${group.slug}/months/${month.name}`;
  const answers = await pressAtOnce({ path, cookies, form: [["intent", "close"]] });
  expect(new Set(answers.map((answer) => answer.slice(0, 3)))).toEqual(new Set(["303", "409"]));
  expect(await listSeals(group.id)).toHaveLength(1);
  const memberId = group.members[1]?.id ?? "";
  const within = new Date(month.untilMs - 1);
  await expect(earned({ groupId: group.id, memberId, amount: 1_000, at: within })).rejects.toThrow("sealed");
  const visitor = openVisitor(server.origin);
  visitor.cookies.set("lumbung_session", await sessionCookie(chairs[0]?.id ?? ""));
  const shown = await Promise.all(
    [month.name, thisMonth].map((name) => visitor.ask(`/books/${group.slug}/months/${name}?show=all`)),
  );
  expect(shown.map(({ status, text }) => [status, text.includes(`/lines/${lineId}`)])).toEqual([
    [200, true],
    [200, false],
  ]);
});
