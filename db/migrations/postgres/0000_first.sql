CREATE TABLE "bank_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"form_key" text NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "bank_statements_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "basket_lines" (
	"basket_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "basket_lines_basket_id_variant_id_pk" PRIMARY KEY("basket_id","variant_id"),
	CONSTRAINT "basket_lines_quantity" CHECK ("basket_lines"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "baskets" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"touched_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bulk_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"form_key" text NOT NULL,
	"sent_by" text NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_imports_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "bulk_imports_whose" CHECK (("bulk_imports"."group_id" is null) = ("bulk_imports"."kind" = 'tariffs'))
);
--> statement-breakpoint
CREATE TABLE "cash_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"category" text NOT NULL,
	"amount" bigint NOT NULL,
	"day" text NOT NULL,
	"counterpart" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"receipt_photo_id" text,
	"reverses" text,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cash_movements_reverses_unique" UNIQUE("reverses"),
	CONSTRAINT "cash_movements_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "cash_movements_sane" CHECK ("cash_movements"."number" > 0 and "cash_movements"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "cash_write_offs" (
	"id" text PRIMARY KEY NOT NULL,
	"holder_id" text NOT NULL,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"bearer_group_id" text,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"form_key" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "cash_write_offs_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "cash_write_offs_amount" CHECK ("cash_write_offs"."amount" > 0 and ("cash_write_offs"."kind" = 'shortage' or "cash_write_offs"."bearer_group_id" is null)),
	CONSTRAINT "cash_write_offs_two" CHECK (("cash_write_offs"."state" = 'proposed') = ("cash_write_offs"."decided_by" is null) and ("cash_write_offs"."state" <> 'approved' or ("cash_write_offs"."decided_by" <> "cash_write_offs"."proposed_by" and "cash_write_offs"."decided_by" <> "cash_write_offs"."holder_id")))
);
--> statement-breakpoint
CREATE TABLE "complaint_windows" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"from_day" text NOT NULL,
	"complain_days" integer NOT NULL,
	"answer_days" integer NOT NULL,
	"form_key" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "complaint_windows_version_unique" UNIQUE("version"),
	CONSTRAINT "complaint_windows_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "complaint_windows_sane" CHECK ("complaint_windows"."complain_days" between 1 and 30 and "complaint_windows"."answer_days" between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "complaints" (
	"id" text PRIMARY KEY NOT NULL,
	"consignment_id" text NOT NULL,
	"kind" text NOT NULL,
	"wish" text NOT NULL,
	"words" text NOT NULL,
	"photo_id" text,
	"state" text NOT NULL,
	"form_key" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"answer_by" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"outcome" text,
	"decision" text DEFAULT '' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"refund_id" text,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "complaints_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "complaints_outcome" CHECK (("complaints"."state" in ('resending', 'closed')) = ("complaints"."outcome" is not null))
);
--> statement-breakpoint
CREATE TABLE "resent_lines" (
	"complaint_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	CONSTRAINT "resent_lines_complaint_id_order_line_id_pk" PRIMARY KEY("complaint_id","order_line_id"),
	CONSTRAINT "resent_lines_quantity" CHECK ("resent_lines"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "cycle_pledges" (
	"cycle_id" text NOT NULL,
	"member_id" text NOT NULL,
	"from_milli" integer NOT NULL,
	"to_milli" integer NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cycle_pledges_cycle_id_member_id_pk" PRIMARY KEY("cycle_id","member_id"),
	CONSTRAINT "cycle_pledges_range" CHECK ("cycle_pledges"."from_milli" >= 0 and "cycle_pledges"."from_milli" <= "cycle_pledges"."to_milli" and "cycle_pledges"."to_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "sale_cycles" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"opens_at" timestamp (3) with time zone NOT NULL,
	"closes_at" timestamp (3) with time zone NOT NULL,
	"hand_over_day" text NOT NULL,
	"minimum_milli" integer NOT NULL,
	"may_wait_milli" integer NOT NULL,
	"cut_rule" text NOT NULL,
	"state" text NOT NULL,
	"crop_milli" integer,
	"rolled_into" text,
	"version" integer DEFAULT 1 NOT NULL,
	"planned_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "sale_cycles_sane" CHECK ("sale_cycles"."minimum_milli" >= 0 and "sale_cycles"."may_wait_milli" >= 0)
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"cause" text NOT NULL,
	"order_id" text NOT NULL,
	"consignment_id" text NOT NULL,
	"total" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"issued_by" text,
	CONSTRAINT "documents_cause_unique" UNIQUE("cause"),
	CONSTRAINT "documents_sane" CHECK ("documents"."number" > 0 and "documents"."total" > 0)
);
--> statement-breakpoint
CREATE TABLE "entrusted_change_lines" (
	"change_id" text NOT NULL,
	"entrusted_line_id" text NOT NULL,
	"expected_milli" integer NOT NULL,
	"sold_milli" integer NOT NULL,
	"lost_milli" integer NOT NULL,
	"returned_milli" integer NOT NULL,
	"sold_value" bigint NOT NULL,
	CONSTRAINT "entrusted_change_lines_change_id_entrusted_line_id_pk" PRIMARY KEY("change_id","entrusted_line_id"),
	CONSTRAINT "entrusted_change_lines_parts" CHECK ("entrusted_change_lines"."sold_milli" >= 0 and "entrusted_change_lines"."lost_milli" >= 0 and "entrusted_change_lines"."returned_milli" >= 0),
	CONSTRAINT "entrusted_change_lines_sum" CHECK ("entrusted_change_lines"."sold_milli" + "entrusted_change_lines"."lost_milli" + "entrusted_change_lines"."returned_milli" <= "entrusted_change_lines"."expected_milli")
);
--> statement-breakpoint
CREATE TABLE "entrusted_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"day" text NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entrusted_changes_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "entrusted_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"entrustment_id" text NOT NULL,
	"position" integer NOT NULL,
	"variant_id" text NOT NULL,
	"listing_name" text NOT NULL,
	"variant_name" text NOT NULL,
	"unit" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"agreed_price" bigint NOT NULL,
	CONSTRAINT "entrusted_lines_quantity" CHECK ("entrusted_lines"."quantity_milli" > 0),
	CONSTRAINT "entrusted_lines_price" CHECK ("entrusted_lines"."agreed_price" > 0)
);
--> statement-breakpoint
CREATE TABLE "entrusted_receipt_parts" (
	"receipt_id" text NOT NULL,
	"member_id" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "entrusted_receipt_parts_receipt_id_member_id_pk" PRIMARY KEY("receipt_id","member_id"),
	CONSTRAINT "entrusted_receipt_parts_amount" CHECK ("entrusted_receipt_parts"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "entrusted_receipts" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"place" text NOT NULL,
	"amount" bigint NOT NULL,
	"commission" bigint NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entrusted_receipts_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "entrusted_receipts_amount" CHECK ("entrusted_receipts"."amount" > 0 and "entrusted_receipts"."commission" >= 0)
);
--> statement-breakpoint
CREATE TABLE "entrustments" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" integer NOT NULL,
	"member_id" text NOT NULL,
	"place_kind" text NOT NULL,
	"place_name" text NOT NULL,
	"day" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "entrustments_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "entrustments_number_from_one" CHECK ("entrustments"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "saved_addresses" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"label" text NOT NULL,
	"village_code" text NOT NULL,
	"street" text NOT NULL,
	"rt" text DEFAULT '' NOT NULL,
	"rw" text DEFAULT '' NOT NULL,
	"landmark" text DEFAULT '' NOT NULL,
	"postcode" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_addresses_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "saved_groups" (
	"person_id" text NOT NULL,
	"group_id" text NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_groups_person_id_group_id_pk" PRIMARY KEY("person_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "fund_payments" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"fund" text NOT NULL,
	"purpose" text NOT NULL,
	"amount" bigint NOT NULL,
	"way" text NOT NULL,
	"day" text NOT NULL,
	"counterpart" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"receipt_photo_id" text NOT NULL,
	"state" text NOT NULL,
	"year" integer,
	"number" integer,
	"form_key" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decided_why" text DEFAULT '' NOT NULL,
	"reversal_by" text,
	"reversal_why" text DEFAULT '' NOT NULL,
	"reversed_by" text,
	"reversed_at" timestamp (3) with time zone,
	CONSTRAINT "fund_payments_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "fund_payments_amount" CHECK ("fund_payments"."amount" > 0),
	CONSTRAINT "fund_payments_two" CHECK ("fund_payments"."decided_by" is null or "fund_payments"."decided_by" <> "fund_payments"."asked_by"),
	CONSTRAINT "fund_payments_two_reverse" CHECK ("fund_payments"."reversed_by" is null or "fund_payments"."reversed_by" <> "fund_payments"."reversal_by")
);
--> statement-breakpoint
CREATE TABLE "withdrawal_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"way" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"movement_id" text,
	"refused_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "withdrawal_requests_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "withdrawal_requests_amount" CHECK ("withdrawal_requests"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"village_code" text NOT NULL,
	"phone" text,
	"photo_id" text,
	"made_by_disabled" boolean DEFAULT false NOT NULL,
	"publishes_totals" boolean DEFAULT false NOT NULL,
	"opens_income" boolean DEFAULT false NOT NULL,
	"income_decision" text DEFAULT '' NOT NULL,
	"hub_id" text,
	"applied_by" text NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"refund_fee_bearer" text DEFAULT 'network' NOT NULL,
	"payout_approval" text DEFAULT 'batches' NOT NULL,
	"advance_limit" bigint DEFAULT 0 NOT NULL,
	"fund_payment_limit" bigint DEFAULT 0 NOT NULL,
	"rules_need_two" boolean DEFAULT false NOT NULL,
	"rules_need_two_ends_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "groups_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "hub_groups" (
	"hub_id" text NOT NULL,
	"group_id" text NOT NULL,
	"named_by" text NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hub_groups_hub_id_group_id_pk" PRIMARY KEY("hub_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"name" text NOT NULL,
	"member_id" text,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"used_by" text,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"person_id" text,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone,
	"is_named" boolean DEFAULT false NOT NULL,
	"shares_seen_at" timestamp (3) with time zone,
	CONSTRAINT "members_number_positive" CHECK ("members"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"member_id" text NOT NULL,
	"role" text NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "offices_member_id_role_pk" PRIMARY KEY("member_id","role")
);
--> statement-breakpoint
CREATE TABLE "held_photos" (
	"id" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"held_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hand_overs" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"proof" text NOT NULL,
	"taken_by" text NOT NULL,
	"given_by" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_entries" (
	"key" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"what" text NOT NULL,
	"subject" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"consignment_id" text NOT NULL,
	"order_line_id" text,
	"stage" text NOT NULL,
	"kind" text NOT NULL,
	"how_much" text NOT NULL,
	"words" text NOT NULL,
	"photo_id" text,
	"reported_by" text,
	"at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "parcels" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"contents" text NOT NULL,
	"weighed_grams" integer,
	"loaded_at" timestamp (3) with time zone,
	"loaded_by" text,
	"found" text,
	"found_at" timestamp (3) with time zone,
	"found_by" text,
	CONSTRAINT "parcels_code_unique" UNIQUE("code"),
	CONSTRAINT "parcels_sane" CHECK ("parcels"."number" > 0 and ("parcels"."weighed_grams" is null or "parcels"."weighed_grams" > 0))
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"consignment_id" text PRIMARY KEY NOT NULL,
	"packages" integer NOT NULL,
	"grams" integer,
	"done_by" text DEFAULT '' NOT NULL,
	"received_by" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_sane" CHECK ("receipts"."packages" > 0 and ("receipts"."grams" is null or "receipts"."grams" > 0))
);
--> statement-breakpoint
CREATE TABLE "uncollected" (
	"consignment_id" text PRIMARY KEY NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"reminders" integer NOT NULL,
	"outcome" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "uncollected_decided" CHECK (("uncollected"."outcome" is null) = ("uncollected"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"owner_kind" text NOT NULL,
	"owner_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"book" text NOT NULL,
	"sequence" integer NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"cause_kind" text NOT NULL,
	"cause_id" text NOT NULL,
	"actor_id" text,
	"memo" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "entries_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"position" integer NOT NULL,
	"account_code" text NOT NULL,
	"amount" bigint NOT NULL,
	"order_line_id" text
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"listing_id" text NOT NULL,
	"member_id" text NOT NULL,
	"step" text DEFAULT '' NOT NULL,
	"weight" bigint NOT NULL,
	CONSTRAINT "contributions_listing_id_member_id_step_pk" PRIMARY KEY("listing_id","member_id","step"),
	CONSTRAINT "contributions_weight" CHECK ("contributions"."weight" > 0)
);
--> statement-breakpoint
CREATE TABLE "known_words" (
	"trigram" text NOT NULL,
	"word" text NOT NULL,
	CONSTRAINT "known_words_trigram_word_pk" PRIMARY KEY("trigram","word")
);
--> statement-breakpoint
CREATE TABLE "listing_words" (
	"listing_id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"lowest_price" bigint
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"slug" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"unit" text NOT NULL,
	"state" text NOT NULL,
	"split_rule_id" text,
	"made_to_order_days" integer,
	"open_pieces_per_maker" integer,
	"fragile" boolean DEFAULT false NOT NULL,
	"bulky" boolean DEFAULT false NOT NULL,
	"catch_weight" boolean DEFAULT false NOT NULL,
	"travels" text DEFAULT 'anywhere' NOT NULL,
	"option1" text DEFAULT '' NOT NULL,
	"option2" text DEFAULT '' NOT NULL,
	"option3" text DEFAULT '' NOT NULL,
	"permit_kind" text,
	"permit_number" text DEFAULT '' NOT NULL,
	"halal" text,
	"halal_number" text DEFAULT '' NOT NULL,
	"halal_until" text,
	"ingredients" text DEFAULT '' NOT NULL,
	"allergens" text DEFAULT '' NOT NULL,
	"batch" text DEFAULT '' NOT NULL,
	"storage" text DEFAULT '' NOT NULL,
	"harvest_from" text,
	"harvest_until" text,
	"shelf_days" integer,
	"form_key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "listings_slug_unique" UNIQUE("slug"),
	CONSTRAINT "listings_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "listings_capacity" CHECK ("listings"."open_pieces_per_maker" is null or "listings"."open_pieces_per_maker" > 0)
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text,
	"position" integer DEFAULT 0 NOT NULL,
	"alt" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"preview" text DEFAULT '' NOT NULL,
	"is_public" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"position" integer NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"value1" text DEFAULT '' NOT NULL,
	"value2" text DEFAULT '' NOT NULL,
	"value3" text DEFAULT '' NOT NULL,
	"sku" text DEFAULT '' NOT NULL,
	"sku_key" text,
	"grade" text,
	"grade_text" text DEFAULT '' NOT NULL,
	"net_grams" integer,
	"split_rule_name" text DEFAULT '' NOT NULL,
	"price" bigint NOT NULL,
	"stock_milli" integer NOT NULL,
	"packed_grams" integer NOT NULL,
	"length_mm" integer NOT NULL,
	"width_mm" integer NOT NULL,
	"height_mm" integer NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "variants_sku_key_unique" UNIQUE("sku_key"),
	CONSTRAINT "variants_stock" CHECK ("variants"."stock_milli" >= 0),
	CONSTRAINT "variants_price" CHECK ("variants"."price" > 0 and "variants"."price" <= 1000000000000),
	CONSTRAINT "variants_net" CHECK ("variants"."net_grams" is null or "variants"."net_grams" > 0),
	CONSTRAINT "variants_size" CHECK ("variants"."packed_grams" > 0 and "variants"."length_mm" > 0 and "variants"."width_mm" > 0 and "variants"."height_mm" > 0)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"member_id" text NOT NULL,
	"day" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "deliveries_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "deliveries_quantity" CHECK ("deliveries"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "delivery_corrections" (
	"id" text PRIMARY KEY NOT NULL,
	"delivery_id" text NOT NULL,
	"kind" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"reason" text NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "delivery_corrections_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "delivery_corrections_quantity" CHECK ("delivery_corrections"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "line_takings" (
	"order_line_id" text NOT NULL,
	"lot_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"short_milli" integer DEFAULT 0 NOT NULL,
	"returned_milli" integer DEFAULT 0 NOT NULL,
	"returned_at" timestamp (3) with time zone,
	CONSTRAINT "line_takings_order_line_id_lot_id_delivery_id_pk" PRIMARY KEY("order_line_id","lot_id","delivery_id"),
	CONSTRAINT "line_takings_quantity" CHECK ("line_takings"."quantity_milli" > 0),
	CONSTRAINT "line_takings_short" CHECK ("line_takings"."short_milli" >= 0 and "line_takings"."returned_milli" >= 0 and "line_takings"."short_milli" + "line_takings"."returned_milli" <= "line_takings"."quantity_milli")
);
--> statement-breakpoint
CREATE TABLE "lot_parts" (
	"lot_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"weight_milli" integer NOT NULL,
	"left_milli" integer NOT NULL,
	CONSTRAINT "lot_parts_lot_id_delivery_id_pk" PRIMARY KEY("lot_id","delivery_id"),
	CONSTRAINT "lot_parts_left" CHECK ("lot_parts"."left_milli" >= 0 and "lot_parts"."left_milli" <= "lot_parts"."weight_milli")
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"day" text NOT NULL,
	"number" integer NOT NULL,
	"begun_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write_off_parts" (
	"write_off_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	CONSTRAINT "write_off_parts_write_off_id_delivery_id_pk" PRIMARY KEY("write_off_id","delivery_id"),
	CONSTRAINT "write_off_parts_quantity" CHECK ("write_off_parts"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "write_offs" (
	"id" text PRIMARY KEY NOT NULL,
	"lot_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "write_offs_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "write_offs_quantity" CHECK ("write_offs"."quantity_milli" > 0)
);
--> statement-breakpoint
CREATE TABLE "message_preferences" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"by_mail" boolean NOT NULL,
	CONSTRAINT "message_preferences_person_id_kind_pk" PRIMARY KEY("person_id","kind")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"facts" text NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "messages_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"job" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "networks" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"fee_basis_points" integer NOT NULL,
	"qris_fee_basis_points" integer NOT NULL,
	"bank_name" text NOT NULL,
	"bank_account" text NOT NULL,
	"bank_holder" text NOT NULL,
	"qris_photo_id" text,
	"takes_transfer" boolean NOT NULL,
	"takes_qris" boolean NOT NULL,
	"takes_cash_on_delivery" boolean NOT NULL,
	"sends_to_groups" boolean DEFAULT false NOT NULL,
	"pay_within_hours" integer NOT NULL,
	"fetch_within_days" integer DEFAULT 7 NOT NULL,
	"fetch_fresh_within_days" integer DEFAULT 2 NOT NULL,
	"food_needs_permit" boolean DEFAULT false NOT NULL,
	"food_needs_halal" boolean DEFAULT false NOT NULL,
	"share_rule" text DEFAULT 'equal-saving' NOT NULL,
	"keeping_rule" text DEFAULT 'warn' NOT NULL,
	"is_demo" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "networks_fees" CHECK ("networks"."fee_basis_points" between 0 and 10000 and "networks"."qris_fee_basis_points" between 0 and 10000 and "networks"."pay_within_hours" between 1 and 720),
	CONSTRAINT "networks_fetching" CHECK ("networks"."fetch_within_days" between 1 and 60 and "networks"."fetch_fresh_within_days" between 1 and "networks"."fetch_within_days")
);
--> statement-breakpoint
CREATE TABLE "consignments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"group_id" text NOT NULL,
	"run_id" text,
	"goods_value" bigint NOT NULL,
	"missing" bigint DEFAULT 0 NOT NULL,
	"grams" integer NOT NULL,
	"volumetric_grams" integer NOT NULL,
	"packed_grams" integer,
	"packed_side_mm" integer,
	"parcel" integer,
	"alone" bigint NOT NULL,
	"quote" bigint NOT NULL,
	"share" bigint,
	"quote_refunded" bigint DEFAULT 0 NOT NULL,
	"share_refunded" bigint DEFAULT 0 NOT NULL,
	"quoted_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"packed_at" timestamp (3) with time zone,
	"handed_over_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "consignments_parcel" CHECK ("consignments"."parcel" is null or "consignments"."parcel" > 0),
	CONSTRAINT "consignments_side" CHECK ("consignments"."packed_side_mm" is null or "consignments"."packed_side_mm" > 0),
	CONSTRAINT "consignments_missing" CHECK ("consignments"."missing" >= 0 and "consignments"."missing" <= "consignments"."goods_value"),
	CONSTRAINT "consignments_ceiling" CHECK ("consignments"."quote" >= 0 and "consignments"."quote" <= "consignments"."alone" and ("consignments"."share" is null or ("consignments"."share" >= 0 and "consignments"."share" <= "consignments"."quote"))),
	CONSTRAINT "consignments_refunded" CHECK ("consignments"."quote_refunded" >= 0 and "consignments"."quote_refunded" + coalesce("consignments"."share", 0) <= "consignments"."quote" and "consignments"."share_refunded" >= 0 and "consignments"."share_refunded" <= coalesce("consignments"."share", 0))
);
--> statement-breakpoint
CREATE TABLE "order_line_shares" (
	"id" text PRIMARY KEY NOT NULL,
	"order_line_id" text NOT NULL,
	"position" integer NOT NULL,
	"party" text NOT NULL,
	"member_id" text,
	"label" text DEFAULT '' NOT NULL,
	"reason" text NOT NULL,
	"basis" bigint NOT NULL,
	"basis_total" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"remainder" bigint NOT NULL,
	"missing" bigint DEFAULT 0 NOT NULL,
	"refunded" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "order_line_shares_amount" CHECK ("order_line_shares"."amount" >= 0 and "order_line_shares"."missing" >= 0 and "order_line_shares"."refunded" >= 0 and "order_line_shares"."missing" + "order_line_shares"."refunded" <= "order_line_shares"."amount")
);
--> statement-breakpoint
CREATE TABLE "order_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"consignment_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"cycle_id" text,
	"position" integer NOT NULL,
	"listing_name" text NOT NULL,
	"variant_name" text NOT NULL,
	"unit" text NOT NULL,
	"unit_price" bigint NOT NULL,
	"quantity_milli" integer NOT NULL,
	"goods_value" bigint NOT NULL,
	"made_to_order_days" integer,
	"catch_weight" boolean DEFAULT false NOT NULL,
	"packed_quantity_milli" integer,
	"missing" bigint DEFAULT 0 NOT NULL,
	"refunded_milli" integer DEFAULT 0 NOT NULL,
	"refunded_value" bigint DEFAULT 0 NOT NULL,
	"split_rule_id" text NOT NULL,
	CONSTRAINT "order_lines_missing" CHECK ("order_lines"."missing" >= 0 and "order_lines"."missing" <= "order_lines"."goods_value" and ("order_lines"."packed_quantity_milli" is null or "order_lines"."packed_quantity_milli" >= 0)),
	CONSTRAINT "order_lines_refunded" CHECK ("order_lines"."refunded_milli" >= 0 and "order_lines"."refunded_milli" <= "order_lines"."quantity_milli" and "order_lines"."refunded_value" >= 0 and "order_lines"."refunded_value" + "order_lines"."missing" <= "order_lines"."goods_value"),
	CONSTRAINT "order_lines_sane" CHECK ("order_lines"."quantity_milli" > 0 and "order_lines"."unit_price" > 0 and "order_lines"."goods_value" >= 0)
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"buyer_id" text,
	"buyer_name" text NOT NULL,
	"buyer_phone" text NOT NULL,
	"recipient_name" text,
	"recipient_phone" text,
	"card_note" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"delivery" text NOT NULL,
	"run_id" text,
	"pick_up_point_id" text,
	"tariff_id" text,
	"village_code" text,
	"street" text,
	"rt" text,
	"rw" text,
	"landmark" text,
	"postcode" text,
	"note_to_groups" text DEFAULT '' NOT NULL,
	"goods_total" bigint NOT NULL,
	"shipping_quote" bigint NOT NULL,
	"shipping_alone" bigint NOT NULL,
	"door_fee" bigint NOT NULL,
	"door_fee_refunded" bigint DEFAULT 0 NOT NULL,
	"total" bigint NOT NULL,
	"credit_used" bigint DEFAULT 0 NOT NULL,
	"missing_total" bigint DEFAULT 0 NOT NULL,
	"saving_as" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"pay_by" timestamp (3) with time zone,
	"form_key" text NOT NULL,
	"form_hash" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"paid_at" timestamp (3) with time zone,
	"sold_by" text,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "orders_number_unique" UNIQUE("number"),
	CONSTRAINT "orders_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "orders_total" CHECK ("orders"."total" = "orders"."goods_total" + "orders"."shipping_quote" + "orders"."door_fee" and "orders"."goods_total" > 0),
	CONSTRAINT "orders_counter" CHECK (("orders"."delivery" = 'counter') = ("orders"."sold_by" is not null)),
	CONSTRAINT "orders_gift" CHECK (("orders"."recipient_name" is null) = ("orders"."recipient_phone" is null) and ("orders"."recipient_name" is not null or "orders"."card_note" = '')),
	CONSTRAINT "orders_credit" CHECK ("orders"."credit_used" >= 0 and "orders"."credit_used" <= "orders"."total"),
	CONSTRAINT "orders_missing" CHECK ("orders"."missing_total" >= 0 and "orders"."missing_total" < "orders"."goods_total"),
	CONSTRAINT "orders_ceiling" CHECK ("orders"."shipping_quote" >= 0 and "orders"."shipping_quote" <= "orders"."shipping_alone" and "orders"."door_fee" >= 0 and "orders"."door_fee_refunded" >= 0 and "orders"."door_fee_refunded" <= "orders"."door_fee")
);
--> statement-breakpoint
CREATE TABLE "comparisons" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"looked" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "differences" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	"theirs" bigint NOT NULL,
	"ours" bigint NOT NULL,
	"found_at" timestamp (3) with time zone NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"provider_ref" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "disputes_provider_ref_unique" UNIQUE("provider_ref"),
	CONSTRAINT "disputes_amount" CHECK ("disputes"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"args" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"first_sent_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"outcome" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"result_ref" text,
	"error" text,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "payments" (
	"id" text PRIMARY KEY NOT NULL,
	"order_id" text NOT NULL,
	"attempt" integer NOT NULL,
	"provider" text NOT NULL,
	"method" text NOT NULL,
	"provider_ref" text,
	"pay_url" text,
	"amount" bigint NOT NULL,
	"unique_addition" integer NOT NULL,
	"cash_given" bigint,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"proof_photo_id" text,
	"proof_at" timestamp (3) with time zone,
	"confirmed_by" text,
	"confirmed_at" timestamp (3) with time zone,
	"bank_reference" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payments_provider_ref_unique" UNIQUE("provider_ref"),
	CONSTRAINT "payments_cash_given" CHECK ("payments"."cash_given" is null or "payments"."cash_given" >= "payments"."amount"),
	CONSTRAINT "payments_amount" CHECK ("payments"."amount" > 0 and "payments"."unique_addition" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refund_lines" (
	"refund_id" text NOT NULL,
	"order_line_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "refund_lines_refund_id_order_line_id_pk" PRIMARY KEY("refund_id","order_line_id"),
	CONSTRAINT "refund_lines_sane" CHECK ("refund_lines"."quantity_milli" >= 0 and "refund_lines"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"shipping" bigint DEFAULT 0 NOT NULL,
	"cause" text DEFAULT 'order' NOT NULL,
	"way" text NOT NULL,
	"box_group_id" text,
	"reason" text NOT NULL,
	"state" text NOT NULL,
	"form_key" text NOT NULL,
	"provider_ref" text,
	"requested_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "refunds_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "refunds_amount" CHECK ("refunds"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "webhook_events" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"object_ref" text,
	"concerns" text DEFAULT 'payment' NOT NULL,
	"account" text,
	"body" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"processed_at" timestamp (3) with time zone,
	"outcome" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp (3) with time zone NOT NULL,
	"error" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_events_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "holdbacks" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"until_day" text NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL,
	"released_at" timestamp (3) with time zone,
	"released_by" text
);
--> statement-breakpoint
CREATE TABLE "payout_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"prepared_by" text NOT NULL,
	"prepared_at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	"decided_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "payout_batches_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "payout_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"batch_id" text NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"method" text NOT NULL,
	"amount" bigint NOT NULL,
	"repaid" bigint NOT NULL,
	"kept" bigint NOT NULL,
	"kept_why" text DEFAULT '' NOT NULL,
	"kept_until" text,
	"repay_basis_points" integer,
	"repay_amount" bigint,
	"agreed_by" text,
	"agreed_at" timestamp (3) with time zone,
	"agreement_photo_id" text,
	"reason" text DEFAULT '' NOT NULL,
	"failed_why" text DEFAULT '' NOT NULL,
	"done_by" text,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "payout_lines_sane" CHECK ("payout_lines"."amount" >= 0 and "payout_lines"."repaid" >= 0 and "payout_lines"."kept" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payout_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"amount" bigint,
	"words" text DEFAULT '' NOT NULL,
	"form_key" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "payout_requests_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "payout_ways" (
	"member_id" text PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"provider" text DEFAULT '' NOT NULL,
	"holder" text DEFAULT '' NOT NULL,
	"sealed_account" text DEFAULT '' NOT NULL,
	"last_four" text DEFAULT '' NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"kind" text DEFAULT 'share' NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"amount" bigint NOT NULL,
	"repaid" bigint NOT NULL,
	"method" text NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"confirmed_by" text,
	"proof_photo_id" text,
	"form_key" text NOT NULL,
	"paid_by" text NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"returned_at" timestamp (3) with time zone,
	"returned_why" text DEFAULT '' NOT NULL,
	CONSTRAINT "payouts_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "payouts_amount" CHECK ("payouts"."amount" >= 0 and "payouts"."repaid" >= 0 and "payouts"."amount" + "payouts"."repaid" > 0)
);
--> statement-breakpoint
CREATE TABLE "activities" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"what" text NOT NULL,
	"group_id" text,
	"on_behalf_of" text,
	"subject" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	"password_hash" text,
	"locale" text,
	"is_operator" boolean DEFAULT false NOT NULL,
	"suspended_at" timestamp (3) with time zone,
	"erased_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "people_phone_unique" UNIQUE("phone"),
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "reset_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"issued_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"handle" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "sessions_handle_unique" UNIQUE("handle")
);
--> statement-breakpoint
CREATE TABLE "accepted_lines" (
	"order_line_id" text PRIMARY KEY NOT NULL,
	"accepted_by" text NOT NULL,
	"accepted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "period_seals" (
	"id" text PRIMARY KEY NOT NULL,
	"book" text NOT NULL,
	"turn" integer NOT NULL,
	"kind" text NOT NULL,
	"month" text NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"head_sequence" integer NOT NULL,
	"head_hash" text NOT NULL,
	"totals" jsonb NOT NULL,
	"prepared_by" text,
	"done_by" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "periods" (
	"group_id" text NOT NULL,
	"month" text NOT NULL,
	"state" text NOT NULL,
	"cash_box" bigint NOT NULL,
	"bank" bigint NOT NULL,
	"stripe" bigint NOT NULL,
	"cod_in_transit" bigint NOT NULL,
	"counted_by" text NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	"proposed_by" text,
	"proposed_at" timestamp (3) with time zone,
	"sent_back_why" text DEFAULT '' NOT NULL,
	"sent_back_by" text,
	"sent_back_at" timestamp (3) with time zone,
	CONSTRAINT "periods_group_id_month_pk" PRIMARY KEY("group_id","month")
);
--> statement-breakpoint
CREATE TABLE "share_words" (
	"id" text PRIMARY KEY NOT NULL,
	"order_line_id" text NOT NULL,
	"member_id" text NOT NULL,
	"said" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"said_by" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"form_key" text NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "share_words_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text PRIMARY KEY NOT NULL,
	"listing_id" text NOT NULL,
	"group_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"asker_name" text NOT NULL,
	"words" text NOT NULL,
	"form_key" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" text,
	"hidden_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "questions_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "review_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"review_id" text NOT NULL,
	"reported_by" text NOT NULL,
	"words" text NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"judged_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text PRIMARY KEY NOT NULL,
	"order_line_id" text NOT NULL,
	"listing_id" text NOT NULL,
	"group_id" text NOT NULL,
	"person_id" text,
	"author_name" text NOT NULL,
	"stars" integer NOT NULL,
	"words" text NOT NULL,
	"photo_id" text,
	"written_at" timestamp (3) with time zone NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"hidden_by" text,
	"hidden_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "reviews_order_line_id_unique" UNIQUE("order_line_id"),
	CONSTRAINT "reviews_stars" CHECK ("reviews"."stars" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "run_move_parts" (
	"move_id" text NOT NULL,
	"consignment_id" text NOT NULL,
	"to_run_id" text,
	"spoiling" text DEFAULT '' NOT NULL,
	"answer" text DEFAULT 'open' NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "run_move_parts_move_id_consignment_id_pk" PRIMARY KEY("move_id","consignment_id"),
	CONSTRAINT "run_move_parts_answer" CHECK (("run_move_parts"."answer" = 'open') = ("run_move_parts"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "run_moves" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"moved_by" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"cut_off_was" timestamp (3) with time zone NOT NULL,
	"departs_was" timestamp (3) with time zone NOT NULL,
	"cut_off_at" timestamp (3) with time zone,
	"departs_at" timestamp (3) with time zone,
	CONSTRAINT "run_moves_days" CHECK (("run_moves"."kind" = 'postponed') = ("run_moves"."departs_at" is not null) and ("run_moves"."kind" = 'postponed') = ("run_moves"."cut_off_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "run_schedules" (
	"id" text PRIMARY KEY NOT NULL,
	"hub_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"service" text NOT NULL,
	"vessel" text NOT NULL,
	"weekday" integer NOT NULL,
	"departs_at" text NOT NULL,
	"cut_off_hours" integer NOT NULL,
	"days_ahead" integer NOT NULL,
	"door_fee" bigint NOT NULL,
	"max_grams" integer,
	"max_parcels" integer,
	"first_day" text NOT NULL,
	"last_day" text,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"form_key" text NOT NULL,
	"started_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "run_schedules_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "run_schedules_sane" CHECK ("run_schedules"."weekday" between 0 and 6 and "run_schedules"."cut_off_hours" between 1 and 240 and "run_schedules"."days_ahead" between 1 and 28 and "run_schedules"."door_fee" >= 0 and ("run_schedules"."max_grams" is null or "run_schedules"."max_grams" > 0) and ("run_schedules"."max_parcels" is null or "run_schedules"."max_parcels" > 0))
);
--> statement-breakpoint
CREATE TABLE "scheduled_days" (
	"schedule_id" text NOT NULL,
	"day" text NOT NULL,
	"outcome" text NOT NULL,
	"run_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scheduled_days_schedule_id_day_pk" PRIMARY KEY("schedule_id","day")
);
--> statement-breakpoint
CREATE TABLE "savings_movements" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"member_id" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"purpose" text NOT NULL,
	"way" text NOT NULL,
	"pokok" bigint NOT NULL,
	"wajib" bigint NOT NULL,
	"sukarela" bigint NOT NULL,
	"day" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"reverses" text,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "savings_movements_reverses_unique" UNIQUE("reverses"),
	CONSTRAINT "savings_movements_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "savings_movements_sane" CHECK ("savings_movements"."number" > 0 and "savings_movements"."pokok" >= 0 and "savings_movements"."wajib" >= 0 and "savings_movements"."sukarela" >= 0 and "savings_movements"."pokok" + "savings_movements"."wajib" + "savings_movements"."sukarela" > 0)
);
--> statement-breakpoint
CREATE TABLE "savings_terms" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"version" integer NOT NULL,
	"pokok" bigint NOT NULL,
	"wajib" bigint NOT NULL,
	"from_month" text NOT NULL,
	"due_day" integer NOT NULL,
	"decision" text NOT NULL,
	"form_key" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "savings_terms_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "savings_terms_sane" CHECK ("savings_terms"."pokok" >= 0 and "savings_terms"."wajib" >= 0 and "savings_terms"."due_day" between 1 and 28)
);
--> statement-breakpoint
CREATE TABLE "boxes" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"length_mm" integer NOT NULL,
	"width_mm" integer NOT NULL,
	"height_mm" integer NOT NULL,
	"wall_mm" integer NOT NULL,
	"empty_grams" integer NOT NULL,
	"max_grams" integer NOT NULL,
	"entered_by" text,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "boxes_sane" CHECK ("boxes"."length_mm" > 0 and "boxes"."width_mm" > 0 and "boxes"."height_mm" > 0 and "boxes"."wall_mm" >= 0 and "boxes"."empty_grams" >= 0 and "boxes"."max_grams" > 0 and ("boxes"."retired_at" is null or "boxes"."retired_at" >= "boxes"."entered_at"))
);
--> statement-breakpoint
CREATE TABLE "hub_keepers" (
	"hub_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "hub_keepers_hub_id_person_id_pk" PRIMARY KEY("hub_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "hubs" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"village_code" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pick_up_points" (
	"id" text PRIMARY KEY NOT NULL,
	"zone_id" text NOT NULL,
	"name" text NOT NULL,
	"village_code" text NOT NULL,
	"address" text NOT NULL,
	"opening_hours" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_keepers" (
	"pick_up_point_id" text NOT NULL,
	"person_id" text NOT NULL,
	CONSTRAINT "point_keepers_pick_up_point_id_person_id_pk" PRIMARY KEY("pick_up_point_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "run_points" (
	"run_id" text NOT NULL,
	"pick_up_point_id" text NOT NULL,
	CONSTRAINT "run_points_run_id_pick_up_point_id_pk" PRIMARY KEY("run_id","pick_up_point_id")
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"hub_id" text NOT NULL,
	"zone_id" text NOT NULL,
	"tariff_id" text NOT NULL,
	"vessel" text NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"cut_off_at" timestamp (3) with time zone NOT NULL,
	"departs_at" timestamp (3) with time zone NOT NULL,
	"door_fee" bigint NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"max_grams" integer,
	"max_parcels" integer,
	"share_rule" text DEFAULT 'equal-saving' NOT NULL,
	"carrier_bill" bigint,
	"bill_photo_id" text,
	"departed_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "runs_code_unique" UNIQUE("code"),
	CONSTRAINT "runs_limit" CHECK (("runs"."max_grams" is null or "runs"."max_grams" > 0) and ("runs"."max_parcels" is null or "runs"."max_parcels" > 0)),
	CONSTRAINT "runs_planned" CHECK ("runs"."state" <> 'planned' or "runs"."opens_at" is not null),
	CONSTRAINT "runs_money" CHECK ("runs"."door_fee" >= 0 and ("runs"."carrier_bill" is null or "runs"."carrier_bill" >= 0))
);
--> statement-breakpoint
CREATE TABLE "tariffs" (
	"id" text PRIMARY KEY NOT NULL,
	"service" text NOT NULL,
	"zone_id" text NOT NULL,
	"per_kg" bigint NOT NULL,
	"per_parcel" bigint NOT NULL,
	"boat_fee" bigint DEFAULT 0 NOT NULL,
	"first_block_grams" integer DEFAULT 0 NOT NULL,
	"first_block_fee" bigint DEFAULT 0 NOT NULL,
	"min_kg" integer NOT NULL,
	"tolerance_grams" integer NOT NULL,
	"step_grams" integer NOT NULL,
	"max_parcel_grams" integer NOT NULL,
	"max_side_mm" integer,
	"volume_divisor" integer NOT NULL,
	"days_under_way" integer DEFAULT 1 NOT NULL,
	"keeps_cold" boolean DEFAULT false NOT NULL,
	"counts_box" boolean DEFAULT false NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone,
	"source" text DEFAULT '' NOT NULL,
	"entered_by" text,
	"entered_at" timestamp (3) with time zone,
	CONSTRAINT "tariffs_sane" CHECK ("tariffs"."per_kg" >= 0 and "tariffs"."per_parcel" >= 0 and "tariffs"."min_kg" >= 0 and "tariffs"."tolerance_grams" >= 0 and "tariffs"."step_grams" > 0 and "tariffs"."max_parcel_grams" > 0 and "tariffs"."volume_divisor" > 0 and "tariffs"."days_under_way" >= 0 and "tariffs"."boat_fee" >= 0 and "tariffs"."first_block_grams" >= 0 and "tariffs"."first_block_fee" >= 0 and ("tariffs"."max_side_mm" is null or "tariffs"."max_side_mm" > 0) and ("tariffs"."valid_to" is null or "tariffs"."valid_to" >= "tariffs"."valid_from"))
);
--> statement-breakpoint
CREATE TABLE "zone_areas" (
	"zone_id" text NOT NULL,
	"region_code" text NOT NULL,
	CONSTRAINT "zone_areas_zone_id_region_code_pk" PRIMARY KEY("zone_id","region_code"),
	CONSTRAINT "zone_areas_region_code_unique" UNIQUE("region_code")
);
--> statement-breakpoint
CREATE TABLE "zones" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "split_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"rule" jsonb NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"is_default" integer DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'approved' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"minutes_photo_id" text,
	"created_by" text NOT NULL,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	"effective_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "split_rules_two" CHECK ("split_rules"."answered_by" is null or "split_rules"."answered_by" <> "split_rules"."created_by")
);
--> statement-breakpoint
CREATE TABLE "standing_orders" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"variant_id" text NOT NULL,
	"quantity_milli" integer NOT NULL,
	"every_weeks" integer NOT NULL,
	"weekday" integer,
	"delivery" text NOT NULL,
	"pick_up_point_id" text,
	"address_id" text,
	"method" text NOT NULL,
	"uses_credit" boolean NOT NULL,
	"ceiling" bigint NOT NULL,
	"state" text NOT NULL,
	"skips_next" boolean DEFAULT false NOT NULL,
	"not_before" text NOT NULL,
	"form_key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "standing_orders_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "standing_orders_sane" CHECK ("standing_orders"."quantity_milli" > 0 and "standing_orders"."every_weeks" in (1, 2) and "standing_orders"."ceiling" > 0)
);
--> statement-breakpoint
CREATE TABLE "standing_turns" (
	"standing_order_id" text NOT NULL,
	"turn" text NOT NULL,
	"outcome" text NOT NULL,
	"order_id" text,
	"why" text,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "standing_turns_standing_order_id_turn_pk" PRIMARY KEY("standing_order_id","turn")
);
--> statement-breakpoint
CREATE TABLE "stock_costs" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"number" integer NOT NULL,
	"variant_id" text NOT NULL,
	"lot_id" text,
	"unit_cost" bigint NOT NULL,
	"basis" text NOT NULL,
	"source" text NOT NULL,
	"voucher_id" text,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "stock_costs_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "stock_costs_sane" CHECK ("stock_costs"."unit_cost" >= 0 and "stock_costs"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"day" text NOT NULL,
	"place" text NOT NULL,
	"present" integer NOT NULL,
	"decision" text NOT NULL,
	"photo_id" text,
	"form_key" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "meetings_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "meetings_present" CHECK ("meetings"."present" > 0)
);
--> statement-breakpoint
CREATE TABLE "surplus_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"version" integer NOT NULL,
	"funds" jsonb NOT NULL,
	"counts_voluntary" boolean NOT NULL,
	"meeting_id" text NOT NULL,
	"form_key" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "surplus_policies_form_key_unique" UNIQUE("form_key")
);
--> statement-breakpoint
CREATE TABLE "surplus_years" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"year" integer NOT NULL,
	"turn" integer NOT NULL,
	"state" text NOT NULL,
	"policy_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"content" jsonb NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp (3) with time zone,
	"reversal_by" text,
	"reversal_reason" text DEFAULT '' NOT NULL,
	"reversed_by" text,
	"reversed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "tax_rules" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"from_day" text NOT NULL,
	"person_free" bigint NOT NULL,
	"ceiling" bigint NOT NULL,
	"rate_basis_points" integer NOT NULL,
	"warn_basis_points" integer NOT NULL,
	"source" text NOT NULL,
	"form_key" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tax_rules_version_unique" UNIQUE("version"),
	CONSTRAINT "tax_rules_form_key_unique" UNIQUE("form_key"),
	CONSTRAINT "tax_rules_sane" CHECK ("tax_rules"."person_free" > 0 and "tax_rules"."ceiling" > "tax_rules"."person_free" and "tax_rules"."rate_basis_points" between 0 and 10000 and "tax_rules"."warn_basis_points" between 1 and 10000)
);
--> statement-breakpoint
CREATE TABLE "event_cursors" (
	"source" text PRIMARY KEY NOT NULL,
	"read_until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reversals" (
	"id" text PRIMARY KEY NOT NULL,
	"transfer_id" text NOT NULL,
	"cause" text NOT NULL,
	"share" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"owed" bigint NOT NULL,
	"state" text NOT NULL,
	"provider_ref" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "reversals_provider_ref_unique" UNIQUE("provider_ref"),
	CONSTRAINT "reversals_amounts" CHECK ("reversals"."amount" >= 0 and "reversals"."owed" >= 0 and "reversals"."share" >= 0)
);
--> statement-breakpoint
CREATE TABLE "stripe_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"group_id" text NOT NULL,
	"provider_ref" text,
	"transfers" text NOT NULL,
	"sends_to_bank" boolean NOT NULL,
	"asks" text DEFAULT '[]' NOT NULL,
	"asked_by" timestamp (3) with time zone,
	"opened_by" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "stripe_accounts_provider_ref_unique" UNIQUE("provider_ref")
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text NOT NULL,
	"group_id" text NOT NULL,
	"consignment_id" text NOT NULL,
	"stripe_account_id" text NOT NULL,
	"earned" bigint NOT NULL,
	"set_off" bigint NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"provider_ref" text,
	"book_sequence" integer NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "transfers_provider_ref_unique" UNIQUE("provider_ref"),
	CONSTRAINT "transfers_amounts" CHECK ("transfers"."amount" >= 0 and "transfers"."set_off" >= 0 and "transfers"."amount" + "transfers"."set_off" <= "transfers"."earned")
);
--> statement-breakpoint
ALTER TABLE "bank_statements" ADD CONSTRAINT "bank_statements_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basket_lines" ADD CONSTRAINT "basket_lines_basket_id_baskets_id_fk" FOREIGN KEY ("basket_id") REFERENCES "public"."baskets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "basket_lines" ADD CONSTRAINT "basket_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "baskets" ADD CONSTRAINT "baskets_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_imports" ADD CONSTRAINT "bulk_imports_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_imports" ADD CONSTRAINT "bulk_imports_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_movements" ADD CONSTRAINT "cash_movements_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_movements" ADD CONSTRAINT "cash_movements_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_write_offs" ADD CONSTRAINT "cash_write_offs_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_write_offs" ADD CONSTRAINT "cash_write_offs_bearer_group_id_groups_id_fk" FOREIGN KEY ("bearer_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_write_offs" ADD CONSTRAINT "cash_write_offs_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cash_write_offs" ADD CONSTRAINT "cash_write_offs_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint_windows" ADD CONSTRAINT "complaint_windows_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaints" ADD CONSTRAINT "complaints_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resent_lines" ADD CONSTRAINT "resent_lines_complaint_id_complaints_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resent_lines" ADD CONSTRAINT "resent_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_pledges" ADD CONSTRAINT "cycle_pledges_cycle_id_sale_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."sale_cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_pledges" ADD CONSTRAINT "cycle_pledges_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cycle_pledges" ADD CONSTRAINT "cycle_pledges_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_cycles" ADD CONSTRAINT "sale_cycles_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_cycles" ADD CONSTRAINT "sale_cycles_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_cycles" ADD CONSTRAINT "sale_cycles_planned_by_people_id_fk" FOREIGN KEY ("planned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_change_lines" ADD CONSTRAINT "entrusted_change_lines_change_id_entrusted_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."entrusted_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_change_lines" ADD CONSTRAINT "entrusted_change_lines_entrusted_line_id_entrusted_lines_id_fk" FOREIGN KEY ("entrusted_line_id") REFERENCES "public"."entrusted_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_changes" ADD CONSTRAINT "entrusted_changes_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_changes" ADD CONSTRAINT "entrusted_changes_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_lines" ADD CONSTRAINT "entrusted_lines_entrustment_id_entrustments_id_fk" FOREIGN KEY ("entrustment_id") REFERENCES "public"."entrustments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_lines" ADD CONSTRAINT "entrusted_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_receipt_parts" ADD CONSTRAINT "entrusted_receipt_parts_receipt_id_entrusted_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."entrusted_receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_receipt_parts" ADD CONSTRAINT "entrusted_receipt_parts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_receipts" ADD CONSTRAINT "entrusted_receipts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrusted_receipts" ADD CONSTRAINT "entrusted_receipts_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrustments" ADD CONSTRAINT "entrustments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrustments" ADD CONSTRAINT "entrustments_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entrustments" ADD CONSTRAINT "entrustments_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_addresses" ADD CONSTRAINT "saved_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_groups" ADD CONSTRAINT "saved_groups_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_groups" ADD CONSTRAINT "saved_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payments" ADD CONSTRAINT "fund_payments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payments" ADD CONSTRAINT "fund_payments_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payments" ADD CONSTRAINT "fund_payments_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payments" ADD CONSTRAINT "fund_payments_reversal_by_people_id_fk" FOREIGN KEY ("reversal_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_payments" ADD CONSTRAINT "fund_payments_reversed_by_people_id_fk" FOREIGN KEY ("reversed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_requests" ADD CONSTRAINT "withdrawal_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_requests" ADD CONSTRAINT "withdrawal_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_applied_by_people_id_fk" FOREIGN KEY ("applied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_rules_need_two_ends_by_people_id_fk" FOREIGN KEY ("rules_need_two_ends_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_groups" ADD CONSTRAINT "hub_groups_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_groups" ADD CONSTRAINT "hub_groups_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_groups" ADD CONSTRAINT "hub_groups_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offices" ADD CONSTRAINT "offices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_overs" ADD CONSTRAINT "hand_overs_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_entries" ADD CONSTRAINT "hub_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_reports" ADD CONSTRAINT "hub_reports_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_reports" ADD CONSTRAINT "hub_reports_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_reports" ADD CONSTRAINT "hub_reports_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_reports" ADD CONSTRAINT "hub_reports_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_reports" ADD CONSTRAINT "hub_reports_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_loaded_by_people_id_fk" FOREIGN KEY ("loaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcels" ADD CONSTRAINT "parcels_found_by_people_id_fk" FOREIGN KEY ("found_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_received_by_people_id_fk" FOREIGN KEY ("received_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uncollected" ADD CONSTRAINT "uncollected_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uncollected" ADD CONSTRAINT "uncollected_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postings" ADD CONSTRAINT "postings_account_code_accounts_code_fk" FOREIGN KEY ("account_code") REFERENCES "public"."accounts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributions" ADD CONSTRAINT "contributions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_words" ADD CONSTRAINT "listing_words_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_split_rule_id_split_rules_id_fk" FOREIGN KEY ("split_rule_id") REFERENCES "public"."split_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_corrections" ADD CONSTRAINT "delivery_corrections_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_corrections" ADD CONSTRAINT "delivery_corrections_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_takings" ADD CONSTRAINT "line_takings_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_takings" ADD CONSTRAINT "line_takings_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_takings" ADD CONSTRAINT "line_takings_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_parts" ADD CONSTRAINT "lot_parts_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_parts" ADD CONSTRAINT "lot_parts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off_parts" ADD CONSTRAINT "write_off_parts_write_off_id_write_offs_id_fk" FOREIGN KEY ("write_off_id") REFERENCES "public"."write_offs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_off_parts" ADD CONSTRAINT "write_off_parts_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write_offs" ADD CONSTRAINT "write_offs_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preferences" ADD CONSTRAINT "message_preferences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consignments" ADD CONSTRAINT "consignments_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line_shares" ADD CONSTRAINT "order_line_shares_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_line_shares" ADD CONSTRAINT "order_line_shares_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_cycle_id_sale_cycles_id_fk" FOREIGN KEY ("cycle_id") REFERENCES "public"."sale_cycles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_split_rule_id_split_rules_id_fk" FOREIGN KEY ("split_rule_id") REFERENCES "public"."split_rules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_buyer_id_people_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_pick_up_point_id_pick_up_points_id_fk" FOREIGN KEY ("pick_up_point_id") REFERENCES "public"."pick_up_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tariff_id_tariffs_id_fk" FOREIGN KEY ("tariff_id") REFERENCES "public"."tariffs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_sold_by_people_id_fk" FOREIGN KEY ("sold_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "differences" ADD CONSTRAINT "differences_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_lines" ADD CONSTRAINT "refund_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_box_group_id_groups_id_fk" FOREIGN KEY ("box_group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdbacks" ADD CONSTRAINT "holdbacks_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holdbacks" ADD CONSTRAINT "holdbacks_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_batches" ADD CONSTRAINT "payout_batches_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_batches" ADD CONSTRAINT "payout_batches_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_batches" ADD CONSTRAINT "payout_batches_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_batch_id_payout_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."payout_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_lines" ADD CONSTRAINT "payout_lines_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_requests" ADD CONSTRAINT "payout_requests_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_requests" ADD CONSTRAINT "payout_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_ways" ADD CONSTRAINT "payout_ways_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_ways" ADD CONSTRAINT "payout_ways_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_paid_by_people_id_fk" FOREIGN KEY ("paid_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activities" ADD CONSTRAINT "activities_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reset_codes" ADD CONSTRAINT "reset_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reset_codes" ADD CONSTRAINT "reset_codes_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_lines" ADD CONSTRAINT "accepted_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accepted_lines" ADD CONSTRAINT "accepted_lines_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_seals" ADD CONSTRAINT "period_seals_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_seals" ADD CONSTRAINT "period_seals_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_counted_by_people_id_fk" FOREIGN KEY ("counted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "periods" ADD CONSTRAINT "periods_sent_back_by_people_id_fk" FOREIGN KEY ("sent_back_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_words" ADD CONSTRAINT "share_words_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_words" ADD CONSTRAINT "share_words_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_words" ADD CONSTRAINT "share_words_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "share_words" ADD CONSTRAINT "share_words_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reports" ADD CONSTRAINT "review_reports_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_photo_id_photos_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."photos"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_hidden_by_people_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_move_parts" ADD CONSTRAINT "run_move_parts_move_id_run_moves_id_fk" FOREIGN KEY ("move_id") REFERENCES "public"."run_moves"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_move_parts" ADD CONSTRAINT "run_move_parts_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_move_parts" ADD CONSTRAINT "run_move_parts_to_run_id_runs_id_fk" FOREIGN KEY ("to_run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_moves" ADD CONSTRAINT "run_moves_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_moves" ADD CONSTRAINT "run_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_schedules" ADD CONSTRAINT "run_schedules_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_schedules" ADD CONSTRAINT "run_schedules_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_schedules" ADD CONSTRAINT "run_schedules_started_by_people_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_days" ADD CONSTRAINT "scheduled_days_schedule_id_run_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."run_schedules"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_days" ADD CONSTRAINT "scheduled_days_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_movements" ADD CONSTRAINT "savings_movements_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_movements" ADD CONSTRAINT "savings_movements_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_movements" ADD CONSTRAINT "savings_movements_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_terms" ADD CONSTRAINT "savings_terms_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "savings_terms" ADD CONSTRAINT "savings_terms_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boxes" ADD CONSTRAINT "boxes_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_keepers" ADD CONSTRAINT "hub_keepers_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hub_keepers" ADD CONSTRAINT "hub_keepers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_up_points" ADD CONSTRAINT "pick_up_points_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_keepers" ADD CONSTRAINT "point_keepers_pick_up_point_id_pick_up_points_id_fk" FOREIGN KEY ("pick_up_point_id") REFERENCES "public"."pick_up_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_keepers" ADD CONSTRAINT "point_keepers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_points" ADD CONSTRAINT "run_points_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_points" ADD CONSTRAINT "run_points_pick_up_point_id_pick_up_points_id_fk" FOREIGN KEY ("pick_up_point_id") REFERENCES "public"."pick_up_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_hub_id_hubs_id_fk" FOREIGN KEY ("hub_id") REFERENCES "public"."hubs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_tariff_id_tariffs_id_fk" FOREIGN KEY ("tariff_id") REFERENCES "public"."tariffs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tariffs" ADD CONSTRAINT "tariffs_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tariffs" ADD CONSTRAINT "tariffs_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zone_areas" ADD CONSTRAINT "zone_areas_zone_id_zones_id_fk" FOREIGN KEY ("zone_id") REFERENCES "public"."zones"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_rules" ADD CONSTRAINT "split_rules_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_rules" ADD CONSTRAINT "split_rules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "split_rules" ADD CONSTRAINT "split_rules_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_orders" ADD CONSTRAINT "standing_orders_pick_up_point_id_pick_up_points_id_fk" FOREIGN KEY ("pick_up_point_id") REFERENCES "public"."pick_up_points"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_turns" ADD CONSTRAINT "standing_turns_standing_order_id_standing_orders_id_fk" FOREIGN KEY ("standing_order_id") REFERENCES "public"."standing_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing_turns" ADD CONSTRAINT "standing_turns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_costs" ADD CONSTRAINT "stock_costs_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_costs" ADD CONSTRAINT "stock_costs_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "public"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_costs" ADD CONSTRAINT "stock_costs_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_costs" ADD CONSTRAINT "stock_costs_voucher_id_cash_movements_id_fk" FOREIGN KEY ("voucher_id") REFERENCES "public"."cash_movements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_costs" ADD CONSTRAINT "stock_costs_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_policies" ADD CONSTRAINT "surplus_policies_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_policies" ADD CONSTRAINT "surplus_policies_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_policies" ADD CONSTRAINT "surplus_policies_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_policy_id_surplus_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."surplus_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_reversal_by_people_id_fk" FOREIGN KEY ("reversal_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "surplus_years" ADD CONSTRAINT "surplus_years_reversed_by_people_id_fk" FOREIGN KEY ("reversed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tax_rules" ADD CONSTRAINT "tax_rules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reversals" ADD CONSTRAINT "reversals_transfer_id_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stripe_accounts" ADD CONSTRAINT "stripe_accounts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stripe_accounts" ADD CONSTRAINT "stripe_accounts_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_consignment_id_consignments_id_fk" FOREIGN KEY ("consignment_id") REFERENCES "public"."consignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_stripe_account_id_stripe_accounts_id_fk" FOREIGN KEY ("stripe_account_id") REFERENCES "public"."stripe_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bank_statements_person" ON "bank_statements" USING btree ("sent_by","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "baskets_person" ON "baskets" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "bulk_imports_group" ON "bulk_imports" USING btree ("group_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cash_movements_number" ON "cash_movements" USING btree ("group_id","year","number");--> statement-breakpoint
CREATE INDEX "cash_movements_group" ON "cash_movements" USING btree ("group_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "cash_write_offs_open" ON "cash_write_offs" USING btree ("holder_id") WHERE "cash_write_offs"."state" = 'proposed';--> statement-breakpoint
CREATE INDEX "cash_write_offs_state" ON "cash_write_offs" USING btree ("state","bearer_group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "complaints_open" ON "complaints" USING btree ("consignment_id") WHERE "complaints"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "complaints_state" ON "complaints" USING btree ("state","answer_by");--> statement-breakpoint
CREATE INDEX "resent_lines_line" ON "resent_lines" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "sale_cycles_group" ON "sale_cycles" USING btree ("group_id","closes_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sale_cycles_running" ON "sale_cycles" USING btree ("variant_id") WHERE state = 'planned';--> statement-breakpoint
CREATE UNIQUE INDEX "documents_number" ON "documents" USING btree ("group_id","kind","year","number");--> statement-breakpoint
CREATE INDEX "documents_order" ON "documents" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "documents_group" ON "documents" USING btree ("group_id","issued_at");--> statement-breakpoint
CREATE INDEX "entrusted_change_lines_line" ON "entrusted_change_lines" USING btree ("entrusted_line_id");--> statement-breakpoint
CREATE INDEX "entrusted_changes_group" ON "entrusted_changes" USING btree ("group_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "entrusted_changes_undone" ON "entrusted_changes" USING btree ("subject") WHERE "entrusted_changes"."kind" = 'undone';--> statement-breakpoint
CREATE UNIQUE INDEX "entrusted_lines_position" ON "entrusted_lines" USING btree ("entrustment_id","position");--> statement-breakpoint
CREATE INDEX "entrusted_receipts_group" ON "entrusted_receipts" USING btree ("group_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "entrustments_number" ON "entrustments" USING btree ("group_id","number");--> statement-breakpoint
CREATE INDEX "entrustments_member" ON "entrustments" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "saved_addresses_person" ON "saved_addresses" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "fund_payments_number" ON "fund_payments" USING btree ("group_id","year","number");--> statement-breakpoint
CREATE INDEX "fund_payments_group" ON "fund_payments" USING btree ("group_id","asked_at");--> statement-breakpoint
CREATE INDEX "withdrawal_requests_group" ON "withdrawal_requests" USING btree ("group_id","answered_at");--> statement-breakpoint
CREATE INDEX "withdrawal_requests_member" ON "withdrawal_requests" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "hub_groups_group" ON "hub_groups" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "invitations_group" ON "invitations" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "members_group_number" ON "members" USING btree ("group_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "members_group_person" ON "members" USING btree ("group_id","person_id");--> statement-breakpoint
CREATE INDEX "members_person" ON "members" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "held_photos_age" ON "held_photos" USING btree ("held_at");--> statement-breakpoint
CREATE INDEX "hand_overs_order" ON "hand_overs" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "hub_reports_open" ON "hub_reports" USING btree ("closed_at","at");--> statement-breakpoint
CREATE INDEX "hub_reports_consignment" ON "hub_reports" USING btree ("consignment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parcels_run_number" ON "parcels" USING btree ("run_id","number");--> statement-breakpoint
CREATE INDEX "accounts_owner" ON "accounts" USING btree ("owner_kind","owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_book_sequence" ON "entries" USING btree ("book","sequence");--> statement-breakpoint
CREATE INDEX "entries_cause" ON "entries" USING btree ("cause_kind","cause_id");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_entry_position" ON "postings" USING btree ("entry_id","position");--> statement-breakpoint
CREATE INDEX "postings_account" ON "postings" USING btree ("account_code");--> statement-breakpoint
CREATE INDEX "postings_line" ON "postings" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "known_words_word" ON "known_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "listing_words_price" ON "listing_words" USING btree ("lowest_price","listing_id");--> statement-breakpoint
CREATE INDEX "listings_group" ON "listings" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "listings_state" ON "listings" USING btree ("state","published_at");--> statement-breakpoint
CREATE INDEX "photos_listing" ON "photos" USING btree ("listing_id","position");--> statement-breakpoint
CREATE INDEX "variants_listing" ON "variants" USING btree ("listing_id","position");--> statement-breakpoint
CREATE INDEX "deliveries_group" ON "deliveries" USING btree ("group_id","recorded_at");--> statement-breakpoint
CREATE INDEX "deliveries_member" ON "deliveries" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "delivery_corrections_delivery" ON "delivery_corrections" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "line_takings_lot" ON "line_takings" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "line_takings_delivery" ON "line_takings" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "lot_parts_delivery" ON "lot_parts" USING btree ("delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lots_variant_day" ON "lots" USING btree ("variant_id","day","number");--> statement-breakpoint
CREATE INDEX "lots_group" ON "lots" USING btree ("group_id","day");--> statement-breakpoint
CREATE INDEX "write_off_parts_delivery" ON "write_off_parts" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "write_offs_lot" ON "write_offs" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "messages_person" ON "messages" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consignments_order_group" ON "consignments" USING btree ("order_id","group_id");--> statement-breakpoint
CREATE INDEX "consignments_group" ON "consignments" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "consignments_delivered" ON "consignments" USING btree ("group_id","delivered_at");--> statement-breakpoint
CREATE INDEX "consignments_run" ON "consignments" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "order_line_shares_line" ON "order_line_shares" USING btree ("order_line_id","position");--> statement-breakpoint
CREATE INDEX "order_line_shares_member" ON "order_line_shares" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "order_lines_order" ON "order_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_lines_consignment" ON "order_lines" USING btree ("consignment_id");--> statement-breakpoint
CREATE INDEX "order_lines_variant" ON "order_lines" USING btree ("variant_id");--> statement-breakpoint
CREATE INDEX "order_lines_cycle" ON "order_lines" USING btree ("cycle_id");--> statement-breakpoint
CREATE INDEX "orders_buyer" ON "orders" USING btree ("buyer_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_state" ON "orders" USING btree ("state","pay_by");--> statement-breakpoint
CREATE INDEX "orders_run" ON "orders" USING btree ("run_id");--> statement-breakpoint
CREATE INDEX "comparisons_kind" ON "comparisons" USING btree ("kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "differences_ref" ON "differences" USING btree ("kind","ref");--> statement-breakpoint
CREATE INDEX "differences_open" ON "differences" USING btree ("settled_at");--> statement-breakpoint
CREATE INDEX "disputes_payment" ON "disputes" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("done_at","next_try_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_attempt" ON "payments" USING btree ("order_id","attempt");--> statement-breakpoint
CREATE INDEX "payments_state" ON "payments" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "refund_lines_line" ON "refund_lines" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "refunds_payment" ON "refunds" USING btree ("payment_id");--> statement-breakpoint
CREATE INDEX "webhook_events_due" ON "webhook_events" USING btree ("processed_at","next_try_at");--> statement-breakpoint
CREATE INDEX "holdbacks_member" ON "holdbacks" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "holdbacks_group" ON "holdbacks" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_batches_number" ON "payout_batches" USING btree ("group_id","number");--> statement-breakpoint
CREATE INDEX "payout_lines_batch" ON "payout_lines" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "payout_lines_member" ON "payout_lines" USING btree ("member_id","state");--> statement-breakpoint
CREATE INDEX "payout_lines_group" ON "payout_lines" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "payout_requests_group" ON "payout_requests" USING btree ("group_id","closed_at");--> statement-breakpoint
CREATE INDEX "payout_requests_member" ON "payout_requests" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_number" ON "payouts" USING btree ("group_id","year","number");--> statement-breakpoint
CREATE INDEX "payouts_group" ON "payouts" USING btree ("group_id","paid_at");--> statement-breakpoint
CREATE INDEX "payouts_member" ON "payouts" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "activities_group" ON "activities" USING btree ("group_id","at");--> statement-breakpoint
CREATE INDEX "reset_codes_person" ON "reset_codes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "period_seals_turn" ON "period_seals" USING btree ("book","turn");--> statement-breakpoint
CREATE INDEX "share_words_line" ON "share_words" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "share_words_member" ON "share_words" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "questions_listing" ON "questions" USING btree ("listing_id","asked_at");--> statement-breakpoint
CREATE INDEX "questions_group" ON "questions" USING btree ("group_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "review_reports_once" ON "review_reports" USING btree ("review_id","reported_by");--> statement-breakpoint
CREATE INDEX "review_reports_open" ON "review_reports" USING btree ("judged_at");--> statement-breakpoint
CREATE INDEX "reviews_listing" ON "reviews" USING btree ("listing_id","hidden_at","written_at");--> statement-breakpoint
CREATE INDEX "reviews_group" ON "reviews" USING btree ("group_id","written_at");--> statement-breakpoint
CREATE INDEX "run_move_parts_consignment" ON "run_move_parts" USING btree ("consignment_id");--> statement-breakpoint
CREATE INDEX "run_moves_run" ON "run_moves" USING btree ("run_id","moved_at");--> statement-breakpoint
CREATE INDEX "run_schedules_state" ON "run_schedules" USING btree ("state","hub_id");--> statement-breakpoint
CREATE UNIQUE INDEX "savings_movements_number" ON "savings_movements" USING btree ("group_id","year","number");--> statement-breakpoint
CREATE INDEX "savings_movements_member" ON "savings_movements" USING btree ("member_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "savings_terms_version" ON "savings_terms" USING btree ("group_id","version");--> statement-breakpoint
CREATE INDEX "pick_up_points_zone" ON "pick_up_points" USING btree ("zone_id");--> statement-breakpoint
CREATE INDEX "point_keepers_person" ON "point_keepers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "run_points_point" ON "run_points" USING btree ("pick_up_point_id");--> statement-breakpoint
CREATE INDEX "runs_zone_state" ON "runs" USING btree ("zone_id","state","cut_off_at");--> statement-breakpoint
CREATE INDEX "tariffs_zone" ON "tariffs" USING btree ("zone_id");--> statement-breakpoint
CREATE UNIQUE INDEX "split_rules_version" ON "split_rules" USING btree ("group_id","name","version");--> statement-breakpoint
CREATE INDEX "split_rules_group" ON "split_rules" USING btree ("group_id");--> statement-breakpoint
CREATE UNIQUE INDEX "split_rules_waiting" ON "split_rules" USING btree ("group_id","name") WHERE "split_rules"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "standing_orders_person" ON "standing_orders" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "standing_orders_variant" ON "standing_orders" USING btree ("variant_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_costs_number" ON "stock_costs" USING btree ("group_id","number");--> statement-breakpoint
CREATE INDEX "meetings_group" ON "meetings" USING btree ("group_id","day");--> statement-breakpoint
CREATE UNIQUE INDEX "surplus_policies_version" ON "surplus_policies" USING btree ("group_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "surplus_years_turn" ON "surplus_years" USING btree ("group_id","year","turn");--> statement-breakpoint
CREATE UNIQUE INDEX "reversals_cause" ON "reversals" USING btree ("transfer_id","cause");--> statement-breakpoint
CREATE UNIQUE INDEX "stripe_accounts_open" ON "stripe_accounts" USING btree ("group_id") WHERE "stripe_accounts"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_payment_group" ON "transfers" USING btree ("payment_id","group_id");--> statement-breakpoint
CREATE INDEX "transfers_group" ON "transfers" USING btree ("group_id","decided_at");