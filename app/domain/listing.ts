/** What a group offers: crafts, food, or a harvest that several people brought. */
export const LISTING_KINDS = ["craft", "food", "harvest"] as const;
export type ListingKind = (typeof LISTING_KINDS)[number];

export const LISTING_STATES = ["draft", "published", "hidden"] as const;
export type ListingState = (typeof LISTING_STATES)[number];
