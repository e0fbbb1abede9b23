import { describe, expect, it } from "vitest";
import { PERMISSIONS } from "#app/domain/permission-rows.ts";
import { type Actor, may, NOBODY, type Permission } from "#app/domain/permissions.ts";
import type { Office } from "#app/domain/who.ts";

const HERE = "group-here";
const THERE = "group-there";

function inGroup(groupId: string, offices: Office[]): Actor {
  return {
    ...NOBODY,
    personId: "person",
    memberships: [{ groupId, groupSlug: groupId, groupName: groupId, memberId: `member-${groupId}`, offices }],
  };
}

const ROLES: Record<string, Actor> = {
  nobody: NOBODY,
  buyer: { ...NOBODY, personId: "buyer" },
  guest: { ...NOBODY, orderPasses: ["order"] },
  member: inGroup(HERE, []),
  chair: inGroup(HERE, ["chair"]),
  secretary: inGroup(HERE, ["secretary"]),
  treasurer: inGroup(HERE, ["treasurer"]),
  auditor: inGroup(HERE, ["auditor"]),
  "chair elsewhere": inGroup(THERE, ["chair", "secretary", "treasurer", "auditor"]),
  "hub keeper": { ...NOBODY, personId: "keeper", hubIds: ["hub"] },
  operator: { ...NOBODY, personId: "operator", isOperator: true },
};

/** Something of one group, one member, one hub and one order of the buyer's. */
const SUBJECT = { groupId: HERE, memberId: "member-group-here", hubId: "hub", orderId: "order", buyerId: "buyer" };
const SIGNED_IN = Object.keys(ROLES).filter((role) => role !== "nobody" && role !== "guest");
const OWN_MEMBER = ["member", "chair", "secretary", "treasurer", "auditor"];

/** Who besides those with the named office or role is let in by a word of the policy. */
const MEANS: Record<string, string[]> = {
  anyone: Object.keys(ROLES),
  "signed-in": SIGNED_IN,
  operator: ["operator"],
  member: OWN_MEMBER,
  "that-member": OWN_MEMBER,
  "hub-keeper": ["hub keeper"],
  buyer: ["buyer", "guest"],
  "that-person": [],
  chair: ["chair"],
  secretary: ["secretary"],
  treasurer: ["treasurer"],
  auditor: ["auditor"],
};

const permissions = Object.keys(PERMISSIONS).filter((name): name is Permission => name in PERMISSIONS);
const allowed = (permission: Permission, subject = {}) =>
  Object.keys(ROLES).filter((role) => may(ROLES[role] ?? NOBODY, permission, subject));

describe("the policy", () => {
  it.each(permissions)("%s is for whom its row names and nobody else", (permission) => {
    const named = PERMISSIONS[permission].flatMap((who) => MEANS[who] ?? []);
    expect(allowed(permission, SUBJECT)).toEqual(Object.keys(ROLES).filter((role) => named.includes(role)));
  });

  it("says no to every role of a place when the place is not named", () => {
    for (const permission of permissions) {
      const words = PERMISSIONS[permission].map(String);
      const everywhere = words.flatMap((who) =>
        ["anyone", "signed-in", "operator"].includes(who) ? (MEANS[who] ?? []) : [],
      );
      expect(allowed(permission)).toEqual(Object.keys(ROLES).filter((role) => everywhere.includes(role)));
    }
  });

  it("lets a person change their own account alone", () => {
    const own = ["edit-account", "change-password", "end-session"] as const;
    for (const permission of own) {
      expect(allowed(permission, { personId: "buyer" })).toEqual(["buyer"]);
      expect(may(NOBODY, permission, { personId: undefined })).toBe(false);
    }
  });

  it("counts an officer of any group that meets in an order", () => {
    expect(allowed("confirm-payment", { groupIds: [THERE, HERE] })).toEqual([
      "treasurer",
      "chair elsewhere",
      "operator",
    ]);
  });

  it("gives nobody but operators the network", () => {
    const network = permissions.filter((permission) =>
      /^(approve-group|suspend|set-network|set-tariff|set-hub|pay-refund)/.test(permission),
    );
    expect(network.length).toBeGreaterThanOrEqual(6);
    for (const permission of network) expect(allowed(permission, SUBJECT)).toEqual(["operator"]);
    // Who answers for a group's money may give its part back; what is sent from the bank is the operator's.
    expect(allowed("refund-order", SUBJECT)).toEqual(["chair", "treasurer", "operator"]);
  });
});
