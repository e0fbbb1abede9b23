import { and, asc, eq } from "drizzle-orm";
import { chooseBox } from "#app/domain/packing-box.ts";
import type { Actor } from "#app/domain/permissions.ts";
import type { RunState } from "#app/domain/run.ts";
import type { Tariff } from "#app/domain/tariff.ts";
import { db } from "../client.server.ts";
import { consignments, orders, parcels, people, runs } from "../schema.ts";
import { listRunGoods } from "./packing.ts";

type Run = { id: string; hubId: string; state: RunState; tariff: Tariff };

/** The parcels of a run with what lies in each and the box it is packed in; one that lost all its goods is left out. */
export async function listParcels(actor: Actor, run: Run) {
  const goods = await listRunGoods(actor, run);
  const rows = await db()
    .select({
      id: parcels.id,
      number: parcels.number,
      code: parcels.code,
      weighedGrams: parcels.weighedGrams,
      loadedAt: parcels.loadedAt,
      loadedBy: people.name,
      found: parcels.found,
    })
    .from(parcels)
    .leftJoin(people, eq(people.id, parcels.loadedBy))
    .where(eq(parcels.runId, run.id))
    .orderBy(asc(parcels.number));
  return rows
    .map((row) => {
      const contents = goods.filter((each) => each.parcel === row.number);
      return {
        ...row,
        contents,
        box: chooseBox(run.tariff, contents),
        grams: row.weighedGrams ?? contents.reduce((all, each) => all + each.grams, 0),
        isWeighed: row.weighedGrams !== null,
        isFragile: contents.some((each) => each.fragile),
        isCold: contents.some((each) => each.apart === "cold"),
        places: [...new Set(contents.map((each) => each.pickUpPoint ?? ""))],
      };
    })
    .filter((row) => row.contents.length > 0);
}

export type ParcelRow = Awaited<ReturnType<typeof listParcels>>[number];

/** Which run the box with this code travels on; undefined when there is none. */
export async function findParcelRun(code: string) {
  const [row] = await db()
    .select({ id: parcels.id, runCode: runs.code })
    .from(parcels)
    .innerJoin(runs, eq(runs.id, parcels.runId))
    .where(eq(parcels.code, code));
  return row;
}

/** What the use cases decide by. */
export async function findParcelFacts(parcelId: string) {
  const [row] = await db()
    .select({
      id: parcels.id,
      number: parcels.number,
      runId: parcels.runId,
      runCode: runs.code,
      runState: runs.state,
      hubId: runs.hubId,
      loadedAt: parcels.loadedAt,
      found: parcels.found,
    })
    .from(parcels)
    .innerJoin(runs, eq(runs.id, parcels.runId))
    .where(eq(parcels.id, parcelId));
  return row;
}

/** The boxes of a run and whose goods lie in them: what was handed over, is on board, or has come. */
export async function listParcelFacts(runId: string) {
  const [boxes, inside] = await Promise.all([
    db().select().from(parcels).where(eq(parcels.runId, runId)).orderBy(asc(parcels.number)),
    db()
      .select({
        id: consignments.id,
        parcel: consignments.parcel,
        packedGrams: consignments.packedGrams,
        state: consignments.state,
        groupId: consignments.groupId,
        orderId: consignments.orderId,
        orderNumber: orders.number,
      })
      .from(consignments)
      .innerJoin(orders, eq(orders.id, consignments.orderId))
      .where(and(eq(consignments.runId, runId)))
      .orderBy(asc(consignments.id)),
  ]);
  return { boxes: boxes.map((box) => ({ ...box, isLoaded: box.loadedAt !== null })), consignments: inside };
}
