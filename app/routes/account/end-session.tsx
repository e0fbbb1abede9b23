import { redirect } from "@remix-run/node";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { endSession } from "#app/usecases/account/end-session.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";

const EndSessionForm = z.object({ which: z.literal("others").optional(), handle: z.string().max(20).default("") });

/** The buttons in the list of devices at /account. A session that is gone already needs no sentence. */
export const action = door(async ({ ctx, request, visit }) => {
  permit(ctx.actor, "see-account");
  const form = await readForm(request, EndSessionForm);
  if (form.ok)
    await endSession(ctx, {
      which: form.value.which ?? { handle: form.value.handle },
      currentTokenHash: visit.sessionTokenHash,
    });
  return redirect("/account#sessions");
});

export const loader = door(async () => redirect("/account"));
