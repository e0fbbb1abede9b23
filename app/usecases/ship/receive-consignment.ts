import { stateAfter } from "#app/domain/consignment.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse, Undoing } from "#app/domain/result.ts";
import { hasLeft } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { waitsForHarvest } from "#db/read/cycles.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { hasUnweighedLines } from "#db/read/receiving.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { saveReceipt } from "#db/write/receipts.ts";

type Input = {
  consignmentId: string;
  /** How many packages were counted. */
  packages: number;
  /** What the hub's scale shows; null where the group's own weight stands. */
  grams: number | null;
  /** The form's own key: sent twice over a bad line, it is received once. */
  formKey: string;
  /** Who counted, where somebody else types it in. */
  doneBy?: string;
};

type Reason = "consignment-gone" | "cannot-receive" | "run-left" | "consignment-too-heavy" | "weigh-lines-first";

/** The hub counts and weighs what a group brought. Received once more, it is corrected, as long as the boat has not left. */
export async function receiveConsignment(
  ctx: Context,
  { consignmentId, packages, grams, formKey, doneBy = "" }: Input,
): Promise<Result<{ fresh: boolean }, Reason>> {
  try {
    return await inTransaction(async (tx) => {
      const facts = await findConsignmentFacts(consignmentId);
      permit(ctx.actor, "receive-consignment", { hubId: facts?.hubId });
      if (!facts) return refuse("consignment-gone");
      if (await isKeyTaken(formKey)) return { ok: true, fresh: false };
      const { state, delivery, groupId, runState, maxParcelGrams } = facts;
      if (runState !== null && hasLeft(runState)) return refuse("run-left");
      if (grams !== null && maxParcelGrams !== null && grams > Math.max(maxParcelGrams, facts.grams * 2))
        return refuse("consignment-too-heavy", { grams: "consignment-too-heavy" });
      const packs = state === "to-pack";
      if (!packs && state !== "handed-over" && !stateAfter(state, "hand-over", delivery))
        return refuse("cannot-receive");
      if (packs && ((await hasUnweighedLines(consignmentId)) || (await waitsForHarvest(consignmentId))))
        return refuse("weigh-lines-first");
      const entry = { key: formKey, what: "receive-consignment", subject: consignmentId };
      if (!(await takeKey(tx, ctx, entry))) return { ok: true, fresh: false };
      if (!(await saveReceipt(tx, ctx, { consignment: facts, packages, grams, doneBy })))
        throw new Undoing("cannot-receive");
      const note = [`${packages} ×`, grams === null ? "" : `${grams} g`, doneBy].filter(Boolean).join(" ");
      await recordActivity(tx, ctx, { what: "receive-consignment", groupId, subject: consignmentId, note });
      return { ok: true, fresh: true };
    });
  } catch (problem) {
    if (problem instanceof Undoing) return refuse("cannot-receive");
    throw problem;
  }
}
