import { redirect } from "@remix-run/node";
import { startOf } from "#app/domain/menu.ts";
import { permit } from "#app/domain/permissions.ts";
import { door } from "#app/web/door.server.ts";

/** Whoever has just signed in goes where their work is. */
export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  return redirect(startOf(ctx.actor));
});
