import { and, eq, exists, gt, gte, isNotNull, isNull, like, lte, or, type SQL, sql } from "drizzle-orm";
import { dayInWib } from "#app/domain/calendar-day.ts";
import type { CatalogueQuery } from "#app/domain/catalogue.ts";
import { db } from "../client.server.ts";
import { groups, listings, variants } from "../schema.ts";
import { findHeaviestParcel } from "./send-to.ts";

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
    hasVariant(gt(variants.stockMilli, 0)),
  );
}

/** Its harvest has a day in the seven that begin today. */
export function isHarvestedSoon(now: Date): SQL | undefined {
  return and(
    isNotNull(listings.harvestFrom),
    lte(listings.harvestFrom, dayInWib(now.getTime() + WEEK_MS)),
    or(isNull(listings.harvestUntil), gte(listings.harvestUntil, dayInWib(now.getTime()))),
  );
}

/** What every listing of a page and of its counts must meet: all filters but those that domain/catalogue-facets.ts counts. */
export async function uncountedConditions(query: CatalogueQuery, now: Date): Promise<SQL | undefined> {
  const { priceFrom, priceTo, sendTo } = query;
  const heaviest = sendTo === null ? null : await findHeaviestParcel(sendTo, now);
  return and(
    isOnShow(),
    priceFrom === null && priceTo === null
      ? undefined
      : hasVariant(
          priceFrom === null ? undefined : gte(variants.price, priceFrom),
          priceTo === null ? undefined : lte(variants.price, priceTo),
          query.ready ? gt(variants.stockMilli, 0) : undefined,
        ),
    heaviest === null ? undefined : hasVariant(lte(variants.packedGrams, heaviest)),
  );
}

/** All filters. */
export async function conditionsOf(query: CatalogueQuery, now: Date): Promise<SQL | undefined> {
  return and(
    await uncountedConditions(query, now),
    query.kind ? eq(listings.kind, query.kind) : undefined,
    query.groupKind ? eq(groups.kind, query.groupKind) : undefined,
    query.place ? like(groups.villageCode, `${query.place}.%`) : undefined,
    query.madeByDisabled ? eq(groups.madeByDisabled, true) : undefined,
    query.ready ? isReady(now) : undefined,
    query.harvestSoon ? isHarvestedSoon(now) : undefined,
  );
}
