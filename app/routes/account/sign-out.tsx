import { redirect } from "@remix-run/node";
import { signOut } from "#app/usecases/account/sign-out.ts";
import { door } from "#app/web/door.server.ts";
import { signedOutHeaders } from "#app/web/session.server.ts";

/** The button in every page's footer. */
export const action = door(async ({ ctx, visit }) => {
  await signOut(ctx, { tokenHash: visit.sessionTokenHash });
  return redirect("/", { headers: await signedOutHeaders(visit) });
});

export const loader = door(async () => redirect("/"));
