import {
  and,
  eq,
  exists,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  lte,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { CatalogueQuery } from "#app/domain/catalogue.ts";
import { daysToKeep, travelsThatMay, type Way } from "#app/domain/travel.ts";
import { db } from "../client.server.ts";
import { isPostgres } from "../dialect.ts";
import { groups, listings, saleCycles, variants } from "../schema.ts";
import { findWaysTo, type WaysTo } from "./send-to.ts";

const WEEK_MS = 6 * 86_400_000;

/** Published, of an active group, and with something to buy. */
function isOnShow(): SQL | undefined {
  return and(eq(listings.state, "published"), eq(groups.state, "active"), hasVariant());
}

/** A variant that can be ordered and meets the conditions. */
function hasVariant(...conditions: (SQL | undefined)[]): SQL {
  return exists(
    db()
      .select({ one: sql`1` })
      .from(variants)
      .where(and(eq(variants.listingId, listings.id), isNull(variants.retiredAt), ...conditions)),
  );
}

/** It lies there: in stock, made already, and if it is a harvest, harvested. */
export function isReady(now: Date): SQL | undefined {
  return and(
    isNull(listings.madeToOrderDays),
    or(isNull(listings.harvestFrom), lte(listings.harvestFrom, dayInWib(now.getTime()))),
    hasVariant(isThere()),
  );
}

/** In stock, and not ordered ahead of a harvest that is still to come. */
function isThere(): SQL | undefined {
  const running = db()
    .select({ one: sql`1` })
    .from(saleCycles)
    .where(and(eq(saleCycles.variantId, variants.id), eq(saleCycles.state, "planned")));
  return and(gt(variants.stockMilli, 0), notExists(running));
}

/** Its harvest has a day in the seven that begin today. */
export function isHarvestedSoon(now: Date): SQL | undefined {
  return and(
    isNotNull(listings.harvestFrom),
    lte(listings.harvestFrom, dayInWib(now.getTime() + WEEK_MS)),
    or(isNull(listings.harvestUntil), gte(listings.harvestUntil, dayInWib(now.getTime()))),
  );
}

/** Certified halal; a certificate counts to its last day, as domain/listing-facts.ts says. */
export function isHalal(now: Date): SQL | undefined {
  const today = dayInWib(now.getTime());
  return and(eq(listings.halal, "certified"), or(isNull(listings.halalUntil), gte(listings.halalUntil, today)));
}

/** One unit of it may go one of these ways, as domain/travel.ts and the carrier's heaviest parcel and longest side say. */
function isSendable({ ways, nearVillages, keeping }: WaysTo): SQL | undefined {
  const each = ways.map(({ maxParcelGrams, maxSideMm, volumeDivisor, groupIds, ...way }) => {
    const { lengthMm, widthMm, heightMm, packedGrams } = variants;
    const volume = sql`1.0 * ${lengthMm} * ${widthMm} * ${heightMm}`;
    return and(
      inArray(listings.travels, travelsThatMay(way)),
      keeping === "refuse" ? isFreshOn(way) : undefined,
      groupIds === null ? undefined : inArray(listings.groupId, groupIds),
      hasVariant(
        lte(packedGrams, maxParcelGrams),
        sql`${volume} <= ${maxParcelGrams * volumeDivisor}`,
        ...(maxSideMm === null ? [] : [lengthMm, widthMm, heightMm].map((side) => lte(side, maxSideMm))),
      ),
    );
  });
  const isNear = or(ne(listings.travels, "local"), inArray(groups.villageCode, nearVillages));
  return each.length === 0 ? sql`1 = 0` : and(isNear, or(...each));
}

/** It keeps until it arrives, harvested or made on the last day that still catches this way. */
function isFreshOn({ leavesOn, arrivesOn }: Way): SQL | undefined {
  const { shelfDays, harvestUntil } = listings;
  const daysSinceHarvest = isPostgres
    ? sql`${arrivesOn}::date - ${harvestUntil}::date`
    : sql`julianday(${arrivesOn}) - julianday(${harvestUntil})`;
  const marginDays = daysToKeep(arrivesOn, arrivesOn);
  const isFreshWhenSent = gte(shelfDays, daysToKeep(leavesOn, arrivesOn));
  const isFreshSinceHarvest = sql`${daysSinceHarvest} + ${marginDays} <= ${shelfDays}`;
  return or(
    isNull(shelfDays),
    and(or(isNull(harvestUntil), gte(harvestUntil, leavesOn)), isFreshWhenSent),
    and(lt(harvestUntil, leavesOn), isFreshSinceHarvest),
  );
}

/** What every listing of a page and of its counts must meet: all filters but those that domain/catalogue-facets.ts counts. */
export async function uncountedConditions(query: CatalogueQuery, now: Date): Promise<SQL | undefined> {
  const { priceFrom, priceTo, sendTo } = query;
  const waysTo = sendTo === null ? null : await findWaysTo(sendTo, now);
  return and(
    isOnShow(),
    priceFrom === null && priceTo === null
      ? undefined
      : hasVariant(
          priceFrom === null ? undefined : gte(variants.price, priceFrom),
          priceTo === null ? undefined : lte(variants.price, priceTo),
          query.ready ? isThere() : undefined,
        ),
    waysTo === null ? undefined : isSendable(waysTo),
  );
}

/** All filters. */
export async function conditionsOf(query: CatalogueQuery, now: Date): Promise<SQL | undefined> {
  return and(
    await uncountedConditions(query, now),
    query.kind ? eq(listings.kind, query.kind) : undefined,
    query.groupKind ? eq(groups.kind, query.groupKind) : undefined,
    query.place ? like(groups.villageCode, `${query.place}.%`) : undefined,
    query.permit ? eq(listings.permitKind, query.permit) : undefined,
    query.halal ? isHalal(now) : undefined,
    query.madeByDisabled ? eq(groups.madeByDisabled, true) : undefined,
    query.ready ? isReady(now) : undefined,
    query.harvestSoon ? isHarvestedSoon(now) : undefined,
  );
}
