import { weekdayOf } from "#app/domain/calendar-day.ts";
import { rupiah, times } from "#app/domain/money.ts";
import { type Actor, NOBODY } from "#app/domain/permissions.ts";
import { uploadProof } from "#app/usecases/buy/upload-proof.ts";
import { confirmPayment } from "#app/usecases/operate/confirm-payment.ts";
import { arriveRun } from "#app/usecases/ship/arrive-run.ts";
import { deliverOrder } from "#app/usecases/ship/deliver-order.ts";
import { departRun } from "#app/usecases/ship/depart-run.ts";
import { handOverConsignment } from "#app/usecases/ship/hand-over-consignment.ts";
import { lockRun } from "#app/usecases/ship/lock-run.ts";
import { openRun } from "#app/usecases/ship/open-run.ts";
import { packConsignment } from "#app/usecases/ship/pack-consignment.ts";
import { postponeRun } from "#app/usecases/ship/postpone-run.ts";
import { settleRun } from "#app/usecases/ship/settle-run.ts";
import { startRunSchedule } from "#app/usecases/ship/start-run-schedule.ts";
import { listRuns } from "#db/read/runs.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers } from "./data/network.ts";
import { demoHubs, demoSailings } from "./data/shipping.ts";
import type { DemoSailing } from "./data/types.ts";
import { demoZones } from "./data/zones.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";
import { findRunId, findRunPrices, listDemoConsignments, listDemoPayments, weighedNow } from "./look-up.ts";
import { type DemoOrder, shop } from "./place-orders.ts";
import { workAtHub } from "./work-at-hub.ts";

export const OPERATOR: Actor = { ...NOBODY, personId: "operator", name: "Suryani Hamid", isOperator: true };
const KEEPER_ACTOR: Actor = {
  ...NOBODY,
  personId: "keeper",
  name: "Azlan Shah",
  hubIds: demoHubs.map((hub) => hub.slug),
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far a run of the demo has come: what stands open today is left for whoever tries the demo. */
export type Until = "open" | "packed" | "departed" | "arrived" | "settled";

function must<T extends { ok: boolean }>(answer: T): Extract<T, { ok: true }> {
  if (!answer.ok) throw new Error(`the demo met a refusal: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
}

type Play = { world: DemoWorld; sailing: DemoSailing; day: number; orders: number; until: Until };

/** One run from its opening to wherever it has come, with its orders, every step by the use case that people use. */
export async function playRun({ world, sailing, day, orders, until }: Play): Promise<DemoOrder[]> {
  const [hour = 8, minute = 0] = sailing.departsAt.split(":").map(Number);
  const departsAt = wibTime(world.today, day, hour + minute / 60);
  const cutOffAt = new Date(departsAt.getTime() - sailing.cutOffHoursBefore * HOUR);
  const opensAt = new Date(Math.min(cutOffAt.getTime() - 3 * DAY, world.today.getTime() - DAY));
  const zone = demoZones.find((each) => each.slug === sailing.zone);
  const tariff = zone?.tariffs.findIndex((each) => each.service === sailing.service) ?? 0;
  const { code } = must(
    await openRun(world.at(opensAt, OPERATOR), {
      ...{ formKey: world.newId(), hubId: sailing.hub, tariffId: `${sailing.zone}-${Math.max(tariff, 0) + 1}` },
      ...{
        vessel: sailing.vessel,
        opensAt: null,
        cutOffAt,
        departsAt,
        doorFee: rupiah(sailing.doorFee),
        pickUpPointIds: [],
      },
      limit: { maxGrams: sailing.maxKg ? sailing.maxKg * 1000 : null, maxParcels: null },
    }),
  );
  const runId = await findRunId(code);
  const placed = await placeOrders({ world, sailing, runId, orders, opensAt, cutOffAt });
  await payAndPack({ world, placed, cutOffAt, until });
  if (until !== "open") await sail({ world, runId, placed, sailing, cutOffAt, departsAt, until });
  return placed;
}

type Placing = { world: DemoWorld; sailing: DemoSailing; runId: string; orders: number; opensAt: Date; cutOffAt: Date };

async function placeOrders({ world, sailing, runId, orders, opensAt, cutOffAt }: Placing): Promise<DemoOrder[]> {
  const around = demoZones.find((zone) => zone.slug === sailing.zone)?.regionCodes ?? [];
  const buyers = demoBuyers.flatMap((buyer, at) =>
    around.some((code) => buyer.address.villageCode.startsWith(code)) ? [at] : [],
  );
  const placed: DemoOrder[] = [];
  for (let at = 0; at < orders && buyers.length > 0; at += 1) {
    const latest = Math.min(cutOffAt.getTime(), world.today.getTime());
    const when = new Date(opensAt.getTime() + ((at + 1) / (orders + 2)) * (latest - opensAt.getTime()));
    const buyer = buyers[Math.floor(world.chance() * buyers.length)] ?? 0;
    const isNear = sailing.zone === "tanjung-pinang" || sailing.zone === "bintan";
    const hasPoint = !["bintan-pulau", "tambelan", "natuna"].includes(sailing.zone);
    const order = await shop(
      world.at(when, { ...NOBODY, personId: `buyer-${buyer + 1}`, name: demoBuyers[buyer]?.name ?? "" }),
      {
        ...{
          world,
          buyer,
          runId,
          near: isNear,
          delivery: hasPoint && world.chance() < 0.7 ? "run-pickup" : "run-door",
        },
        method:
          (["transfer", "transfer", "qris", "cash-on-delivery"] as const)[Math.floor(world.chance() * 4)] ?? "transfer",
      },
    );
    if (order) placed.push(order);
  }
  return placed;
}

type Paying = { world: DemoWorld; placed: DemoOrder[]; cutOffAt: Date; until: Until };

/** In a run that is still open, the first order waits to be paid, the second says that it has been; the others are paid and some packed. */
async function payAndPack({ world, placed, cutOffAt, until }: Paying): Promise<void> {
  for (const [at, order] of placed.entries()) {
    const [payment] = await listDemoPayments(order.orderId);
    if (!payment) continue;
    const paidAt = new Date(Math.min(payment.createdAt.getTime() + 2 * HOUR, world.today.getTime()));
    if (order.method !== "cash-on-delivery") {
      if (until === "open" && at % 4 === 0) continue;
      must(
        await uploadProof(world.at(paidAt, order.buyer), { number: order.number, paymentId: payment.id, photo: null }),
      );
      if (until === "open" && at % 4 === 1) continue;
      const seenAt = new Date(Math.min(paidAt.getTime() + HOUR, world.today.getTime()));
      must(await confirmPayment(world.at(seenAt, OPERATOR), { paymentId: payment.id, bankReference: null }));
    }
    if (until === "open" && at % 4 === 2) continue;
    const packedAt = new Date(Math.min(cutOffAt.getTime() - HOUR, world.today.getTime()));
    for (const consignment of await listDemoConsignments(order.orderId)) {
      const group = demoGroups.find((each) => groupId(each) === consignment.groupId);
      if (!group) continue;
      // Real scales differ a little from what was reckoned.
      const packedGrams = Math.max(20, Math.round(consignment.grams * (0.94 + world.chance() * 0.06)));
      must(
        await packConsignment(world.at(packedAt, officerOf(group)), {
          groupId: consignment.groupId,
          consignmentId: consignment.id,
          packedGrams,
          ...(await weighedNow(consignment.id, world.chance)),
        }),
      );
      if (until !== "open")
        must(await handOverConsignment(world.at(packedAt, officerOf(group)), { consignmentId: consignment.id }));
    }
  }
}

type Sailing = {
  world: DemoWorld;
  runId: string;
  placed: DemoOrder[];
  sailing: DemoSailing;
  cutOffAt: Date;
  departsAt: Date;
  until: Until;
};

async function sail({ world, runId, placed, sailing, cutOffAt, departsAt, until }: Sailing): Promise<void> {
  must(await lockRun(world.at(cutOffAt, KEEPER_ACTOR), { runId }));
  if (until !== "settled")
    await workAtHub({ world, keeper: KEEPER_ACTOR, runId, at: cutOffAt, isDone: until !== "packed" });
  if (until === "packed") return;
  must(await departRun(world.at(departsAt, KEEPER_ACTOR), { runId }));
  if (until === "departed") return;
  const arrivedAt = new Date(departsAt.getTime() + sailing.hoursUnderWay * HOUR);
  must(await arriveRun(world.at(arrivedAt, KEEPER_ACTOR), { runId }));
  if (until === "arrived") return;
  for (const [at, order] of placed.entries()) {
    const fetchedAt = new Date(arrivedAt.getTime() + (at + 1) * 2 * HOUR);
    const [payment] = await listDemoPayments(order.orderId);
    const cash = order.method === "cash-on-delivery" ? (payment?.amount ?? null) : null;
    const proof = { kind: "name", takenBy: order.buyer.name ?? "" } as const;
    must(await deliverOrder(world.at(fetchedAt, KEEPER_ACTOR), { number: order.number, proof, cash }));
  }
  const planned = await findRunPrices(OPERATOR, runId);
  // Now and then a carrier asks for a little less than the tariff says.
  const bill = times(planned, world.chance() < 0.3 ? 95 : 100, 100);
  must(
    await settleRun(world.at(new Date(arrivedAt.getTime() + 2 * DAY), OPERATOR), { runId, bill, seenReturned: null }),
  );
}

/** The open run to a zone is put off by a day, so that its buyers have something to choose. */
export async function putOffSailing(world: DemoWorld, zone: string, reason: string): Promise<void> {
  const open = await listRuns(OPERATOR, { states: ["open"] });
  const run = open.find((each) => each.zoneId === zone);
  if (!run) throw new Error(`no run to ${zone} is open`);
  const later = (at: Date): Date => new Date(at.getTime() + DAY);
  must(
    await postponeRun(world.at(world.today, KEEPER_ACTOR), {
      ...{ runId: run.id, formKey: world.newId(), reason, seenDepartsAt: run.departsAt },
      ...{ cutOffAt: later(run.cutOffAt), departsAt: later(run.departsAt) },
    }),
  );
}

/** In two weeks the boat to Lingga begins to come back by itself, every week. */
export async function comeBackEveryWeek(world: DemoWorld): Promise<void> {
  const sailing = sailingTo("lingga");
  const first = wibTime(world.today, 14, 12).toISOString().slice(0, 10);
  must(
    await startRunSchedule(world.at(world.today, KEEPER_ACTOR), {
      ...{ formKey: world.newId(), hubId: sailing.hub, tariffId: "lingga-1", vessel: sailing.vessel },
      ...{ doorFee: rupiah(15_000), maxGrams: 600_000, maxParcels: null, weekday: weekdayOf(first) },
      ...{ departsAt: "11:00", cutOffHours: 24, daysAhead: 7, firstDay: first, lastDay: null },
    }),
  );
}

/** The sailing to a zone. */
export function sailingTo(zone: string): DemoSailing {
  const sailing = demoSailings.find((each) => each.zone === zone);
  if (!sailing) throw new Error(`nothing sails to ${zone}`);
  return sailing;
}
