import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { action, loader } from "#app/routes/operate/see-statement.tsx";
import type { Context } from "#app/usecases/context.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { sendStatement } from "#app/usecases/operate/send-statement.ts";
import { findStatement } from "#db/read/bank-statements.ts";
import { balanceOf } from "#db/read/ledger.ts";
import { payments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { opening } from "#tests/world/doors.ts";
import { aPayableOrder } from "#tests/world/payable-orders.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

const anOperator = async () => as(testContext(), (await aPerson({ isOperator: true })).actor);
const row = (amount: number, text: string) => `24/11/2026,${text},${amount}`;
const csv = (...rows: string[]) => Buffer.from(["Tanggal,Keterangan,Kredit", ...rows].join("\n"));

async function send(ctx: Context, upload: Uint8Array): Promise<string> {
  const sent = await sendStatement(ctx, { fileName: "mutasi.csv", upload, formKey: `form-of-a-page-${testId()}` });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.statementId;
}

const at = (ctx: Context, statement: string) =>
  opening({ path: `/operate/statements/${statement}`, params: { statement }, ctx });

async function accept(ctx: Context, statement: string, { key, paymentId }: { key: string; paymentId: string }) {
  const entered = at(ctx, statement);
  const body = new URLSearchParams({ key, paymentId });
  const answer = await action({ ...entered, request: new Request(entered.request.url, { method: "POST", body }) });
  return answer instanceof Response ? answer.status : 0;
}

async function stateOf(paymentId: string) {
  const [found] = await inTransaction((tx) => tx.select().from(payments).where(eq(payments.id, paymentId)));
  return found?.state;
}

describe("a bank's list", () => {
  it("proposes the payment that was asked for exactly that amount, and confirms nothing by itself", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder({ price: 61_000 });
    const id = await send(
      operator,
      csv(row(order.asked, "RAHMAH"), row(order.asked + 900_000, "LAIN"), "kemarin,x,12a"),
    );
    const page = await loader(at(operator, id));
    expect(page.exact).toMatchObject([{ amount: order.asked, payments: [{ id: order.payment.id }] }]);
    expect([page.ambiguous, page.known]).toEqual([[], []]);
    expect(page.unknown).toMatchObject([{ text: "LAIN", row: 3 }]);
    expect(page.problems).toEqual([{ row: 4, reason: "statement-amount" }]);
    expect(await stateOf(order.payment.id)).toBe("open");
  });

  it("confirms a line once: pressed twice, or in another file that has it too, it is known", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder({ price: 63_000 });
    const file = csv(row(order.asked, "RAHMAH"));
    const id = await send(operator, file);
    const [line] = (await loader(at(operator, id))).exact;
    const press = { key: line?.key ?? "", paymentId: order.payment.id };
    const before = await balanceOf("bank:network:network");
    expect(await Promise.all([accept(operator, id, press), accept(operator, id, press)])).toEqual([303, 303]);
    expect((await balanceOf("bank:network:network")) - before).toBe(order.asked);
    const treasurer = as(testContext(), order.parts[0]?.group.officer ?? NOBODY);
    const again = await loader(at(treasurer, await send(treasurer, file)));
    expect(again.known).toMatchObject([{ key: press.key, order: order.number }]);
    expect([again.exact, again.unknown]).toEqual([[], []]);
  });

  it("leaves two payments of one amount to a person, and one line to one of them", async () => {
    const operator = await anOperator();
    const other = await anOperator();
    const [one, two] = [await aPayableOrder({ price: 65_000 }), await aPayableOrder({ price: 65_000 })];
    await inTransaction((tx) =>
      tx.update(payments).set({ uniqueAddition: one.payment.uniqueAddition }).where(eq(payments.id, two.payment.id)),
    );
    const file = csv(row(one.asked, "SAMA"));
    const [mine, theirs] = [await send(operator, file), await send(other, file)];
    const [line] = (await loader(at(operator, mine))).ambiguous;
    expect(line?.payments.map(({ id }) => id).toSorted()).toEqual([one.payment.id, two.payment.id].toSorted());
    const key = line?.key ?? "";
    const statuses = await Promise.all([
      accept(operator, mine, { key, paymentId: one.payment.id }),
      accept(other, theirs, { key, paymentId: two.payment.id }),
    ]);
    expect(statuses.filter((status) => status === 303).length).toBeGreaterThanOrEqual(1);
    const states = [await stateOf(one.payment.id), await stateOf(two.payment.id)];
    expect(states.toSorted()).toEqual(["open", "paid"]);
  });

  it("takes no payment that does not fit the line", async () => {
    const operator = await anOperator();
    const [one, two] = [await aPayableOrder({ price: 67_000 }), await aPayableOrder({ price: 69_000 })];
    const id = await send(operator, csv(row(one.asked, "SATU")));
    const [line] = (await loader(at(operator, id))).exact;
    expect(await accept(operator, id, { key: line?.key ?? "", paymentId: two.payment.id })).toBe(409);
    expect(await accept(operator, id, { key: "2026-11-24 1 x", paymentId: one.payment.id })).toBe(409);
    expect([await stateOf(one.payment.id), await stateOf(two.payment.id)]).toEqual(["open", "open"]);
  });

  it("is for who sent it, shows a treasurer the own group's payments alone, and makes room for the next", async () => {
    const order = await aPayableOrder({ price: 71_000, groupCount: 1 });
    const own = as(testContext(), order.parts[0]?.group.officer ?? NOBODY);
    const stranger = as(testContext(), (await aGroup()).officer);
    const file = csv(row(order.asked, "RAHMAH"));
    const [mine, theirs] = [await send(own, file), await send(stranger, file)];
    expect((await loader(at(own, mine))).exact).toHaveLength(1);
    expect((await loader(at(stranger, theirs))).unknown).toHaveLength(1);
    expect(await findStatement((await anOperator()).actor, mine)).toBeUndefined();
    await expect(findStatement((await aPerson()).actor, mine)).rejects.toThrow(NotAllowed);
    await send(own, file);
    expect(await findStatement(own.actor, mine)).toBeUndefined();
    expect(await findStatement(stranger.actor, theirs)).toBeDefined();
    await expect(send(as(own, (await aPerson()).actor), file)).rejects.toThrow(NotAllowed);
  });

  it("leaves a payment that somebody confirmed by hand meanwhile as it is", async () => {
    const operator = await anOperator();
    const order = await aPayableOrder({ price: 73_000 });
    const id = await send(operator, csv(row(order.asked, "RAHMAH")));
    const [line] = (await loader(at(operator, id))).exact;
    await confirmPayment(operator, { paymentId: order.payment.id, bankReference: "TRF-77" });
    expect(await accept(operator, id, { key: line?.key ?? "", paymentId: order.payment.id })).toBe(409);
    expect((await loader(at(operator, id))).unknown).toHaveLength(1);
  });
});
