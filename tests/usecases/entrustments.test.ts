import { describe, expect, it } from "vitest";
import { NotAllowed } from "#app/domain/permissions.ts";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { returnEntrusted } from "#app/usecases/sell/return-entrusted.ts";
import { findEntrustment, listEntrusted, readEntrustedLines } from "#db/read/entrustments.ts";
import { as, testContext, testId } from "#tests/world/context.ts";
import { aNote } from "#tests/world/entrustments.ts";
import { aFarm, stockOf } from "#tests/world/lots.ts";
import { anOfficer } from "#tests/world/people.ts";

type Farm = Awaited<ReturnType<typeof aFarm>>;
const ctx = testContext();
const key = (): string => `some-form-of-a-page-${testId()}`;
const day = "2026-11-24";

async function entrust(farm: Farm, over: Partial<ReturnType<typeof aNote>> = {}): Promise<number> {
  const answer = await entrustGoods(farm.officer, { ...aNote(farm), ...over, formKey: key() });
  if (!answer.ok) throw new Error(`the note was refused: ${JSON.stringify(answer)}`);
  return answer.number;
}

async function count(farm: Farm, { counted, lost = "" }: { counted: string; lost?: string }) {
  const lines = await readEntrustedLines(farm.group.id);
  const place = lines[0]?.place ?? "";
  const form = { line: lines.map((line) => line.id), counted: lines.map(() => counted), lost: lines.map(() => lost) };
  return countEntrusted(farm.officer, { groupId: farm.group.id, place, ...form, day, formKey: key() });
}

async function giveBack(farm: Farm, { number, quantity }: { number: number; quantity: string }) {
  const line = (await readEntrustedLines(farm.group.id, number)).map((each) => each.id);
  const form = { groupId: farm.group.id, number, line, quantity: line.map(() => quantity), day };
  return returnEntrusted(farm.officer, { ...form, formKey: key() });
}

describe("entrust-goods", () => {
  it("numbers the notes of each group without gaps, also when many are written at once and some are refused", async () => {
    const [farm, other] = [await aFarm(), await aFarm()];
    const wrong = () => entrustGoods(farm.officer, { ...aNote(farm, [{ quantity: "-1" }]), formKey: key() });
    const written = await Promise.all([entrust(farm), wrong(), entrust(farm), wrong(), entrust(farm), entrust(other)]);
    expect(written.filter((each) => typeof each === "number").toSorted()).toEqual([1, 1, 2, 3]);
    expect(await entrust(farm)).toBe(4);
  });

  it("writes one note for one form, and puts nothing into the stock: the goods stay the member's", async () => {
    const farm = await aFarm();
    const form = { ...aNote(farm), formKey: key() };
    expect(await entrustGoods(farm.officer, form)).toEqual({ ok: true, number: 1 });
    expect(await entrustGoods(farm.officer, form)).toEqual({ ok: true, number: 1 });
    expect(await readEntrustedLines(farm.group.id)).toMatchObject([
      { number: 1, quantityMilli: 2000, leftMilli: 2000, agreedPrice: 50_000, placeKind: "shop" },
    ]);
    expect((await stockOf(farm.variant.id)).stockMilli).toBe(0);
  });

  it("refuses what cannot be, at its row", async () => {
    const [farm, other] = [await aFarm(), await aFarm()];
    const tryWith = (over: object) => entrustGoods(farm.officer, { ...aNote(farm), ...over, formKey: key() });
    expect(await tryWith({ variantId: [other.variant.id] })).toMatchObject({
      fields: { "variantId-0": "variant-unknown" },
    });
    expect(await tryWith({ price: ["nol"] })).toMatchObject({ fields: { "price-0": "price-invalid" } });
    expect(await tryWith({ variantId: [], quantity: [], price: [] })).toMatchObject({
      fields: { "variantId-0": "required" },
    });
    expect(await tryWith({ placeKind: "other" })).toMatchObject({ fields: { placeName: "required" } });
    expect(await tryWith({ memberId: other.group.members[0]?.id })).toMatchObject({
      fields: { memberId: "no-such-member" },
    });
    expect(await tryWith({ day: "2026-11-25" })).toMatchObject({ fields: { day: "day-ahead" } });
    expect(await readEntrustedLines(farm.group.id)).toEqual([]);
  });

  it("is for officers and the packer of that group, and a member sees the own notes alone", async () => {
    const farm = await aFarm();
    const number = await entrust(farm);
    const form = () => ({ ...aNote(farm), formKey: key() });
    const packer = await anOfficer(farm.group, ["packer"]);
    expect(await entrustGoods(as(ctx, packer.actor), form())).toMatchObject({ ok: true });
    const member = await anOfficer(farm.group, []);
    await expect(entrustGoods(as(ctx, member.actor), form())).rejects.toThrow(NotAllowed);
    expect(await findEntrustment(member.actor, { groupId: farm.group.id, number })).toBeUndefined();
    expect(await listEntrusted(member.actor, farm.group.id)).toEqual({ places: [], notes: [] });
    const owner = { ...member.actor, memberships: member.actor.memberships.map((each) => ({ ...each })) };
    const own = owner.memberships[0];
    if (own) own.memberId = farm.group.members[0]?.id ?? "";
    expect(await findEntrustment(owner, { groupId: farm.group.id, number })).toMatchObject({ number });
  });
});

describe("count-entrusted and return-entrusted", () => {
  it("say what was sold, what is lost and what went home, and each thing once", async () => {
    const farm = await aFarm();
    const number = await entrust(farm, aNote(farm, [{ quantity: "10" }]));
    expect(await count(farm, { counted: "6", lost: "1" })).toEqual({ ok: true });
    expect(await giveBack(farm, { number, quantity: "6,5" })).toMatchObject({ reason: "fields" });
    expect(await giveBack(farm, { number, quantity: "2" })).toEqual({ ok: true });
    const note = await findEntrustment(farm.group.officer, { groupId: farm.group.id, number });
    const fate = { soldMilli: 3000, lostMilli: 1000, returnedMilli: 2000, leftMilli: 4000 };
    expect(note?.lines).toMatchObject([fate]);
    expect(note?.changes.map((change) => change.kind)).toEqual(["counted", "returned"]);
    expect(await count(farm, { counted: "0" })).toEqual({ ok: true });
    expect(await readEntrustedLines(farm.group.id)).toMatchObject([{ soldMilli: 7000, leftMilli: 0 }]);
  });

  it("refuse more than is there, and a form that says nothing", async () => {
    const farm = await aFarm();
    const number = await entrust(farm);
    expect(await count(farm, { counted: "2,001" })).toMatchObject({ reason: "fields" });
    expect(await count(farm, { counted: "1", lost: "1,5" })).toMatchObject({ reason: "fields" });
    expect(await count(farm, { counted: "" })).toMatchObject({ fields: { form: "nothing-written" } });
    expect(await giveBack(farm, { number, quantity: "" })).toMatchObject({ fields: { form: "nothing-written" } });
    expect(await giveBack(farm, { number: 9, quantity: "1" })).toMatchObject({ reason: "no-such-entrustment" });
    expect(await readEntrustedLines(farm.group.id)).toMatchObject([{ leftMilli: 2000 }]);
  });

  it("end as one when the shelf is counted by two and a member fetches the rest at that moment", async () => {
    const farm = await aFarm();
    const number = await entrust(farm);
    await Promise.all([
      count(farm, { counted: "0,5" }),
      count(farm, { counted: "0,5" }),
      giveBack(farm, { number, quantity: "2" }),
      giveBack(farm, { number, quantity: "2" }),
    ]);
    const [line] = await readEntrustedLines(farm.group.id);
    expect(line?.leftMilli).toBeGreaterThanOrEqual(0);
    expect((line?.soldMilli ?? 0) + (line?.returnedMilli ?? 0) + (line?.leftMilli ?? 0)).toBe(2000);
  });

  it("keep places apart by their names, whatever the capital letters", async () => {
    const farm = await aFarm();
    await entrust(farm, { placeKind: "other", placeName: "Toko Melayu" });
    await entrust(farm, { placeKind: "other", placeName: "toko melayu" });
    await entrust(farm);
    const { places } = await listEntrusted(farm.group.officer, farm.group.id);
    expect(places.map((place) => place.lines.length).toSorted()).toEqual([1, 2]);
    expect(await count(farm, { counted: "1" })).toEqual({ ok: true });
    const lines = await readEntrustedLines(farm.group.id);
    expect(lines.map((line) => line.soldMilli).toSorted()).toEqual([0, 0, 1000]);
  });
});
