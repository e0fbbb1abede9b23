import { dayInWib } from "#app/domain/calendar-day.ts";
import { sendStatement } from "#app/usecases/operate/send-statement.ts";
import { listAwaitedPayments } from "#db/read/payments.ts";
import { demoGroups } from "./data/groups.ts";
import { type DemoWorld, wibTime } from "./demo-context.ts";
import { officerOf } from "./found-groups.ts";

/** A treasurer has sent the bank's list: it waits to be gone through. */
export async function leaveStatement(world: DemoWorld): Promise<void> {
  const group = demoGroups.find((each) => each.slug === "butik-seri-dompak");
  if (!group) return;
  const ctx = world.at(wibTime(world.today, 0, 6), officerOf(group));
  const today = dayInWib(world.today.getTime()).split("-").reverse().join("/");
  const awaited = await listAwaitedPayments(ctx.actor);
  const paid = awaited
    .slice(0, 3)
    .map(
      (payment) =>
        `${today},TRSF E-BANKING CR ${payment.buyerName.toUpperCase()},${payment.amount + payment.uniqueAddition}`,
    );
  const others = [`${today},SETORAN TUNAI,450.000`, `${today},BUNGA,1.250`, `kemarin,KOREKSI,?`];
  const upload = new TextEncoder().encode(["Tanggal,Keterangan,Kredit", ...paid, ...others].join("\n"));
  await sendStatement(ctx, { fileName: "mutasi-bank.csv", upload, formKey: world.newId() });
}
