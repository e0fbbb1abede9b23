import type { DocumentContent } from "#app/domain/document.ts";
import { check, index, instant, integer, json, money, sql, table, text, uniqueIndex } from "../dialect.ts";
import { groups } from "./groups.ts";
import { consignments, orders } from "./orders.ts";
import { people } from "./people.ts";

/** Papers about a group's part of an order, numbered without gaps and append-only by trigger: see the hand-written migrations. */
export const documents = table(
  "documents",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    kind: text("kind", { enum: ["order-confirmation", "invoice", "receipt", "credit-note"] }).notNull(),
    year: integer("year").notNull(),
    /** Counts from 1 for each group, kind and year. */
    number: integer("number").notNull(),
    /** The fact it documents, once: see domain/due-documents.ts. */
    cause: text("cause").notNull().unique(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    total: money("total").notNull(),
    /** What it says, frozen. */
    content: json("content").$type<DocumentContent>().notNull(),
    issuedAt: instant("issued_at").notNull(),
    /** Null for a buyer without an account. */
    issuedBy: text("issued_by").references(() => people.id),
  },
  (t) => [
    uniqueIndex("documents_number").on(t.groupId, t.kind, t.year, t.number),
    index("documents_order").on(t.orderId),
    index("documents_group").on(t.groupId, t.issuedAt),
    check("documents_sane", sql`${t.number} > 0 and ${t.total} > 0`),
  ],
);
