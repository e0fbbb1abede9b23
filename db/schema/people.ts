import { boolean, index, instant, integer, primaryKey, table, text } from "../dialect.ts";

/** Whoever can sign in, or once could: a buyer, a member with a phone, an officer, an operator. */
export const people = table("people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** +62…, normalised. */
  phone: text("phone").unique(),
  /** Lower case. */
  email: text("email").unique(),
  passwordHash: text("password_hash"),
  locale: text("locale", { enum: ["id", "en"] }),
  isOperator: boolean("is_operator").notNull().default(false),
  suspendedAt: instant("suspended_at"),
  /** When the account was deleted: what is left is a row without a name, for the ledger to point at. */
  erasedAt: instant("erased_at"),
  createdAt: instant("created_at").notNull(),
});

export const sessions = table(
  "sessions",
  {
    /** Keyed hash of the random token in the cookie: a stolen table opens no session. */
    tokenHash: text("token_hash").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    /** A short public name, for "end this session". */
    handle: text("handle").notNull().unique(),
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

/** A one-time code that an officer or operator reads out to someone who forgot the password. */
export const resetCodes = table(
  "reset_codes",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    codeHash: text("code_hash").notNull(),
    issuedBy: text("issued_by")
      .notNull()
      .references(() => people.id),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [index("reset_codes_person").on(t.personId)],
);

/** Fixed-window counters, in the database so that every process shares them. */
export const rateLimits = table(
  "rate_limits",
  {
    key: text("key").notNull(),
    windowStart: instant("window_start").notNull(),
    hits: integer("hits").notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.windowStart] })],
);

/** Who did what for whom; append-only. The record of DESIGN "anybody can be helped". */
export const activities = table(
  "activities",
  {
    id: text("id").primaryKey(),
    at: instant("at").notNull(),
    actorId: text("actor_id").references(() => people.id),
    /** The use case's name. */
    what: text("what").notNull(),
    groupId: text("group_id"),
    /** The member or person it was done for, when that is not the actor. */
    onBehalfOf: text("on_behalf_of"),
    subject: text("subject"),
    note: text("note"),
  },
  (t) => [index("activities_group").on(t.groupId, t.at)],
);
