import type { operate as id } from "../id/operate.ts";

export const operate: Record<keyof typeof id, string> = {
  "operate.groups.title": "Groups that wait",
  "operate.groups.none": "No group is waiting.",
  "operate.groups.applied": "asked by {name}, {day}",
  "operate.groups.approve": "Accept {group}",
  "operate.people.title": "People",
  "operate.people.search": "Search by phone, e-mail or name",
  "operate.people.find": "Search",
  "operate.people.none": "Nobody matches “{query}”.",
  "operate.people.suspended": "Account closed",
  "operate.people.suspend": "Close the account of {name}",
  "operate.people.restore": "Open the account of {name} again",
  "operate.people.self": "This is your own account. Another operator issues a password code for you.",
  "operate.suspend.title": "Suspend groups",
  "operate.suspend.lead": "A suspended group sells nothing until it is let back. Orders under way are finished.",
  "operate.suspend.none": "No groups yet.",
  "operate.suspend.button": "Suspend {group}",
  "operate.suspend.restore": "Let {group} back",
};
