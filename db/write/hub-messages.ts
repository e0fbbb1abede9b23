import type { ReportKind } from "#app/domain/hub-work.ts";
import type { Tx } from "../transaction.server.ts";
import { type Teller, tellBuyer, tellOfficers } from "./messages.ts";

type Reported = { id: string; groupId: string; orderId: string; orderNumber: string };

/** Something of a consignment is missing or damaged: its group hears of it, and its buyer. `about` names the report. */
export async function tellOfHubReport(
  tx: Tx,
  by: Teller,
  { consignment, kind, about }: { consignment: Reported; kind: ReportKind; about: string },
): Promise<void> {
  const { id, groupId, orderId, orderNumber } = consignment;
  await tellOfficers(tx, by, {
    ...{ groupId, about, kind: "hub-report", facts: { number: orderNumber, what: kind } },
    path: `/consignments/${id}`,
  });
  await tellBuyer(tx, by, { orderId, kind: "goods-short", facts: { what: kind }, once: about });
}
