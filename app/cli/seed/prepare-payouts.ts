import { dayInWib } from "#app/domain/calendar-day.ts";
import { rupiah } from "#app/domain/money.ts";
import { askPayout } from "#app/usecases/books/ask-payout.ts";
import { decideBatch } from "#app/usecases/books/decide-batch.ts";
import { prepareBatch } from "#app/usecases/books/prepare-batch.ts";
import { setPayoutRules } from "#app/usecases/books/set-payout-rules.ts";
import { setPayoutWay } from "#app/usecases/books/set-payout-way.ts";
import { listPayables } from "#db/read/payables.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { groupId, memberId, officerOf } from "./found-groups.ts";

/** One group has a batch that may be paid, one that waits for its chair, and lends its members a little. */
export async function preparePayouts(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === "butik-seri-dompak");
  if (!group) return;
  const id = groupId(group);
  const treasurer = world.at(wibTime(world.today, -1, 9), officerOf(group));
  const chair = world.at(wibTime(world.today, -1, 10), officerOf(group, "chair"));
  await setPayoutRules(chair, { groupId: id, approval: "batches", advanceLimit: rupiah(500_000) });
  const [, second, third] = group.members;
  const way = { method: "transfer", provider: "Bank Riau Kepri Syariah", account: "8210045127" } as const;
  if (second) await setPayoutWay(treasurer, { ...way, groupId: id, memberId: memberId(group, 2), holder: second.name });
  const wallet = { method: "wallet", provider: "DANA", account: "081200000303" } as const;
  if (third)
    await setPayoutWay(treasurer, { ...wallet, groupId: id, memberId: memberId(group, 3), holder: third.name });
  const payable = await listPayables({ groupId: id, today: dayInWib(world.today.getTime()) });
  const inOffice = (number: number) => group.members[number - 1]?.offices !== undefined;
  const asking = payable.find(({ number, free }) => free > 0 && !inOffice(number));
  const asked = { groupId: id, memberId: asking?.memberId ?? "", amount: null, words: "Untuk bayar sekolah anak" };
  if (asking) await askPayout(treasurer, { ...asked, formKey: world.newId() });
  const none = { minimum: null, hold: null, holdWhy: "", holdUntil: null, note: "" };
  const first = await prepareBatch(treasurer, { ...none, groupId: id, kind: "asked", formKey: world.newId() });
  if (first.ok) await decideBatch(chair, { groupId: id, batchId: first.batchId, to: "approved", why: "" });
  await prepareBatch(treasurer, { ...none, groupId: id, kind: "all", note: "Hak bulan ini", formKey: world.newId() });
}
