import { rupiah } from "#app/domain/money.ts";
import { allocate } from "#app/domain/split.ts";
import { recordDelivery } from "#app/usecases/sell/record-delivery.ts";
import { writeOffLot } from "#app/usecases/sell/write-off-lot.ts";
import { listLots } from "#db/read/lots.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { setStock } from "#db/write/stock.ts";
import { demoGroups } from "./data/groups.ts";
import type { DemoGroup, DemoListing } from "./data/types.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, memberId, officerOf, variantId } from "./found-groups.ts";

/** Groups that write down every delivery. */
const BRINGERS = ["poktan-tanah-merah", "kwt-daun-salam"];
/** A harvest comes in over these days before today, each with its part of the whole. */
const DAYS = [
  { day: -4, percent: 40 },
  { day: -2, percent: 35 },
  { day: 0, percent: 25 },
];

/**
 * In the last days two groups bring what the data says they have, each member by its part. From here on nothing else stands on their
 * shelves, so that all that is sold can be traced.
 */
export async function bringHarvests(world: DemoWorld): Promise<void> {
  for (const group of demoGroups.filter((each) => BRINGERS.includes(each.slug))) {
    const harvests = group.listings.filter((listing) => listing.kind === "harvest");
    await clearShelves(harvests);
    for (const { day, percent } of DAYS)
      for (const listing of harvests) await bringOn(world, { group, listing, day, percent });
    await writeOffSome(world, group);
  }
}

async function clearShelves(listings: DemoListing[]): Promise<void> {
  const shelves = listings.flatMap((listing) =>
    listing.variants.map((_, at) => ({ variantId: variantId(listing, at), stockMilli: 0 })),
  );
  await inTransaction((tx) => setStock(tx, shelves));
}

type Bringing = { group: DemoGroup; listing: DemoListing; day: number; percent: number };

async function bringOn(world: DemoWorld, { group, listing, day, percent }: Bringing): Promise<void> {
  const now = wibTime(world.today, day, 7.5);
  const ctx = world.at(now.getTime() > world.today.getTime() ? world.today : now, officerOf(group));
  const step = listing.unit === "kg" ? 100 : 1000;
  const makers = listing.contributions.map((one) => one.member);
  for (const [at, variant] of listing.variants.entries()) {
    const steps = Math.max(makers.length, Math.floor((variant.stockMilli * percent) / 100 / step));
    const parts = allocate(
      rupiah(steps),
      listing.contributions.map((one) => one.weight),
    );
    for (const [place, member] of makers.entries()) {
      const quantity = String(((parts[place] ?? 0) * step) / 1000).replace(".", ",");
      if (quantity === "0") continue;
      const answer = await recordDelivery(ctx, {
        ...{ groupId: groupId(group), memberId: memberId(group, member), variantId: variantId(listing, at) },
        ...{ quantity, day: dayOf(world, day), note: "", formKey: `demo-delivery-${world.newId()}` },
      });
      if (!answer.ok) throw new Error(`the demo's delivery was refused: ${JSON.stringify(answer)}`);
    }
  }
}

function dayOf(world: DemoWorld, day: number): string {
  return wibTime(world.today, day, 12).toISOString().slice(0, 10);
}

/** The oldest lot dried a little in the shed. */
async function writeOffSome(world: DemoWorld, group: DemoGroup): Promise<void> {
  const officer = officerOf(group);
  const lots = await listLots(officer, groupId(group));
  const oldest = lots.filter((lot) => lot.unit === "kg").at(-1);
  if (!oldest) return;
  const answer = await writeOffLot(world.at(wibTime(world.today, -1, 16), officer), {
    ...{ groupId: groupId(group), lotId: oldest.id, quantity: "0,3", reason: "shrunk" },
    ...{ note: "Kering di gudang", formKey: `demo-write-off-${world.newId()}` },
  });
  if (!answer.ok) throw new Error(`the demo's loss was refused: ${answer.reason}`);
}
