import type { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { SavingsTermsForm } from "#app/domain/savings.ts";
import type { Context } from "#app/usecases/context.ts";
import { isCooperativeGroup, listTerms } from "#db/read/savings.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertSavingsTerms } from "#db/write/member-savings.ts";

type Input = z.output<typeof SavingsTermsForm> & { groupId: string };
type Answer = Result<{ version: number }, "not-a-cooperative" | "terms-go-back">;

/** What members pay in from a month on. Earlier months keep the terms they had. */
export async function setSavingsTerms(ctx: Context, input: Input): Promise<Answer> {
  permit(ctx.actor, "set-savings-terms", { groupId: input.groupId });
  if (!(await isCooperativeGroup(input.groupId))) return refuse("not-a-cooperative");
  return inTransaction(async (tx) => {
    const versions = await listTerms(input.groupId);
    const last = versions.at(-1);
    if (last && input.fromMonth < last.fromMonth) return refuse("terms-go-back", { fromMonth: "terms-go-back" });
    const version = await insertSavingsTerms(tx, {
      ...{ ...input, id: ctx.newId(), setBy: ctx.actor.personId ?? "", setAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "set-savings-terms", groupId: input.groupId, subject: String(version) });
    return { ok: true, version };
  });
}
