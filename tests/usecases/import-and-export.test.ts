import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listingRows } from "#app/domain/bulk-listings.ts";
import { memberRows } from "#app/domain/bulk-members.ts";
import type { BulkKind, SheetFormat, SheetRows } from "#app/domain/bulk-sheet.ts";
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
    name: '=HYPERLINK("http://x","Kain")',
    description: '\'Satu, "dua";\n\n-tiga\n@empat lima\n+enam 👩🏽‍🌾 كلثوم',
    fragile: true,
    madeToOrderDays: 5,
    shelfDays: 30,
    splitRuleId: rule.id,
    contributions: makers,
    variants: [
      { name: "-M", price: rupiah(62_000), stockMilli: 10_000 },
      { name: "'L", price: rupiah(999_999_999), stockMilli: 0 },
    ],
  });
  await aListing({
    group,
    kind: "harvest",
    unit: "kg",
    harvestFrom: "2026-11-25",
    harvestUntil: "2026-12-02",
    variants: [{ stockMilli: 12_500 }],
  });
  await aListing({ group, state: "draft", variants: [], contributions: [] });
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
    expect(sent?.rows.slice(1).length).toBe(4);
    expect(await accept(importId)).toEqual({ ok: true, added: 0, changed: 0 });
    expect(await goods()).toEqual(before);
  });

  it.each(["csv", "xlsx"] as const)("of goods as %s makes the same goods in another group", async (format) => {
    await oddGoods();
    const rows = listingRows(await goods()).map((row) => row.map((cell, at) => (at === 0 || at === 12 ? "" : cell)));
    const from = await goods();
    group = await aGroup({}, ["Aminah", "Burhan", "Cik Siti"]);
    await aSplitRule(group);
    expect(await accept(await send(rows, { format }))).toEqual({ ok: true, added: 3, changed: 0 });
    const plain = (all: typeof from) =>
      all
        .map(
          ({
            name,
            description,
            kind,
            unit,
            madeToOrderDays,
            shelfDays,
            fragile,
            harvestFrom,
            harvestUntil,
            ...rest
          }) => ({
            ...{ name, description, kind, unit, madeToOrderDays, shelfDays, fragile, harvestFrom, harvestUntil },
            makers: rest.contributions.map(({ number, step, weight }) => [number, step, weight]),
            variants: rest.variants.map(({ id: _, ...variant }) => variant),
          }),
        )
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
    const changed = rows.map((row) => row.map((cell, at) => (at === 2 ? "Tas mengkuang" : at === 14 ? "70000" : cell)));
    const importId = await send([
      ...changed,
      ["", "craft", "Topi pandan", "", "buah", ...Array(8).fill(""), "", "45000", "3", "", "200", "250", "200", "100"],
    ]);
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
    const rows = listingRows(await goods()).map((row) => row.map((cell, at) => (at === 15 ? "15" : cell)));
    const id = listing.variants[0]?.id ?? "";
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 4000 }).where(eq(variants.id, id)));
    await accept(await send(rows));
    expect((await goods())[0]?.variants[0]?.stockMilli).toBe(9000);
  });

  it("is refused whole when something in it became wrong", async () => {
    await aListing({ group, name: "Satu" });
    const listing = await aListing({ group, name: "Dua" });
    const rows = listingRows(await goods()).map((row) => row.map((cell, at) => (at === 15 ? "2" : cell)));
    const importId = await send(rows);
    const id = listing.variants[0]?.id ?? "";
    await inTransaction((tx) => tx.update(variants).set({ stockMilli: 1000 }).where(eq(variants.id, id)));
    expect(await accept(importId)).toEqual({ ok: false, reason: "import-wrong" });
    expect((await goods()).map((one) => one.variants[0]?.stockMilli).sort()).toEqual([1000, 10_000]);
  });

  it("hides a published listing that lost what buyers need", async () => {
    const listing = await aListing({ group });
    const rows = listingRows(await goods()).map((row) => row.map((cell, at) => (at === 11 ? "" : cell)));
    expect(await accept(await send(rows))).toEqual({ ok: true, added: 0, changed: 1 });
    const [row] = await inTransaction((tx) => tx.select().from(listings).where(eq(listings.id, listing.id)));
    expect(row?.state).toBe("hidden");
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
