import { stateAfter } from "#app/domain/consignment.ts";
import type { TypedRow } from "#app/domain/hub-work.ts";
import { permit } from "#app/domain/permissions.ts";
import { type FieldErrors, type Result, refuse, Undoing } from "#app/domain/result.ts";
import { LOADING_STATES, type RunState } from "#app/domain/run.ts";
import type { Context } from "#app/usecases/context.ts";
import { findConsignmentFacts } from "#db/read/consignments.ts";
import { waitsForHarvest } from "#db/read/cycles.ts";
import { isKeyTaken } from "#db/read/hub-entries.ts";
import { listParcelFacts } from "#db/read/parcels.ts";
import { hasUnweighedLines } from "#db/read/receiving.ts";
import { findRunFacts } from "#db/read/runs.ts";
import { inTransaction, type Tx } from "#db/transaction.server.ts";
import { recordActivity } from "#db/write/activities.ts";
import { saveArrival } from "#db/write/arrivals.ts";
import { takeKey } from "#db/write/hub-entries.ts";
import { loadParcel, weighParcel } from "#db/write/parcels.ts";
import { saveReceipt } from "#db/write/receipts.ts";
import { stepRun, touchLoadingRun } from "#db/write/runs.ts";

/** What a paper list is of: what groups bring, the boxes to load, or the boxes that came. */
type List = "receiving" | "loading" | "arrival";
type Input = { runId: string; list: List; rows: TypedRow[]; doneBy: string; formKey: string };
type Reason = "run-gone" | "list-empty" | "list-over" | "rows-wrong";
type Work = Input & { ctx: Context; runState: RunState };

/**
 * What was written on a printed list is typed in later: the same effects as at the hub itself, all rows or none. The record says who
 * held the pen, and who typed.
 */
export async function typeInList(ctx: Context, input: Input): Promise<Result<{ typed: number }, Reason>> {
  try {
    return await inTransaction((tx) => typeIn(tx, ctx, input));
  } catch (problem) {
    if (problem instanceof Undoing) return refuse("rows-wrong");
    throw problem;
  }
}

async function typeIn(tx: Tx, ctx: Context, input: Input): Promise<Result<{ typed: number }, Reason>> {
  const { runId, list, rows, doneBy, formKey } = input;
  const run = await findRunFacts(runId);
  permit(ctx.actor, "type-in-list", { hubId: run?.hubId });
  if (!run) return refuse("run-gone");
  if (await isKeyTaken(formKey)) return { ok: true, typed: 0 };
  if (rows.length === 0) return refuse("list-empty");
  if (!STATES[list].includes(run.state)) return refuse("list-over");
  const work = { ...input, ctx, runState: run.state };
  const wrong = list === "receiving" ? await problemsOfReceiving(work) : await problemsOfBoxes(work);
  if (Object.keys(wrong).length > 0) return refuse("rows-wrong", wrong);
  if (list === "loading" && !(await touchLoadingRun(tx, runId))) return refuse("list-over");
  if (!(await takeKey(tx, ctx, { key: formKey, what: "type-in-list", subject: runId }))) return { ok: true, typed: 0 };
  await WRITE[list](tx, work);
  const note = [`${run.code}: ${list} ${rows.length}`, doneBy].filter(Boolean).join(", ");
  await recordActivity(tx, ctx, { what: "type-in-list", subject: runId, note });
  return { ok: true, typed: rows.length };
}

const STATES: Record<List, RunState[]> = {
  receiving: ["open", ...LOADING_STATES],
  loading: [...LOADING_STATES],
  arrival: ["departed", "arrived", "settled"],
};

async function problemsOfReceiving({ runId, rows }: Work): Promise<FieldErrors> {
  const wrong: FieldErrors = {};
  for (const { id, packages, grams } of rows) {
    const facts = await findConsignmentFacts(id);
    const isHere = facts?.runId === runId;
    const canCome = isHere && (facts.state === "handed-over" || stateAfter(facts.state, "pack", facts.delivery));
    if (packages === null) wrong[`count-${id}`] = "packages-wrong";
    if (!canCome) wrong[`count-${id}`] = "cannot-receive";
    else if (facts.state === "to-pack" && ((await hasUnweighedLines(id)) || (await waitsForHarvest(id))))
      wrong[`count-${id}`] = "weigh-lines-first";
    if (grams !== null && facts?.maxParcelGrams && grams > Math.max(facts.maxParcelGrams, facts.grams * 2))
      wrong[`weight-${id}`] = "consignment-too-heavy";
  }
  return wrong;
}

async function problemsOfBoxes({ runId, rows, list }: Work): Promise<FieldErrors> {
  const { boxes } = await listParcelFacts(runId);
  const wrong: FieldErrors = {};
  for (const { id } of rows) {
    const box = boxes.find((each) => each.id === id);
    if (!box || (list === "arrival" && box.loadedAt === null)) wrong[`count-${id}`] = "parcel-not-there";
  }
  return wrong;
}

const WRITE: Record<List, (tx: Tx, work: Work) => Promise<void>> = {
  receiving: async (tx, { ctx, rows, doneBy }) => {
    for (const { id, packages, grams } of rows) {
      const consignment = await findConsignmentFacts(id);
      if (!consignment || packages === null) continue;
      if (!(await saveReceipt(tx, ctx, { consignment, packages, grams, doneBy }))) throw new Undoing("rows-wrong");
      const { groupId } = consignment;
      const note = [`${packages} ×`, grams === null ? "" : `${grams} g`, doneBy].filter(Boolean).join(" ");
      await recordActivity(tx, ctx, { what: "receive-consignment", groupId, subject: id, note });
    }
  },
  loading: async (tx, { ctx, rows }) => {
    for (const { id: parcelId, grams, isTicked } of rows) {
      if (grams !== null) await weighParcel(tx, { parcelId, grams });
      if (isTicked) await loadParcel(tx, ctx, { parcelId, isLoaded: true });
    }
  },
  arrival: async (tx, { ctx, rows, runId, runState }) => {
    if (runState === "departed") await stepRun(tx, { runId, step: "arrive", now: ctx.now });
    const { boxes, consignments } = await listParcelFacts(runId);
    const ticked = boxes.filter((box) => rows.some((row) => row.id === box.id && row.isTicked));
    const numbers = ticked.map((box) => box.number);
    const inside = consignments.filter(
      ({ parcel, state }) => state === "departed" && parcel !== null && numbers.includes(parcel),
    );
    const parcelIds = ticked.map((box) => box.id);
    await saveArrival(tx, ctx, { runId, parcelIds, consignments: inside, found: "arrived", words: "" });
  },
};
