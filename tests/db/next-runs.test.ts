import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { listNextRuns } from "#db/read/next-runs.ts";
import { consignments } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { anOrder } from "#tests/world/consignments.ts";
import { MARKET_DAY } from "#tests/world/context.ts";
import { aGroup } from "#tests/world/people.ts";
import { anOpenRun, hoursLater } from "#tests/world/runs.ts";

describe("the next runs", () => {
  it("say how many joined and what they save at least, cancelled ones not counted", async () => {
    const group = await aGroup();
    const run = await anOpenRun({ cutOffAt: hoursLater(4) });
    const other = await anOpenRun({ cutOffAt: hoursLater(2) });
    await anOrder({ run, parts: [{ group, alone: 38_000, quote: 30_000 }] });
    await anOrder({ run, parts: [{ group, alone: 76_000, quote: 50_500 }] });
    const order = await anOrder({ run, parts: [{ group, alone: 76_000, quote: 1_000 }] });
    await inTransaction((tx) =>
      tx.update(consignments).set({ state: "cancelled" }).where(eq(consignments.orderId, order.id)),
    );
    expect(await listNextRuns({ now: MARKET_DAY, limit: 3 })).toMatchObject([
      { code: other.code, joined: 0, saved: 0 },
      { code: run.code, joined: 2, saved: 33_500, zoneName: run.zone.name, hubName: run.hub.name },
    ]);
    expect(await listNextRuns({ now: MARKET_DAY, limit: 3, hubId: run.hub.id })).toMatchObject([{ code: run.code }]);
  });
});
