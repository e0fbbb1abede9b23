import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { removeAddress } from "#app/usecases/account/remove-address.ts";
import { saveAddress } from "#app/usecases/account/save-address.ts";
import { markGroupsSeen } from "#app/usecases/buy/mark-groups-seen.ts";
import { saveGroup } from "#app/usecases/buy/save-group.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { findOwnCredit } from "#db/read/buyer-credit.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { findSavedAddress, listSavedAddresses } from "#db/read/saved-addresses.ts";
import { isGroupSaved, listSavedGroups } from "#db/read/saved-groups.ts";
import { listings } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

const ctx = testContext();
const form = () => ({
  ...{ label: "Rumah", street: "Jalan Merdeka 4", rt: "1", rw: "", landmark: "dekat surau", postal: "29124" },
  ...{ villageCode: "21.72.04.1002", formKey: `some-form-of-a-page-${testId()}` },
});

describe("saved addresses", () => {
  it("are kept once for a form, seen by their owner alone, and go when they are removed", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    const mine = as(ctx, me.actor);
    const typed = form();
    expect(await saveAddress(mine, typed)).toEqual({ ok: true });
    expect(await saveAddress(mine, typed)).toEqual({ ok: true });
    expect(await saveAddress(as(ctx, other.actor), typed)).toMatchObject({ reason: "form-used" });
    const [kept, ...more] = await listSavedAddresses(me.actor);
    expect(more).toEqual([]);
    expect(kept).toMatchObject({ label: "Rumah", villageCode: "21.72.04.1002", postcode: "29124" });
    const id = kept?.id ?? "";
    for (const actor of [other.actor, NOBODY]) expect(await findSavedAddress(actor, id)).toBeUndefined();
    await removeAddress(as(ctx, other.actor), { id });
    expect(await findSavedAddress(me.actor, id)).toBeDefined();
    await removeAddress(mine, { id });
    expect(await listSavedAddresses(me.actor)).toEqual([]);
  });

  it("need a village that there is, and somebody signed in, and are ten at most, also when many are sent at once", async () => {
    const me = as(ctx, (await aPerson()).actor);
    for (const villageCode of [null, "99.99.99.9999"])
      expect(await saveAddress(me, { ...form(), villageCode })).toMatchObject({
        fields: { village: "choose-village" },
      });
    await expect(saveAddress(ctx, form())).rejects.toThrow(NotAllowed);
    const answers = await Promise.all(Array.from({ length: 13 }, () => saveAddress(me, form())));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    expect(await listSavedAddresses(me.actor)).toHaveLength(10);
  });
});

describe("saved groups", () => {
  it("show what was put on sale since the last look", async () => {
    const group = await aGroup();
    const me = await aPerson();
    const at = (minutes: number) => new Date(ctx.now.getTime() + minutes * 60_000);
    const mine = (minutes: number) => ({ ...as(ctx, me.actor), now: at(minutes) });
    const offer = async (minutes: number) => {
      const { id } = await aListing({ group });
      await inTransaction((tx) =>
        tx
          .update(listings)
          .set({ publishedAt: at(minutes) })
          .where(eq(listings.id, id)),
      );
      return id;
    };
    await offer(-10);
    expect(await saveGroup(mine(0), { slug: group.slug, intent: "save" })).toBe(true);
    expect(await saveGroup(mine(5), { slug: group.slug, intent: "save" })).toBe(true);
    const fresh = async () => (await listSavedGroups(me.actor)).map((saved) => saved.newIds);
    expect(await fresh()).toEqual([[]]);
    const added = await offer(2);
    expect(await fresh()).toEqual([[added]]);
    await markGroupsSeen(mine(3), { groupIds: [group.id] });
    expect(await fresh()).toEqual([[]]);
    expect(await isGroupSaved(me.actor, group.id)).toBe(true);
    await saveGroup(mine(4), { slug: group.slug, intent: "forget" });
    expect(await fresh()).toEqual([]);
    expect([await isGroupSaved(me.actor, group.id), await isGroupSaved(NOBODY, group.id)]).toEqual([false, null]);
  });

  it("are groups that sell, saved by somebody signed in", async () => {
    const waiting = await aGroup({ state: "waiting" });
    const me = as(ctx, (await aPerson()).actor);
    expect(await saveGroup(me, { slug: waiting.slug, intent: "save" })).toBe(false);
    await expect(saveGroup(ctx, { slug: waiting.slug, intent: "save" })).rejects.toThrow(NotAllowed);
  });
});

describe("one's credit", () => {
  it("is what the ledger says, with each change and the order behind it, for its owner alone", async () => {
    const me = await aPerson();
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const order = await aPayableOrder({ buyerId: me.id });
    await confirmPayment(operator, { paymentId: order.payment.id, bankReference: null });
    const all = { limit: 10, offset: 0 };
    const { balance, changes } = await findOwnCredit(me.actor, all);
    expect(balance).toBe(order.payment.uniqueAddition);
    expect(balance).toBe(-(await balanceOf(`buyer-credit:buyer:${me.id}`)));
    expect(changes).toMatchObject([{ kind: "paid", amount: balance, orderNumber: order.number }]);
    expect(await findOwnCredit((await aPerson()).actor, all)).toEqual({ balance: 0, changes: [] });
    await expect(findOwnCredit(NOBODY, all)).rejects.toThrow(NotAllowed);
  });
});
