/** What a group of people who sell together is. Only a cooperative has savings and a yearly surplus to share. */
export const GROUP_KINDS = ["boutique", "craft", "farm", "fishery", "food", "cooperative"] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];
