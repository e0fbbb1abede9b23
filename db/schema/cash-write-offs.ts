import { WRITE_OFF_KINDS } from "#app/domain/held-cash.ts";
import { check, index, instant, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { people } from "./people.ts";

/** Cash of the doors that lastingly lacks or is over: one person proposes to write it off, another decides. */
export const cashWriteOffs = table(
  "cash_write_offs",
  {
    id: text("id").primaryKey(),
    holderId: text("holder_id")
      .notNull()
      .references(() => people.id),
    kind: text("kind", { enum: WRITE_OFF_KINDS }).notNull(),
    amount: money("amount").notNull(),
    /** Whose fund bears a shortage; null for the network. */
    bearerGroupId: text("bearer_group_id").references(() => groups.id),
    reason: text("reason").notNull(),
    state: text("state", { enum: ["proposed", "approved", "refused"] }).notNull(),
    formKey: text("form_key").notNull().unique(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => people.id),
    proposedAt: instant("proposed_at").notNull(),
    decidedBy: text("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    // One at a time.
    uniqueIndex("cash_write_offs_open").on(t.holderId).where(sql`${t.state} = 'proposed'`),
    index("cash_write_offs_state").on(t.state, t.bearerGroupId),
    check("cash_write_offs_amount", sql`${t.amount} > 0 and (${t.kind} = 'shortage' or ${t.bearerGroupId} is null)`),
    check(
      "cash_write_offs_two",
      sql`(${t.state} = 'proposed') = (${t.decidedBy} is null) and (${t.state} <> 'approved' or (${t.decidedBy} <> ${t.proposedBy} and ${t.decidedBy} <> ${t.holderId}))`,
    ),
  ],
);
