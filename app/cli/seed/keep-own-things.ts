import { saveAddress } from "#app/usecases/account/save-address.ts";
import { saveGroup } from "#app/usecases/buy/save-group.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { buyerActor } from "./place-orders.ts";

const ADDRESSES = [
  { label: "Rumah", street: "Jalan Ganet 12", rt: "2", rw: "5", landmark: "depan surau", villageCode: "21.72.02.1005" },
  { label: "Rumah ibu", street: "Jalan Merdeka 4", rt: "1", rw: "3", landmark: "", villageCode: "21.72.03.1001" },
];
const GROUPS = ["butik-seri-dompak", "koperasi-gurindam-sejahtera"];

/** The first buyer keeps two addresses, and follows two groups. */
export async function keepOwnThings(world: DemoWorld): Promise<void> {
  const ctx = world.at(wibTime(world.today, -60, 20), buyerActor(0));
  for (const address of ADDRESSES) {
    const answer = await saveAddress(ctx, { ...address, postal: "", formKey: world.newId() });
    if (!answer.ok) throw new Error(`the demo's address was refused: ${answer.reason}`);
  }
  for (const slug of GROUPS) await saveGroup(ctx, { slug, intent: "save" });
}
