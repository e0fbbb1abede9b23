import type { Found } from "#app/domain/hub-work.ts";
import { permit } from "#app/domain/permissions.ts";
import { type Result, refuse } from "#app/domain/result.ts";
import type { Context } from "#app/usecases/context.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveArrival } from "#db/write/arrivals.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { stepRun } from "#db/write/runs.ts";

type Input = {
  runId: string;
  /** Null: all boxes that nobody has looked at yet. */
  parcelId: string | null;
  found: Found;
  /** What is wrong with it. */
  words: string;
  formKey: string;
};
type Reason = "run-gone" | "run-not-arriving" | "parcel-not-there" | "parcel-has-come" | "say-what-is-wrong";

/**
 * Box by box, what came off the boat. The first one means that the boat is there. What lies in a box that came can be given to its buyers;
 * what lies in a missing one stays on the way until it is found, or is refunded.
 */
export async function checkArrival(ctx: Context, input: Input): Promise<Result<{ fresh: boolean }, Reason>> {
  const { runId, parcelId, found, words, formKey } = input;
  return inTransaction(async (tx) => {
    const run = await findRunFacts(runId);
    permit(ctx.actor, "check-arrival", { hubId: run?.hubId });
    if (!run) return refuse("run-gone");
    if (await isKeyTaken(formKey)) return { ok: true, fresh: false };
    if (found !== "arrived" && words === "") return refuse("say-what-is-wrong", { words: "say-what-is-wrong" });
    const isThere = run.state === "arrived" || run.state === "settled";
    if (!isThere && run.state !== "departed") return refuse("run-not-arriving");
    const { boxes, consignments } = await listParcelFacts(runId);
    const loaded = boxes.filter((box) => box.loadedAt !== null);
    const looked = loaded.filter((box) => (parcelId === null ? box.found === null : box.id === parcelId));
    if (parcelId !== null && looked.length === 0) return refuse("parcel-not-there");
    if (found === "missing" && looked.some((box) => box.found === "arrived" || box.found === "damaged"))
      return refuse("parcel-has-come");
    if (!(await takeKey(tx, ctx, { key: formKey, what: "check-arrival", subject: parcelId ?? runId })))
      return { ok: true, fresh: false };
    if (!isThere) await stepRun(tx, { runId, step: "arrive", now: ctx.now });
    const numbers = looked.map((box) => box.number);
    const missing = boxes.filter((box) => box.found === "missing").map((box) => box.number);
    const isIn = (parcel: number | null): boolean =>
      parcelId === null ? parcel === null || !missing.includes(parcel) : parcel !== null && numbers.includes(parcel);
    const inside = consignments.filter(({ parcel, state }) => state === "departed" && isIn(parcel));
    await saveArrival(tx, ctx, { runId, parcelIds: looked.map((box) => box.id), consignments: inside, found, words });
    const note = `${run.code} ${numbers.join(", ")}: ${found}`;
    await recordActivity(tx, ctx, { what: "check-arrival", subject: parcelId ?? runId, note });
    return { ok: true, fresh: true };
  });
}
