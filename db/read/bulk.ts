import { and, asc, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { BulkDelivery, DeliveryFacts } from "#app/domain/bulk-deliveries.ts";
import type { BulkFacts } from "#app/domain/bulk-listing-row.ts";
import type { BulkListing } from "#app/domain/bulk-listings.ts";
import { BULK_KINDS, type BulkKind } from "#app/domain/bulk-sheet.ts";
import type { TariffFacts } from "#app/domain/bulk-tariffs.ts";
import { dayInWib } from "#app/domain/calendar-day.ts";
import { type Actor, permit } from "#app/domain/permissions.ts";
import { isUnit } from "#app/domain/unit.ts";
import { db } from "../client.server.ts";
import { bulkImports, contributions, deliveries, listings, members, splitRules, variants } from "../schema.ts";
import { listVariantsInCycle } from "./cycle-stock.ts";
import { readLotStock } from "./lot-stock.ts";
import { listZones } from "./tariffs.ts";

const { madeToOrderDays, openPiecesPerMaker, fragile, bulky, catchWeight, travels, option1, option2, option3 } =
  listings;
const { permitKind, permitNumber, halal, halalNumber, halalUntil, ingredients, allergens, batch } = listings;
const { storage, shelfDays, harvestFrom, harvestUntil } = listings;
const FACTS = {
  ...{ madeToOrderDays, openPiecesPerMaker, fragile, bulky, catchWeight, travels, option1, option2, option3 },
  ...{ permitKind, permitNumber, halal, halalNumber, halalUntil, ingredients, allergens, batch },
  ...{ storage, shelfDays, harvestFrom, harvestUntil },
};

/** All that a group offers, drafts and hidden ones too, as a sheet holds it, by the day it was listed. */
export async function listBulkListings(actor: Actor, groupId: string): Promise<BulkListing[]> {
  permit(actor, "export-sheet", { groupId });
  const rows = await db()
    .select({
      id: listings.id,
      slug: listings.slug,
      version: listings.version,
      kind: listings.kind,
      name: listings.name,
      description: listings.description,
      unit: listings.unit,
      ...FACTS,
      splitRuleId: listings.splitRuleId,
      ruleName: splitRules.name,
    })
    .from(listings)
    .leftJoin(splitRules, eq(splitRules.id, listings.splitRuleId))
    .where(eq(listings.groupId, groupId))
    .orderBy(asc(listings.createdAt), asc(listings.id));
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const harvests = rows.filter((row) => row.kind === "harvest");
  const [offered, made, inLots] = await Promise.all([
    listOffered(ids),
    listMade(ids),
    Promise.all(harvests.map((row) => readLotStock(row.id))),
  ]);
  const lotMilli = new Map(inLots.flatMap((lots) => [...lots]));
  // While a cycle runs, pledges and orders keep the stock: nobody types any of it away.
  const inCycle = await listVariantsInCycle(offered.map((variant) => variant.id));
  for (const { id, stockMilli } of offered) if (inCycle.has(id)) lotMilli.set(id, stockMilli);
  return rows.map((row) => ({
    ...row,
    ruleName: row.ruleName ?? "",
    variants: offered
      .filter((variant) => variant.listingId === row.id)
      .map(({ listingId: _, ...variant }) => ({ ...variant, lotMilli: lotMilli.get(variant.id) ?? null })),
    contributions: made.filter((one) => one.listingId === row.id).map(({ listingId: _, ...one }) => one),
  }));
}

function listOffered(ids: string[]) {
  const { id, listingId, position, name, price, stockMilli, packedGrams, lengthMm, widthMm, heightMm } = variants;
  const { value1, value2, value3, sku, netGrams, grade, gradeText, splitRuleName } = variants;
  const facts = { value1, value2, value3, sku, netGrams, grade, gradeText, splitRuleName };
  return db()
    .select({ id, listingId, position, name, price, stockMilli, packedGrams, lengthMm, widthMm, heightMm, ...facts })
    .from(variants)
    .where(and(inArray(variants.listingId, ids), isNull(variants.retiredAt)))
    .orderBy(asc(variants.position), asc(variants.id));
}

function listMade(ids: string[]) {
  return db()
    .select({
      listingId: contributions.listingId,
      memberId: contributions.memberId,
      step: contributions.step,
      weight: contributions.weight,
      number: members.number,
    })
    .from(contributions)
    .innerJoin(members, eq(members.id, contributions.memberId))
    .where(inArray(contributions.listingId, ids))
    .orderBy(asc(members.number), asc(contributions.step));
}

/** What the group's own sheet is compared with: its goods, its members by number, its rules by name. */
export async function findBulkFacts(actor: Actor, groupId: string): Promise<BulkFacts> {
  const [goods, people, rules] = await Promise.all([
    listBulkListings(actor, groupId),
    db().select({ id: members.id, number: members.number }).from(members).where(eq(members.groupId, groupId)),
    db()
      .select({ id: splitRules.id, name: splitRules.name })
      .from(splitRules)
      .where(eq(splitRules.groupId, groupId))
      .orderBy(asc(splitRules.version)),
  ]);
  const memberIds = new Map(people.map((member) => [String(member.number), member.id]));
  const ruleIds = new Map(rules.map((rule) => [rule.name, rule.id]));
  return { listings: goods, memberIdOf: (number) => memberIds.get(number), ruleIdOf: (name) => ruleIds.get(name) };
}

const goodsName = (row: { listingName: string; variantName: string }): string =>
  [row.listingName, row.variantName].filter(Boolean).join(", ");
const unitOf = (text: string) => (isUnit(text) ? text : "buah");

/** All that was ever brought to a group, as a sheet holds it, by day. */
export async function listBulkDeliveries(actor: Actor, groupId: string): Promise<BulkDelivery[]> {
  permit(actor, "export-sheet", { groupId });
  const { id, day, memberId, variantId, quantityMilli, note } = deliveries;
  const rows = await db()
    .select({
      ...{ id, day, memberId, variantId, quantityMilli, note, number: members.number, name: members.name },
      ...{ listingName: listings.name, variantName: variants.name, unit: listings.unit },
    })
    .from(deliveries)
    .innerJoin(members, eq(members.id, memberId))
    .innerJoin(variants, eq(variants.id, variantId))
    .innerJoin(listings, eq(listings.id, variants.listingId))
    .where(eq(deliveries.groupId, groupId))
    .orderBy(asc(day), asc(deliveries.recordedAt), asc(id));
  return rows.map(({ listingName, variantName, unit, ...row }) => ({
    ...{ ...row, goods: goodsName({ listingName, variantName }), unit: unitOf(unit) },
  }));
}

/** What a group's sheet of deliveries is compared with. */
export async function findDeliveryBulkFacts(
  actor: Actor,
  { groupId, now }: { groupId: string; now: Date },
): Promise<DeliveryFacts> {
  const [brought, people, goods] = await Promise.all([
    listBulkDeliveries(actor, groupId),
    db()
      .select({ id: members.id, number: members.number, name: members.name })
      .from(members)
      .where(and(eq(members.groupId, groupId), isNull(members.leftAt)))
      .orderBy(asc(members.number)),
    db()
      .select({ id: variants.id, listingName: listings.name, variantName: variants.name, unit: listings.unit })
      .from(variants)
      .innerJoin(listings, eq(listings.id, variants.listingId))
      .where(and(eq(listings.groupId, groupId), isNull(variants.retiredAt))),
  ]);
  return {
    ...{ deliveries: brought, members: people, today: dayInWib(now.getTime()) },
    goods: goods.map((row) => ({ id: row.id, goods: goodsName(row), unit: unitOf(row.unit) })),
  };
}

/** Files that somebody of the group sent and nobody has accepted, newest first. */
export async function listWaitingImports(actor: Actor, groupId: string) {
  permit(actor, "check-import", { groupId });
  return (await listWaiting(eq(bulkImports.groupId, groupId))).flatMap((sent) => {
    const kind = kindOfGroup(sent.kind);
    return kind ? [{ ...sent, kind }] : [];
  });
}

function kindOfGroup(kind: string): BulkKind | undefined {
  return BULK_KINDS.find((each) => each === kind);
}

function listWaiting(whose: SQL) {
  return db()
    .select({ id: bulkImports.id, kind: bulkImports.kind, fileName: bulkImports.fileName, sentAt: bulkImports.sentAt })
    .from(bulkImports)
    .where(and(whose, isNull(bulkImports.acceptedAt)))
    .orderBy(desc(bulkImports.sentAt));
}

/** A file that was sent for a group; undefined when it is another group's. */
export async function findImport(actor: Actor, { groupId, importId }: { groupId: string; importId: string }) {
  permit(actor, "check-import", { groupId });
  const [row] = await db()
    .select()
    .from(bulkImports)
    .where(and(eq(bulkImports.id, importId), eq(bulkImports.groupId, groupId)));
  const kind = row && kindOfGroup(row.kind);
  return row && kind && { ...row, groupId, kind };
}

/** Files of tariffs that the operator sent and nobody has accepted, newest first. */
export function listWaitingTariffs(actor: Actor) {
  permit(actor, "check-tariff-import");
  return listWaiting(isNull(bulkImports.groupId));
}

/** A file of tariffs; undefined when it is none of the network's. */
export async function findTariffImport(actor: Actor, importId: string) {
  permit(actor, "check-tariff-import");
  const [row] = await db()
    .select()
    .from(bulkImports)
    .where(and(eq(bulkImports.id, importId), isNull(bulkImports.groupId)));
  return row;
}

/** What a sheet of tariffs is made of, and compared with: all that was ever entered, by zone, service and day. */
export async function findTariffBulkFacts(actor: Actor, now: Date): Promise<TariffFacts> {
  permit(actor, "set-tariff");
  const all = await listZones();
  return {
    zones: all.map(({ id, name }) => ({ id, name })),
    nowMs: now.getTime(),
    tariffs: all.flatMap((zone) =>
      zone.tariffs
        .toSorted((a, b) => (a.service < b.service ? -1 : a.service > b.service ? 1 : +a.validFrom - +b.validFrom))
        .map(({ validFrom, validTo, enteredByName: _, enteredBy: __, enteredAt: ___, ...tariff }) => ({
          ...tariff,
          ...{ validFromMs: validFrom.getTime(), validToMs: validTo?.getTime() ?? null },
        })),
    ),
  };
}
