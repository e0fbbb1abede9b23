import { deliveryRows } from "#app/domain/bulk-deliveries.ts";
import { listingRows } from "#app/domain/bulk-listings.ts";
import { memberRows } from "#app/domain/bulk-members.ts";
import { BULK_KINDS, type BulkKind, SHEET_FORMATS } from "#app/domain/bulk-sheet.ts";
import { oneOf } from "#app/domain/catalogue.ts";
import { permit } from "#app/domain/permissions.ts";
import { sheetAnswer, sheetFor } from "#app/web/bulk.server.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { listBulkDeliveries, listBulkListings } from "#db/read/bulk.ts";
import { listMembers } from "#db/read/members.ts";

/** A group's goods, members or deliveries as a file: /desk/…/export/listings.csv. */
export const loader = door(async (at) => {
  const group = await openGroup(at, "export-sheet");
  const [name = "", ending = "", ...more] = at.param("file").split(".");
  const kind = oneOf(BULK_KINDS, name);
  const format = oneOf(SHEET_FORMATS, ending);
  if (!kind || !format || more.length > 0) throw notFound();
  const rows = await rowsOf(at, { kind, groupId: group.id });
  const bytes = await at.ctx.sheets.write(sheetFor({ kind, locale: at.ctx.locale, rows }), format);
  return sheetAnswer(bytes, { name: `${group.slug.replace(/[^\w-]/g, "")}-${kind}`, format });
});

async function rowsOf({ ctx }: Door, { kind, groupId }: { kind: BulkKind; groupId: string }) {
  if (kind === "listings") return listingRows(await listBulkListings(ctx.actor, groupId));
  if (kind === "deliveries") return deliveryRows(await listBulkDeliveries(ctx.actor, groupId));
  // Phones go with it, so it is for whoever may see them.
  permit(ctx.actor, "add-member", { groupId });
  const members = await listMembers(ctx.actor, groupId);
  return memberRows(members.filter((member) => member.leftAt === null));
}
