import { DELIVERIES } from "#app/domain/checkout.ts";
import { CONSIGNMENT_STATES, ORDER_STATES } from "#app/domain/order-states.ts";
import { boolean, check, index, instant, integer, money, sql, table, text, uniqueIndex, whole } from "../dialect.ts";
import { saleCycles } from "./cycles.ts";
import { groups, members } from "./groups.ts";
import { variants } from "./listings.ts";
import { people } from "./people.ts";
import { pickUpPoints, runs, tariffs } from "./shipping.ts";
import { splitRules } from "./split-rules.ts";

/** One buyer's purchase. */
export const orders = table(
  "orders",
  {
    id: text("id").primaryKey(),
    /** What the buyer reads out: LB-261124-K7QF. */
    number: text("number").notNull().unique(),
    buyerId: text("buyer_id").references(() => people.id),
    buyerName: text("buyer_name").notNull(),
    buyerPhone: text("buyer_phone").notNull(),
    /** Of a gift: who gets the goods in the buyer's stead, and what the group writes on the card. */
    recipientName: text("recipient_name"),
    recipientPhone: text("recipient_phone"),
    cardNote: text("card_note").notNull().default(""),
    locale: text("locale", { enum: ["id", "en"] }).notNull(),
    delivery: text("delivery", { enum: DELIVERIES }).notNull(),
    runId: text("run_id").references(() => runs.id),
    pickUpPointId: text("pick_up_point_id").references(() => pickUpPoints.id),
    /** The version of a carrier's tariff that its shipping was priced by; it stays, whatever run carries it in the end. */
    tariffId: text("tariff_id").references(() => tariffs.id),
    villageCode: text("village_code"),
    street: text("street"),
    rt: text("rt"),
    rw: text("rw"),
    landmark: text("landmark"),
    postcode: text("postcode"),
    noteToGroups: text("note_to_groups").notNull().default(""),
    goodsTotal: money("goods_total").notNull(),
    /** The ceilings promised at checkout, summed over the consignments. */
    shippingQuote: money("shipping_quote").notNull(),
    /** The same consignments sent alone. */
    shippingAlone: money("shipping_alone").notNull(),
    doorFee: money("door_fee").notNull(),
    /** What of the door fee went back to the buyer. */
    doorFeeRefunded: money("door_fee_refunded").notNull().default(sql`0`),
    /** goods + shipping quote + door fee. */
    total: money("total").notNull(),
    /** What of the total the buyer's credit pays: set aside when it was ordered, the buyer's again if it ends unpaid. */
    creditUsed: money("credit_used").notNull().default(sql`0`),
    /** What packed goods weighed less than ordered, in money: less is due, or it went back. */
    missingTotal: money("missing_total").notNull().default(sql`0`),
    /** Where a shipping saving, or money for what was packed short, goes. */
    savingAs: text("saving_as", { enum: ["credit", "refund"] }).notNull(),
    state: text("state", {
      enum: ORDER_STATES,
    }).notNull(),
    version: integer("version").notNull().default(1),
    payBy: instant("pay_by"),
    /** The form's own key with a hash of what it asked for: one form makes one order. */
    formKey: text("form_key").notNull().unique(),
    formHash: text("form_hash").notNull(),
    placedAt: instant("placed_at").notNull(),
    paidAt: instant("paid_at"),
    /** Who sold it over the counter. */
    soldBy: text("sold_by").references(() => people.id),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("orders_buyer").on(t.buyerId, t.placedAt),
    index("orders_state").on(t.state, t.payBy),
    index("orders_run").on(t.runId),
    check(
      "orders_total",
      sql`${t.total} = ${t.goodsTotal} + ${t.shippingQuote} + ${t.doorFee} and ${t.goodsTotal} > 0`,
    ),
    check("orders_counter", sql`(${t.delivery} = 'counter') = (${t.soldBy} is not null)`),
    check(
      "orders_gift",
      sql`(${t.recipientName} is null) = (${t.recipientPhone} is null) and (${t.recipientName} is not null or ${t.cardNote} = '')`,
    ),
    check("orders_credit", sql`${t.creditUsed} >= 0 and ${t.creditUsed} <= ${t.total}`),
    check("orders_missing", sql`${t.missingTotal} >= 0 and ${t.missingTotal} < ${t.goodsTotal}`),
    check(
      "orders_ceiling",
      sql`${t.shippingQuote} >= 0 and ${t.shippingQuote} <= ${t.shippingAlone} and ${t.doorFee} >= 0 and ${t.doorFeeRefunded} >= 0 and ${t.doorFeeRefunded} <= ${t.doorFee}`,
    ),
  ],
);

/** One group's part of an order. */
export const consignments = table(
  "consignments",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    runId: text("run_id").references(() => runs.id),
    goodsValue: money("goods_value").notNull(),
    /** Of the goods value, what was packed short; the sum over its lines. */
    missing: money("missing").notNull().default(sql`0`),
    /** As ordered; the packer's scale overrides it. */
    grams: integer("grams").notNull(),
    volumetricGrams: integer("volumetric_grams").notNull(),
    packedGrams: integer("packed_grams"),
    /** The longest side once it is packed, where the packer measured it; else the goods' own sizes say it. */
    packedSideMm: integer("packed_side_mm"),
    /** The number of its parcel in the run, once a packer has said so. */
    parcel: integer("parcel"),
    alone: money("alone").notNull(),
    quote: money("quote").notNull(),
    /** What it was finally charged, once the run is settled. */
    share: money("share"),
    /** What of the quote went back to the buyer before its run was settled, beside the saving of that. */
    quoteRefunded: money("quote_refunded").notNull().default(sql`0`),
    /** What of the share the shipping reserve gave back since. */
    shareRefunded: money("share_refunded").notNull().default(sql`0`),
    /** The order in which quotes were promised in a run. */
    quotedAt: instant("quoted_at").notNull(),
    state: text("state", {
      enum: CONSIGNMENT_STATES,
    }).notNull(),
    packedAt: instant("packed_at"),
    handedOverAt: instant("handed_over_at"),
    deliveredAt: instant("delivered_at"),
  },
  (t) => [
    uniqueIndex("consignments_order_group").on(t.orderId, t.groupId),
    index("consignments_group").on(t.groupId, t.state),
    index("consignments_delivered").on(t.groupId, t.deliveredAt),
    index("consignments_run").on(t.runId),
    check("consignments_parcel", sql`${t.parcel} is null or ${t.parcel} > 0`),
    check("consignments_side", sql`${t.packedSideMm} is null or ${t.packedSideMm} > 0`),
    check("consignments_missing", sql`${t.missing} >= 0 and ${t.missing} <= ${t.goodsValue}`),
    check(
      "consignments_ceiling",
      sql`${t.quote} >= 0 and ${t.quote} <= ${t.alone} and (${t.share} is null or (${t.share} >= 0 and ${t.share} <= ${t.quote}))`,
    ),
    check(
      "consignments_refunded",
      sql`${t.quoteRefunded} >= 0 and ${t.quoteRefunded} + coalesce(${t.share}, 0) <= ${t.quote} and ${t.shareRefunded} >= 0 and ${t.shareRefunded} <= coalesce(${t.share}, 0)`,
    ),
  ],
);

/** Everything the sale needs later is copied here when it is placed: no later edit of a listing or a rule reaches it. */
export const orderLines = table(
  "order_lines",
  {
    id: text("id").primaryKey(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    consignmentId: text("consignment_id")
      .notNull()
      .references(() => consignments.id),
    variantId: text("variant_id")
      .notNull()
      .references(() => variants.id),
    /** The sale cycle that it was ordered ahead in; null for goods that were there. */
    cycleId: text("cycle_id").references(() => saleCycles.id),
    position: integer("position").notNull(),
    listingName: text("listing_name").notNull(),
    variantName: text("variant_name").notNull(),
    unit: text("unit").notNull(),
    unitPrice: money("unit_price").notNull(),
    quantityMilli: integer("quantity_milli").notNull(),
    goodsValue: money("goods_value").notNull(),
    /** Made after it was ordered, within so many days; null for goods in stock. */
    madeToOrderDays: integer("made_to_order_days"),
    catchWeight: boolean("catch_weight").notNull().default(false),
    /** What the packer weighed of what is still wanted of it; null until then, and for goods that are counted. */
    packedQuantityMilli: integer("packed_quantity_milli"),
    /** Of the goods value, what was packed short. */
    missing: money("missing").notNull().default(sql`0`),
    /** Of the quantity and of the value, what went back to the buyer since. */
    refundedMilli: integer("refunded_milli").notNull().default(0),
    refundedValue: money("refunded_value").notNull().default(sql`0`),
    splitRuleId: text("split_rule_id")
      .notNull()
      .references(() => splitRules.id),
  },
  (t) => [
    index("order_lines_order").on(t.orderId),
    index("order_lines_consignment").on(t.consignmentId),
    index("order_lines_variant").on(t.variantId),
    index("order_lines_cycle").on(t.cycleId),
    check(
      "order_lines_missing",
      sql`${t.missing} >= 0 and ${t.missing} <= ${t.goodsValue} and (${t.packedQuantityMilli} is null or ${t.packedQuantityMilli} >= 0)`,
    ),
    check(
      "order_lines_refunded",
      sql`${t.refundedMilli} >= 0 and ${t.refundedMilli} <= ${t.quantityMilli} and ${t.refundedValue} >= 0 and ${t.refundedValue} + ${t.missing} <= ${t.goodsValue}`,
    ),
    check("order_lines_sane", sql`${t.quantityMilli} > 0 and ${t.unitPrice} > 0 and ${t.goodsValue} >= 0`),
  ],
);

/** How the line is divided, fixed when it was sold. The amounts of a line sum to its goods value, what is missing to what was packed short. */
export const orderLineShares = table(
  "order_line_shares",
  {
    id: text("id").primaryKey(),
    orderLineId: text("order_line_id")
      .notNull()
      .references(() => orderLines.id),
    position: integer("position").notNull(),
    party: text("party", { enum: ["network-fee", "provider-fee", "fixed-cost", "group-fund", "member"] }).notNull(),
    memberId: text("member_id").references(() => members.id),
    /** A fixed cost's or work step's name. */
    label: text("label").notNull().default(""),
    /** Why this party gets it: see ShareReason in domain/sale-split.ts. */
    reason: text("reason").notNull(),
    /** The figure behind the reason: basis points, rupiah per unit or contribution weight. */
    basis: whole("basis").notNull(),
    basisTotal: whole("basis_total").notNull(),
    amount: money("amount").notNull(),
    /** The rupiah that largest remainder gave beyond the floor. */
    remainder: money("remainder").notNull(),
    /** Of the amount, what this party does not get because less was packed. */
    missing: money("missing").notNull().default(sql`0`),
    /** Of the amount, what this party gave back to the buyer. */
    refunded: money("refunded").notNull().default(sql`0`),
  },
  (t) => [
    index("order_line_shares_line").on(t.orderLineId, t.position),
    index("order_line_shares_member").on(t.memberId),
    check(
      "order_line_shares_amount",
      sql`${t.amount} >= 0 and ${t.missing} >= 0 and ${t.refunded} >= 0 and ${t.missing} + ${t.refunded} <= ${t.amount}`,
    ),
  ],
);
