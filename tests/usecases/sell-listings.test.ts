import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { ListingInput, VariantEdit, VariantInput } from "#app/domain/listing.ts";
import { NO_FACTS, NO_VARIANT_FACTS } from "#app/domain/listing-facts.ts";
import { rupiah } from "#app/domain/money.ts";
import { NOBODY, NotAllowed } from "#app/domain/permissions.ts";
import { editListing } from "#app/usecases/sell/edit-listing.ts";
import { hideListing } from "#app/usecases/sell/hide-listing.ts";
import { listCraft } from "#app/usecases/sell/list-craft.ts";
import { listFood } from "#app/usecases/sell/list-food.ts";
import { listHarvest } from "#app/usecases/sell/list-harvest.ts";
import { publishListing } from "#app/usecases/sell/publish-listing.ts";
import { db } from "#db/client.server.ts";
import { findGroupListing, findLastListing, listGroupListings } from "#db/read/group-listings.ts";
import { searchListingIds } from "#db/read/listing-search.ts";
import { activities, groups, listings, members, splitRules, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aNetwork } from "#tests/world/orders.ts";
import { aGroup } from "#tests/world/people.ts";

type Group = Awaited<ReturnType<typeof aGroup>>;
let group: Group;
let ctx: ReturnType<typeof testContext>;

beforeEach(async () => {
  group = await aGroup();
  ctx = testContext({ actor: group.officer });
});

const oneVariant: VariantInput = {
  ...NO_VARIANT_FACTS,
  ...{ name: "", price: rupiah(62_000), stockMilli: 10_000, packedGrams: 800 },
  ...{ lengthMm: 250, widthMm: 200, heightMm: 100 },
};

const memberOf = (of: Group, at = 0): string => of.members[at]?.id ?? "";

function anInput(over: Partial<ListingInput> = {}): ListingInput {
  return {
    ...NO_FACTS,
    ...{ name: "Tas pandan", description: "", unit: "buah", splitRuleId: null, variants: [oneVariant] },
    contributions: [{ memberId: memberOf(group), step: "", weight: 1 }],
    ...over,
  };
}

async function aDraft(over: Partial<ListingInput> = {}) {
  const listed = await listCraft(ctx, { groupId: group.id, formKey: testId(), input: anInput(over) });
  if (!listed.ok) throw new Error(listed.reason);
  return listed;
}

async function asEdited(slug: string, change: Partial<VariantEdit> = {}): Promise<ListingInput<VariantEdit>> {
  const listing = await findGroupListing(group.officer, { groupId: group.id, slug });
  if (!listing) throw new Error("no such listing");
  const edits = listing.variants.map((variant, row) => ({
    ...variant,
    stockWasMilli: variant.stockMilli,
    isRetired: false,
    row,
    ...change,
  }));
  return { ...anInput(), name: listing.name, variants: edits };
}

describe("listing something", () => {
  it("makes a draft that only the group sees, with a readable address", async () => {
    const listed = await aDraft({ name: "Tas Pandan Biru" });
    expect(listed.slug).toMatch(/^tas-pandan-biru-[a-z0-9]{6}$/);
    const found = await findGroupListing(group.officer, { groupId: group.id, slug: listed.slug });
    expect(found).toMatchObject({ state: "draft", kind: "craft", unit: "buah", version: 1 });
    expect(found?.variants).toMatchObject([{ price: 62_000, stockMilli: 10_000, packedGrams: 800 }]);
    expect(found?.contributions).toMatchObject([{ memberId: memberOf(group), weight: 1 }]);
    expect(await searchListingIds("pandan biru")).toEqual([]);
  });

  it("makes one listing of a form that is sent twice, one after the other or at once", async () => {
    const form = { groupId: group.id, formKey: testId(), input: anInput() };
    const both = await Promise.all([listCraft(ctx, form), listCraft(ctx, form)]);
    const again = await listCraft(ctx, form);
    const ids = [...both, again].map((answer) => (answer.ok ? answer.listingId : answer.reason));
    expect(new Set(ids).size).toBe(1);
    expect([...both, again].filter((answer) => answer.ok && answer.isNew).length).toBe(1);
    expect(await listGroupListings(group.officer, group.id)).toHaveLength(1);
    const written = await db()
      .select()
      .from(activities)
      .where(and(eq(activities.groupId, group.id), eq(activities.what, "list-craft")));
    expect(written).toHaveLength(1);
  });

  it("does not hand another group's listing to whoever knows its form key", async () => {
    const formKey = testId();
    await listCraft(ctx, { groupId: group.id, formKey, input: anInput() });
    const other = await aGroup();
    const input = anInput({ contributions: [] });
    expect(await listCraft(testContext({ actor: other.officer }), { groupId: other.id, formKey, input })).toEqual({
      ok: false,
      reason: "form-used",
    });
  });

  it("knows only this group's present members as makers", async () => {
    const other = await aGroup();
    const foreign = { memberId: memberOf(other), step: "", weight: 1 };
    const input = anInput({ contributions: [foreign] });
    expect(await listFood(ctx, { groupId: group.id, formKey: testId(), input })).toMatchObject({
      reason: "member-not-here",
    });
    await inTransaction((tx) =>
      tx
        .update(members)
        .set({ leftAt: MARKET_DAY })
        .where(eq(members.id, memberOf(group, 1))),
    );
    const left = anInput({ contributions: [{ ...foreign, memberId: memberOf(group, 1) }] });
    expect(await listFood(ctx, { groupId: group.id, formKey: testId(), input: left })).toMatchObject({
      reason: "member-not-here",
    });
  });

  it("refuses a harvest that ends before it begins", async () => {
    const input = anInput({ unit: "kg", harvestFrom: "2026-12-05", harvestUntil: "2026-12-01" });
    expect(await listHarvest(ctx, { groupId: group.id, formKey: testId(), input })).toEqual({
      ok: false,
      reason: "harvest-order",
      fields: { harvestUntil: "harvest-order" },
    });
  });

  it("is for officers of that group alone", async () => {
    const other = await aGroup();
    for (const actor of [other.officer, NOBODY]) {
      const form = { groupId: group.id, formKey: testId(), input: anInput() };
      await expect(listCraft(testContext({ actor }), form)).rejects.toThrow(NotAllowed);
      await expect(listFood(testContext({ actor }), form)).rejects.toThrow(NotAllowed);
      await expect(listHarvest(testContext({ actor }), form)).rejects.toThrow(NotAllowed);
    }
  });

  it("remembers the unit and box of the last of its kind", async () => {
    await aDraft({ unit: "pasang", variants: [{ ...oneVariant, lengthMm: 350 }] });
    expect(await findLastListing(group.id, "craft")).toMatchObject({ unit: "pasang", lengthMm: 350 });
    expect(await findLastListing(group.id, "harvest")).toBeUndefined();
  });
});

describe("publishing", () => {
  it("shows a complete listing to buyers, and search finds it by its place", async () => {
    const { listingId } = await aDraft({ name: "Sabut halus" });
    expect(await publishListing(ctx, { listingId })).toEqual({ ok: true });
    expect(await publishListing(ctx, { listingId })).toEqual({ ok: true });
    expect(await searchListingIds("sabut tanjung pinang")).toEqual([listingId]);
    expect(await hideListing(ctx, { listingId })).toEqual({ ok: true });
    expect(await searchListingIds("sabut")).toEqual([]);
    expect(await publishListing(ctx, { listingId })).toEqual({ ok: true });
    expect(await searchListingIds("sabut")).toEqual([listingId]);
  });

  it("says all that is missing", async () => {
    const waiting = await aGroup({ state: "waiting" });
    const bare = await aListing({
      group: waiting,
      state: "draft",
      variants: [],
      contributions: [],
      photos: [{ alt: "" }],
    });
    expect(await publishListing(testContext({ actor: waiting.officer }), { listingId: bare.id })).toMatchObject({
      reason: "listing-not-ready",
      missing: ["missing-group", "missing-variant", "missing-contribution", "missing-alt"],
    });
  });

  it("does not count a variant that was retired or a maker who left", async () => {
    const listing = await aListing({ group, state: "draft", variants: [{ retiredAt: MARKET_DAY }] });
    await inTransaction((tx) =>
      tx
        .update(members)
        .set({ leftAt: MARKET_DAY })
        .where(eq(members.id, memberOf(group))),
    );
    expect(await publishListing(ctx, { listingId: listing.id })).toMatchObject({
      missing: ["missing-variant", "missing-contribution"],
    });
  });

  it("wants one maker where the rule gives all to one", async () => {
    const rule = { method: "sole" as const, fundBasisPoints: 0, fixedCosts: [], fixedShares: [], pieceRates: [] };
    const row = { id: testId(), groupId: group.id, name: "Satu pembuat", version: 1, rule, isDefault: 1 };
    await inTransaction((tx) =>
      tx.insert(splitRules).values({ ...row, createdBy: group.appliedBy, effectiveFrom: MARKET_DAY }),
    );
    const two = group.members.slice(0, 2).map((member) => ({ memberId: member.id }));
    const listing = await aListing({ group, state: "draft", contributions: two });
    expect(await publishListing(ctx, { listingId: listing.id })).toMatchObject({ missing: ["missing-one-maker"] });
  });

  it("counts for piece rates only who did one of the rule's steps", async () => {
    const pieceRates = [{ step: "Jahit", rupiahPerUnit: 5000 }];
    const rule = { method: "piece-rates" as const, fundBasisPoints: 0, fixedCosts: [], fixedShares: [], pieceRates };
    const row = { id: testId(), groupId: group.id, name: "Per langkah", version: 1, rule, isDefault: 0 };
    await inTransaction((tx) =>
      tx.insert(splitRules).values({ ...row, createdBy: group.appliedBy, effectiveFrom: MARKET_DAY }),
    );
    const wanted = { group, state: "draft", splitRuleId: row.id } as const;
    const stepless = await aListing(wanted);
    expect(await publishListing(ctx, { listingId: stepless.id })).toMatchObject({ missing: ["missing-contribution"] });
    const sewn = await aListing({ ...wanted, contributions: [{ memberId: memberOf(group), step: "Jahit" }] });
    expect(await publishListing(ctx, { listingId: sewn.id })).toEqual({ ok: true });
  });

  it("wants a harvest's days, and not yesterday's", async () => {
    const dayless = await aListing({ group, state: "draft", kind: "harvest", unit: "kg" });
    expect(await publishListing(ctx, { listingId: dayless.id })).toMatchObject({ missing: ["missing-harvest"] });
    const days = { harvestFrom: "2026-11-20", harvestUntil: "2026-11-23" };
    const over = await aListing({ group, state: "draft", kind: "harvest", unit: "kg", ...days });
    expect(await publishListing(ctx, { listingId: over.id })).toMatchObject({ missing: ["missing-harvest-over"] });
    // 23.59 WIB on its last day it still is on.
    const lastMoment = { ...ctx, now: new Date("2026-11-23T16:59:59Z") };
    expect(await publishListing(lastMoment, { listingId: over.id })).toEqual({ ok: true });
  });

  it("is for officers of that group; an operator may hide, not publish", async () => {
    const listing = await aListing({ group, state: "draft" });
    const other = await aGroup();
    const foreign = testContext({ actor: other.officer });
    const operator = testContext({ actor: { ...other.officer, isOperator: true } });
    await expect(publishListing(foreign, { listingId: listing.id })).rejects.toThrow(NotAllowed);
    await expect(hideListing(foreign, { listingId: listing.id })).rejects.toThrow(NotAllowed);
    await expect(publishListing(operator, { listingId: listing.id })).rejects.toThrow(NotAllowed);
    await publishListing(ctx, { listingId: listing.id });
    expect(await hideListing(operator, { listingId: listing.id })).toEqual({ ok: true });
    expect(await publishListing(ctx, { listingId: "none" })).toMatchObject({ reason: "listing-unknown" });
  });
});

describe("editing", () => {
  it("changes words, price, stock and makers, adds and retires variants, and search follows", async () => {
    const { listingId, slug } = await aDraft({ name: "Bakul lama" });
    await publishListing(ctx, { listingId });
    const input = await asEdited(slug, { name: "Kecil" });
    const [first] = input.variants;
    if (!first) throw new Error("no variant");
    const makers = group.members.map((member, at) => ({ memberId: member.id, step: "", weight: at + 1 }));
    const added = { ...first, id: null, row: 1, name: "Besar", price: rupiah(90_000), stockWasMilli: 0 };
    const wanted = { ...input, name: "Bakul baru", contributions: makers, variants: [first, added] };
    expect(await editListing(ctx, { listingId, version: 2, input: wanted })).toEqual({ ok: true, isHidden: false });
    expect(await searchListingIds("bakul lama")).toEqual([]);
    expect(await searchListingIds("bakul besar")).toEqual([listingId]);
    const after = await asEdited(slug);
    const retired = after.variants.map((variant) => ({ ...variant, isRetired: variant.name === "Kecil" }));
    await editListing(ctx, { listingId, version: 3, input: { ...after, variants: retired, contributions: makers } });
    const rows = await db().select().from(variants).where(eq(variants.listingId, listingId));
    expect(rows.map((row) => [row.name, row.retiredAt !== null])).toEqual([
      ["Kecil", true],
      ["Besar", false],
    ]);
    const found = await findGroupListing(group.officer, { groupId: group.id, slug });
    expect(found?.contributions.map((one) => one.weight)).toEqual([1, 2, 3]);
  });

  it("lets one of two who edit the same version win, and loses nothing of the other's", async () => {
    const { listingId, slug } = await aDraft();
    const input = await asEdited(slug);
    const edits = ["Tas A", "Tas B"].map((name) =>
      editListing(ctx, { listingId, version: 1, input: { ...input, name } }),
    );
    const answers = await Promise.all(edits);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ reason: "listing-changed" });
  });

  it("does not bring back what was sold while the form stood open", async () => {
    const { listingId, slug } = await aDraft();
    const input = await asEdited(slug, { stockMilli: 12_000 });
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 7000 }).where(eq(variants.listingId, listingId)));
    await editListing(ctx, { listingId, version: 1, input });
    expect((await asEdited(slug)).variants[0]?.stockMilli).toBe(9000);
    const tooFew = await asEdited(slug, { stockMilli: 1000 });
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 7999 }).where(eq(variants.listingId, listingId)));
    expect(await editListing(ctx, { listingId, version: 2, input: tooFew })).toMatchObject({
      fields: { "stock-0": "stock-sold" },
    });
  });

  it("refuses another listing's variant and another group's rule, and changes nothing", async () => {
    const { listingId, slug } = await aDraft();
    const other = await aListing({ group: await aGroup() });
    const input = await asEdited(slug, { id: other.variants[0]?.id ?? "" });
    expect(
      await editListing(ctx, { listingId, version: 1, input: { ...input, splitRuleId: "foreign" } }),
    ).toMatchObject({
      reason: "listing-not-right",
      fields: { "price-0": "variant-unknown", splitRuleId: "rule-not-here" },
    });
    const [row] = await db().select().from(listings).where(eq(listings.id, listingId));
    expect(row?.version).toBe(1);
  });

  it("hides a published listing that lost its last variant", async () => {
    const { listingId, slug } = await aDraft();
    await publishListing(ctx, { listingId });
    const input = await asEdited(slug, { isRetired: true });
    expect(await editListing(ctx, { listingId, version: 2, input })).toEqual({ ok: true, isHidden: true });
    const [row] = await db().select().from(listings).where(eq(listings.id, listingId));
    expect(row?.state).toBe("hidden");
    expect(await searchListingIds("pandan")).not.toContain(listingId);
  });

  it("is for officers of that group, and a foreign desk shows nothing", async () => {
    const { listingId, slug } = await aDraft();
    const input = await asEdited(slug);
    const other = await aGroup();
    const foreign = testContext({ actor: other.officer });
    await expect(editListing(foreign, { listingId, version: 1, input })).rejects.toThrow(NotAllowed);
    await expect(listGroupListings(other.officer, group.id)).rejects.toThrow(NotAllowed);
    await expect(findGroupListing(other.officer, { groupId: group.id, slug })).rejects.toThrow(NotAllowed);
    expect(await findGroupListing(other.officer, { groupId: other.id, slug })).toBeUndefined();
    await inTransaction((tx) => tx.update(groups).set({ state: "suspended" }).where(eq(groups.id, group.id)));
    expect(await editListing(ctx, { listingId, version: 1, input })).toEqual({ ok: true, isHidden: false });
  });
});

describe("the facts of a listing", () => {
  const food = { ...NO_FACTS, permitKind: "pirt", permitNumber: "206217203100129", halal: "non-halal" } as const;

  it("keep to their kind, and a food listing to what the network asks of food", async () => {
    await aNetwork({ foodNeedsPermit: true, foodNeedsHalal: true });
    const listFoods = (over: Partial<ListingInput>) =>
      listFood(ctx, { groupId: group.id, formKey: testId(), input: anInput({ unit: "bungkus", ...over }) });
    const silent = await listFoods({ harvestFrom: "2026-12-01", harvestUntil: "2026-12-02" });
    if (!silent.ok) return expect.fail(silent.reason);
    expect(await publishListing(ctx, silent)).toMatchObject({ missing: ["missing-permit", "missing-halal"] });
    expect(await findGroupListing(group.officer, { groupId: group.id, slug: silent.slug })).toMatchObject({
      harvestFrom: null,
    });
    const said = await listFoods({ ...food, ingredients: "Ikan" });
    if (!said.ok) return expect.fail(said.reason);
    expect(await publishListing(ctx, said)).toEqual({ ok: true });
    expect(await searchListingIds("tas p-irt")).toEqual([said.listingId]);
    await aNetwork();
    expect(await publishListing(ctx, silent)).toEqual({ ok: true });
  });

  it("hide a listing that loses what the network asks", async () => {
    await aNetwork({ foodNeedsPermit: true, foodNeedsHalal: true });
    const listed = await listFood(ctx, { groupId: group.id, formKey: testId(), input: anInput(food) });
    if (!listed.ok) return expect.fail(listed.reason);
    await publishListing(ctx, listed);
    const input = { ...(await asEdited(listed.slug)), ...food, halal: null };
    expect(await editListing(ctx, { listingId: listed.listingId, version: 2, input })).toEqual({
      ok: true,
      isHidden: true,
    });
    await aNetwork();
  });

  it("give variants a code that is the group's alone, and let two of them swap theirs", async () => {
    const sizes = ["S", "M"].map((value1) => ({ ...oneVariant, value1, sku: `BJ-${value1}` }));
    const { listingId, slug } = await aDraft({ option1: "Ukuran", variants: sizes });
    const found = await asEdited(slug);
    expect(found.variants.map((variant) => variant.name)).toEqual(["S", "M"]);
    const swapped = found.variants.map((variant) => ({ ...variant, sku: variant.sku === "BJ-S" ? "BJ-M" : "BJ-S" }));
    const edit = (variantsNow: VariantEdit[], version: number) =>
      editListing(ctx, { listingId, version, input: { ...found, option1: "Ukuran", variants: variantsNow } });
    expect(await edit(swapped, 1)).toMatchObject({ ok: true });
    expect((await asEdited(slug)).variants.map((variant) => variant.sku)).toEqual(["BJ-M", "BJ-S"]);
    const same = swapped.map((variant) => ({ ...variant, sku: "bj-s" }));
    expect(await edit(same, 2)).toMatchObject({ fields: { "sku-1": "sku-twice" } });
    const other = {
      groupId: group.id,
      formKey: testId(),
      input: anInput({ variants: [{ ...oneVariant, sku: "bj-m" }] }),
    };
    expect(await listCraft(ctx, other)).toMatchObject({ reason: "sku-twice", fields: { "sku-0": "sku-twice" } });
    const foreign = await aGroup();
    const theirs = { memberId: memberOf(foreign), step: "", weight: 1 };
    const input = { ...other.input, contributions: [theirs] };
    expect(
      await listCraft(testContext({ actor: foreign.officer }), { ...other, groupId: foreign.id, input }),
    ).toMatchObject({
      ok: true,
    });
  });

  it("let a variant that was taken off sale come back, its code too, unless somebody has it meanwhile", async () => {
    const sizes = ["S", "M"].map((value1) => ({ ...oneVariant, value1, sku: `KB-${value1}` }));
    const { listingId, slug } = await aDraft({ option1: "Ukuran", variants: sizes });
    const all = { ...(await asEdited(slug)), option1: "Ukuran" };
    const [small, medium] = all.variants;
    if (!small || !medium) throw new Error("two sizes");
    const edit = (version: number, over: object) =>
      editListing(ctx, { listingId, version, input: { ...all, ...over } });
    await edit(1, { variants: [{ ...small, isRetired: true }, medium] });
    const now = async () => (await findGroupListing(group.officer, { groupId: group.id, slug }))?.variants ?? [];
    expect((await now()).map((variant) => variant.retiredAt !== null)).toContain(true);
    await edit(2, { variants: [{ ...medium, sku: "KB-S" }] });
    expect(await edit(3, { variants: [{ ...medium, sku: "KB-S" }], restore: [small.id ?? ""] })).toMatchObject({
      fields: { restore: "sku-twice" },
    });
    expect(await edit(3, { variants: [medium], restore: [small.id ?? ""] })).toMatchObject({ ok: true });
    expect((await now()).map((variant) => [variant.name, variant.sku, variant.retiredAt])).toEqual([
      ["M", "KB-M", null],
      ["S", "KB-S", null],
    ]);
  });
});
