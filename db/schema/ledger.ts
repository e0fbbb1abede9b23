import { index, instant, integer, money, table, text, uniqueIndex } from "../dialect.ts";

/** Accounts come into being with their first posting; the code says all: kind:owner-kind:owner-id. */
export const accounts = table(
  "accounts",
  {
    code: text("code").primaryKey(),
    kind: text("kind").notNull(),
    ownerKind: text("owner_kind", { enum: ["network", "group", "member", "buyer", "order", "holder"] }).notNull(),
    ownerId: text("owner_id").notNull(),
  },
  (t) => [index("accounts_owner").on(t.ownerKind, t.ownerId)],
);

/** Append-only by trigger: see the hand-written migrations. */
export const entries = table(
  "entries",
  {
    id: text("id").primaryKey(),
    /** "network" or a group's id: each book is its own hash chain. */
    book: text("book").notNull(),
    /** Counts from 1 in each book, without gaps. */
    sequence: integer("sequence").notNull(),
    kind: text("kind").notNull(),
    /** The business fact, once: "paid:PAYMENT", "delivered:CONSIGNMENT". */
    key: text("key").notNull().unique(),
    inputHash: text("input_hash").notNull(),
    causeKind: text("cause_kind").notNull(),
    causeId: text("cause_id").notNull(),
    /** Null when a job or a provider's event did it. */
    actorId: text("actor_id"),
    memo: text("memo").notNull().default(""),
    at: instant("at").notNull(),
    previousHash: text("previous_hash").notNull(),
    hash: text("hash").notNull(),
  },
  (t) => [
    uniqueIndex("entries_book_sequence").on(t.book, t.sequence),
    index("entries_cause").on(t.causeKind, t.causeId),
  ],
);

/** Debit is positive, credit is negative; the postings of an entry sum to zero. */
export const postings = table(
  "postings",
  {
    id: text("id").primaryKey(),
    entryId: text("entry_id")
      .notNull()
      .references(() => entries.id),
    position: integer("position").notNull(),
    accountCode: text("account_code")
      .notNull()
      .references(() => accounts.code),
    amount: money("amount").notNull(),
    /** The order line this posting divides, where there is one. */
    orderLineId: text("order_line_id"),
  },
  (t) => [
    uniqueIndex("postings_entry_position").on(t.entryId, t.position),
    index("postings_account").on(t.accountCode),
    index("postings_line").on(t.orderLineId),
  ],
);
