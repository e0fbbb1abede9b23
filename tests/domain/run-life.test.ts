import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isLeftBehind,
  nextRunStep,
  RUN_MOVES,
  RUN_STATES,
  RUN_STEPS,
  type RunState,
  runAfter,
} from "#app/domain/run.ts";
import { mayAnswer, mayChangeRun, RUN_CHANGES, type RunChange, SAILING_ANSWERS } from "#app/domain/run-life.ts";

type Event = (typeof RUN_STEPS)[number] | RunChange;
const EVENTS: readonly Event[] = [...RUN_STEPS, ...RUN_CHANGES];

/** What an event makes of a run; null where it is refused. */
function stateAfter(state: RunState, event: Event): RunState | null {
  if (event === "postponed") return mayChangeRun(state, event) ? state : null;
  if (event === "cancelled") return mayChangeRun(state, event) ? "cancelled" : null;
  return runAfter(state, event);
}

/** How far a run has come: it goes back only where its boxes are opened again. */
const WAY: readonly RunState[] = ["planned", "open", "locked", "packed", "departed", "arrived", "settled"];
const ENDS: readonly RunState[] = ["settled", "cancelled"];
const walks = fc.array(fc.constantFrom(...EVENTS), { maxLength: 25 });

describe("the life of a run", () => {
  it("goes forward by one, stands still when it is put off, back when it is unpacked, or ends; whatever is pressed in whatever order", () => {
    fc.assert(
      fc.property(walks, (events) => {
        let state: RunState = "planned";
        for (const event of events) {
          const next = stateAfter(state, event);
          if (next === null) continue;
          expect(ENDS).not.toContain(state);
          if (event === "postponed") expect(next).toBe(state);
          else if (event === "cancelled") expect(["planned", "open", "locked", "packed"]).toContain(state);
          else if (event === "unpack") expect([state, next]).toEqual(["packed", "locked"]);
          else expect(WAY.indexOf(next)).toBe(WAY.indexOf(state) + 1);
          state = next;
        }
        expect(RUN_STATES).toContain(state);
      }),
    );
  });

  it("reaches every state, and knows the way out of each that is no end", () => {
    const reached = new Set<RunState>(["planned"]);
    for (const state of reached)
      for (const event of EVENTS) {
        const next = stateAfter(state, event);
        if (next) reached.add(next);
      }
    expect(reached).toEqual(new Set(RUN_STATES));
    for (const state of RUN_STATES) {
      const ways = EVENTS.filter((event) => stateAfter(state, event) !== null);
      expect(ways.length === 0, state).toBe(ENDS.includes(state));
      const step = nextRunStep(state);
      expect(step === null, state).toBe(ENDS.includes(state));
      if (step) expect(RUN_MOVES[step].from).toBe(state);
    }
  });

  it("leaves nobody to answer, and nothing behind, that the boat could still wait for", () => {
    const consignment = fc.constantFrom(
      ...(["waiting", "to-pack", "packed", "handed-over", "departed", "arrived", "delivered", "cancelled"] as const),
    );
    const asked = fc.record({
      answer: fc.constantFrom(...SAILING_ANSWERS),
      state: consignment,
      runState: fc.constantFrom(...RUN_STATES),
      cutOffMs: fc.integer({ min: 0, max: 10 }),
      nowMs: fc.integer({ min: 0, max: 10 }),
    });
    fc.assert(
      fc.property(asked, (each) => {
        const isWaitedFor = ["planned", "open", "locked", "packed"].includes(each.runState);
        if (isLeftBehind(each)) expect(isWaitedFor).toBe(false);
        if (!mayAnswer(each)) return;
        // Who has left has said it for good; who may still answer has goods that did not sail.
        expect(each.answer).not.toBe("left");
        expect(["departed", "arrived", "delivered", "cancelled"]).not.toContain(each.state);
        expect(each.runState === "cancelled" || (isWaitedFor && each.nowMs < each.cutOffMs)).toBe(true);
      }),
    );
  });
});
