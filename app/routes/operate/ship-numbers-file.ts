import { permit } from "#app/domain/permissions.ts";
import { door } from "#app/web/door.server.ts";
import { shipNumbersFile } from "#app/web/ship-numbers-file.server.ts";

/** What the network's runs cost and saved, as a table for a spreadsheet. */
export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-operations");
  return shipNumbersFile(ctx, null);
});
