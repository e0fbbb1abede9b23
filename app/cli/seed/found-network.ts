import { rupiah } from "#app/domain/money.ts";
import {
  boxes,
  hubKeepers,
  hubs,
  networks,
  people,
  pickUpPoints,
  pointKeepers,
  tariffs,
  zoneAreas,
  zones,
} from "#db/schema.ts";
import type { Tx } from "#db/transaction.server.ts";
import { demoBoxes } from "./data/boxes.ts";
import { demoBuyers, demoNetwork } from "./data/network.ts";
import { demoHubs, demoPickUpPoints } from "./data/shipping.ts";
import { demoZones } from "./data/zones.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { keepQris, QRIS_PHOTO } from "./qris-of-demo.ts";

export const KEEPER = { name: "Azlan Shah", phone: "+6281200000002" };
export const POINT_KEEPER = { name: "Rosnah Abdullah", phone: "+6281200000003" };

/** The demo's first day: everything in it is younger. */
export const BEGINNING_DAYS = -150;

/** The network itself, its operator, hub keeper and buyers, and the ways goods travel. */
export async function foundNetwork(tx: Tx, world: DemoWorld, passwordHash: string): Promise<void> {
  const start = wibTime(world.today, BEGINNING_DAYS, 8);
  const { operator, ...network } = demoNetwork;
  await keepQris(tx, start);
  await tx
    .insert(networks)
    .values({ id: "network", ...network, isDemo: true, qrisPhotoId: QRIS_PHOTO, createdAt: start });
  await tx.insert(people).values([
    { id: "operator", ...operator, passwordHash, isOperator: true, createdAt: start },
    { id: "keeper", ...KEEPER, passwordHash, createdAt: start },
    { id: "point-keeper", ...POINT_KEEPER, passwordHash, createdAt: start },
    ...demoBuyers.map(({ name, phone, email }, at) => ({
      id: buyerId(at),
      name,
      phone,
      email: email ?? null,
      passwordHash,
      createdAt: start,
    })),
  ]);
  await tx.insert(zones).values(demoZones.map((zone) => ({ id: zone.slug, name: zone.name })));
  await tx
    .insert(zoneAreas)
    .values(demoZones.flatMap((zone) => zone.regionCodes.map((regionCode) => ({ zoneId: zone.slug, regionCode }))));
  await tx.insert(tariffs).values(
    demoZones.flatMap((zone) =>
      zone.tariffs.map((tariff, at) => ({
        ...tariff,
        id: `${zone.slug}-${at + 1}`,
        zoneId: zone.slug,
        perKg: rupiah(tariff.perKg),
        perParcel: rupiah(tariff.perParcel),
        validFrom: start,
        source: "Contoh, belum diperiksa",
        ...{ enteredBy: "operator", enteredAt: start },
      })),
    ),
  );
  await tx.insert(boxes).values(demoBoxes.map((box) => ({ ...box, enteredBy: "keeper", enteredAt: start })));
  await tx.insert(hubs).values(demoHubs.map(({ slug, serves: _, ...hub }) => ({ id: slug, ...hub })));
  await tx.insert(hubKeepers).values(demoHubs.map((hub) => ({ hubId: hub.slug, personId: "keeper" })));
  await tx
    .insert(pickUpPoints)
    .values(
      demoPickUpPoints.map(({ slug, zone, ...point }) => ({ id: slug, zoneId: zone, openingHours: HOURS, ...point })),
    );
  await tx
    .insert(pointKeepers)
    .values(["point-keeper", "keeper"].map((personId) => ({ pickUpPointId: KEPT_POINT, personId })));
}

/** Where the demo's point keeper stands: the run that arrived last brought something there. */
const KEPT_POINT = "tanjung-balai-karimun";

const HOURS = "Senin–Sabtu, 08.00–16.00";

export function buyerId(at: number): string {
  return `buyer-${at + 1}`;
}
