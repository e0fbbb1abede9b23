import type { z } from "zod";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse } from "#app/domain/result.ts";
import type { TaxRuleForm } from "#app/domain/tax.ts";
import type { Context } from "#app/usecases/context.ts";
import { listTaxRules } from "#db/read/tax-rules.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { insertTaxRule } from "#db/write/tax-rules.ts";

/** The limits and the rate that turnover is held against, from a day on, with the law they stand in. Earlier days keep what held then. */
export async function setTaxRule(
  ctx: Context,
  input: z.output<typeof TaxRuleForm>,
): Promise<Result<{ version: number }, "fields">> {
  permit(ctx.actor, "set-tax-rule");
  const { rate, warn, ...rule } = input;
  return inTransaction(async (tx) => {
    const last = (await listTaxRules()).at(-1);
    const wrong: FieldErrors = {};
    if (input.ceiling <= input.personFree) wrong.ceiling = "ceiling-low";
    if (warn === 0) wrong.warn = "not-percent";
    if (last && input.fromDay < last.fromDay) wrong.fromDay = "tax-goes-back";
    if (Object.keys(wrong).length > 0) return refuse("fields", wrong);
    const version = await insertTaxRule(tx, {
      ...{ ...rule, id: ctx.newId(), rateBasisPoints: rate, warnBasisPoints: warn },
      ...{ setBy: ctx.actor.personId ?? "", setAt: ctx.now },
    });
    await recordActivity(tx, ctx, { what: "set-tax-rule", subject: String(version) });
    return { ok: true, version };
  });
}
