import { eq, inArray } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cryptoSecrets } from "#app/adapters/secrets/node-crypto.ts";
import type { BasketOwner } from "#db/read/baskets.ts";
import { orders } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openBasket, setBasketLine } from "#db/write/baskets.ts";
import { BUILT_SECRET, type BuiltServer } from "#tests/world/built-server.ts";
import { testContext } from "#tests/world/context.ts";
import { postAllAtOnce } from "#tests/world/last-byte.ts";
import { aNetwork, aStall, aWish } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";
import { serveSmallMarket, sessionCookie } from "#tests/world/small-market.ts";

const secrets = cryptoSecrets(BUILT_SECRET);
const ctx = testContext({ secrets, now: new Date() });
let server: BuiltServer;

beforeAll(async () => {
  ({ server } = await serveSmallMarket());
  await aNetwork();
});

afterAll(() => server.stop());

type Form = [string, string][];

/** A basket with two pieces of a new stall in it, and the cookie of a guest's browser, or of so many devices of one account. */
async function aShopper(devices: number) {
  const token = secrets.token();
  const person = devices > 0 ? await aPerson() : null;
  const owner: BasketOwner = person ? { personId: person.id } : { basketId: secrets.hash("basket", token) };
  const { variant } = await aStall();
  await inTransaction(async (tx) => {
    const basketId = await openBasket(tx, owner, ctx);
    await setBasketLine(tx, { basketId, variantId: variant.id, quantityMilli: 2000, now: ctx.now });
  });
  const sessions = [];
  for (let at = 0; person && at < devices; at += 1) sessions.push(`lumbung_session=${await sessionCookie(person.id)}`);
  const guest = `lumbung_basket=${encodeURIComponent(Buffer.from(JSON.stringify(token)).toString("base64"))}`;
  return { owner, cookies: person ? sessions : [guest] };
}

/** The checkout form as one page shows it. */
async function aForm(owner: BasketOwner): Promise<Form> {
  const { formKey, buyerName, buyerPhone, delivery, method, savingAs, seen } = await aWish(ctx, owner);
  const fields = { step: "place", formKey, buyerName, buyerPhone, delivery, method, savingAs };
  return [...Object.entries(fields), ...seen.map((line): [string, string] => ["seen", line])];
}

const keyOf = (form: Form): string => form.find(([name]) => name === "formKey")?.[1] ?? "";

async function press(presses: { cookie: string; form: Form }[]) {
  const answers = await postAllAtOnce(presses.map((each) => ({ port: server.port, path: "/checkout", ...each })));
  const keys = presses.map(({ form }) => keyOf(form));
  const placed = await inTransaction((tx) => tx.select().from(orders).where(inArray(orders.formKey, keys)));
  return {
    placed,
    statuses: answers.map(({ status }) => Number(status)).toSorted((a, b) => a - b),
    leadsTo: answers.flatMap(({ headers }) => /^location: (.*)$/im.exec(headers)?.[1]?.trim() ?? []),
  };
}

describe("one basket is one order", () => {
  it("double submit: two presses of one button both show the one order", async () => {
    const { owner, cookies } = await aShopper(0);
    const form = await aForm(owner);
    const cookie = cookies[0] ?? "";
    const { placed, statuses, leadsTo } = await press([
      { cookie, form },
      { cookie, form },
    ]);
    expect(placed).toHaveLength(1);
    expect(statuses).toEqual([303, 303]);
    expect(new Set(leadsTo)).toEqual(new Set([`/orders/${placed[0]?.number}?placed=1`]));
  });

  it("back button: the form that was sent, sent once more later, leads to the same order", async () => {
    const { owner, cookies } = await aShopper(0);
    const form = await aForm(owner);
    const cookie = cookies[0] ?? "";
    const first = await press([{ cookie, form }]);
    const again = await press([{ cookie, form }]);
    expect(again.placed.map((order) => order.id)).toEqual(first.placed.map((order) => order.id));
    expect(again.leadsTo).toEqual(first.leadsTo);
  });

  it("two tabs: two forms of one basket at once are one order; the other tab is told, and nothing breaks", async () => {
    const { owner, cookies } = await aShopper(0);
    const forms = [await aForm(owner), await aForm(owner)];
    const { placed, statuses } = await press(forms.map((form) => ({ cookie: cookies[0] ?? "", form })));
    expect(placed).toHaveLength(1);
    expect(statuses).toEqual([303, 409]);
  });

  it("two devices: the same account on a phone and at a desk orders once", async () => {
    const { owner, cookies } = await aShopper(2);
    const forms = [await aForm(owner), await aForm(owner)];
    const { placed, statuses } = await press(forms.map((form, at) => ({ cookie: cookies[at] ?? "", form })));
    expect(placed).toHaveLength(1);
    expect(statuses).toEqual([303, 409]);
    const kept = await inTransaction((tx) =>
      tx
        .select()
        .from(orders)
        .where(eq(orders.buyerId, "personId" in owner ? owner.personId : "")),
    );
    expect(kept).toHaveLength(1);
  });
});
