import { describe, expect, it } from "vitest";
import { owedIn } from "#app/domain/entrusted-money.ts";
import { rupiah } from "#app/domain/money.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { receiveForEntrusted } from "#app/usecases/sell/receive-for-entrusted.ts";
import { returnEntrusted } from "#app/usecases/sell/return-entrusted.ts";
import { undoEntrusted } from "#app/usecases/sell/undo-entrusted.ts";
import { readDues } from "#db/read/entrusted-money.ts";
import { findEntrustment, readEntrustedLines } from "#db/read/entrustments.ts";
import { balanceOf, trialBalance, verifyBooks } from "#db/read/ledger.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aNote } from "#tests/world/entrustments.ts";
import { aFarm } from "#tests/world/lots.ts";
import { anOfficer } from "#tests/world/people.ts";

const ctx = testContext();
const key = () => `form-key-for-money-${testId()}`;
const day = "2026-11-24";

/** A farm with a note of ten, at an agreed price of 50,000 each. */
async function aShelf() {
  const farm = await aFarm();
  const groupId = farm.group.id;
  const entrusted = await entrustGoods(farm.officer, { ...aNote(farm, [{ quantity: "10" }]), formKey: key() });
  const number = entrusted.ok ? entrusted.number : 0;
  const lines = () => readEntrustedLines(groupId);
  const [first] = await lines();
  const memberId = first?.memberId ?? "";
  const place = first?.place ?? "";
  const line = [first?.id ?? ""];
  const balances = async () => ({
    due: 0 - (await balanceOf(`entrusted-due:member:${memberId}`)),
    owed: await balanceOf(`entrusted-receivable:group:${groupId}`),
    payable: 0 - (await balanceOf(`member-payable:member:${memberId}`)),
    box: await balanceOf(`cash-box:group:${groupId}`),
    fund: 0 - (await balanceOf(`group-fund:group:${groupId}`)),
  });
  return {
    ...{ farm, groupId, number, place, balances, lines },
    count: (counted: string, formKey = key()) =>
      countEntrusted(farm.officer, { groupId, place, line, counted: [counted], lost: [], day, formKey }),
    giveBack: (quantity: string) =>
      returnEntrusted(farm.officer, { groupId, number, line, quantity: [quantity], day, formKey: key() }),
    receive: (amount: number, formKey = key()) =>
      receiveForEntrusted(farm.officer, { groupId, place, amount: rupiah(amount), formKey }),
    undo: (changeId: string, formKey = key()) => undoEntrusted(farm.officer, { groupId, number, changeId, formKey }),
    changes: async () => (await findEntrustment(farm.group.officer, { groupId, number }))?.changes ?? [],
    dues: async () => owedIn((await readDues(groupId)).get(place) ?? []),
  };
}

describe("what was sold of entrusted goods", () => {
  it("is due to the member from the place, and hers to be paid out only when the place has handed it over", async () => {
    const shelf = await aShelf();
    const form = key();
    expect(await shelf.count("7", form)).toEqual({ ok: true });
    expect(await shelf.count("7", form)).toEqual({ ok: true });
    const nothing = { payable: 0, box: 0, fund: 0 };
    expect(await shelf.balances()).toEqual({ due: 150_000, owed: 150_000, ...nothing });
    const paid = key();
    expect(await shelf.receive(100_000, paid)).toEqual({ ok: true });
    expect(await shelf.receive(100_000, paid)).toEqual({ ok: true });
    expect(await shelf.receive(100_001, paid)).toMatchObject({ reason: "form-used" });
    expect(await shelf.balances()).toEqual({ due: 50_000, owed: 50_000, payable: 100_000, box: 100_000, fund: 0 });
    expect(await shelf.dues()).toBe(50_000);
    expect(await shelf.receive(65_000)).toEqual({ ok: true });
    expect(await shelf.balances()).toEqual({ due: 0, owed: 0, payable: 150_000, box: 165_000, fund: 15_000 });
    expect(await shelf.receive(1)).toMatchObject({ fields: { amount: "nothing-due" } });
    expect((await trialBalance()).total).toBe(0);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("is written once, also when two count and two bring the same money at one moment", async () => {
    const shelf = await aShelf();
    await Promise.all([shelf.count("4"), shelf.count("4")]);
    expect((await shelf.balances()).due).toBe(300_000);
    const form = key();
    await Promise.all([shelf.receive(300_000, form), shelf.receive(300_000, form)]);
    expect(await shelf.balances()).toEqual({ due: 0, owed: 0, payable: 300_000, box: 300_000, fund: 0 });
  });
});

describe("undo-entrusted", () => {
  it("takes a count back, goods and money, once; the right one is counted anew", async () => {
    const shelf = await aShelf();
    await shelf.count("1");
    const [wrong] = await shelf.changes();
    const changeId = wrong?.changeId ?? "";
    const form = key();
    expect(await shelf.undo(changeId, form)).toEqual({ ok: true });
    expect(await shelf.undo(changeId, form)).toEqual({ ok: true });
    expect(await shelf.undo(changeId)).toMatchObject({ reason: "entrusted-touched" });
    expect(await shelf.balances()).toMatchObject({ due: 0, owed: 0 });
    expect(await shelf.lines()).toMatchObject([{ soldMilli: 0, leftMilli: 10_000 }]);
    await shelf.count("9");
    expect(await shelf.balances()).toMatchObject({ due: 50_000, owed: 50_000 });
    expect((await shelf.changes()).map((change) => change.undoneBy !== null)).toEqual([true, false]);
    expect((await verifyBooks()).ok).toBe(true);
  });

  it("lets a count stand of which the money has come, and takes a return back at any time", async () => {
    const shelf = await aShelf();
    await shelf.count("8");
    await shelf.receive(60_000);
    await shelf.giveBack("3");
    const [counted, returned] = await shelf.changes();
    expect(await shelf.undo(counted?.changeId ?? "")).toMatchObject({ reason: "entrusted-paid" });
    expect(await shelf.undo(returned?.changeId ?? "")).toEqual({ ok: true });
    expect(await shelf.lines()).toMatchObject([{ soldMilli: 2_000, returnedMilli: 0, leftMilli: 8_000 }]);
    expect(await shelf.balances()).toMatchObject({ due: 40_000, payable: 60_000 });
  });

  it("takes a note back that nothing came of, and not one that is half sold", async () => {
    const [wrong, sold] = [await aShelf(), await aShelf()];
    expect(await wrong.undo("")).toEqual({ ok: true });
    expect(await wrong.lines()).toMatchObject([{ leftMilli: 0, soldMilli: 0 }]);
    expect((await wrong.changes()).map((change) => change.kind)).toEqual(["voided"]);
    expect(await wrong.count("5")).toMatchObject({ ok: false });
    await sold.count("9");
    expect(await sold.undo("")).toMatchObject({ reason: "entrusted-touched" });
    expect(await sold.undo(`${(await wrong.changes())[0]?.changeId}`)).toMatchObject({ reason: "no-such-entrustment" });
  });

  it("is for officers, and money for chair and treasurer", async () => {
    const shelf = await aShelf();
    await shelf.count("5");
    const packer = as(ctx, (await anOfficer(shelf.farm.group, ["packer"])).actor);
    const { groupId, number, place } = shelf;
    const changeId = (await shelf.changes())[0]?.changeId ?? "";
    await expect(undoEntrusted(packer, { groupId, number, changeId, formKey: key() })).rejects.toThrow(NotAllowed);
    const money = { groupId, place, amount: rupiah(1_000), formKey: key() };
    await expect(receiveForEntrusted(packer, money)).rejects.toThrow(NotAllowed);
    const secretary = as(ctx, (await anOfficer(shelf.farm.group, ["secretary"])).actor);
    await expect(receiveForEntrusted(secretary, money)).rejects.toThrow(NotAllowed);
    expect(await undoEntrusted(secretary, { groupId, number, changeId, formKey: key() })).toEqual({ ok: true });
  });
});
