import { rupiah } from "#app/domain/money.ts";
import { countEntrusted } from "#app/usecases/sell/count-entrusted.ts";
import { entrustGoods } from "#app/usecases/sell/entrust-goods.ts";
import { receiveForEntrusted } from "#app/usecases/sell/receive-for-entrusted.ts";
import { listAtPlace } from "#db/read/entrustments.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, memberId, officerOf, variantId } from "./found-groups.ts";

const SHOP = { slug: "butik-seri-dompak", placeKind: "other", placeName: "Toko Oleh-oleh Penyengat" } as const;

/** The boutique's women left some pieces at a souvenir shop three weeks ago; last week somebody counted what is left. */
export async function entrustSome(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === SHOP.slug);
  if (!group) return;
  const officer = officerOf(group);
  const dayOf = (day: number): string => wibTime(world.today, day, 12).toISOString().slice(0, 10);
  for (const [at, listing] of group.listings.slice(0, 2).entries()) {
    const maker = listing.contributions[0]?.member;
    const price = listing.variants[0]?.price;
    if (maker === undefined || price === undefined) continue;
    const answer = await entrustGoods(world.at(wibTime(world.today, -21 + at, 10), officer), {
      ...{ groupId: groupId(group), memberId: memberId(group, maker), variantId: [variantId(listing, 0)] },
      ...{ placeKind: SHOP.placeKind, placeName: SHOP.placeName, day: dayOf(-21 + at) },
      ...{ quantity: [String(5 + at)], price: [String(price)], note: "", formKey: `demo-entrustment-${world.newId()}` },
    });
    if (!answer.ok) throw new Error(`the demo's note was refused: ${JSON.stringify(answer)}`);
  }
  const place = `${SHOP.placeKind}:${SHOP.placeName.toLowerCase()}`;
  const lines = await listAtPlace(officer, { groupId: groupId(group), place });
  const answer = await countEntrusted(world.at(wibTime(world.today, -7, 16), officer), {
    ...{ groupId: groupId(group), place, line: lines.map((line) => line.id), counted: lines.map(() => "3") },
    ...{ lost: [], day: dayOf(-7), formKey: `demo-count-${world.newId()}` },
  });
  if (!answer.ok) throw new Error(`the demo's count was refused: ${JSON.stringify(answer)}`);
  const received = await receiveForEntrusted(world.at(wibTime(world.today, -6, 11), officer), {
    ...{ groupId: groupId(group), place, amount: rupiah(200_000), formKey: `demo-receipt-${world.newId()}` },
  });
  if (!received.ok) throw new Error(`the demo's receipt was refused: ${JSON.stringify(received)}`);
}
