import { redirect } from "@remix-run/node";
import { z } from "zod";
import { withdrawInvitation } from "#app/usecases/sell/withdraw-invitation.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const WithdrawForm = z.object({ invitationId: z.string().min(1).max(60) });

/** The buttons in the list of invitations. One that is used or withdrawn already is not in the list the page then shows. */
export const action = door(async (at) => {
  const group = await openGroup(at, "withdraw-invitation");
  const form = await readForm(at.request, WithdrawForm);
  if (form.ok) await withdrawInvitation(at.ctx, { groupId: group.id, ...form.value });
  return redirect(`/desk/${group.slug}/members`);
});

export const loader = door(async (at) => {
  const group = await openGroup(at, "withdraw-invitation");
  return redirect(`/desk/${group.slug}/members`);
});
