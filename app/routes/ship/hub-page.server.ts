import type { Context } from "#app/usecases/context.ts";
import { type Door, notFound } from "#app/web/door.server.ts";
import { findRun } from "#db/read/runs.ts";

/** The run that the path names, for whoever keeps its hub; the 404 page where there is none. */
export async function openRunOf({ ctx, param }: Door) {
  const run = await findRun(ctx.actor, param("code"));
  if (!run) throw notFound();
  return run;
}

/** What the pages of a hub's work have in common: whose run, and under whose name a phone keeps what it could not send. */
export function hubHead({ ctx }: Door, run: { code: string; hubName: string; zoneName: string }) {
  return {
    code: run.code,
    way: `${run.hubName} → ${run.zoneName}`,
    who: hubWho(ctx),
  };
}

/** Names whoever is signed in to the phone's own memory, and to nobody else. */
export function hubWho(ctx: Context): string {
  return ctx.secrets.hash("send-later", ctx.actor.personId ?? "").slice(0, 16);
}
