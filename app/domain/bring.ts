import { regencyOf } from "./region.ts";

/** Who has goods to bring: the group, the hub it chose as its own (null for none), and its village. */
export type Bringer = { groupId: string; hubId: string | null; fromVillage: string };

/** A hub, where it lies, and the groups that the operator named as served by it. */
export type HubToReach = { id: string; villageCode: string; servedGroupIds: readonly string[] };

/** Why a group may bring its goods to a hub: it is the own one, it lies in the own regency or city, or the operator named the group there. */
export const BRINGING_WAYS = ["own", "near", "served"] as const;
export type BringingWay = (typeof BRINGING_WAYS)[number];

/** The first of the reasons that holds; null when the group may not bring there. */
export function bringingWay({ groupId, hubId, fromVillage }: Bringer, hub: HubToReach): BringingWay | null {
  if (hubId === hub.id) return "own";
  if (regencyOf(fromVillage) === regencyOf(hub.villageCode)) return "near";
  return hub.servedGroupIds.includes(groupId) ? "served" : null;
}

/** Whether a group may bring its goods to a hub: a run that leaves there takes nothing of others. Between regencies here lies the sea. */
export function canBringTo(group: Bringer, hub: HubToReach): boolean {
  return bringingWay(group, hub) !== null;
}
