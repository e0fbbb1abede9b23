import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { isPostgres } from "#db/dialect.ts";
import { basketLines, baskets, consignments, orderLines, orders, payments, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { BUILT_SECRET, type BuiltServer, startBuiltServer } from "#tests/world/built-server.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { postAllAtOnce, type RawRequest } from "#tests/world/last-byte.ts";
import { aNetwork, aStall, aWish } from "#tests/world/orders.ts";

const BUYERS = 200;
const PIECES = 10;
const ROUNDS = Number(process.env.ROUNDS ?? 1);

const secrets = cryptoSecrets(BUILT_SECRET);
const ctx = testContext({ secrets, now: new Date() });
const servers: BuiltServer[] = [];

beforeAll(async () => {
  // One file has one process; one PostgreSQL has as many as it takes.
  for (let n = 0; n < (isPostgres ? 2 : 1); n++)
    servers.push(await startBuiltServer({ environment: { LOG_LEVEL: "warn" } }));
});

afterAll(async () => {
  for (const server of servers) await server.stop();
});

/** A guest with one piece in the basket, and the form that the checkout page sent. */
async function aBuyer(variantId: string): Promise<Omit<RawRequest, "port">> {
  const token = secrets.token();
  const basketId = secrets.hash("basket", token);
  await inTransaction(async (tx) => {
    await tx.insert(baskets).values({ id: basketId, createdAt: ctx.now, touchedAt: ctx.now });
    await tx.insert(basketLines).values({ basketId, variantId, quantityMilli: 1000, addedAt: ctx.now });
  });
  const wish = await aWish(ctx, { basketId });
  const cookie = `lumbung_basket=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`;
  const { formKey, buyerName, buyerPhone, delivery, method, savingAs, seen } = wish;
  const fields = { step: "place", formKey, buyerName, buyerPhone, delivery, method, savingAs };
  return {
    path: "/checkout",
    cookie,
    form: [...Object.entries(fields), ...seen.map((line) => ["seen", line] as const)],
  };
}

it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  "ten pieces and two hundred buyers at once: exactly ten orders, a clear no for all others (round %d)",
  async () => {
    await aNetwork();
    const { variant } = await aStall({ name: `Tudung saji ${testId()}`, variants: [{ stockMilli: PIECES * 1000 }] });
    const requests: RawRequest[] = [];
    for (let n = 0; n < BUYERS; n++) {
      const port = servers[n % servers.length]?.port ?? 0;
      requests.push({ ...(await aBuyer(variant.id)), port });
    }
    const started = Date.now();
    const answers = await postAllAtOnce(requests);
    const seconds = (Date.now() - started) / 1000;

    const tally = new Map<number, number>();
    for (const { status } of answers) tally.set(status, (tally.get(status) ?? 0) + 1);
    const sold = await inTransaction(async (tx) => ({
      lines: (
        await tx
          .select({ n: count().mapWith(Number) })
          .from(orderLines)
          .where(eq(orderLines.variantId, variant.id))
      )[0]?.n,
      stock: (await tx.select().from(variants).where(eq(variants.id, variant.id)))[0]?.stockMilli,
    }));
    process.stdout.write(`answers ${JSON.stringify([...tally])}, ${JSON.stringify(sold)}, ${seconds} s\n`);
    expect(sold).toEqual({ lines: PIECES, stock: 0 });
    expect([...tally].toSorted()).toEqual([
      [303, PIECES],
      [409, BUYERS - PIECES],
    ]);
    for (const { status, body } of answers) if (status === 409) expect(body).toContain("Tidak ada yang dipesan");
    expect(seconds).toBeLessThan(60);
    await expectWhole();
  },
  180_000,
);

/** Nothing half: each order has its consignment, its line and its payment. */
async function expectWhole(): Promise<void> {
  const counts: unknown[] = [];
  await inTransaction(async (tx) => {
    for (const table of [orders, consignments, orderLines, payments]) counts.push(await tx.$count(table));
  });
  expect(new Set(counts.map(Number)).size).toBe(1);
}
