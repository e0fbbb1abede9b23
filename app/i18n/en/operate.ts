import type { operate as id } from "../id/operate.ts";

export const operate: Record<keyof typeof id, string> = {
  "operate.groups.title": "Groups that wait",
  "operate.groups.none": "No group is waiting.",
  "operate.groups.applied": "asked by {name}, {day}",
  "operate.groups.approve": "Accept {group}",
};
