import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { verifyBooks } from "#db/read/ledger.ts";
import { basketLines, baskets, entries, orders, payouts, refunds } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { BUILT_SECRET, type BuiltServer } from "#tests/world/built-server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { testContext } from "#tests/world/context.ts";
import { earned } from "#tests/world/earnings.ts";
import { postAllAtOnce } from "#tests/world/last-byte.ts";
import { aWish } from "#tests/world/orders.ts";
import { type Role, type SmallMarket, serveSmallMarket, sessionCookie } from "#tests/world/small-market.ts";

const TIMES = 10;
const secrets = cryptoSecrets(BUILT_SECRET);
let server: BuiltServer;
let market: SmallMarket;

beforeAll(async () => {
  ({ market, server } = await serveSmallMarket());
});

afterAll(() => server.stop());

type Press = { path: string; cookie: string; form: (readonly [string, string])[] };

/** The same form so many times at the very same moment; what the answers were, and how the books stand. */
async function pressAtOnce({ path, cookie, form }: Press): Promise<string[]> {
  const answers = await postAllAtOnce(Array.from({ length: TIMES }, () => ({ port: server.port, path, cookie, form })));
  expect((await verifyBooks()).ok).toBe(true);
  return answers.map(({ status, headers }) => `${status} ${/^location: (.*)$/im.exec(headers)?.[1] ?? ""}`.trim());
}

const cookieOf = async (role: Exclude<Role, "guest">): Promise<string> =>
  `lumbung_session=${await sessionCookie(market.people[role])}`;

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
    cookie: `lumbung_basket=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`,
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
  await pressAtOnce({ path: "/operate/payments", cookie: await cookieOf("operator"), form: [...form] });
  expect((await entriesOf("paid")) - before).toBe(1);
});

it("ten presses of refund are one refund", async () => {
  const order = await anOrder({ delivery: "fetch", parts: [{ group: market.group }] });
  const form = [
    ["formKey", secrets.token()],
    ["reason", "Barang rusak"],
  ] as const;
  const path = `/operate/orders/${order.number}/refund`;
  await pressAtOnce({ path, cookie: await cookieOf("operator"), form: [...form] });
  const kept = await inTransaction((tx) => tx.select().from(refunds).where(eq(refunds.paymentId, order.paymentId)));
  expect(kept).toHaveLength(1);
});

it("twenty presses of pay out, by two forms, pay what is owed and not a rupiah more", async () => {
  const { group, member } = market;
  await earned({ groupId: group.id, memberId: member.memberId, amount: 50_000 });
  const form = (formKey: string) =>
    Object.entries({ formKey, memberId: member.memberId, amount: "50000", method: "transfer", reference: "" });
  const path = `/books/${group.slug}/pay-out`;
  const cookie = await cookieOf("treasurer");
  await pressAtOnce({ path, cookie, form: form(secrets.token()) });
  await pressAtOnce({ path, cookie, form: form(secrets.token()) });
  const kept = await inTransaction((tx) => tx.select().from(payouts).where(eq(payouts.memberId, member.memberId)));
  expect(kept.map((payout) => payout.amount)).toEqual([50_000]);
});
