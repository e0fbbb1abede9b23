import { redirect } from "@remix-run/node";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { suspendPerson } from "#app/usecases/operate/suspend-person.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";

const SuspendForm = z.object({ suspend: z.enum(["yes", "no"]) });

/** The button on a person's page; the page then says how it stands. */
export const action = door(async ({ ctx, request, param }) => {
  permit(ctx.actor, "suspend-person");
  const form = await readForm(request, SuspendForm);
  const personId = param("person");
  if (form.ok) await suspendPerson(ctx, { personId, suspend: form.value.suspend === "yes" });
  return redirect(`/operate/people/${encodeURIComponent(personId)}`);
});

export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "suspend-person");
  return redirect(`/operate/people/${encodeURIComponent(param("person"))}`);
});
