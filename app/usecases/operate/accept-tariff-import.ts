import { planTariffs } from "#app/domain/bulk-tariffs.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { findTariffBulkFacts, findTariffImport } from "#db/read/bulk.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { markImportAccepted } from "#db/write/bulk.ts";
import { startTariff } from "#db/write/shipping.ts";

/**
 * Writes the prices that a file adds, all of them or none, as entering each by hand does. What it adds is worked out anew from what
 * stands now. Accepted twice, it is written once.
 */
export async function acceptTariffImport(
  ctx: Context,
  { importId }: { importId: string },
): Promise<Result<{ added: number }, "import-gone" | "import-wrong">> {
  permit(ctx.actor, "accept-tariff-import");
  return inTransaction(async (tx) => {
    const sent = await findTariffImport(ctx.actor, importId);
    if (!sent) return refuse("import-gone");
    if (sent.acceptedAt) return { ok: true, added: 0 };
    const { added, errors } = planTariffs(sent.rows, await findTariffBulkFacts(ctx.actor, ctx.now));
    if (errors.length > 0) return refuse("import-wrong");
    // Before any price: of two who press at once the second finds it done.
    if (!(await markImportAccepted(tx, { importId, now: ctx.now }))) return { ok: true, added: 0 };
    for (const { row, zoneName: _, validFromMs, validToMs, ...tariff } of added) {
      const when = { validFrom: new Date(validFromMs), validTo: validToMs === null ? null : new Date(validToMs) };
      const entered = { enteredBy: ctx.actor.personId, enteredAt: ctx.now };
      const id = ctx.secrets.hash("tariff", `${importId}:${row}`);
      // Thrown, so that nothing of the file stays: it was checked within this transaction.
      if (!(await startTariff(tx, { ...tariff, ...when, ...entered, id })))
        throw new Error(`the tariff of row ${row} begins when another does`);
    }
    await recordActivity(tx, ctx, { what: "accept-tariff-import", subject: importId, note: sent.fileName });
    return { ok: true, added: added.length };
  });
}
