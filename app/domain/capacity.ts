/**
 * How many thousandths of the unit a listing's makers can still take on; null for goods that are in stock or know no limit.
 * @param makers how many of the group's present members make it
 * @param openMilli what is ordered of it and not packed yet
 */
export function roomMilli({
  madeToOrderDays,
  openPiecesPerMaker,
  makers,
  openMilli,
}: {
  madeToOrderDays: number | null;
  openPiecesPerMaker: number | null;
  makers: number;
  openMilli: number;
}): number | null {
  if (madeToOrderDays === null || openPiecesPerMaker === null) return null;
  return Math.max(0, openPiecesPerMaker * makers * 1000 - openMilli);
}
