import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELIVERIES } from "#app/domain/checkout.ts";
import { type ConsignmentState, groupSeesAddress, stateAfter, statesBefore } from "#app/domain/consignment.ts";
import { CONSIGNMENT_STEPS } from "#app/domain/life-move.ts";
import { CONSIGNMENT_STATES } from "#app/domain/order-states.ts";

const step = fc.constantFrom(...CONSIGNMENT_STEPS);
const delivery = fc.constantFrom(...DELIVERIES);

describe("a consignment's life", () => {
  it("never loses its place in a random walk: it is paid before packed, handed over before it travels, delivered once", () => {
    fc.assert(
      fc.property(delivery, fc.array(step, { maxLength: 40 }), (way, steps) => {
        let state: ConsignmentState = "waiting";
        const been: ConsignmentState[] = [state];
        for (const each of steps) {
          const next = stateAfter(state, each, way);
          if (next === null) continue;
          state = next;
          been.push(state);
        }
        const at = (wanted: ConsignmentState) => been.indexOf(wanted);
        if (at("packed") >= 0) expect(at("to-pack")).toBeGreaterThan(0);
        if (at("arrived") >= 0) expect(been[at("arrived") - 1]).toBe("departed");
        if (at("arrived") >= 0 || (way !== "courier" && at("departed") >= 0))
          expect(at("handed-over")).toBeGreaterThan(0);
        if (at("delivered") >= 0) {
          // Over the counter goes what lies there; all else is packed.
          expect(at("packed") > 0).toBe(way !== "counter");
          expect(at("handed-over") > 0 || way === "courier").toBe(true);
          expect(been.filter((each) => each === "delivered")).toHaveLength(1);
          expect(["arrived", "departed", "handed-over"]).toContain(been[at("delivered") - 1]);
          if (way.startsWith("run")) expect(been[at("delivered") - 1]).toBe("arrived");
          if (way === "fetch") expect(been).not.toContain("departed");
        }
        if (at("cancelled") >= 0) expect(been).not.toContain("delivered");
        for (const end of ["cancelled", "refunded"] as const) if (at(end) >= 0) expect(at(end)).toBe(been.length - 1);
      }),
      { numRuns: 2000 },
    );
  });

  it("answers null for every step that the table does not name", () => {
    for (const way of DELIVERIES)
      for (const each of CONSIGNMENT_STEPS)
        for (const state of CONSIGNMENT_STATES) {
          const next = stateAfter(state, each, way);
          expect(next !== null).toBe(statesBefore(each, way).includes(state));
        }
    expect(stateAfter("waiting", "pack", "run-pickup")).toBeNull();
    expect(stateAfter("packed", "deliver", "fetch")).toBeNull();
    expect(stateAfter("departed", "deliver", "run-pickup")).toBeNull();
    expect(stateAfter("handed-over", "depart", "courier")).toBeNull();
    expect(stateAfter("delivered", "cancel", "fetch")).toBeNull();
  });

  it("can be walked to delivered whichever way it travels", () => {
    for (const way of DELIVERIES) {
      const steps = {
        "run-pickup": ["hand-over", "depart", "arrive"],
        "run-door": ["hand-over", "depart", "arrive"],
        courier: ["send"],
        fetch: ["hand-over"],
        // Nothing is packed: what lies on the counter goes over it.
        counter: ["hand-over"],
      } as const;
      let state: ConsignmentState | null = "waiting";
      for (const each of ["pay", ...(way === "counter" ? [] : (["pack"] as const)), ...steps[way], "deliver"] as const)
        state = state && stateAfter(state, each, way);
      expect(state).toBe("delivered");
    }
  });

  it("shows an address only where the group sends the goods itself", () => {
    expect(DELIVERIES.filter(groupSeesAddress)).toEqual(["courier"]);
  });
});
