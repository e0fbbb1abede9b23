import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NETWORK, NETWORK_BOOK, type NewEntry } from "#app/domain/ledger.ts";
import { negate, type Rupiah, rupiah } from "#app/domain/money.ts";
import { NotAllowed, SERVER } from "#app/domain/permissions.ts";
import { erasePerson } from "#app/usecases/account/erase-person.ts";
import { exportPerson, orderRows } from "#app/usecases/account/export-person.ts";
import { saveAddress } from "#app/usecases/account/save-address.ts";
import { changeBasket } from "#app/usecases/buy/change-basket.ts";
import { issueDocuments } from "#app/usecases/buy/issue-documents.ts";
import { placeOrder } from "#app/usecases/buy/place-order.ts";
import { saveGroup } from "#app/usecases/buy/save-group.ts";
import { listErasureHindrances } from "#db/read/erasure.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { complaints, consignments, orders, people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { post } from "#db/write/ledger.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aBasket, aNetwork, aPlacedOrder, aStall, aWish } from "#tests/world/orders.ts";
import { aGroup, anOfficer, aPerson, aSession } from "#tests/world/people.ts";
import { rawRows } from "#tests/world/raw-rows.ts";

const ctx = testContext();
const PASSWORD = "kata-sandi-panjang";

/** What a buyer said was wrong, which is over with unless said otherwise. */
function aComplaint(consignmentId: string, words: string, state: "open" | "closed" = "closed") {
  const decided = state === "closed" ? { outcome: "none" as const, decision: "Sudah diganti." } : {};
  const wish = { kind: "damaged" as const, wish: "refund" as const, words, formKey: testId() };
  const row = { id: testId(), consignmentId, ...wish, state, reportedAt: ctx.now, answerBy: ctx.now, ...decided };
  return inTransaction((tx) => tx.insert(complaints).values(row));
}

/** Somebody with something in every drawer, and nothing open. */
async function aSettledBuyer() {
  const mark = `Tengku-${testId()}`;
  const phone = `+62819${testId().slice(-6)}`;
  const person = await aPerson({ name: mark, phone, email: `${mark.toLowerCase()}@contoh.id`, password: PASSWORD });
  const me = as(ctx, person.actor);
  await aSession(person.id);
  const group = await aGroup();
  const order = await anOrder({
    ...{ buyerId: person.id, buyerName: mark, street: `Jalan ${mark}`, villageCode: "21.04.02.1010" },
    parts: [{ group }],
  });
  const set = { state: "delivered" as const, handedOverAt: ctx.now };
  await inTransaction(async (tx) => {
    await tx.update(consignments).set(set).where(eq(consignments.orderId, order.id));
    await tx.update(orders).set({ buyerPhone: phone, noteToGroups: mark }).where(eq(orders.id, order.id));
  });
  await issueDocuments(me, order);
  await aComplaint(order.consignments[0]?.id ?? "", `${mark}: pecah`);
  await saveAddress(me, {
    ...{ label: "Rumah", street: `Jalan ${mark}`, rt: "", rw: "", landmark: mark, postal: "" },
    ...{ villageCode: "21.72.04.1002", formKey: `some-form-of-a-page-${testId()}` },
  });
  await saveGroup(me, { slug: group.slug, intent: "save" });
  const stall = await aStall();
  await changeBasket(me, { owner: { personId: person.id }, intent: "add", variantId: stall.variant.id, quantity: "1" });
  return { person, me, mark, phone, order, group };
}

/** A saving on shipping, from the reserve to somebody's credit. */
const creditFromRun = (personId: string, amount: Rupiah): NewEntry => ({
  ...{ book: NETWORK_BOOK, kind: "run-settled", key: `settled:${testId()}`, causeKind: "run", causeId: "x" },
  postings: [
    { account: { kind: "shipping-reserve", owner: NETWORK }, amount },
    { account: { kind: "buyer-credit", owner: { kind: "buyer", id: personId } }, amount: negate(amount) },
  ],
});

/** Tables in which a text still stands somewhere. */
async function tablesWith(text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { table, rows } of await rawRows())
    if (rows.some((row) => JSON.stringify(row).toLowerCase().includes(text.toLowerCase()))) found.push(table);
  return found.toSorted();
}

describe("export-person", () => {
  it("holds what is kept about a person, no secret, and is for that person and the server", async () => {
    const { person, me, mark, order } = await aSettledBuyer();
    const data = await exportPerson(me, { personId: person.id });
    expect(data).toMatchObject({
      person: { name: mark },
      orders: [{ number: order.number, lines: [{ quantityMilli: 1000 }] }],
      addresses: [{ landmark: mark }],
      savedGroups: [{}],
      complaints: [{ order: order.number, words: `${mark}: pecah` }],
    });
    expect(data?.documents).toHaveLength(3);
    expect(JSON.stringify(data)).not.toMatch(/hash|plain:/i);
    expect(await exportPerson(as(ctx, SERVER), { personId: person.id })).toEqual(data);
    const stranger = as(ctx, (await aPerson({ isOperator: true })).actor);
    await expect(exportPerson(stranger, { personId: person.id })).rejects.toThrow(NotAllowed);
  });

  it("has the orders as a table, in which no spreadsheet runs a formula", async () => {
    const { person, me } = await aSettledBuyer();
    const data = await exportPerson(me, { personId: person.id });
    const [head, first] = orderRows(data ?? { orders: [] });
    expect(head).toHaveLength(9);
    expect(first).toHaveLength(9);
    const [line] = data?.orders[0]?.lines ?? [];
    const [order] = data?.orders ?? [];
    if (!line || !order) throw new Error("no order");
    const rows = orderRows({ orders: [{ ...order, lines: [{ ...line, goods: "=1+1" }] }] });
    expect(rows[1]?.[3]).not.toMatch(/^=/);
  });
});

describe("erase-person", () => {
  it("leaves the name in papers that were issued, and nowhere else; the books stand", async () => {
    const { person, me, mark, phone, order } = await aSettledBuyer();
    const before = await trialBalance();
    expect(await tablesWith(mark)).toContain("orders");
    expect(await erasePerson(me, { personId: person.id, password: PASSWORD })).toEqual({ ok: true });
    expect(await tablesWith(mark)).toEqual(["documents"]);
    expect(await tablesWith(phone)).toEqual([]);
    expect(await trialBalance()).toEqual(before);
    expect((await verifyBooks()).ok).toBe(true);
    const [row] = await inTransaction((tx) => tx.select().from(orders).where(eq(orders.id, order.id)));
    expect(row).toMatchObject({ buyerId: person.id, total: order.total, street: null });
    const [left] = await inTransaction((tx) => tx.select().from(people).where(eq(people.id, person.id)));
    expect(left).toMatchObject({ phone: null, email: null, passwordHash: null, erasedAt: ctx.now });
  });

  it("is done once, with the password, by that person or the server", async () => {
    const { person, me } = await aSettledBuyer();
    const erase = (who: typeof me, password: string) => erasePerson(who, { personId: person.id, password });
    expect(await erase(me, "salah")).toMatchObject({ reason: "own-password-wrong" });
    await expect(erase(as(ctx, (await aPerson()).actor), PASSWORD)).rejects.toThrow(NotAllowed);
    const server = as(ctx, SERVER);
    const answers = await Promise.all([erase(server, ""), erase(server, "")]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await erase(server, "")).toMatchObject({ reason: "already-erased" });
  });

  it("waits until nothing is open between the person and the network", async () => {
    const buyer = await aPerson({ password: PASSWORD });
    const hindrances = (id: string) => listErasureHindrances(SERVER, id);
    expect(await hindrances(buyer.id)).toEqual([]);
    await aPlacedOrder({ ctx: as(ctx, buyer.actor) });
    expect(await hindrances(buyer.id)).toEqual(["open-orders"]);
    const refused = await erasePerson(as(ctx, buyer.actor), { personId: buyer.id, password: PASSWORD });
    expect(refused).toMatchObject({ reason: "account-not-settled" });
    const member = await anOfficer(await aGroup(), []);
    expect(await hindrances(member.id)).toEqual(["member-still"]);
    expect(await hindrances((await aPerson({ isOperator: true })).id)).toEqual(["operator-still"]);
  });

  it("waits until a complaint is decided", async () => {
    const { person, order } = await aSettledBuyer();
    expect(await listErasureHindrances(SERVER, person.id)).toEqual([]);
    await aComplaint(order.consignments[0]?.id ?? "", "", "open");
    expect(await listErasureHindrances(SERVER, person.id)).toEqual(["open-orders"]);
  });

  it("asks for the credit that is left to be given up, and gives it to the shipping reserve", async () => {
    const buyer = await aPerson({ password: PASSWORD });
    const credit = `buyer-credit:buyer:${buyer.id}`;
    const amount = rupiah(350);
    await inTransaction((tx) =>
      post(tx, creditFromRun(buyer.id, amount), { actorId: null, now: ctx.now, newId: testId }),
    );
    const before = await balanceOf("shipping-reserve:network:network");
    const erase = (givesUpCredit: boolean) =>
      erasePerson(as(ctx, buyer.actor), { personId: buyer.id, password: PASSWORD, givesUpCredit });
    expect(await erase(false)).toMatchObject({ reason: "credit-left" });
    expect(await balanceOf(credit)).toBe(-amount);
    expect(await erase(true)).toEqual({ ok: true });
    expect(await balanceOf(credit)).toBe(0);
    expect(await balanceOf("shipping-reserve:network:network")).toBe(before - amount);
    expect((await trialBalance()).total).toBe(0);
  });

  it("never passes an order that is placed at the same moment", async () => {
    await aNetwork();
    const stall = await aStall({ variants: [{ stockMilli: 90_000 }] });
    for (const placesFirst of [true, false]) {
      const buyer = await aPerson({ password: PASSWORD });
      const me = as(ctx, buyer.actor);
      const wish = await aWish(me, await aBasket(me, [{ variantId: stall.variant.id }]));
      const erase = () => erasePerson(as(ctx, SERVER), { personId: buyer.id, password: "" });
      const acts = placesFirst ? [placeOrder(me, wish), erase()] : [erase(), placeOrder(me, wish)];
      const answers = await Promise.all(acts);
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    }
  });
});
