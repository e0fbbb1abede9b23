import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { LISTING_COLUMNS, type ListingColumn, listingRows } from "#app/domain/bulk-listings.ts";
import { memberRows } from "#app/domain/bulk-members.ts";
import type { BulkKind, SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";
import { skuKey } from "#app/domain/listing-facts.ts";
import type { Locale } from "#app/domain/locale.ts";
import { rupiah } from "#app/domain/money.ts";
import { type Actor, NotAllowed } from "#app/domain/permissions.ts";
import { acceptImport } from "#app/usecases/sell/accept-import.ts";
import { checkImport } from "#app/usecases/sell/check-import.ts";
import { columnNamed, sheetFor } from "#app/web/bulk.server.ts";
import { findImport, listBulkListings, listWaitingImports } from "#db/read/bulk.ts";
import { searchListingIds } from "#db/read/listing-search.ts";
import { readMembers } from "#db/read/members.ts";
import { listings, members, variants } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { testContext, testId } from "#tests/world/context.ts";
import { aListing } from "#tests/world/listings.ts";
import { aSplitRule } from "#tests/world/orders.ts";
import { aGroup, anOfficer } from "#tests/world/people.ts";

let group: Awaited<ReturnType<typeof aGroup>>;
let ctx: ReturnType<typeof testContext>;

beforeEach(async () => {
  group = await aGroup({}, ["=Aminah()", 'Burhan, "Pak Bur"', "Cik Siti"]);
  ctx = testContext({ actor: group.officer });
});

/** Goods with all that can go wrong on the way through a spreadsheet. */
async function oddGoods() {
  const rule = await aSplitRule(group);
  const [first, second] = group.members;
  const makers = [
    { memberId: first?.id ?? "", step: "jahit; 50%=a@b", weight: 3 },
    { memberId: second?.id ?? "", step: "", weight: 1000 },
  ];
  await aListing({
    group,
    kind: "food",
    name: '=HYPERLINK("http://x","Kain")',
    description: '\'Satu, "dua";\n\n-tiga\n@empat lima\n+enam 👩🏽‍🌾 كلثوم',
    ...{ fragile: true, bulky: true, travels: "chilled", madeToOrderDays: 5, openPiecesPerMaker: 12, shelfDays: 30 },
    ...{ option1: "=Rasa", option2: "Isi, gram", option3: "'Bungkus", batch: "-07", storage: "@kulkas" },
    ...{ permitKind: "pirt", permitNumber: "206217203100129", ingredients: '+gula;\n"santan"', allergens: "=ikan" },
    ...{ halal: "certified", halalNumber: "ID21110000123450121", halalUntil: "2027-03-01" },
    splitRuleId: rule.id,
    contributions: makers,
    variants: [
      {
        ...{ name: "-asin, 0,5, 'daun", value1: "-asin", value2: "0,5", value3: "'daun" },
        ...{ price: rupiah(62_000), stockMilli: 10_000, netGrams: 250, ...coded("=1+1") },
      },
      { name: "manis", value1: "manis", price: rupiah(999_999_999), stockMilli: 0, ...coded("007") },
    ],
  });
  await aListing({
    group,
    kind: "harvest",
    unit: "kg",
    ...{ catchWeight: true, travels: "local", harvestFrom: "2026-11-25", harvestUntil: "2026-12-02" },
    variants: [
      { name: "A", grade: "A", gradeText: "-besar, mulus", stockMilli: 12_500 },
      { name: "Kupas", grade: "B", stockMilli: 500 },
    ],
  });
  await aListing({ group, state: "draft", variants: [], contributions: [] });
}

/** A variant's own code, as the group's goods keep it. */
function coded(sku: string) {
  return { sku, skuKey: skuKey(group.id, sku) };
}

/** A sheet of goods with other words in one or more columns of every row. */
function typed(rows: SheetRows, cells: Partial<Record<ListingColumn, string>>): SheetRows {
  return rows.map((row) => row.map((cell, at) => cells[LISTING_COLUMNS[at] ?? "listing"] ?? cell));
}

/** A row of new goods. */
function newRow(cells: Partial<Record<ListingColumn, string>>): string[] {
  const usual = { kind: "craft", unit: "buah", price: "45000", stock: "3", packedGrams: "200" };
  const size = { lengthMm: "250", widthMm: "200", heightMm: "100" };
  const all: Partial<Record<ListingColumn, string>> = { ...usual, ...size, ...cells };
  return LISTING_COLUMNS.map((column) => all[column] ?? "");
}

type Sending = { kind?: BulkKind; format?: SheetFormat; locale?: Locale; actor?: Actor; formKey?: string };

/** A sheet on its way out of the house, through a file, and in again. */
async function send(rows: SheetRows, { kind = "listings", format = "csv", locale = "id", ...over }: Sending = {}) {
  const upload = await ctx.sheets.write(sheetFor({ kind, locale, rows }), format);
  return sendFile(upload, { kind, ...over });
}

async function sendFile(
  upload: Uint8Array,
  { kind = "listings", actor = group.officer, formKey = testId() }: Sending = {},
) {
  const answer = await checkImport(testContext({ actor }), {
    ...{ groupId: group.id, kind, formKey, fileName: "berkas.csv", upload },
    columnOf: (name) => columnNamed(kind, name),
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.importId;
}

const accept = (importId: string, actor = group.officer) =>
  acceptImport(testContext({ actor }), { groupId: group.id, importId });

const goods = () => listBulkListings(group.officer, group.id);

describe("a round trip", () => {
  it.each([
    ["csv", "id"],
    ["csv", "en"],
    ["xlsx", "id"],
  ] as const)("of goods as %s in %s changes nothing at all", async (format, locale) => {
    await oddGoods();
    const before = await goods();
    expect(before).toHaveLength(3);
    const importId = await send(listingRows(before), { format, locale });
    const sent = await findImport(group.officer, { groupId: group.id, importId });
    expect(sent?.rows.slice(1).length).toBe(5);
    expect(await accept(importId)).toEqual({ ok: true, added: 0, changed: 0 });
    expect(await goods()).toEqual(before);
  });

  it.each(["csv", "xlsx"] as const)("of goods as %s makes the same goods in another group", async (format) => {
    await oddGoods();
    const rows = typed(listingRows(await goods()), { listing: "", variant: "" });
    const from = await goods();
    group = await aGroup({}, ["Aminah", "Burhan", "Cik Siti"]);
    await aSplitRule(group);
    expect(await accept(await send(rows, { format }))).toEqual({ ok: true, added: 3, changed: 0 });
    const plain = (all: typeof from) =>
      all
        .map(({ id: _id, slug: _slug, version: _version, splitRuleId: _rule, contributions, ...said }) => ({
          ...said,
          contributions: contributions.map(({ number, step, weight }) => [number, step, weight]),
          variants: said.variants.map(({ id: _, ...variant }) => variant),
        }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(plain(await goods())).toEqual(plain(from));
  });

  it("of members changes nothing at all", async () => {
    await inTransaction((tx) =>
      tx
        .update(members)
        .set({ phone: "+6281234567890" })
        .where(eq(members.id, group.members[1]?.id ?? "")),
    );
    const before = await readMembers(group.id);
    for (const format of ["csv", "xlsx"] as const)
      expect(await accept(await send(memberRows(before), { kind: "members", format }))).toEqual({
        ok: true,
        added: 0,
        changed: 0,
      });
    expect(await readMembers(group.id)).toEqual(before);
  });

  it("leaves no cell that a spreadsheet would take for a formula", async () => {
    await oddGoods();
    const sheet = sheetFor({ kind: "listings", locale: "id", rows: listingRows(await goods()) });
    expect(sheet.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});

describe("a file with changes", () => {
  it("writes nothing before it is accepted, then all of it, once", async () => {
    const listing = await aListing({ group, name: "Tas pandan" });
    const rows = listingRows(await goods());
    const changed = typed(rows, { name: "Tas mengkuang", price: "70000" });
    const importId = await send([...changed, newRow({ name: "Topi pandan" })]);
    expect((await goods()).map((one) => one.name)).toEqual(["Tas pandan"]);
    const pressed = await Promise.all([accept(importId), accept(importId), accept(importId)]);
    expect(pressed.filter((answer) => answer.ok && answer.added === 1 && answer.changed === 1)).toHaveLength(1);
    const after = await goods();
    expect(after.map((one) => [one.name, one.variants[0]?.price])).toEqual([
      ["Tas mengkuang", 70_000],
      ["Topi pandan", 45_000],
    ]);
    expect(await searchListingIds("mengkuang")).toEqual([listing.id]);
  });

  it("does not undo a sale that happened since it was downloaded", async () => {
    const listing = await aListing({ group });
    const rows = typed(listingRows(await goods()), { stock: "15" });
    const id = listing.variants[0]?.id ?? "";
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 4000 }).where(eq(variants.id, id)));
    await accept(await send(rows));
    expect((await goods())[0]?.variants[0]?.stockMilli).toBe(9000);
  });

  it("is refused whole when something in it became wrong", async () => {
    await aListing({ group, name: "Satu" });
    const listing = await aListing({ group, name: "Dua" });
    const rows = typed(listingRows(await goods()), { stock: "2" });
    const importId = await send(rows);
    const id = listing.variants[0]?.id ?? "";
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 1000 }).where(eq(variants.id, id)));
    expect(await accept(importId)).toEqual({ ok: false, reason: "import-wrong" });
    expect((await goods()).map((one) => one.variants[0]?.stockMilli).sort()).toEqual([1000, 10_000]);
  });

  it("hides a published listing that lost what buyers need", async () => {
    const listing = await aListing({ group });
    const rows = typed(listingRows(await goods()), { makers: "" });
    expect(await accept(await send(rows))).toEqual({ ok: true, added: 0, changed: 1 });
    const [row] = await inTransaction((tx) => tx.select().from(listings).where(eq(listings.id, listing.id)));
    expect(row?.state).toBe("hidden");
  });
});

describe("codes in a file", () => {
  const keysNow = async () => {
    const rows = await inTransaction((tx) =>
      tx
        .select({ sku: variants.sku, key: variants.skuKey })
        .from(variants)
        .innerJoin(listings, eq(listings.id, variants.listingId))
        .where(eq(listings.groupId, group.id)),
    );
    return rows.map(({ key }) => key).sort();
  };

  it("change hands between goods, and those that no row names keep theirs", async () => {
    await aListing({ group, name: "Satu", variants: [{ ...coded("a"), name: "M" }] });
    await aListing({
      ...{ group, name: "Dua" },
      variants: [
        { ...coded("b"), name: "M" },
        { ...coded("c"), name: "L" },
      ],
    });
    const at = LISTING_COLUMNS.indexOf("sku");
    const rows = listingRows(await goods()).filter((row) => row[at] !== "c");
    const next: Record<string, string> = { a: "b", b: "d" };
    const moved = rows.map((row) => row.with(at, next[row[at] ?? ""] ?? ""));
    const answer = await accept(await send([...moved, newRow({ name: "Tiga", sku: "a" })]));
    expect(answer).toEqual({ ok: true, added: 1, changed: 2 });
    expect(await keysNow()).toEqual(["a", "b", "c", "d"].map((sku) => skuKey(group.id, sku)));
  });

  it("are refused when another of the group's goods has them, in the file or not, and free when that is no longer sold", async () => {
    await aListing({ group, name: "Satu", variants: [{ ...coded("A-1") }] });
    const other = await aGroup();
    await aListing({ group: other, variants: [{ sku: "X", skuKey: skuKey(other.id, "X") }] });
    await aListing({ group, variants: [{ name: "M" }, { name: "L", sku: "lama", retiredAt: ctx.now }] });
    for (const rows of [
      [newRow({ name: "Dua", sku: "a-1" })],
      [newRow({ name: "Dua", sku: "B" }), newRow({ name: "Tiga", sku: "b" })],
    ])
      expect(await accept(await send(rows))).toEqual({ ok: false, reason: "import-wrong" });
    const free = [newRow({ name: "Dua", sku: "x" }), newRow({ name: "Tiga", sku: "lama" })];
    expect(await accept(await send(free))).toEqual({ ok: true, added: 2, changed: 0 });
  });
});

describe("who may send a file", () => {
  it("is an officer, and for members chair and secretary", async () => {
    const treasurer = (await anOfficer(group, ["treasurer"])).actor;
    const member = (await anOfficer(group, [])).actor;
    const other = await aGroup();
    const rows = memberRows(await readMembers(group.id));
    for (const actor of [member, other.officer]) await expect(send([], { actor })).rejects.toThrow(NotAllowed);
    await expect(send(rows, { kind: "members", actor: treasurer })).rejects.toThrow(NotAllowed);
    const importId = await send(rows, { kind: "members" });
    await expect(accept(importId, treasurer)).rejects.toThrow(NotAllowed);
    await expect(accept(importId, other.officer)).rejects.toThrow(NotAllowed);
    const elsewhere = acceptImport(testContext({ actor: other.officer }), { groupId: other.id, importId });
    expect(await elsewhere).toEqual({ ok: false, reason: "import-gone" });
  });

  it("keeps one file for a form, and the last of a person", async () => {
    const formKey = testId();
    const first = await send([], { formKey });
    expect(await send([], { formKey })).toBe(first);
    const second = await send([]);
    expect((await listWaitingImports(group.officer, group.id)).map((sent) => sent.id)).toEqual([second]);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["sheet-empty", new Uint8Array()],
    ["sheet-empty", new TextEncoder().encode("\n\n , \n")],
    ["sheet-broken", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ["sheet-broken", new TextEncoder().encode("a\0b")],
    ["sheet-too-large", new Uint8Array(1_000_001)],
  ])("says %s", async (reason, upload) => {
    await expect(sendFile(upload)).rejects.toThrow(reason);
  });
});
