import { redirect } from "@remix-run/node";
import { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { saveGroup } from "#app/usecases/buy/save-group.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { isAddress } from "#app/web/share.ts";

const SaveForm = z.object({ intent: z.enum(["save", "forget"]).default("save"), from: z.enum(["list"]).optional() });

/** The button on a group's page and in one's own list of groups. */
export const action = door(async ({ ctx, param, request }) => {
  permit(ctx.actor, "save-group");
  const slug = param("slug");
  const form = await readForm(request, SaveForm);
  if (!form.ok || !isAddress(slug)) throw notFound();
  const { intent, from } = form.value;
  if (!(await saveGroup(ctx, { slug, intent }))) throw notFound();
  return redirect(from === "list" ? "/account/groups" : `/groups/${slug}`, 303);
});

export const loader = door(async ({ ctx, param }) => {
  permit(ctx.actor, "save-group");
  return redirect(`/groups/${encodeURIComponent(param("slug"))}`);
});
