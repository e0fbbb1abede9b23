import { sql } from "drizzle-orm";
import { orders } from "../schema.ts";

/** Who gets an order's goods, as everybody who carries them reads it: of a gift its recipient, else the buyer. */
export const RECEIVER_NAME = sql<string>`coalesce(${orders.recipientName}, ${orders.buyerName})`;
export const RECEIVER_PHONE = sql<string>`coalesce(${orders.recipientPhone}, ${orders.buyerPhone})`;

export const IS_GIFT = sql<boolean>`${orders.recipientName} is not null`.mapWith(Boolean);
