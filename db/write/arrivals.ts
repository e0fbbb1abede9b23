import type { Found } from "#app/domain/hub-work.ts";
import type { Tx } from "../transaction.server.ts";
import { stepConsignments } from "./consignments.ts";
import { tellOfHubReport } from "./hub-messages.ts";
import type { Teller } from "./messages.ts";
import { saveFound } from "./parcels.ts";
import { insertHubReport } from "./receipts.ts";
import { tellBuyersOf } from "./run-messages.ts";

type By = Teller & { actor: { personId: string | null } };
type Inside = { id: string; groupId: string; orderId: string; orderNumber: string };
type Arrival = { runId: string; parcelIds: string[]; consignments: Inside[]; found: Found; words: string };

/** How boxes were found, and what that means for the goods in them: here for their buyers, or reported to their groups. */
export async function saveArrival(tx: Tx, by: By, { runId, parcelIds, consignments, found, words }: Arrival) {
  await saveFound(tx, by, { parcelIds, found });
  if (found !== "missing") {
    const ids = consignments.map((each) => each.id);
    const arrived = await stepConsignments(tx, { ids, step: "arrive" });
    await tellBuyersOf(tx, by, { consignmentIds: arrived, runId, kind: "run-arrived" });
  }
  if (found === "arrived") return;
  for (const consignment of consignments) {
    const id = by.newId();
    const said = { stage: "arrival", kind: found, howMuch: "", words } as const;
    const row = { id, runId, consignmentId: consignment.id, ...said, reportedBy: by.actor.personId, at: by.now };
    await insertHubReport(tx, row);
    await tellOfHubReport(tx, by, { consignment, kind: found, about: id });
  }
}
