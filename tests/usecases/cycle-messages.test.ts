import { and, eq, inArray } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { MessageKind } from "#app/domain/message.ts";
import { cancelCycle } from "#app/usecases/sell/cancel-cycle.ts";
import { rollOverCycle } from "#app/usecases/sell/roll-over-cycle.ts";
import { settleCycle } from "#app/usecases/sell/settle-cycle.ts";
import { db } from "#db/client.server.ts";
import { listGroupTasks } from "#db/read/group-tasks.ts";
import { messagePreferences, messages, outbox, people } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { aCycle, atHour, CLOSED, HARVEST, harvest, orderAhead } from "#tests/world/cycles.ts";

const ABOUT = ["cycle-put-off", "cycle-cancelled"] as const;
const OF_MONEY = ["packed-short", "refund-begun", "refund-paid", "refund-credited"] as const;

async function told(personId: string | null, kinds: readonly MessageKind[] = ABOUT) {
  const rows = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.personId, personId ?? ""), inArray(messages.kind, [...kinds])));
  return rows.map((row) => ({ id: row.id, kind: row.kind, path: row.path, facts: JSON.parse(row.facts) }));
}

/** Somebody who has a mail address, and wants mail of such messages or not. */
async function hasMail(personId: string | null, wants: boolean) {
  await inTransaction(async (tx) => {
    await tx
      .update(people)
      .set({ email: `${personId}@contoh.id` })
      .where(eq(people.id, personId ?? ""));
    for (const kind of ABOUT)
      await tx.insert(messagePreferences).values({ personId: personId ?? "", kind, byMail: wants });
  });
}

const mailsOf = async (ids: string[]) =>
  (await db().select().from(outbox).where(inArray(outbox.subjectId, ids))).map((row) => row.subjectId);

describe("whoever ordered ahead", () => {
  it("hears once of a harvest that falls short, with what comes back for it", async () => {
    const cycle = await aCycle();
    const [first, last] = [
      await orderAhead(cycle, { quantity: "4" }),
      await orderAhead(cycle, { quantity: "4", savingAs: "refund" }),
    ];
    await harvest(cycle, 0, "6");
    const where = { groupId: cycle.groupId, cycleId: cycle.cycleId };
    expect(await settleCycle(cycle.at(HARVEST), { ...where, seen: null })).toEqual({ ok: true });
    const kinds = async (of: typeof first) => (await told(of.buyerId, OF_MONEY)).map(({ kind }) => kind);
    expect([await kinds(first), await kinds(last)]).toEqual([["packed-short"], ["packed-short"]]);
  });

  it("hears each time when the harvest is put off, by mail where that is wanted, and once that it is cancelled", async () => {
    const cycle = await aCycle();
    const [first, second, guest] = [
      await orderAhead(cycle, { quantity: "1" }),
      await orderAhead(cycle, { quantity: "2" }),
      await orderAhead(cycle, { quantity: "1", signedIn: false }),
    ];
    expect(guest.buyerId).toBeNull();
    await hasMail(first.buyerId, true);
    await hasMail(second.buyerId, false);
    const by = (hours: number) => ({ ...cycle.at(hours), mail: { send: async () => ({ ref: "ref" }) } });
    const later = { groupId: cycle.groupId, closesAt: atHour(CLOSED + 40), handOverDay: "2026-12-05" };
    const rolled = await rollOverCycle(by(CLOSED + 1), { ...later, cycleId: cycle.cycleId });
    const cycleId = rolled.ok ? rolled.cycleId : "";
    const [message] = await told(first.buyerId);
    expect(message).toMatchObject({ kind: "cycle-put-off", path: `/orders/${first.number}` });
    expect(message?.facts).toMatchObject({ number: first.number, handOverDay: "2026-12-05" });
    const [quiet] = await told(second.buyerId);
    expect(await mailsOf([message?.id ?? "", quiet?.id ?? ""])).toEqual([message?.id]);
    expect(await cancelCycle(by(CLOSED + 50), { groupId: cycle.groupId, cycleId })).toEqual({ ok: true });
    expect((await told(second.buyerId)).map((each) => each.kind).toSorted()).toEqual([
      "cycle-cancelled",
      "cycle-put-off",
    ]);
  });
});

describe("the officers of a group", () => {
  it("have a harvest to share out from its hand-over day on, until they have", async () => {
    const cycle = await aCycle();
    await orderAhead(cycle, { quantity: "1" });
    const tasks = async (hours: number) =>
      (await listGroupTasks(cycle.farm.officer.actor, atHour(hours))).filter((task) => task.kind === "cycle-to-settle");
    expect(await tasks(HARVEST)).toEqual([]);
    const handOver = CLOSED + 46;
    const { slug } = cycle.farm.group;
    expect(await tasks(handOver)).toMatchObject([{ count: 1, path: `/desk/${slug}/cycles/${cycle.cycleId}` }]);
    await harvest(cycle, 0, "1");
    const where = { groupId: cycle.groupId, cycleId: cycle.cycleId, seen: null };
    expect(await settleCycle(cycle.at(HARVEST), where)).toEqual({ ok: true });
    expect(await tasks(handOver)).toEqual([]);
  });
});
