import { redirect } from "@remix-run/node";
import { z } from "zod";
import { showOwnName } from "#app/usecases/sell/show-own-name.ts";
import { type Door, door, notFound } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const NameForm = z.object({ show: z.enum(["yes", "no"]) });

/** The group and who asks as its member; an operator who is none has no name to show. */
async function openOwn(at: Door) {
  const group = await openGroup(at, "see-desk");
  const own = at.ctx.actor.memberships.find((membership) => membership.groupId === group.id);
  if (!own) throw notFound();
  return { groupId: group.id, memberId: own.memberId, back: `/desk/${group.slug}#own-name` };
}

/** The button on the group's desk. */
export const action = door(async (at) => {
  const { back, ...own } = await openOwn(at);
  const form = await readForm(at.request, NameForm);
  if (form.ok) await showOwnName(at.ctx, { ...own, show: form.value.show === "yes" });
  return redirect(back);
});

export const loader = door(async (at) => redirect((await openOwn(at)).back));
