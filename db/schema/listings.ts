import { boolean, check, index, instant, integer, money, primaryKey, sql, table, text, whole } from "../dialect.ts";
import { groups, members } from "./groups.ts";
import { splitRules } from "./split-rules.ts";

export const listings = table(
  "listings",
  {
    id: text("id").primaryKey(),
    groupId: text("group_id")
      .notNull()
      .references(() => groups.id),
    slug: text("slug").notNull().unique(),
    kind: text("kind", { enum: ["craft", "food", "harvest"] }).notNull(),
    name: text("name").notNull(),
    description: text("description").notNull().default(""),
    /** The unit that prices and quantities count: see domain/unit.ts. */
    unit: text("unit").notNull(),
    state: text("state", { enum: ["draft", "published", "hidden"] }).notNull(),
    /** Falls back to the group's rule in force. */
    splitRuleId: text("split_rule_id").references(() => splitRules.id),
    /** Null: in stock. Else made after it was ordered, within so many days. */
    madeToOrderDays: integer("made_to_order_days"),
    /** How many pieces each maker takes on at a time; null for no limit. */
    openPiecesPerMaker: integer("open_pieces_per_maker"),
    fragile: boolean("fragile").notNull().default(false),
    bulky: boolean("bulky").notNull().default(false),
    /** What is packed weighs a little more or less than what was ordered: see domain/catch-weight.ts. */
    catchWeight: boolean("catch_weight").notNull().default(false),
    travels: text("travels", { enum: ["anywhere", "chilled", "local", "cargo"] })
      .notNull()
      .default("anywhere"),
    /** What its variants differ by, in the group's own words: "Ukuran", "Warna"; empty where there is no such choice. */
    option1: text("option1").notNull().default(""),
    option2: text("option2").notNull().default(""),
    option3: text("option3").notNull().default(""),
    permitKind: text("permit_kind", { enum: ["pirt", "bpom-md", "bpom-cosmetic"] }),
    permitNumber: text("permit_number").notNull().default(""),
    /** Null: nothing was said. */
    halal: text("halal", { enum: ["certified", "not-certified", "non-halal"] }),
    halalNumber: text("halal_number").notNull().default(""),
    /** YYYY-MM-DD; null where the certificate names no day. */
    halalUntil: text("halal_until"),
    ingredients: text("ingredients").notNull().default(""),
    allergens: text("allergens").notNull().default(""),
    batch: text("batch").notNull().default(""),
    storage: text("storage").notNull().default(""),
    /** Harvests: the first and last day, YYYY-MM-DD. */
    harvestFrom: text("harvest_from"),
    harvestUntil: text("harvest_until"),
    /** Good for so many days after it was harvested or made. */
    shelfDays: integer("shelf_days"),
    /** The form's own key: a second submit of one form makes no second listing. */
    formKey: text("form_key").notNull().unique(),
    version: integer("version").notNull().default(1),
    createdBy: text("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    publishedAt: instant("published_at"),
  },
  (t) => [
    index("listings_group").on(t.groupId, t.state),
    index("listings_state").on(t.state, t.publishedAt),
    check("listings_capacity", sql`${t.openPiecesPerMaker} is null or ${t.openPiecesPerMaker} > 0`),
  ],
);

/** What is bought. */
export const variants = table(
  "variants",
  {
    id: text("id").primaryKey(),
    listingId: text("listing_id")
      .notNull()
      .references(() => listings.id),
    position: integer("position").notNull(),
    /** "M", "merah": empty when the listing has one variant only. */
    name: text("name").notNull().default(""),
    /** What it is in each of the listing's choices: "M", "merah". Its name says them together. */
    value1: text("value1").notNull().default(""),
    value2: text("value2").notNull().default(""),
    value3: text("value3").notNull().default(""),
    /** The group's own code for it. */
    sku: text("sku").notNull().default(""),
    /** The group and its code in one, so that no two of a group's variants share one; null without a code. */
    skuKey: text("sku_key").unique(),
    /** A harvest's grade, and what the group means by it. */
    grade: text("grade", { enum: ["A", "B", "C"] }),
    gradeText: text("grade_text").notNull().default(""),
    /** What one unit holds, without its wrapping; null where the unit says it or nobody weighed it. */
    netGrams: integer("net_grams"),
    /** The group's rule that divides this choice, where it is another than its listing's; empty where it is the same. */
    splitRuleName: text("split_rule_name").notNull().default(""),
    price: money("price").notNull(),
    /** Thousandths of the unit that can still be ordered: 1 kg is 1000, 1 piece is 1000. */
    stockMilli: integer("stock_milli").notNull(),
    /** Packed weight and size of one unit. */
    packedGrams: integer("packed_grams").notNull(),
    lengthMm: integer("length_mm").notNull(),
    widthMm: integer("width_mm").notNull(),
    heightMm: integer("height_mm").notNull(),
    /** Taken off sale, but old orders still name it. */
    retiredAt: instant("retired_at"),
  },
  (t) => [
    index("variants_listing").on(t.listingId, t.position),
    check("variants_stock", sql`${t.stockMilli} >= 0`),
    check("variants_price", sql`${t.price} > 0 and ${t.price} <= 1000000000000`),
    check("variants_net", sql`${t.netGrams} is null or ${t.netGrams} > 0`),
    check("variants_size", sql`${t.packedGrams} > 0 and ${t.lengthMm} > 0 and ${t.widthMm} > 0 and ${t.heightMm} > 0`),
  ],
);

/** Who made it or brought it, and how much of it: the weight by which the members' part is divided. */
export const contributions = table(
  "contributions",
  {
    listingId: text("listing_id")
      .notNull()
      .references(() => listings.id),
    memberId: text("member_id")
      .notNull()
      .references(() => members.id),
    /** The work step that piece rates name (cut, sew, finish); empty for every other method. */
    step: text("step").notNull().default(""),
    /** Pieces, hours, or thousandths of a kilogram, as the listing's method says; compared only within one listing. */
    weight: whole("weight").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.memberId, t.step] }),
    check("contributions_weight", sql`${t.weight} > 0`),
  ],
);

export const photos = table(
  "photos",
  {
    id: text("id").primaryKey(),
    /** Null for a group's or the network's own photo. */
    listingId: text("listing_id").references(() => listings.id),
    position: integer("position").notNull().default(0),
    alt: text("alt").notNull(),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** A tiny blur of it, a WebP in base64; empty where none was made. */
    preview: text("preview").notNull().default(""),
    /** Public photos are served to anyone; a proof of payment only to those who may see the payment. */
    isPublic: boolean("is_public").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("photos_listing").on(t.listingId, t.position)],
);

/**
 * What a published listing is found and sorted by, written beside it in the same transaction; each engine's full-text index hangs on
 * it (hand-written migrations).
 */
export const listingWords = table(
  "listing_words",
  {
    listingId: text("listing_id")
      .primaryKey()
      .references(() => listings.id),
    title: text("title").notNull(),
    body: text("body").notNull(),
    /** Of the variants on sale; null when there is none. */
    lowestPrice: money("lowest_price"),
  },
  (t) => [index("listing_words_price").on(t.lowestPrice, t.listingId)],
);

/** Each word that some listing was ever found by, cut into trigrams: a mistyped word is mended by the nearest of them. */
export const knownWords = table(
  "known_words",
  { trigram: text("trigram").notNull(), word: text("word").notNull() },
  (t) => [primaryKey({ columns: [t.trigram, t.word] }), index("known_words_word").on(t.word)],
);
