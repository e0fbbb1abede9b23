import { isWho, type Office, type Subject, type Who } from "./who.ts";

/** Who asks. Built once per request from the session; a visitor without an account has no person. */
export type Actor = {
  personId: string | null;
  name: string | null;
  isOperator: boolean;
  memberships: { groupId: string; groupSlug: string; groupName: string; memberId: string; offices: Office[] }[];
  /** Hubs this person keeps. */
  hubIds: string[];
  /** Orders this visitor placed here or proved to know (number and phone). */
  orderPasses: string[];
  /** Whoever works on the machine itself, by the command line. */
  isServer?: boolean;
};

export const NOBODY: Actor = {
  personId: null,
  name: null,
  isOperator: false,
  memberships: [],
  hubIds: [],
  orderPasses: [],
};

/** The command line: who can run it could read the database anyway. */
export const SERVER: Actor = { ...NOBODY, isServer: true };

/** One row per use case and per page that is not public: the whole policy. */
export const PERMISSIONS = {
  // buy
  "change-basket": ["anyone"],
  "place-order": ["anyone"],
  "see-order": ["buyer", "operator"],
  "pay-order": ["buyer"],
  "change-payment-method": ["buyer"],
  "upload-proof": ["buyer"],
  "check-payment": ["buyer"],
  "cancel-order": ["buyer", "operator"],
  "track-order": ["anyone"],
  "review-line": ["buyer"],
  "report-review": ["signed-in"],
  "report-complaint": ["buyer"],
  "ask-question": ["signed-in"],
  reorder: ["buyer"],
  "see-standing-orders": ["signed-in"],
  "start-standing-order": ["signed-in"],
  "change-standing-order": ["that-person"],
  "pause-standing-order": ["that-person"],
  "skip-standing-order": ["that-person"],
  "end-standing-order": ["that-person"],
  "save-group": ["signed-in"],
  "mark-groups-seen": ["signed-in"],
  "see-documents": ["buyer", "chair", "secretary", "treasurer", "auditor", "operator"],
  "issue-documents": ["buyer", "chair", "secretary", "treasurer", "auditor", "operator"],
  // account
  "sign-up": ["anyone"],
  "sign-in": ["anyone"],
  "sign-out": ["anyone"],
  "see-account": ["signed-in"],
  "edit-account": ["that-person"],
  "change-password": ["that-person"],
  "end-session": ["that-person"],
  "read-message": ["that-person"],
  "set-message-preferences": ["that-person"],
  "reset-password": ["anyone"],
  "touch-session": ["signed-in"],
  "issue-reset-code": ["operator", "chair", "secretary"],
  "save-address": ["that-person"],
  "remove-address": ["that-person"],
  "export-person": ["that-person", "server"],
  "erase-person": ["that-person", "server"],
  "apply-for-group": ["signed-in"],
  "accept-invitation": ["signed-in"],
  // sell
  "see-desk": ["member", "operator"],
  "list-craft": ["chair", "secretary", "treasurer"],
  "list-food": ["chair", "secretary", "treasurer"],
  "list-harvest": ["chair", "secretary", "treasurer"],
  "edit-listing": ["chair", "secretary", "treasurer"],
  "publish-listing": ["chair", "secretary", "treasurer"],
  "hide-listing": ["chair", "secretary", "treasurer", "operator"],
  "hold-photo": ["signed-in"],
  "add-listing-photo": ["chair", "secretary", "treasurer"],
  "edit-listing-photo": ["chair", "secretary", "treasurer"],
  "edit-group-page": ["chair", "secretary"],
  "set-group-photo": ["chair", "secretary"],
  "see-members": ["member", "operator"],
  "add-member": ["chair", "secretary"],
  "invite-member": ["chair", "secretary"],
  "withdraw-invitation": ["chair", "secretary"],
  "set-offices": ["chair", "operator"],
  "remove-member": ["chair", "secretary"],
  "record-delivery": ["chair", "secretary", "treasurer", "packer"],
  "correct-delivery": ["chair", "secretary", "treasurer", "packer"],
  "write-off-lot": ["chair", "secretary", "treasurer", "packer"],
  "entrust-goods": ["chair", "secretary", "treasurer", "packer"],
  "return-entrusted": ["chair", "secretary", "treasurer", "packer"],
  "count-entrusted": ["chair", "secretary", "treasurer", "packer"],
  "undo-entrusted": ["chair", "secretary", "treasurer"],
  "receive-for-entrusted": ["chair", "treasurer"],
  "see-entrustments": ["that-member", "chair", "secretary", "treasurer", "packer", "auditor", "operator"],
  "see-lots": ["member", "operator"],
  "see-cycles": ["member", "operator"],
  "plan-cycle": ["chair", "secretary", "treasurer"],
  "pledge-harvest": ["that-member", "chair", "secretary", "treasurer", "packer"],
  "settle-cycle": ["chair", "secretary", "treasurer"],
  "cancel-cycle": ["chair", "secretary", "treasurer"],
  "roll-over-cycle": ["chair", "secretary", "treasurer"],
  "answer-review": ["chair", "secretary", "treasurer"],
  "answer-complaint": ["chair", "secretary", "treasurer"],
  "close-complaint": ["chair", "secretary", "treasurer"],
  "answer-question": ["chair", "secretary", "treasurer"],
  "export-sheet": ["chair", "secretary", "treasurer"],
  "check-import": ["chair", "secretary", "treasurer"],
  "accept-import": ["chair", "secretary", "treasurer"],
  "print-poster": ["chair", "secretary", "treasurer"],
  "name-maker": ["that-member", "chair", "secretary"],
  "see-consignments": ["chair", "secretary", "treasurer", "packer", "operator"],
  "pack-consignment": ["chair", "secretary", "treasurer", "packer"],
  "sell-at-counter": ["chair", "secretary", "treasurer"],
  "pay-at-counter": ["chair", "secretary", "treasurer"],
  "cancel-at-counter": ["chair", "secretary", "treasurer"],
  "hand-over-consignment": ["chair", "secretary", "treasurer", "packer", "hub-keeper", "operator"],
  // ship
  "see-runs": ["operator", "hub-keeper"],
  "open-run": ["operator", "hub-keeper"],
  "lock-run": ["operator", "hub-keeper"],
  "arrange-parcels": ["operator", "hub-keeper"],
  "move-consignment": ["operator", "hub-keeper", "chair", "secretary", "treasurer"],
  "depart-run": ["operator", "hub-keeper"],
  "arrive-run": ["operator", "hub-keeper"],
  "receive-consignment": ["operator", "hub-keeper"],
  "report-at-hub": ["operator", "hub-keeper"],
  "weigh-parcel": ["operator", "hub-keeper"],
  "load-parcel": ["operator", "hub-keeper"],
  "check-arrival": ["operator", "hub-keeper"],
  "type-in-list": ["operator", "hub-keeper"],
  "decide-uncollected": ["operator", "hub-keeper"],
  "close-hub-report": ["operator"],
  "settle-run": ["operator"],
  "attach-carrier-bill": ["operator"],
  "send-consignment": ["operator", "chair", "secretary", "treasurer"],
  "deliver-order": ["operator", "hub-keeper"],
  // books
  "see-books": ["treasurer", "chair", "auditor", "operator"],
  "see-member-statement": ["that-member", "treasurer", "chair", "auditor", "operator"],
  "set-split-rule": ["treasurer", "chair"],
  "answer-split-rule": ["treasurer", "chair"],
  "set-rule-approval": ["treasurer", "chair"],
  "try-split-rule": ["treasurer", "chair"],
  "set-fee-bearer": ["treasurer", "chair"],
  "see-stripe-account": ["treasurer", "chair", "auditor", "operator"],
  "open-stripe-account": ["treasurer", "chair"],
  "check-stripe-account": ["treasurer", "chair"],
  "draw-cash": ["treasurer"],
  "record-cash-movement": ["treasurer"],
  "reverse-cash-movement": ["treasurer"],
  "pay-out": ["treasurer"],
  "prepare-batch": ["treasurer"],
  "give-advance": ["treasurer"],
  "decide-batch": ["chair"],
  "pay-lines": ["treasurer"],
  "fail-line": ["treasurer"],
  "download-bank-file": ["treasurer"],
  "repay-advance": ["treasurer"],
  "release-holdback": ["treasurer"],
  "set-payout-rules": ["chair"],
  "ask-payout": ["that-member", "chair", "secretary", "treasurer"],
  "set-payout-way": ["that-member", "chair", "secretary", "treasurer"],
  "mark-shares-seen": ["that-member"],
  "publish-totals": ["chair", "treasurer"],
  "check-share": ["that-member"],
  "answer-share-word": ["treasurer", "chair"],
  "accept-lines": ["treasurer"],
  "adjust-line": ["treasurer"],
  "count-period": ["treasurer"],
  "book-difference": ["treasurer"],
  "book-network-difference": ["operator"],
  "propose-period": ["treasurer"],
  "close-period": ["chair"],
  "send-back-period": ["chair"],
  "reopen-period": ["operator"],
  // books: a cooperative's savings and surplus
  "see-savings": ["that-member", "treasurer", "chair", "auditor", "operator"],
  "set-savings-terms": ["treasurer", "chair"],
  "record-savings": ["treasurer"],
  "reverse-savings": ["treasurer"],
  "save-from-share": ["that-member"],
  "remind-savers": ["treasurer", "chair"],
  "record-meeting": ["treasurer", "chair", "secretary"],
  "set-surplus-policy": ["treasurer", "chair"],
  "propose-surplus": ["treasurer"],
  "withdraw-surplus": ["treasurer"],
  "approve-surplus": ["chair"],
  "ask-surplus-reversal": ["treasurer"],
  "reverse-surplus": ["chair"],
  // books: registers, and tax at a glance
  "see-member-register": ["chair", "secretary", "treasurer", "auditor", "operator"],
  "see-turnover": ["that-member", "treasurer", "chair", "auditor", "operator"],
  // operate
  "see-operations": ["operator"],
  "see-network-book": ["operator"],
  "approve-group": ["operator"],
  "suspend-group": ["operator"],
  "suspend-person": ["operator"],
  "see-payments": ["operator", "treasurer"],
  "confirm-payment": ["operator", "treasurer"],
  "send-statement": ["operator", "treasurer"],
  "reopen-claim": ["operator", "treasurer"],
  "judge-review": ["operator"],
  "hide-question": ["operator"],
  "hand-in-cash": ["operator"],
  "see-held-cash": ["operator", "that-person"],
  "refund-order": ["operator", "treasurer", "chair"],
  "pay-refund": ["operator"],
  "decide-complaint": ["operator"],
  "retry-mishap": ["operator"],
  "settle-mishap": ["operator"],
  "settle-difference": ["operator"],
  "book-settlement": ["operator"],
  "set-network": ["operator"],
  "set-tax-rule": ["operator"],
  "set-tariff": ["operator"],
  "add-zone": ["operator"],
  "add-zone-area": ["operator"],
  "remove-zone-area": ["operator"],
  "set-hub": ["operator"],
  "add-hub-keeper": ["operator"],
  "remove-hub-keeper": ["operator"],
  "add-pick-up-point": ["operator"],
  // the command line
  "create-admin": ["server"],
  "print-reset-code": ["server"],
} as const satisfies Record<string, readonly Who[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Thrown by {@link permit}; the web floor turns it into "sign in" or the 403 page. */
export class NotAllowed extends Error {
  readonly permission: Permission;
  readonly signedIn: boolean;
  constructor(permission: Permission, signedIn: boolean) {
    super(`not allowed: ${permission}`);
    this.permission = permission;
    this.signedIn = signedIn;
  }
}

/** May this actor do this, to that? */
export function may(actor: Actor, permission: Permission, subject: Subject = {}): boolean {
  return PERMISSIONS[permission].some((who) => isWho({ actor, who, subject }));
}

/** The first line of every use case and of every loader that is not public. */
export function permit(actor: Actor, permission: Permission, subject: Subject = {}): void {
  if (!may(actor, permission, subject)) throw new NotAllowed(permission, actor.personId !== null);
}
