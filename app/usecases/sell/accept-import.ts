import { planDeliveries } from "#app/domain/bulk-deliveries.ts";
import { type ListingChange, planListings } from "#app/domain/bulk-listing-plan.ts";
import type { BulkListing } from "#app/domain/bulk-listings.ts";
import { planMembers } from "#app/domain/bulk-members.ts";
import { DONE_BY_HAND, type SheetRows } from "#app/domain/bulk-sheet.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { listingSlug, missingToPublish } from "#app/domain/listing.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import { placeWords } from "#app/domain/search-words.ts";
import type { Context } from "#app/usecases/context.ts";
import { findBulkFacts, findDeliveryBulkFacts, findImport } from "#db/read/bulk.ts";
import { findPublishFacts } from "#db/read/group-listings.ts";
import { findGroupVillage } from "#db/read/groups.ts";
import { readMembers } from "#db/read/members.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markImportAccepted, updateMember } from "#db/write/bulk.ts";
import { bringIn } from "#db/write/deliveries.ts";
import { indexListing, indexMaker } from "#db/write/listing-index.ts";
import {
  clearSkuKeys,
  insertListing,
  moveListing,
  replaceContributions,
  saveVariant,
  updateListing,
} from "#db/write/listings.ts";
import { insertMember } from "#db/write/members.ts";

type AcceptImport = { groupId: string; importId: string };
type Reason = "import-gone" | "import-wrong" | "import-too-much";
type Accepted = Result<{ added: number; changed: number }, Reason>;
type Place = { groupId: string; placeName: string };

/** Thrown when a row is refused: what the rows before it wrote is undone. */
class Undo extends Undoing<Reason> {}

/**
 * Writes what a file says, all of it or nothing. What it changes is worked out anew from what stands now, so that a sale or an edit
 * since the file was looked at is not undone. Accepted twice, it is written once.
 */
export async function acceptImport(ctx: Context, { groupId, importId }: AcceptImport): Promise<Accepted> {
  permit(ctx.actor, "accept-import", { groupId });
  const placeName = placeWords(await ctx.regions.describe((await findGroupVillage(groupId)) ?? ""));
  try {
    return await inTransaction((tx) => acceptWithin(tx, ctx, { importId, at: { groupId, placeName } }));
  } catch (problem) {
    if (problem instanceof Undo) return refuse(problem.reason);
    throw problem;
  }
}

async function acceptWithin(
  tx: Tx,
  ctx: Context,
  { importId, at }: { importId: string; at: Place },
): Promise<Accepted> {
  const { groupId } = at;
  const sent = await findImport(ctx.actor, { groupId, importId });
  if (!sent) return refuse("import-gone");
  permit(ctx.actor, DONE_BY_HAND[sent.kind], { groupId });
  // Before any row: of two who press at once the second finds it done.
  if (!(await markImportAccepted(tx, { importId, now: ctx.now }))) return { ok: true, added: 0, changed: 0 };
  const written = await WRITE[sent.kind]({ tx, ctx, at, sheet: sent.rows, importId });
  await recordActivity(tx, ctx, { what: "accept-import", groupId, subject: importId, note: sent.fileName });
  return { ok: true, ...written };
}

type Writing = { tx: Tx; ctx: Context; at: Place; sheet: SheetRows; importId: string };
type Written = { added: number; changed: number };

/** As recording each by hand does. */
async function writeDeliveries({ tx, ctx, at: { groupId }, sheet, importId }: Writing): Promise<Written> {
  const { added, errors } = planDeliveries(sheet, await findDeliveryBulkFacts(ctx.actor, { groupId, now: ctx.now }));
  if (errors.length > 0) throw new Undo("import-wrong");
  for (const { row, text: _, ...brought } of added) {
    const delivery = { ...brought, id: ctx.newId(), groupId, formKey: `${importId}:${row}` };
    const by = { recordedBy: ctx.actor.personId ?? "", recordedAt: ctx.now };
    if (!(await bringIn(tx, ctx, { ...delivery, ...by }))) throw new Undo("import-too-much");
  }
  return { added: added.length, changed: 0 };
}

async function writeMembers({ tx, ctx, at, sheet }: Writing): Promise<Written> {
  const { groupId, placeName } = at;
  const members = await readMembers(groupId);
  const { added, changed, errors } = planMembers(sheet, members);
  if (errors.length > 0) throw new Undo("import-wrong");
  for (const { name, phone } of added)
    await insertMember(tx, { id: ctx.newId(), groupId, name, phone, personId: null, joinedAt: ctx.now });
  for (const { memberId, name, phone } of changed) {
    if (memberId === null) continue;
    await updateMember(tx, { memberId, name, phone });
    if (members.find((member) => member.id === memberId)?.isNamed) await indexMaker(tx, { memberId, placeName });
  }
  return { added: added.length, changed: changed.length };
}

async function writeListings({ tx, ctx, at, sheet, importId }: Writing): Promise<Written> {
  const { added, changed, errors } = planListings(sheet, await findBulkFacts(ctx.actor, at.groupId));
  if (errors.length > 0) throw new Undo("import-wrong");
  // A code may go from one listing to another: first all are free.
  await clearSkuKeys(
    tx,
    changed.flatMap((change) => change.variants),
  );
  const { now, newId } = ctx;
  for (const { row, fields, variants } of added) {
    const { kind, ...said } = fields;
    const slug = listingSlug(said.name, ctx.secrets.shortCode(6));
    const listing = { id: newId(), groupId: at.groupId, slug, kind, formKey: `${importId}:${row}`, now, newId };
    await insertListing(tx, { ...listing, createdBy: ctx.actor.personId ?? "", input: { ...said, variants } });
  }
  for (const change of changed)
    if (change.listing && !(await changeListing(tx, ctx, { change, listing: change.listing, at })))
      throw new Undo("import-wrong");
  return { added: added.length, changed: changed.length };
}

const WRITE = { listings: writeListings, members: writeMembers, deliveries: writeDeliveries };

type Changing = { change: ListingChange; listing: BulkListing; at: Place };

/** As editing it in its form does; false when somebody was quicker. */
async function changeListing(tx: Tx, ctx: Context, { change, listing, at }: Changing): Promise<boolean> {
  const { id: listingId, version } = listing;
  const { kind, ...said } = change.fields;
  const input = { ...said, variants: change.variants };
  if (!(await updateListing(tx, { listingId, kind, version, now: ctx.now, input }))) return false;
  let last = Math.max(0, ...listing.variants.map((variant) => variant.position));
  for (const variant of change.variants) {
    const before = listing.variants.find((each) => each.id === variant.id);
    if (!before) last += 1;
    const position = before?.position ?? last;
    await saveVariant(tx, { groupId: at.groupId, listingId, position, now: ctx.now, newId: ctx.newId }, variant);
  }
  await replaceContributions(tx, { listingId, contributions: said.contributions });
  const facts = await findPublishFacts({ listingId, now: ctx.now });
  const today = dayInWib(ctx.now.getTime());
  if (facts?.state === "published" && missingToPublish({ ...facts, isGroupActive: true, today }).length > 0)
    await moveListing(tx, { listingId, move: "hide", now: ctx.now });
  await indexListing(tx, { listingId, placeName: at.placeName });
  return true;
}
