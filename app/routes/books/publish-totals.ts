import { redirect } from "@remix-run/node";
import { z } from "zod";
import { publishTotals } from "#app/usecases/books/publish-totals.ts";
import { door } from "#app/web/door.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { openGroup } from "#app/web/group.server.ts";

const PublishForm = z.object({ publish: z.enum(["yes", "no"]) });

/** The button in the books by which a group opens its totals to everybody, or closes them again. */
export const action = door(async (at) => {
  const group = await openGroup(at, "publish-totals");
  const form = await readForm(at.request, PublishForm);
  if (form.ok) await publishTotals(at.ctx, { groupId: group.id, publish: form.value.publish === "yes" });
  return redirect(`/books/${group.slug}#open-books`);
});

export const loader = door(async (at) => {
  const group = await openGroup(at, "publish-totals");
  return redirect(`/books/${group.slug}`);
});
