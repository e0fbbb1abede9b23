import { times } from "#app/domain/money.ts";
import { reportComplaint } from "#app/usecases/buy/report-complaint.ts";
import { decideComplaint } from "#app/usecases/operate/decide-complaint.ts";
import { answerComplaint } from "#app/usecases/sell/answer-complaint.ts";
import { listLastDelivered } from "#db/read/complaints.ts";
import { demoGroups } from "./data/groups.ts";
import { demoBuyers } from "./data/network.ts";
import type { DemoWorld } from "./demo-context.ts";
import { groupId, officerOf } from "./found-groups.ts";
import { buyerId } from "./found-network.ts";
import { buyerActor } from "./place-orders.ts";
import { OPERATOR } from "./play-runs.ts";

const HOUR_MS = 3_600_000;

/** Three buyers were not content with what came: one waits for an answer, one for a decision, one has some money back. */
export async function playComplaints(world: DemoWorld): Promise<void> {
  const said = [
    { kind: "short", wish: "resend", words: "Di kotak hanya ada sebagian. Mohon dicek lagi." },
    {
      kind: "damaged",
      wish: "refund",
      words: "Bungkusnya sobek, isinya ikut rusak.",
      answer: "Maaf. Kami kurang rapat.",
    },
    { kind: "other", wish: "refund", words: "Warnanya pudar.", answer: "Kami setuju memotong harganya." },
  ] as const;
  const given = await listLastDelivered();
  for (const [at, { kind, wish, words, ...more }] of said.entries()) {
    const part = given[at];
    const buyer = demoBuyers.findIndex((_, index) => buyerId(index) === part?.buyerId);
    const group = demoGroups.find((each) => groupId(each) === part?.groupId);
    if (!part?.deliveredAt || buyer < 0 || !group) continue;
    const after = (hours: number) => new Date((part.deliveredAt?.getTime() ?? 0) + hours * HOUR_MS);
    const { number, consignmentId } = part;
    const report = { number, consignmentId, kind, wish, words, photo: null, formKey: world.newId() };
    const answer = await reportComplaint(world.at(after(20), buyerActor(buyer)), report);
    if (!answer.ok) throw new Error(`the demo's complaint was refused: ${answer.reason}`);
    const { complaintId } = answer;
    if ("answer" in more)
      await answerComplaint(world.at(after(30), officerOf(group)), { complaintId, answer: more.answer });
    if (at === 2)
      await decideComplaint(world.at(after(40), OPERATOR), {
        ...{ complaintId, outcome: "refund", amount: times(part.goodsValue, 1, 5) },
        decision: "Seperlima harganya kembali, barang tetap pada pembeli.",
      });
  }
}
