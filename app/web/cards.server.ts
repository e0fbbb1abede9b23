import { dayInWib } from "#app/domain/calendar-day.ts";
import type { Context } from "#app/usecases/context.ts";
import type { GroupCardRow } from "#db/read/group-pages.ts";
import { listCards } from "#db/read/listing-cards.ts";
import { shortPlaceNames } from "./place-names.server.ts";

/** The listings' cards as pages show them: with the place's name, and the harvest's day only while it is still to come. */
export async function showListingCards(ctx: Pick<Context, "regions" | "now">, ids: readonly string[]) {
  const rows = await listCards(ids);
  const placeOf = await shortPlaceNames(
    ctx,
    rows.map((row) => row.villageCode),
  );
  const today = dayInWib(ctx.now.getTime());
  return rows.map(({ villageCode, harvestFrom, ...row }) => ({
    ...row,
    place: placeOf(villageCode),
    harvestFrom: harvestFrom !== null && harvestFrom > today ? harvestFrom : null,
  }));
}

/** The groups' cards with their places' names; a card shows no story. */
export async function showGroupCards(ctx: Pick<Context, "regions">, rows: readonly GroupCardRow[]) {
  const placeOf = await shortPlaceNames(
    ctx,
    rows.map((row) => row.villageCode),
  );
  return rows.map(({ villageCode, story: _, ...row }) => ({ ...row, place: placeOf(villageCode) }));
}
