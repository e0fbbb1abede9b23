import { door } from "#app/web/door.server.ts";
import { openGroup } from "#app/web/group.server.ts";
import { shipNumbersFile } from "#app/web/ship-numbers-file.server.ts";

/** What a group's own consignments cost and saved, as a table for a spreadsheet. */
export const loader = door(async (entered) => {
  const group = await openGroup(entered, "see-books");
  return shipNumbersFile(entered.ctx, group.id);
});
