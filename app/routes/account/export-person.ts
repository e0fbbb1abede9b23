import { permit } from "#app/domain/permissions.ts";
import { exportPerson } from "#app/usecases/account/export-person.ts";
import { door, notFound } from "#app/web/door.server.ts";
import { fileAnswer } from "#app/web/file-answer.server.ts";

/** Everything that is kept about the reader, as JSON. */
export const loader = door(async ({ ctx }) => {
  permit(ctx.actor, "see-account");
  const data = await exportPerson(ctx, { personId: ctx.actor.personId ?? "" });
  if (!data) throw notFound();
  const text = JSON.stringify({ exportedAt: ctx.now.toISOString(), ...data }, null, 2);
  return fileAnswer(new TextEncoder().encode(text), { name: "lumbung-data.json", type: "application/json" });
});
