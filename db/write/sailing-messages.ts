import { asc, eq } from "drizzle-orm";
import type { MessageFacts } from "#app/domain/message.ts";
import { hubKeepers } from "../schema.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer, tellOfficers, tellPerson } from "./messages.ts";

/** One consignment of a sailing that changed, as its people hear of it. */
export type ToldPart = {
  orderId: string;
  groupId: string;
  /** What it goes with now; null while it waits for a run. */
  run: { vessel: string; cutOffAt: Date; departsAt: Date } | null;
  spoiling: string;
};

type Change = {
  kind: "postponed" | "cancelled";
  /** Names the change among all. */
  about: string;
  run: { id: string; code: string; hubId: string; vessel: string; departsWas: Date };
  reason: string;
  parts: readonly ToldPart[];
  /** Whether a run was found for what has waited. */
  isFound?: boolean;
};

type By = Teller & { actor: { personId: string | null } };

/**
 * Tells everyone whom a changed sailing concerns, each once: the buyers with their new day and until when they may leave, the groups whose
 * goods it carries, and the keepers of its hub except the one who pressed.
 */
export async function tellOfSailing(tx: Tx, by: By, change: Change): Promise<void> {
  const { kind, about, run, reason, parts } = change;
  const said = { vessel: run.vessel, reason, departsWasAt: run.departsWas.toISOString() };
  for (const orderId of inOrder(parts.map((part) => part.orderId))) {
    const own = parts.filter((part) => part.orderId === orderId);
    await tellBuyer(tx, by, {
      ...{ orderId, kind: `sailing-${kind}`, once: about, below: "/sailing" },
      facts: { ...said, ...newDay(own, change) },
    });
  }
  for (const groupId of inOrder(parts.map((part) => part.groupId))) {
    const own = parts.filter((part) => part.groupId === groupId);
    await tellOfficers(tx, by, {
      ...{ groupId, about: `${about}:${groupId}`, kind: `run-${kind}`, path: "/consignments" },
      facts: { ...said, ...newDay(own, change), code: run.code, count: own.length },
    });
  }
  const facts = { ...said, ...newDay(parts, change), code: run.code, count: parts.length, group: "" };
  await tellKeepers(tx, by, { hubId: run.hubId, about, kind: `run-${kind}`, facts, path: `/runs/${run.code}` });
}

/** What a message says of the new day: the first departure of what has one. */
function newDay(parts: readonly ToldPart[], { isFound = false }: Change): MessageFacts {
  const goods = [...new Set(parts.flatMap((part) => (part.spoiling === "" ? [] : part.spoiling.split(", "))))];
  const found = parts.flatMap((part) => (part.run ? [part.run] : []));
  const [first] = found.toSorted((a, b) => a.departsAt.getTime() - b.departsAt.getTime());
  const spoils = { goods: goods.join(", "), spoils: goods.length > 0 ? "yes" : "no" };
  if (!first) return { ...spoils, how: "waiting", newVessel: "", departsAt: "", untilAt: "" };
  const { vessel, departsAt, cutOffAt } = first;
  const how = isFound ? "found" : found.length < parts.length ? "some" : "moved";
  return {
    ...{ ...spoils, how, newVessel: vessel },
    ...{ departsAt: departsAt.toISOString(), untilAt: cutOffAt.toISOString() },
  };
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].toSorted();
}

type ToKeepers = {
  hubId: string;
  about: string;
  kind: "run-postponed" | "run-cancelled" | "sailing-left";
  facts: MessageFacts;
  path: string;
};

/** Whoever keeps a hub hears of it, but for the one who did it. */
export async function tellKeepers(tx: Tx, by: By, { hubId, ...told }: ToKeepers): Promise<void> {
  const keepers = await tx
    .select({ personId: hubKeepers.personId })
    .from(hubKeepers)
    .where(eq(hubKeepers.hubId, hubId))
    .orderBy(asc(hubKeepers.personId));
  for (const { personId } of keepers)
    if (personId !== by.actor.personId) await tellPerson(tx, by, { ...told, personId });
}
