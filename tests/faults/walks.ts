import { eq } from "drizzle-orm";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import { db } from "#db/client.server.ts";
import { basketLines, baskets, leases, orders, outbox, payments, webhookEvents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { BUILT_SECRET } from "#tests/world/built-server.ts";
import { testContext } from "#tests/world/context.ts";
import { aWish } from "#tests/world/orders.ts";
import { sessionCookie } from "#tests/world/small-market.ts";
import { signed } from "#tests/world/stripe-world.ts";
import { openVisitor, type Visitor } from "#tests/world/visitor.ts";
import type { Killable } from "./killable-server.ts";

const secrets = cryptoSecrets(BUILT_SECRET);
const PATIENCE_MS = 45_000;

/** One buyer's way through a purchase, and what this buyer was told. */
export type Walk = { buyer: Visitor; form: (readonly [string, string])[]; formKey: string; number: string | null };

/** A guest with one piece in the basket, and the form of the checkout page. */
export async function aWalk(origin: string, variantId: string): Promise<Walk> {
  const ctx = testContext({ secrets, now: new Date() });
  const token = secrets.token();
  const basketId = secrets.hash("basket", token);
  await inTransaction(async (tx) => {
    await tx.insert(baskets).values({ id: basketId, createdAt: ctx.now, touchedAt: ctx.now });
    await tx.insert(basketLines).values({ basketId, variantId, quantityMilli: 1000, addedAt: ctx.now });
  });
  const wish = await aWish(ctx, { basketId });
  const { formKey, buyerName, buyerPhone, delivery, savingAs, seen } = wish;
  const fields = { step: "place", formKey, buyerName, buyerPhone, delivery, method: "card", savingAs };
  const buyer = openVisitor(origin);
  buyer.cookies.set("lumbung_basket", encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64")));
  const form = [...Object.entries(fields), ...seen.map((line) => ["seen", line] as const)];
  return { buyer, form, formKey, number: null };
}

/** Presses the checkout's button; once it was answered the number is the buyer's. */
export async function place(walk: Walk): Promise<void> {
  const answer = await walk.buyer.post("/checkout", walk.form);
  walk.number = /\/orders\/(LB-[\w-]+?)(?:[/?#]|$)/.exec(answer.location ?? "")?.[1] ?? walk.number;
  if (!walk.number) throw new Error(`the checkout answered ${answer.status}`);
}

/** Presses "pay by card". @returns the name of the page at the provider */
export async function pay(walk: Walk): Promise<string> {
  const answer = await walk.buyer.post(`/orders/${walk.number}/pay`, [["intent", "card"]]);
  const session = /\/_pay\/(cs_\w+)$/.exec(answer.location ?? "")?.[1];
  if (!session) throw new Error(`paying answered ${answer.status}`);
  return session;
}

/** What the provider tells; again and again, as it does, until it was heard. */
export async function tell(app: Killable, from: number): Promise<void> {
  for (const event of app.stripe.events().slice(from)) {
    const { raw, signature } = signed(event);
    const headers = { "stripe-signature": signature, "content-type": "application/json" };
    const answer = await fetch(`${app.origin}/hooks/stripe`, { method: "POST", body: raw, headers });
    if (!answer.ok) throw new Error(`the hook answered ${answer.status}`);
  }
}

export async function lookAtPaid(walk: Walk): Promise<void> {
  await walk.buyer.ask(`/orders/${walk.number}/paid`);
}

export async function refund(operator: Visitor, { number, formKey }: { number: string; formKey: string }) {
  const answer = await operator.post(`/operate/orders/${number}/refund`, [
    ["formKey", formKey],
    ["reason", "Ujungnya lecet"],
    // A part, so that a second one would be possible.
    ["what", "amount"],
    ["amount", "10.000"],
  ]);
  if (answer.status !== 303) throw new Error(`the refund answered ${answer.status}`);
}

/** A visitor who is signed in, whichever process answers. */
export async function signedIn(origin: string, personId: string): Promise<Visitor> {
  const visitor = openVisitor(origin);
  visitor.cookies.set("lumbung_session", await sessionCookie(personId));
  return visitor;
}

/** The time to pay is over. */
export async function letExpire(number: string): Promise<void> {
  const payBy = new Date(Date.now() - 60_000);
  await inTransaction((tx) => tx.update(orders).set({ payBy }).where(eq(orders.number, number)));
}

/** Three beats went by: what the dead process held is free, and what was to be tried later is due. */
export async function letTimePass(): Promise<void> {
  const past = new Date(0);
  await inTransaction(async (tx) => {
    await tx.update(leases).set({ until: past });
    await tx.update(webhookEvents).set({ nextTryAt: past });
    await tx.update(outbox).set({ nextTryAt: past });
  });
}

/** Waits until nothing is left to send or to work off, for which the clock has had its turn. */
export async function settled(): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const waiting = await openWork();
    if (waiting === "") return;
    if (Date.now() > deadline) throw new Error(`still waiting after ${PATIENCE_MS} ms: ${waiting}`);
    await new Promise((wake) => setTimeout(wake, 60));
  }
}

async function openWork(): Promise<string> {
  const owed = await db().select().from(outbox);
  const heard = await db().select().from(webhookEvents);
  const open = await db().select().from(orders);
  const tries = await db().select().from(payments);
  const isAsked = new Set(tries.filter((row) => row.state === "open").map((row) => `checkout:${row.id}`));
  return [
    // A page that nobody asks for again is not sent for: the buyer's next press does.
    ...owed.filter((row) => row.doneAt === null && row.kind !== "stripe-session").map((row) => row.key),
    ...owed.filter((row) => row.outcome === "failed" && !isAsked.has(row.key)).map((row) => `${row.key} failed`),
    ...heard.filter((row) => row.processedAt === null).map((row) => `${row.type}: ${row.error}`),
    ...open
      .filter((row) => row.state === "awaiting-payment" && row.payBy !== null && row.payBy.getTime() < Date.now())
      .map((row) => `${row.number} overdue`),
  ].join(", ");
}
