import { eq } from "drizzle-orm";
import { findKeepingRule } from "../read/networks.ts";
import { listPartsWaiting, listWaitingMoves } from "../read/run-moves.ts";
import { groups, runs } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer } from "./messages.ts";
import { type Rebooked, rebook, saveRunFound } from "./run-moves.ts";
import { tellOfSailing } from "./sailing-messages.ts";

type By = Teller & { actor: { personId: string | null } };

/** A run has opened: what waits since its own was called off, of the same hub to the same zone, goes with it. */
export async function takeWaiting(tx: Tx, by: By, where: { hubId: string; zoneId: string }): Promise<void> {
  const parts = await listPartsWaiting(where);
  await tellRunFound(tx, by, await rebook(tx, { parts, ...where, keeping: await findKeepingRule(), now: by.now }));
}

type Found = Pick<Rebooked, "run" | "spoiling"> & { part: { id: string; orderId: string; groupId: string } };

/** Of these, what has waited since a sailing was called off: its people hear which run it goes with now, and are asked anew. */
export async function tellRunFound(tx: Tx, by: By, found: readonly Found[]): Promise<void> {
  const waiting = await listWaitingMoves(found.map(({ part }) => part.id));
  const told = found.flatMap(({ part, run, spoiling }) => {
    const move = waiting.find((each) => each.consignmentId === part.id);
    return move && run ? [{ ...part, run, spoiling, move }] : [];
  });
  for (const { id, run, spoiling, move } of told)
    await saveRunFound(tx, { moveId: move.moveId, consignmentId: id, toRunId: run.id, spoiling });
  for (const moveId of new Set(told.map((each) => each.move.moveId))) {
    const parts = told.filter((each) => each.move.moveId === moveId);
    const [first] = parts;
    const [run] = first ? await tx.select().from(runs).where(eq(runs.id, first.move.runId)) : [];
    if (!first || !run) continue;
    await tellOfSailing(tx, by, {
      ...{ kind: "cancelled", about: `${moveId}:${first.run.id}`, reason: first.move.reason, isFound: true, parts },
      run: { ...run, departsWas: first.move.departsWas },
    });
  }
}

type Moved = {
  part: { id: string; orderId: string; groupId: string };
  run: { id: string; vessel: string; departsAt: Date };
};

/** What its boat has left behind goes with the next one: its buyer hears which, once. */
export async function tellMoved(tx: Tx, by: By, { part, run }: Moved): Promise<void> {
  const [group] = await tx.select({ name: groups.name }).from(groups).where(eq(groups.id, part.groupId));
  await tellBuyer(tx, by, {
    ...{ orderId: part.orderId, kind: "goods-moved", once: `${part.id}:${run.id}` },
    facts: { group: group?.name ?? "", vessel: run.vessel, departsAt: run.departsAt.toISOString() },
  });
}
