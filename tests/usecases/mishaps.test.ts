import { describe, expect, it } from "vitest";
import type { MishapKind } from "#app/domain/mishap.ts";
import { NotAllowed } from "#app/domain/permissions.ts";
import { retryMishap } from "#app/usecases/operate/retry-mishap.ts";
import { settleMishap } from "#app/usecases/operate/settle-mishap.ts";
import { listDueOutbox, listDueWebhookEvents } from "#db/read/due-work.ts";
import { countMishaps, listMishaps } from "#db/read/mishaps.ts";
import { listOpenTasks } from "#db/read/open-tasks.ts";
import { outbox, webhookEvents } from "#db/schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { as, MARKET_DAY, testContext, testId } from "#tests/world/context.ts";
import { aGroup, aPerson } from "#tests/world/people.ts";

const ctx = testContext();
const beats = { attempts: 9, nextTryAt: MARKET_DAY };

async function aDeadEvent(): Promise<string> {
  const eventId = testId();
  const event = { provider: "stripe", eventId, type: "checkout.session.completed", body: "{}", ...beats };
  const end = { receivedAt: MARKET_DAY, processedAt: MARKET_DAY, error: "no payment of ours" };
  await inTransaction((tx) =>
    tx.insert(webhookEvents).values({ ...event, ...end, objectRef: "cs_1", outcome: "dead" }),
  );
  return eventId;
}

async function aFailedRequest(kind: string): Promise<string> {
  const key = testId();
  const row = { key, kind, subjectId: "payment", args: "{}", createdAt: MARKET_DAY, ...beats };
  await inTransaction((tx) =>
    tx.insert(outbox).values({ ...row, doneAt: MARKET_DAY, outcome: "failed", error: "refused" }),
  );
  return key;
}

const MAKERS: [MishapKind, () => Promise<string>][] = [
  ["event", aDeadEvent],
  ["request", () => aFailedRequest("stripe-expire")],
];

describe.each(MAKERS)("a provider's %s that the machine gave up on", (kind, make) => {
  it("waits for the operator until it is seen to, once", async () => {
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const name = await make();
    expect(await listMishaps(operator.actor)).toMatchObject([{ kind, name }]);
    expect(await listOpenTasks(operator.actor, ctx.now)).toMatchObject([{ kind: "mishaps", path: "/operate/mishaps" }]);
    const officer = (await aGroup()).officer;
    for (const press of [retryMishap, settleMishap])
      await expect(press(as(ctx, officer), { kind, name })).rejects.toThrow(NotAllowed);
    await expect(listMishaps(officer)).rejects.toThrow(NotAllowed);

    const answers = await Promise.all([1, 2].map(() => settleMishap(operator, { kind, name })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(await countMishaps(operator.actor)).toBe(0);
    expect(await retryMishap(operator, { kind, name })).toMatchObject({ ok: false, reason: "mishap-gone" });
  });

  it("is due again when it is to be tried once more", async () => {
    const operator = as(ctx, (await aPerson({ isOperator: true })).actor);
    const name = await make();
    expect(await retryMishap(operator, { kind, name })).toEqual({ ok: true });
    expect(await countMishaps(operator.actor)).toBe(0);
    const due =
      kind === "event"
        ? (await listDueWebhookEvents(ctx.now)).map((event) => event.eventId)
        : (await listDueOutbox({ kinds: ["stripe-expire"], now: ctx.now })).map((row) => row.key);
    expect(due).toEqual([name]);
  });
});

it("leaves refunds that could not be sent to the list of refunds", async () => {
  const operator = (await aPerson({ isOperator: true })).actor;
  await aFailedRequest("stripe-refund");
  expect(await countMishaps(operator)).toBe(0);
});
