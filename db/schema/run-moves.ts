import { RUN_CHANGES, SAILING_ANSWERS } from "#app/domain/run-life.ts";
import { check, index, instant, primaryKey, sql, table, text } from "../dialect.ts";
import { consignments } from "./orders.ts";
import { people } from "./people.ts";
import { runs } from "./shipping.ts";

/** A sailing that was put off or called off: what it was, what it became, who said so and why. */
export const runMoves = table(
  "run_moves",
  {
    id: text("id").primaryKey(),
    runId: text("run_id")
      .notNull()
      .references(() => runs.id),
    kind: text("kind", { enum: RUN_CHANGES }).notNull(),
    reason: text("reason").notNull(),
    movedBy: text("moved_by")
      .notNull()
      .references(() => people.id),
    movedAt: instant("moved_at").notNull(),
    cutOffWas: instant("cut_off_was").notNull(),
    departsWas: instant("departs_was").notNull(),
    /** Null when it was called off. */
    cutOffAt: instant("cut_off_at"),
    departsAt: instant("departs_at"),
  },
  (t) => [
    index("run_moves_run").on(t.runId, t.movedAt),
    check(
      "run_moves_days",
      sql`(${t.kind} = 'postponed') = (${t.departsAt} is not null) and (${t.kind} = 'postponed') = (${t.cutOffAt} is not null)`,
    ),
  ],
);

/** What was to travel with such a sailing, where it goes now, and what its buyer says to that. */
export const runMoveParts = table(
  "run_move_parts",
  {
    moveId: text("move_id")
      .notNull()
      .references(() => runMoves.id),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    /** Null while it waits for a run. */
    toRunId: text("to_run_id").references(() => runs.id),
    /** The names of goods that may not keep until then; "" when all do. */
    spoiling: text("spoiling").notNull().default(""),
    answer: text("answer", { enum: SAILING_ANSWERS }).notNull().default("open"),
    answeredAt: instant("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.moveId, t.consignmentId] }),
    index("run_move_parts_consignment").on(t.consignmentId),
    check("run_move_parts_answer", sql`(${t.answer} = 'open') = (${t.answeredAt} is null)`),
  ],
);
