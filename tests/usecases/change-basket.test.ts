import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { rupiah } from "#app/domain/money.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { countBasketLines, listBasketLines } from "#db/read/baskets.ts";
import { groups, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { mergeBaskets } from "#db/write/baskets.ts";
import { MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aBasket, aStall } from "#tests/world/orders.ts";
import { aPerson } from "#tests/world/people.ts";

const ctx = testContext();

describe("change-basket", () => {
  it("adds on top of what is there, changes, and takes out", async () => {
    const { variant } = await aStall({ unit: "kg" });
    const owner = await aBasket(ctx, [{ variantId: variant.id, quantity: "1,5" }]);
    const change = (intent: "add" | "change" | "remove", quantity = "1") =>
      changeBasket(ctx, { owner, intent, variantId: variant.id, quantity });
    expect(await change("add", "2")).toEqual({ ok: true });
    expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([
      { quantityMilli: 3500, goodsValue: 217_000, trouble: null },
    ]);
    expect(await change("change", "0,5")).toEqual({ ok: true });
    expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([{ quantityMilli: 500 }]);
    expect(await change("remove")).toEqual({ ok: true });
    expect(await change("remove")).toEqual({ ok: true });
    expect(await countBasketLines(owner)).toBe(0);
  });

  it("says how many are left when more is asked for, and keeps what was there", async () => {
    const { variant, listing } = await aStall({ variants: [{ stockMilli: 3000 }] });
    const owner = await aBasket(ctx, [{ variantId: variant.id, quantity: "2" }]);
    const answer = await changeBasket(ctx, { owner, intent: "add", variantId: variant.id, quantity: "2" });
    expect(answer).toEqual({
      ok: false,
      reason: "not-enough-stock",
      left: { name: listing.name, stockMilli: 3000, unit: "buah" },
    });
    expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([{ quantityMilli: 2000 }]);
  });

  it.each(["", "0", "-1", "1,5", "1e3", "99999999"])("refuses %j pieces", async (quantity) => {
    const { variant } = await aStall();
    const answer = await changeBasket(ctx, {
      owner: { basketId: testId() },
      intent: "add",
      variantId: variant.id,
      quantity,
    });
    expect(answer).toMatchObject({ ok: false, reason: "quantity-invalid", left: { unit: "buah" } });
  });

  it("asks again where a point could mean a thousand", async () => {
    const { variant } = await aStall();
    const add = { owner: { basketId: testId() }, intent: "add", variantId: variant.id, quantity: "1.000" } as const;
    expect(await changeBasket(ctx, add)).toMatchObject({ ok: false, reason: "quantity-ambiguous" });
  });

  it("takes only what is on sale, and only what a line may be worth", async () => {
    const hidden = await aStall({ state: "hidden" });
    const retired = await aStall({ variants: [{ retiredAt: ctx.now }] });
    const suspended = await aStall();
    await inTransaction((tx) => tx.update(groups).set({ state: "suspended" }).where(eq(groups.id, suspended.group.id)));
    const owner = { basketId: testId() };
    for (const variantId of [hidden.variant.id, retired.variant.id, suspended.variant.id, "nothing"])
      expect(await changeBasket(ctx, { owner, intent: "add", variantId, quantity: "1" })).toMatchObject({
        reason: "not-for-sale",
      });
    const dear = await aStall({ variants: [{ price: rupiah(1_000_000_000_000) }] });
    const twice = { owner, intent: "add", variantId: dear.variant.id, quantity: "2" } as const;
    expect(await changeBasket(ctx, twice)).toMatchObject({ reason: "worth-too-much" });
  });

  it("shows what changed since, and applies nothing by itself", async () => {
    const { variant } = await aStall();
    const owner = await aBasket(ctx, [{ variantId: variant.id, quantity: "5" }]);
    for (const [stockMilli, trouble] of [
      [3000, "not-enough"],
      [0, "sold-out"],
    ] as const) {
      await inTransaction((tx) => tx.update(variants).set({ stockMilli }).where(eq(variants.id, variant.id)));
      expect(await listBasketLines(owner, MARKET_DAY)).toMatchObject([{ quantityMilli: 5000, stockMilli, trouble }]);
    }
  });
});

describe("a guest's basket", () => {
  it("joins the person's at sign-in: the greater quantity stands, and a second time changes nothing", async () => {
    const person = await aPerson();
    const [both, mine, theirs] = [await aStall(), await aStall(), await aStall()];
    const signedIn = testContext({ actor: person.actor });
    const own = await aBasket(signedIn, [
      { variantId: both.variant.id, quantity: "2" },
      { variantId: mine.variant.id },
    ]);
    const guest = await aBasket(ctx, [{ variantId: both.variant.id, quantity: "3" }, { variantId: theirs.variant.id }]);
    if (!("basketId" in guest)) return expect.fail("a guest's basket has an id");
    const merge = () =>
      inTransaction((tx) => mergeBaskets(tx, { guestBasketId: guest.basketId, personId: person.id, ...ctx }));
    await merge();
    await merge();
    const quantities = new Map(
      (await listBasketLines(own, MARKET_DAY)).map((line) => [line.variantId, line.quantityMilli]),
    );
    expect(quantities).toEqual(
      new Map([
        [both.variant.id, 3000],
        [mine.variant.id, 1000],
        [theirs.variant.id, 1000],
      ]),
    );
    expect(await countBasketLines(guest)).toBe(0);
  });

  it("cannot be somebody else's: a person's basket is no guest's", async () => {
    const person = await aPerson();
    const signedIn = testContext({ actor: person.actor });
    const { variant } = await aStall();
    await aBasket(signedIn, [{ variantId: variant.id }]);
    const [line] = await listBasketLines({ personId: person.id }, MARKET_DAY);
    const thief = await aPerson();
    await inTransaction((tx) => mergeBaskets(tx, { guestBasketId: line?.basketId ?? "", personId: thief.id, ...ctx }));
    expect(await countBasketLines({ personId: thief.id })).toBe(0);
    expect(await countBasketLines({ personId: person.id })).toBe(1);
  });
});
