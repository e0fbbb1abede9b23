import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { orderLifePage } from "#app/cli/order-life-page.ts";
import { DELIVERIES } from "#app/domain/checkout.ts";
import { stateAfter } from "#app/domain/consignment.ts";
import { ENTRY_KINDS } from "#app/domain/ledger.ts";
import { CONSIGNMENT_STEPS } from "#app/domain/life-move.ts";
import { ORDER_LIFE, orderAfter, orderStatesBefore } from "#app/domain/order-life.ts";
import { COMPLAINT_STATES, CONSIGNMENT_STATES, ORDER_STATES, PAYMENT_STATES } from "#app/domain/order-states.ts";
import { PERMISSIONS } from "#app/domain/permission-rows.ts";

const STATES = {
  order: ORDER_STATES,
  payment: PAYMENT_STATES,
  consignment: CONSIGNMENT_STATES,
  complaint: COMPLAINT_STATES,
};
const NOT_PEOPLE = ["clock", "provider", "follows"];

describe("an order's life", () => {
  it("stands in docs/order-life.md as the table says it", () => {
    expect(readFileSync("docs/order-life.md", "utf8")).toBe(orderLifePage(ORDER_LIFE));
  });

  it("names causes that exist, entries that exist, and reaches every state from where it begins", () => {
    for (const move of ORDER_LIFE) {
      for (const cause of move.by) if (!NOT_PEOPLE.includes(cause)) expect(PERMISSIONS).toHaveProperty(cause);
      for (const kind of move.ledger ?? []) expect(ENTRY_KINDS).toContain(kind);
    }
    for (const [of, states] of Object.entries(STATES)) {
      const moves = ORDER_LIFE.filter((move) => move.of === of);
      const reached = new Set<string>();
      for (let size = -1; size < reached.size; ) {
        size = reached.size;
        for (const move of moves)
          if (move.from.length === 0 || move.from.some((from) => reached.has(from))) reached.add(move.to);
      }
      expect([...reached].toSorted()).toEqual([...states].toSorted());
    }
  });

  it("leads from one state by one event to one state alone, whichever way goods travel", () => {
    for (const state of ORDER_STATES)
      for (const event of ["pay", "expire", "cancel", "complete", "refund"] as const)
        expect(orderAfter(state, event) !== null).toBe(orderStatesBefore(event).includes(state));
    for (const way of DELIVERIES)
      for (const state of CONSIGNMENT_STATES)
        for (const step of CONSIGNMENT_STEPS) {
          const found = ORDER_LIFE.filter(
            (move) =>
              move.of === "consignment" &&
              move.event === step &&
              move.from.includes(state) &&
              (!move.only || move.only.includes(way)),
          );
          expect(found.length).toBeLessThanOrEqual(1);
          expect(stateAfter(state, step, way)).toBe(found[0]?.to ?? null);
        }
  });
});
