import { sql } from "drizzle-orm";
import { type Boxable, COLD, measuredSides, type Sides } from "#app/domain/parcel-catalogue.ts";
import { listings, variants } from "../schema.ts";

const { lengthMm: l, widthMm: w, heightMm: h } = variants;
const LONGEST = sql`case when ${l} >= ${w} and ${l} >= ${h} then ${l} when ${w} >= ${h} then ${w} else ${h} end`;
const SHORTEST = sql`case when ${l} <= ${w} and ${l} <= ${h} then ${l} when ${w} <= ${h} then ${w} else ${h} end`;
const toNumber = (value: unknown): number | null => (value === null ? null : Number(value));

/** Of a consignment's lines joined to variants and listings, grouped by consignment: what decides the box it goes into. */
export const PACKED_THINGS = {
  longMm: sql<number | null>`max(${LONGEST})`.mapWith(toNumber),
  middleMm: sql<number | null>`max(${l} + ${w} + ${h} - ${LONGEST} - ${SHORTEST})`.mapWith(toNumber),
  shortMm: sql<number | null>`max(${SHORTEST})`.mapWith(toNumber),
  breaking: sql<number>`max(case when ${listings.fragile} then 1 else 0 end)`.mapWith(Number),
  cold: sql<number>`max(case when ${listings.travels} = 'chilled' then 1 else 0 end)`.mapWith(Number),
};

type Row = {
  longMm: number | null;
  middleMm: number | null;
  shortMm: number | null;
  breaking: number;
  cold: number;
  packedSideMm: number | null;
};

/** The row without these columns, with what they say. */
export function boxableOf<T extends Row>({ longMm, middleMm, shortMm, breaking, cold, packedSideMm, ...row }: T) {
  const things: Sides | null = longMm === null ? null : [longMm, middleMm ?? 0, shortMm ?? 0];
  const sides = measuredSides(things, packedSideMm);
  const boxable: Boxable & { fragile: boolean } = {
    fragile: breaking === 1,
    ...(sides && { sides }),
    ...(cold === 1 && { apart: COLD }),
  };
  return { ...row, ...boxable };
}
