/** What must be settled before an account can be deleted. */
export const ERASURE_HINDRANCES = [
  "open-orders",
  "credit-left",
  "refund-due",
  "member-still",
  "keeper-still",
  "operator-still",
] as const;
export type ErasureHindrance = (typeof ERASURE_HINDRANCES)[number];

/** What stands where a deleted buyer's name stood. */
export const ERASED_NAME = "Pembeli terhapus";
