CREATE TABLE `bank_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`rows` text NOT NULL,
	`form_key` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	FOREIGN KEY (`sent_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bank_statements_form_key_unique` ON `bank_statements` (`form_key`);--> statement-breakpoint
CREATE INDEX `bank_statements_person` ON `bank_statements` (`sent_by`,`sent_at`);--> statement-breakpoint
CREATE TABLE `basket_lines` (
	`basket_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`added_at` integer NOT NULL,
	PRIMARY KEY(`basket_id`, `variant_id`),
	FOREIGN KEY (`basket_id`) REFERENCES `baskets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "basket_lines_quantity" CHECK("basket_lines"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `baskets` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`touched_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `baskets_person` ON `baskets` (`person_id`);--> statement-breakpoint
CREATE TABLE `bulk_imports` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` text NOT NULL,
	`form_key` text NOT NULL,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`accepted_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulk_imports_whose" CHECK(("bulk_imports"."group_id" is null) = ("bulk_imports"."kind" = 'tariffs'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `bulk_imports_form_key_unique` ON `bulk_imports` (`form_key`);--> statement-breakpoint
CREATE INDEX `bulk_imports_group` ON `bulk_imports` (`group_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `cash_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`category` text NOT NULL,
	`amount` integer NOT NULL,
	`day` text NOT NULL,
	`counterpart` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`receipt_photo_id` text,
	`reverses` text,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cash_movements_sane" CHECK("cash_movements"."number" > 0 and "cash_movements"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cash_movements_reverses_unique` ON `cash_movements` (`reverses`);--> statement-breakpoint
CREATE UNIQUE INDEX `cash_movements_form_key_unique` ON `cash_movements` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `cash_movements_number` ON `cash_movements` (`group_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `cash_movements_group` ON `cash_movements` (`group_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `cash_write_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`holder_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`bearer_group_id` text,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`form_key` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`bearer_group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cash_write_offs_amount" CHECK("cash_write_offs"."amount" > 0 and ("cash_write_offs"."kind" = 'shortage' or "cash_write_offs"."bearer_group_id" is null)),
	CONSTRAINT "cash_write_offs_two" CHECK(("cash_write_offs"."state" = 'proposed') = ("cash_write_offs"."decided_by" is null) and ("cash_write_offs"."state" <> 'approved' or ("cash_write_offs"."decided_by" <> "cash_write_offs"."proposed_by" and "cash_write_offs"."decided_by" <> "cash_write_offs"."holder_id")))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cash_write_offs_form_key_unique` ON `cash_write_offs` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `cash_write_offs_open` ON `cash_write_offs` (`holder_id`) WHERE "cash_write_offs"."state" = 'proposed';--> statement-breakpoint
CREATE INDEX `cash_write_offs_state` ON `cash_write_offs` (`state`,`bearer_group_id`);--> statement-breakpoint
CREATE TABLE `complaint_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`from_day` text NOT NULL,
	`complain_days` integer NOT NULL,
	`answer_days` integer NOT NULL,
	`form_key` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complaint_windows_sane" CHECK("complaint_windows"."complain_days" between 1 and 30 and "complaint_windows"."answer_days" between 1 and 30)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_windows_version_unique` ON `complaint_windows` (`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `complaint_windows_form_key_unique` ON `complaint_windows` (`form_key`);--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` text PRIMARY KEY NOT NULL,
	`consignment_id` text NOT NULL,
	`kind` text NOT NULL,
	`wish` text NOT NULL,
	`words` text NOT NULL,
	`photo_id` text,
	`state` text NOT NULL,
	`form_key` text NOT NULL,
	`reported_at` integer NOT NULL,
	`answer_by` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`outcome` text,
	`decision` text DEFAULT '' NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`refund_id` text,
	`closed_at` integer,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "complaints_outcome" CHECK(("complaints"."state" in ('resending', 'closed')) = ("complaints"."outcome" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_form_key_unique` ON `complaints` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `complaints_open` ON `complaints` (`consignment_id`) WHERE "complaints"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX `complaints_state` ON `complaints` (`state`,`answer_by`);--> statement-breakpoint
CREATE TABLE `resent_lines` (
	`complaint_id` text NOT NULL,
	`order_line_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	PRIMARY KEY(`complaint_id`, `order_line_id`),
	FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "resent_lines_quantity" CHECK("resent_lines"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `resent_lines_line` ON `resent_lines` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `cycle_pledges` (
	`cycle_id` text NOT NULL,
	`member_id` text NOT NULL,
	`from_milli` integer NOT NULL,
	`to_milli` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`cycle_id`, `member_id`),
	FOREIGN KEY (`cycle_id`) REFERENCES `sale_cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cycle_pledges_range" CHECK("cycle_pledges"."from_milli" >= 0 and "cycle_pledges"."from_milli" <= "cycle_pledges"."to_milli" and "cycle_pledges"."to_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `sale_cycles` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`opens_at` integer NOT NULL,
	`closes_at` integer NOT NULL,
	`hand_over_day` text NOT NULL,
	`minimum_milli` integer NOT NULL,
	`may_wait_milli` integer NOT NULL,
	`cut_rule` text NOT NULL,
	`state` text NOT NULL,
	`crop_milli` integer,
	`rolled_into` text,
	`version` integer DEFAULT 1 NOT NULL,
	`planned_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "sale_cycles_sane" CHECK("sale_cycles"."minimum_milli" >= 0 and "sale_cycles"."may_wait_milli" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `sale_cycles_group` ON `sale_cycles` (`group_id`,`closes_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `sale_cycles_running` ON `sale_cycles` (`variant_id`) WHERE state = 'planned';--> statement-breakpoint
CREATE TABLE `documents` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`cause` text NOT NULL,
	`order_id` text NOT NULL,
	`consignment_id` text NOT NULL,
	`total` integer NOT NULL,
	`content` text NOT NULL,
	`issued_at` integer NOT NULL,
	`issued_by` text,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "documents_sane" CHECK("documents"."number" > 0 and "documents"."total" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_cause_unique` ON `documents` (`cause`);--> statement-breakpoint
CREATE UNIQUE INDEX `documents_number` ON `documents` (`group_id`,`kind`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `documents_order` ON `documents` (`order_id`);--> statement-breakpoint
CREATE INDEX `documents_group` ON `documents` (`group_id`,`issued_at`);--> statement-breakpoint
CREATE TABLE `entrusted_change_lines` (
	`change_id` text NOT NULL,
	`entrusted_line_id` text NOT NULL,
	`expected_milli` integer NOT NULL,
	`sold_milli` integer NOT NULL,
	`lost_milli` integer NOT NULL,
	`returned_milli` integer NOT NULL,
	`sold_value` integer NOT NULL,
	PRIMARY KEY(`change_id`, `entrusted_line_id`),
	FOREIGN KEY (`change_id`) REFERENCES `entrusted_changes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entrusted_line_id`) REFERENCES `entrusted_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entrusted_change_lines_parts" CHECK("entrusted_change_lines"."sold_milli" >= 0 and "entrusted_change_lines"."lost_milli" >= 0 and "entrusted_change_lines"."returned_milli" >= 0),
	CONSTRAINT "entrusted_change_lines_sum" CHECK("entrusted_change_lines"."sold_milli" + "entrusted_change_lines"."lost_milli" + "entrusted_change_lines"."returned_milli" <= "entrusted_change_lines"."expected_milli")
) STRICT;
--> statement-breakpoint
CREATE INDEX `entrusted_change_lines_line` ON `entrusted_change_lines` (`entrusted_line_id`);--> statement-breakpoint
CREATE TABLE `entrusted_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`day` text NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entrusted_changes_form_key_unique` ON `entrusted_changes` (`form_key`);--> statement-breakpoint
CREATE INDEX `entrusted_changes_group` ON `entrusted_changes` (`group_id`,`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `entrusted_changes_undone` ON `entrusted_changes` (`subject`) WHERE "entrusted_changes"."kind" = 'undone';--> statement-breakpoint
CREATE TABLE `entrusted_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`entrustment_id` text NOT NULL,
	`position` integer NOT NULL,
	`variant_id` text NOT NULL,
	`listing_name` text NOT NULL,
	`variant_name` text NOT NULL,
	`unit` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`agreed_price` integer NOT NULL,
	FOREIGN KEY (`entrustment_id`) REFERENCES `entrustments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entrusted_lines_quantity" CHECK("entrusted_lines"."quantity_milli" > 0),
	CONSTRAINT "entrusted_lines_price" CHECK("entrusted_lines"."agreed_price" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entrusted_lines_position` ON `entrusted_lines` (`entrustment_id`,`position`);--> statement-breakpoint
CREATE TABLE `entrusted_receipt_parts` (
	`receipt_id` text NOT NULL,
	`member_id` text NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`receipt_id`, `member_id`),
	FOREIGN KEY (`receipt_id`) REFERENCES `entrusted_receipts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entrusted_receipt_parts_amount" CHECK("entrusted_receipt_parts"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `entrusted_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`place` text NOT NULL,
	`amount` integer NOT NULL,
	`commission` integer NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entrusted_receipts_amount" CHECK("entrusted_receipts"."amount" > 0 and "entrusted_receipts"."commission" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entrusted_receipts_form_key_unique` ON `entrusted_receipts` (`form_key`);--> statement-breakpoint
CREATE INDEX `entrusted_receipts_group` ON `entrusted_receipts` (`group_id`,`place`);--> statement-breakpoint
CREATE TABLE `entrustments` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` integer NOT NULL,
	`member_id` text NOT NULL,
	`place_kind` text NOT NULL,
	`place_name` text NOT NULL,
	`day` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entrustments_number_from_one" CHECK("entrustments"."number" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entrustments_form_key_unique` ON `entrustments` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `entrustments_number` ON `entrustments` (`group_id`,`number`);--> statement-breakpoint
CREATE INDEX `entrustments_member` ON `entrustments` (`member_id`);--> statement-breakpoint
CREATE TABLE `saved_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`label` text NOT NULL,
	`village_code` text NOT NULL,
	`street` text NOT NULL,
	`rt` text DEFAULT '' NOT NULL,
	`rw` text DEFAULT '' NOT NULL,
	`landmark` text DEFAULT '' NOT NULL,
	`postcode` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_addresses_form_key_unique` ON `saved_addresses` (`form_key`);--> statement-breakpoint
CREATE INDEX `saved_addresses_person` ON `saved_addresses` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `saved_groups` (
	`person_id` text NOT NULL,
	`group_id` text NOT NULL,
	`saved_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `group_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `fund_payments` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`fund` text NOT NULL,
	`purpose` text NOT NULL,
	`amount` integer NOT NULL,
	`way` text NOT NULL,
	`day` text NOT NULL,
	`counterpart` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`receipt_photo_id` text NOT NULL,
	`state` text NOT NULL,
	`year` integer,
	`number` integer,
	`form_key` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decided_why` text DEFAULT '' NOT NULL,
	`reversal_by` text,
	`reversal_why` text DEFAULT '' NOT NULL,
	`reversed_by` text,
	`reversed_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversal_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fund_payments_amount" CHECK("fund_payments"."amount" > 0),
	CONSTRAINT "fund_payments_two" CHECK("fund_payments"."decided_by" is null or "fund_payments"."decided_by" <> "fund_payments"."asked_by"),
	CONSTRAINT "fund_payments_two_reverse" CHECK("fund_payments"."reversed_by" is null or "fund_payments"."reversed_by" <> "fund_payments"."reversal_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `fund_payments_form_key_unique` ON `fund_payments` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `fund_payments_number` ON `fund_payments` (`group_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `fund_payments_group` ON `fund_payments` (`group_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `withdrawal_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`amount` integer NOT NULL,
	`way` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer,
	`movement_id` text,
	`refused_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "withdrawal_requests_amount" CHECK("withdrawal_requests"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `withdrawal_requests_form_key_unique` ON `withdrawal_requests` (`form_key`);--> statement-breakpoint
CREATE INDEX `withdrawal_requests_group` ON `withdrawal_requests` (`group_id`,`answered_at`);--> statement-breakpoint
CREATE INDEX `withdrawal_requests_member` ON `withdrawal_requests` (`member_id`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`story` text DEFAULT '' NOT NULL,
	`village_code` text NOT NULL,
	`phone` text,
	`photo_id` text,
	`made_by_disabled` integer DEFAULT false NOT NULL,
	`publishes_totals` integer DEFAULT false NOT NULL,
	`opens_income` integer DEFAULT false NOT NULL,
	`income_decision` text DEFAULT '' NOT NULL,
	`hub_id` text,
	`applied_by` text NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`refund_fee_bearer` text DEFAULT 'network' NOT NULL,
	`payout_approval` text DEFAULT 'batches' NOT NULL,
	`advance_limit` integer DEFAULT 0 NOT NULL,
	`fund_payment_limit` integer DEFAULT 0 NOT NULL,
	`rules_need_two` integer DEFAULT false NOT NULL,
	`rules_need_two_ends_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`applied_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rules_need_two_ends_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `groups_slug_unique` ON `groups` (`slug`);--> statement-breakpoint
CREATE TABLE `hub_groups` (
	`hub_id` text NOT NULL,
	`group_id` text NOT NULL,
	`named_by` text NOT NULL,
	`named_at` integer NOT NULL,
	PRIMARY KEY(`hub_id`, `group_id`),
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hub_groups_group` ON `hub_groups` (`group_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`name` text NOT NULL,
	`member_id` text,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`used_by` text,
	`withdrawn_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`used_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code_hash_unique` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitations_group` ON `invitations` (`group_id`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` integer NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`person_id` text,
	`joined_at` integer NOT NULL,
	`left_at` integer,
	`is_named` integer DEFAULT false NOT NULL,
	`shares_seen_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "members_number_positive" CHECK("members"."number" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `members_group_number` ON `members` (`group_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `members_group_person` ON `members` (`group_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `members_person` ON `members` (`person_id`);--> statement-breakpoint
CREATE TABLE `offices` (
	`member_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`member_id`, `role`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `held_photos` (
	`id` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`held_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `held_photos_age` ON `held_photos` (`held_at`);--> statement-breakpoint
CREATE TABLE `hand_overs` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`proof` text NOT NULL,
	`taken_by` text NOT NULL,
	`given_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hand_overs_order` ON `hand_overs` (`order_id`);--> statement-breakpoint
CREATE TABLE `hub_entries` (
	`key` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`what` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `hub_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`consignment_id` text NOT NULL,
	`order_line_id` text,
	`stage` text NOT NULL,
	`kind` text NOT NULL,
	`how_much` text NOT NULL,
	`words` text NOT NULL,
	`photo_id` text,
	`reported_by` text,
	`at` integer NOT NULL,
	`closed_at` integer,
	`closed_by` text,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`closed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hub_reports_open` ON `hub_reports` (`closed_at`,`at`);--> statement-breakpoint
CREATE INDEX `hub_reports_consignment` ON `hub_reports` (`consignment_id`);--> statement-breakpoint
CREATE TABLE `parcels` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`number` integer NOT NULL,
	`code` text NOT NULL,
	`contents` text NOT NULL,
	`weighed_grams` integer,
	`loaded_at` integer,
	`loaded_by` text,
	`found` text,
	`found_at` integer,
	`found_by` text,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`loaded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "parcels_sane" CHECK("parcels"."number" > 0 and ("parcels"."weighed_grams" is null or "parcels"."weighed_grams" > 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_code_unique` ON `parcels` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `parcels_run_number` ON `parcels` (`run_id`,`number`);--> statement-breakpoint
CREATE TABLE `receipts` (
	`consignment_id` text PRIMARY KEY NOT NULL,
	`packages` integer NOT NULL,
	`grams` integer,
	`done_by` text DEFAULT '' NOT NULL,
	`received_by` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`received_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "receipts_sane" CHECK("receipts"."packages" > 0 and ("receipts"."grams" is null or "receipts"."grams" > 0))
) STRICT;
--> statement-breakpoint
CREATE TABLE `uncollected` (
	`consignment_id` text PRIMARY KEY NOT NULL,
	`until_at` integer NOT NULL,
	`reminders` integer NOT NULL,
	`outcome` text,
	`decided_by` text,
	`decided_at` integer,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "uncollected_decided" CHECK(("uncollected"."outcome" is null) = ("uncollected"."decided_at" is null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `accounts` (
	`code` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `accounts_owner` ON `accounts` (`owner_kind`,`owner_id`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`book` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`input_hash` text NOT NULL,
	`cause_kind` text NOT NULL,
	`cause_id` text NOT NULL,
	`actor_id` text,
	`memo` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_key_unique` ON `entries` (`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_book_sequence` ON `entries` (`book`,`sequence`);--> statement-breakpoint
CREATE INDEX `entries_cause` ON `entries` (`cause_kind`,`cause_id`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`position` integer NOT NULL,
	`account_code` text NOT NULL,
	`amount` integer NOT NULL,
	`order_line_id` text,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`account_code`) REFERENCES `accounts`(`code`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `postings_entry_position` ON `postings` (`entry_id`,`position`);--> statement-breakpoint
CREATE INDEX `postings_account` ON `postings` (`account_code`);--> statement-breakpoint
CREATE INDEX `postings_line` ON `postings` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `contributions` (
	`listing_id` text NOT NULL,
	`member_id` text NOT NULL,
	`step` text DEFAULT '' NOT NULL,
	`weight` integer NOT NULL,
	PRIMARY KEY(`listing_id`, `member_id`, `step`),
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "contributions_weight" CHECK("contributions"."weight" > 0)
) STRICT;
--> statement-breakpoint
CREATE TABLE `known_words` (
	`trigram` text NOT NULL,
	`word` text NOT NULL,
	PRIMARY KEY(`trigram`, `word`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `known_words_word` ON `known_words` (`word`);--> statement-breakpoint
CREATE TABLE `listing_words` (
	`listing_id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`lowest_price` integer,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `listing_words_price` ON `listing_words` (`lowest_price`,`listing_id`);--> statement-breakpoint
CREATE TABLE `listings` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`unit` text NOT NULL,
	`state` text NOT NULL,
	`split_rule_id` text,
	`made_to_order_days` integer,
	`open_pieces_per_maker` integer,
	`fragile` integer DEFAULT false NOT NULL,
	`bulky` integer DEFAULT false NOT NULL,
	`catch_weight` integer DEFAULT false NOT NULL,
	`travels` text DEFAULT 'anywhere' NOT NULL,
	`option1` text DEFAULT '' NOT NULL,
	`option2` text DEFAULT '' NOT NULL,
	`option3` text DEFAULT '' NOT NULL,
	`permit_kind` text,
	`permit_number` text DEFAULT '' NOT NULL,
	`halal` text,
	`halal_number` text DEFAULT '' NOT NULL,
	`halal_until` text,
	`ingredients` text DEFAULT '' NOT NULL,
	`allergens` text DEFAULT '' NOT NULL,
	`batch` text DEFAULT '' NOT NULL,
	`storage` text DEFAULT '' NOT NULL,
	`harvest_from` text,
	`harvest_until` text,
	`shelf_days` integer,
	`form_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`split_rule_id`) REFERENCES `split_rules`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "listings_capacity" CHECK("listings"."open_pieces_per_maker" is null or "listings"."open_pieces_per_maker" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `listings_slug_unique` ON `listings` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `listings_form_key_unique` ON `listings` (`form_key`);--> statement-breakpoint
CREATE INDEX `listings_group` ON `listings` (`group_id`,`state`);--> statement-breakpoint
CREATE INDEX `listings_state` ON `listings` (`state`,`published_at`);--> statement-breakpoint
CREATE TABLE `photos` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`alt` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`preview` text DEFAULT '' NOT NULL,
	`is_public` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `photos_listing` ON `photos` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `variants` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`position` integer NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	`value1` text DEFAULT '' NOT NULL,
	`value2` text DEFAULT '' NOT NULL,
	`value3` text DEFAULT '' NOT NULL,
	`sku` text DEFAULT '' NOT NULL,
	`sku_key` text,
	`grade` text,
	`grade_text` text DEFAULT '' NOT NULL,
	`net_grams` integer,
	`split_rule_name` text DEFAULT '' NOT NULL,
	`price` integer NOT NULL,
	`stock_milli` integer NOT NULL,
	`packed_grams` integer NOT NULL,
	`length_mm` integer NOT NULL,
	`width_mm` integer NOT NULL,
	`height_mm` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "variants_stock" CHECK("variants"."stock_milli" >= 0),
	CONSTRAINT "variants_price" CHECK("variants"."price" > 0 and "variants"."price" <= 1000000000000),
	CONSTRAINT "variants_net" CHECK("variants"."net_grams" is null or "variants"."net_grams" > 0),
	CONSTRAINT "variants_size" CHECK("variants"."packed_grams" > 0 and "variants"."length_mm" > 0 and "variants"."width_mm" > 0 and "variants"."height_mm" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `variants_sku_key_unique` ON `variants` (`sku_key`);--> statement-breakpoint
CREATE INDEX `variants_listing` ON `variants` (`listing_id`,`position`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`member_id` text NOT NULL,
	`day` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_quantity" CHECK("deliveries"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_form_key_unique` ON `deliveries` (`form_key`);--> statement-breakpoint
CREATE INDEX `deliveries_group` ON `deliveries` (`group_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `deliveries_member` ON `deliveries` (`member_id`);--> statement-breakpoint
CREATE TABLE `delivery_corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`delivery_id` text NOT NULL,
	`kind` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`reason` text NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "delivery_corrections_quantity" CHECK("delivery_corrections"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `delivery_corrections_form_key_unique` ON `delivery_corrections` (`form_key`);--> statement-breakpoint
CREATE INDEX `delivery_corrections_delivery` ON `delivery_corrections` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `line_takings` (
	`order_line_id` text NOT NULL,
	`lot_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`short_milli` integer DEFAULT 0 NOT NULL,
	`returned_milli` integer DEFAULT 0 NOT NULL,
	`returned_at` integer,
	PRIMARY KEY(`order_line_id`, `lot_id`, `delivery_id`),
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "line_takings_quantity" CHECK("line_takings"."quantity_milli" > 0),
	CONSTRAINT "line_takings_short" CHECK("line_takings"."short_milli" >= 0 and "line_takings"."returned_milli" >= 0 and "line_takings"."short_milli" + "line_takings"."returned_milli" <= "line_takings"."quantity_milli")
) STRICT;
--> statement-breakpoint
CREATE INDEX `line_takings_lot` ON `line_takings` (`lot_id`);--> statement-breakpoint
CREATE INDEX `line_takings_delivery` ON `line_takings` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `lot_parts` (
	`lot_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`weight_milli` integer NOT NULL,
	`left_milli` integer NOT NULL,
	PRIMARY KEY(`lot_id`, `delivery_id`),
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "lot_parts_left" CHECK("lot_parts"."left_milli" >= 0 and "lot_parts"."left_milli" <= "lot_parts"."weight_milli")
) STRICT;
--> statement-breakpoint
CREATE INDEX `lot_parts_delivery` ON `lot_parts` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `lots` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`day` text NOT NULL,
	`number` integer NOT NULL,
	`begun_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `lots_variant_day` ON `lots` (`variant_id`,`day`,`number`);--> statement-breakpoint
CREATE INDEX `lots_group` ON `lots` (`group_id`,`day`);--> statement-breakpoint
CREATE TABLE `write_off_parts` (
	`write_off_id` text NOT NULL,
	`delivery_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	PRIMARY KEY(`write_off_id`, `delivery_id`),
	FOREIGN KEY (`write_off_id`) REFERENCES `write_offs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "write_off_parts_quantity" CHECK("write_off_parts"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `write_off_parts_delivery` ON `write_off_parts` (`delivery_id`);--> statement-breakpoint
CREATE TABLE `write_offs` (
	`id` text PRIMARY KEY NOT NULL,
	`lot_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`reason` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "write_offs_quantity" CHECK("write_offs"."quantity_milli" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `write_offs_form_key_unique` ON `write_offs` (`form_key`);--> statement-breakpoint
CREATE INDEX `write_offs_lot` ON `write_offs` (`lot_id`);--> statement-breakpoint
CREATE TABLE `message_preferences` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`by_mail` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`key` text NOT NULL,
	`kind` text NOT NULL,
	`facts` text NOT NULL,
	`path` text NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key_unique` ON `messages` (`key`);--> statement-breakpoint
CREATE INDEX `messages_person` ON `messages` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`job` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `networks` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`fee_basis_points` integer NOT NULL,
	`qris_fee_basis_points` integer NOT NULL,
	`bank_name` text NOT NULL,
	`bank_account` text NOT NULL,
	`bank_holder` text NOT NULL,
	`qris_photo_id` text,
	`takes_transfer` integer NOT NULL,
	`takes_qris` integer NOT NULL,
	`takes_cash_on_delivery` integer NOT NULL,
	`sends_to_groups` integer DEFAULT false NOT NULL,
	`pay_within_hours` integer NOT NULL,
	`fetch_within_days` integer DEFAULT 7 NOT NULL,
	`fetch_fresh_within_days` integer DEFAULT 2 NOT NULL,
	`food_needs_permit` integer DEFAULT false NOT NULL,
	`food_needs_halal` integer DEFAULT false NOT NULL,
	`share_rule` text DEFAULT 'equal-saving' NOT NULL,
	`keeping_rule` text DEFAULT 'warn' NOT NULL,
	`is_demo` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "networks_fees" CHECK("networks"."fee_basis_points" between 0 and 10000 and "networks"."qris_fee_basis_points" between 0 and 10000 and "networks"."pay_within_hours" between 1 and 720),
	CONSTRAINT "networks_fetching" CHECK("networks"."fetch_within_days" between 1 and 60 and "networks"."fetch_fresh_within_days" between 1 and "networks"."fetch_within_days")
) STRICT;
--> statement-breakpoint
CREATE TABLE `consignments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`group_id` text NOT NULL,
	`run_id` text,
	`goods_value` integer NOT NULL,
	`missing` integer DEFAULT 0 NOT NULL,
	`grams` integer NOT NULL,
	`volumetric_grams` integer NOT NULL,
	`packed_grams` integer,
	`packed_side_mm` integer,
	`parcel` integer,
	`alone` integer NOT NULL,
	`quote` integer NOT NULL,
	`share` integer,
	`quote_refunded` integer DEFAULT 0 NOT NULL,
	`share_refunded` integer DEFAULT 0 NOT NULL,
	`quoted_at` integer NOT NULL,
	`state` text NOT NULL,
	`packed_at` integer,
	`handed_over_at` integer,
	`delivered_at` integer,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "consignments_parcel" CHECK("consignments"."parcel" is null or "consignments"."parcel" > 0),
	CONSTRAINT "consignments_side" CHECK("consignments"."packed_side_mm" is null or "consignments"."packed_side_mm" > 0),
	CONSTRAINT "consignments_missing" CHECK("consignments"."missing" >= 0 and "consignments"."missing" <= "consignments"."goods_value"),
	CONSTRAINT "consignments_ceiling" CHECK("consignments"."quote" >= 0 and "consignments"."quote" <= "consignments"."alone" and ("consignments"."share" is null or ("consignments"."share" >= 0 and "consignments"."share" <= "consignments"."quote"))),
	CONSTRAINT "consignments_refunded" CHECK("consignments"."quote_refunded" >= 0 and "consignments"."quote_refunded" + coalesce("consignments"."share", 0) <= "consignments"."quote" and "consignments"."share_refunded" >= 0 and "consignments"."share_refunded" <= coalesce("consignments"."share", 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `consignments_order_group` ON `consignments` (`order_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `consignments_group` ON `consignments` (`group_id`,`state`);--> statement-breakpoint
CREATE INDEX `consignments_delivered` ON `consignments` (`group_id`,`delivered_at`);--> statement-breakpoint
CREATE INDEX `consignments_run` ON `consignments` (`run_id`);--> statement-breakpoint
CREATE TABLE `order_line_shares` (
	`id` text PRIMARY KEY NOT NULL,
	`order_line_id` text NOT NULL,
	`position` integer NOT NULL,
	`party` text NOT NULL,
	`member_id` text,
	`label` text DEFAULT '' NOT NULL,
	`reason` text NOT NULL,
	`basis` integer NOT NULL,
	`basis_total` integer NOT NULL,
	`amount` integer NOT NULL,
	`remainder` integer NOT NULL,
	`missing` integer DEFAULT 0 NOT NULL,
	`refunded` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_line_shares_amount" CHECK("order_line_shares"."amount" >= 0 and "order_line_shares"."missing" >= 0 and "order_line_shares"."refunded" >= 0 and "order_line_shares"."missing" + "order_line_shares"."refunded" <= "order_line_shares"."amount")
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_line_shares_line` ON `order_line_shares` (`order_line_id`,`position`);--> statement-breakpoint
CREATE INDEX `order_line_shares_member` ON `order_line_shares` (`member_id`);--> statement-breakpoint
CREATE TABLE `order_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`consignment_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`cycle_id` text,
	`position` integer NOT NULL,
	`listing_name` text NOT NULL,
	`variant_name` text NOT NULL,
	`unit` text NOT NULL,
	`unit_price` integer NOT NULL,
	`quantity_milli` integer NOT NULL,
	`goods_value` integer NOT NULL,
	`made_to_order_days` integer,
	`catch_weight` integer DEFAULT false NOT NULL,
	`packed_quantity_milli` integer,
	`missing` integer DEFAULT 0 NOT NULL,
	`refunded_milli` integer DEFAULT 0 NOT NULL,
	`refunded_value` integer DEFAULT 0 NOT NULL,
	`split_rule_id` text NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cycle_id`) REFERENCES `sale_cycles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`split_rule_id`) REFERENCES `split_rules`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_lines_missing" CHECK("order_lines"."missing" >= 0 and "order_lines"."missing" <= "order_lines"."goods_value" and ("order_lines"."packed_quantity_milli" is null or "order_lines"."packed_quantity_milli" >= 0)),
	CONSTRAINT "order_lines_refunded" CHECK("order_lines"."refunded_milli" >= 0 and "order_lines"."refunded_milli" <= "order_lines"."quantity_milli" and "order_lines"."refunded_value" >= 0 and "order_lines"."refunded_value" + "order_lines"."missing" <= "order_lines"."goods_value"),
	CONSTRAINT "order_lines_sane" CHECK("order_lines"."quantity_milli" > 0 and "order_lines"."unit_price" > 0 and "order_lines"."goods_value" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `order_lines_order` ON `order_lines` (`order_id`);--> statement-breakpoint
CREATE INDEX `order_lines_consignment` ON `order_lines` (`consignment_id`);--> statement-breakpoint
CREATE INDEX `order_lines_variant` ON `order_lines` (`variant_id`);--> statement-breakpoint
CREATE INDEX `order_lines_cycle` ON `order_lines` (`cycle_id`);--> statement-breakpoint
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`buyer_id` text,
	`buyer_name` text NOT NULL,
	`buyer_phone` text NOT NULL,
	`recipient_name` text,
	`recipient_phone` text,
	`card_note` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`delivery` text NOT NULL,
	`run_id` text,
	`pick_up_point_id` text,
	`tariff_id` text,
	`village_code` text,
	`street` text,
	`rt` text,
	`rw` text,
	`landmark` text,
	`postcode` text,
	`note_to_groups` text DEFAULT '' NOT NULL,
	`goods_total` integer NOT NULL,
	`shipping_quote` integer NOT NULL,
	`shipping_alone` integer NOT NULL,
	`door_fee` integer NOT NULL,
	`door_fee_refunded` integer DEFAULT 0 NOT NULL,
	`total` integer NOT NULL,
	`credit_used` integer DEFAULT 0 NOT NULL,
	`missing_total` integer DEFAULT 0 NOT NULL,
	`saving_as` text NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`pay_by` integer,
	`form_key` text NOT NULL,
	`form_hash` text NOT NULL,
	`placed_at` integer NOT NULL,
	`paid_at` integer,
	`sold_by` text,
	`closed_at` integer,
	FOREIGN KEY (`buyer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pick_up_point_id`) REFERENCES `pick_up_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tariff_id`) REFERENCES `tariffs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sold_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "orders_total" CHECK("orders"."total" = "orders"."goods_total" + "orders"."shipping_quote" + "orders"."door_fee" and "orders"."goods_total" > 0),
	CONSTRAINT "orders_counter" CHECK(("orders"."delivery" = 'counter') = ("orders"."sold_by" is not null)),
	CONSTRAINT "orders_gift" CHECK(("orders"."recipient_name" is null) = ("orders"."recipient_phone" is null) and ("orders"."recipient_name" is not null or "orders"."card_note" = '')),
	CONSTRAINT "orders_credit" CHECK("orders"."credit_used" >= 0 and "orders"."credit_used" <= "orders"."total"),
	CONSTRAINT "orders_missing" CHECK("orders"."missing_total" >= 0 and "orders"."missing_total" < "orders"."goods_total"),
	CONSTRAINT "orders_ceiling" CHECK("orders"."shipping_quote" >= 0 and "orders"."shipping_quote" <= "orders"."shipping_alone" and "orders"."door_fee" >= 0 and "orders"."door_fee_refunded" >= 0 and "orders"."door_fee_refunded" <= "orders"."door_fee")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `orders_number_unique` ON `orders` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `orders_form_key_unique` ON `orders` (`form_key`);--> statement-breakpoint
CREATE INDEX `orders_buyer` ON `orders` (`buyer_id`,`placed_at`);--> statement-breakpoint
CREATE INDEX `orders_state` ON `orders` (`state`,`pay_by`);--> statement-breakpoint
CREATE INDEX `orders_run` ON `orders` (`run_id`);--> statement-breakpoint
CREATE TABLE `comparisons` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`looked` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `comparisons_kind` ON `comparisons` (`kind`,`at`);--> statement-breakpoint
CREATE TABLE `differences` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`theirs` integer NOT NULL,
	`ours` integer NOT NULL,
	`found_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`note` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`settled_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `differences_ref` ON `differences` (`kind`,`ref`);--> statement-breakpoint
CREATE INDEX `differences_open` ON `differences` (`settled_at`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`provider_ref` text NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`reason` text NOT NULL,
	`answer_by` integer,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "disputes_amount" CHECK("disputes"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_provider_ref_unique` ON `disputes` (`provider_ref`);--> statement-breakpoint
CREATE INDEX `disputes_payment` ON `disputes` (`payment_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`args` text NOT NULL,
	`created_at` integer NOT NULL,
	`first_sent_at` integer,
	`done_at` integer,
	`outcome` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`turn` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`result_ref` text,
	`error` text,
	`settled_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`done_at`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `payments` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`attempt` integer NOT NULL,
	`provider` text NOT NULL,
	`method` text NOT NULL,
	`provider_ref` text,
	`pay_url` text,
	`amount` integer NOT NULL,
	`unique_addition` integer NOT NULL,
	`cash_given` integer,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`expires_at` integer,
	`proof_photo_id` text,
	`proof_at` integer,
	`confirmed_by` text,
	`confirmed_at` integer,
	`bank_reference` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payments_cash_given" CHECK("payments"."cash_given" is null or "payments"."cash_given" >= "payments"."amount"),
	CONSTRAINT "payments_amount" CHECK("payments"."amount" > 0 and "payments"."unique_addition" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payments_provider_ref_unique` ON `payments` (`provider_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `payments_attempt` ON `payments` (`order_id`,`attempt`);--> statement-breakpoint
CREATE INDEX `payments_state` ON `payments` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `refund_lines` (
	`refund_id` text NOT NULL,
	`order_line_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`amount` integer NOT NULL,
	PRIMARY KEY(`refund_id`, `order_line_id`),
	FOREIGN KEY (`refund_id`) REFERENCES `refunds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refund_lines_sane" CHECK("refund_lines"."quantity_milli" >= 0 and "refund_lines"."amount" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `refund_lines_line` ON `refund_lines` (`order_line_id`);--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`amount` integer NOT NULL,
	`shipping` integer DEFAULT 0 NOT NULL,
	`cause` text DEFAULT 'order' NOT NULL,
	`way` text NOT NULL,
	`box_group_id` text,
	`reason` text NOT NULL,
	`state` text NOT NULL,
	`form_key` text NOT NULL,
	`provider_ref` text,
	`requested_by` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`box_group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "refunds_amount" CHECK("refunds"."amount" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `refunds_form_key_unique` ON `refunds` (`form_key`);--> statement-breakpoint
CREATE INDEX `refunds_payment` ON `refunds` (`payment_id`);--> statement-breakpoint
CREATE TABLE `webhook_events` (
	`provider` text NOT NULL,
	`event_id` text NOT NULL,
	`type` text NOT NULL,
	`object_ref` text,
	`concerns` text DEFAULT 'payment' NOT NULL,
	`account` text,
	`body` text NOT NULL,
	`received_at` integer NOT NULL,
	`processed_at` integer,
	`outcome` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_try_at` integer NOT NULL,
	`error` text,
	`settled_at` integer,
	PRIMARY KEY(`provider`, `event_id`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `webhook_events_due` ON `webhook_events` (`processed_at`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `holdbacks` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`amount` integer NOT NULL,
	`reason` text NOT NULL,
	`until_day` text NOT NULL,
	`kept_at` integer NOT NULL,
	`released_at` integer,
	`released_by` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`released_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `holdbacks_member` ON `holdbacks` (`member_id`);--> statement-breakpoint
CREATE INDEX `holdbacks_group` ON `holdbacks` (`group_id`);--> statement-breakpoint
CREATE TABLE `payout_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`prepared_by` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decided_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`prepared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_batches_form_key_unique` ON `payout_batches` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `payout_batches_number` ON `payout_batches` (`group_id`,`number`);--> statement-breakpoint
CREATE TABLE `payout_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`batch_id` text NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`method` text NOT NULL,
	`amount` integer NOT NULL,
	`repaid` integer NOT NULL,
	`kept` integer NOT NULL,
	`kept_why` text DEFAULT '' NOT NULL,
	`kept_until` text,
	`repay_basis_points` integer,
	`repay_amount` integer,
	`agreed_by` text,
	`agreed_at` integer,
	`agreement_photo_id` text,
	`reason` text DEFAULT '' NOT NULL,
	`failed_why` text DEFAULT '' NOT NULL,
	`done_by` text,
	`done_at` integer,
	FOREIGN KEY (`batch_id`) REFERENCES `payout_batches`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payout_lines_sane" CHECK("payout_lines"."amount" >= 0 and "payout_lines"."repaid" >= 0 and "payout_lines"."kept" >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `payout_lines_batch` ON `payout_lines` (`batch_id`);--> statement-breakpoint
CREATE INDEX `payout_lines_member` ON `payout_lines` (`member_id`,`state`);--> statement-breakpoint
CREATE INDEX `payout_lines_group` ON `payout_lines` (`group_id`,`state`);--> statement-breakpoint
CREATE TABLE `payout_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`amount` integer,
	`words` text DEFAULT '' NOT NULL,
	`form_key` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_requests_form_key_unique` ON `payout_requests` (`form_key`);--> statement-breakpoint
CREATE INDEX `payout_requests_group` ON `payout_requests` (`group_id`,`closed_at`);--> statement-breakpoint
CREATE INDEX `payout_requests_member` ON `payout_requests` (`member_id`);--> statement-breakpoint
CREATE TABLE `payout_ways` (
	`member_id` text PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`provider` text DEFAULT '' NOT NULL,
	`holder` text DEFAULT '' NOT NULL,
	`sealed_account` text DEFAULT '' NOT NULL,
	`last_four` text DEFAULT '' NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `payouts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text DEFAULT 'share' NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`amount` integer NOT NULL,
	`repaid` integer NOT NULL,
	`method` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`confirmed_by` text,
	`proof_photo_id` text,
	`form_key` text NOT NULL,
	`paid_by` text NOT NULL,
	`paid_at` integer NOT NULL,
	`returned_at` integer,
	`returned_why` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`paid_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "payouts_amount" CHECK("payouts"."amount" >= 0 and "payouts"."repaid" >= 0 and "payouts"."amount" + "payouts"."repaid" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_form_key_unique` ON `payouts` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `payouts_number` ON `payouts` (`group_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `payouts_group` ON `payouts` (`group_id`,`paid_at`);--> statement-breakpoint
CREATE INDEX `payouts_member` ON `payouts` (`member_id`);--> statement-breakpoint
CREATE TABLE `activities` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`what` text NOT NULL,
	`group_id` text,
	`on_behalf_of` text,
	`subject` text,
	`note` text,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `activities_group` ON `activities` (`group_id`,`at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`email` text,
	`password_hash` text,
	`locale` text,
	`is_operator` integer DEFAULT false NOT NULL,
	`suspended_at` integer,
	`erased_at` integer,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_phone_unique` ON `people` (`phone`);--> statement-breakpoint
CREATE UNIQUE INDEX `people_email_unique` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text NOT NULL,
	`window_start` integer NOT NULL,
	`hits` integer NOT NULL,
	PRIMARY KEY(`key`, `window_start`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `reset_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`issued_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `reset_codes_person` ON `reset_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`handle` text NOT NULL,
	`device` text NOT NULL,
	`created_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_handle_unique` ON `sessions` (`handle`);--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `accepted_lines` (
	`order_line_id` text PRIMARY KEY NOT NULL,
	`accepted_by` text NOT NULL,
	`accepted_at` integer NOT NULL,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accepted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `period_seals` (
	`id` text PRIMARY KEY NOT NULL,
	`book` text NOT NULL,
	`turn` integer NOT NULL,
	`kind` text NOT NULL,
	`month` text NOT NULL,
	`until_at` integer NOT NULL,
	`head_sequence` integer NOT NULL,
	`head_hash` text NOT NULL,
	`totals` text NOT NULL,
	`prepared_by` text,
	`done_by` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`prepared_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `period_seals_turn` ON `period_seals` (`book`,`turn`);--> statement-breakpoint
CREATE TABLE `periods` (
	`group_id` text NOT NULL,
	`month` text NOT NULL,
	`state` text NOT NULL,
	`cash_box` integer NOT NULL,
	`bank` integer NOT NULL,
	`stripe` integer NOT NULL,
	`cod_in_transit` integer NOT NULL,
	`counted_by` text NOT NULL,
	`counted_at` integer NOT NULL,
	`proposed_by` text,
	`proposed_at` integer,
	`sent_back_why` text DEFAULT '' NOT NULL,
	`sent_back_by` text,
	`sent_back_at` integer,
	PRIMARY KEY(`group_id`, `month`),
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sent_back_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `share_words` (
	`id` text PRIMARY KEY NOT NULL,
	`order_line_id` text NOT NULL,
	`member_id` text NOT NULL,
	`said` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	`form_key` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `share_words_form_key_unique` ON `share_words` (`form_key`);--> statement-breakpoint
CREATE INDEX `share_words_line` ON `share_words` (`order_line_id`);--> statement-breakpoint
CREATE INDEX `share_words_member` ON `share_words` (`member_id`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`listing_id` text NOT NULL,
	`group_id` text NOT NULL,
	`asked_by` text NOT NULL,
	`asker_name` text NOT NULL,
	`words` text NOT NULL,
	`form_key` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	`hidden_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hidden_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_form_key_unique` ON `questions` (`form_key`);--> statement-breakpoint
CREATE INDEX `questions_listing` ON `questions` (`listing_id`,`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_group` ON `questions` (`group_id`,`asked_at`);--> statement-breakpoint
CREATE TABLE `review_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`review_id` text NOT NULL,
	`reported_by` text NOT NULL,
	`words` text NOT NULL,
	`reported_at` integer NOT NULL,
	`judged_at` integer,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `review_reports_once` ON `review_reports` (`review_id`,`reported_by`);--> statement-breakpoint
CREATE INDEX `review_reports_open` ON `review_reports` (`judged_at`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`order_line_id` text NOT NULL,
	`listing_id` text NOT NULL,
	`group_id` text NOT NULL,
	`person_id` text,
	`author_name` text NOT NULL,
	`stars` integer NOT NULL,
	`words` text NOT NULL,
	`photo_id` text,
	`written_at` integer NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`hidden_at` integer,
	`hidden_by` text,
	`hidden_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_lines`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`listing_id`) REFERENCES `listings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`photo_id`) REFERENCES `photos`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hidden_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_stars" CHECK("reviews"."stars" between 1 and 5)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_order_line_id_unique` ON `reviews` (`order_line_id`);--> statement-breakpoint
CREATE INDEX `reviews_listing` ON `reviews` (`listing_id`,`hidden_at`,`written_at`);--> statement-breakpoint
CREATE INDEX `reviews_group` ON `reviews` (`group_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `run_move_parts` (
	`move_id` text NOT NULL,
	`consignment_id` text NOT NULL,
	`to_run_id` text,
	`spoiling` text DEFAULT '' NOT NULL,
	`answer` text DEFAULT 'open' NOT NULL,
	`answered_at` integer,
	PRIMARY KEY(`move_id`, `consignment_id`),
	FOREIGN KEY (`move_id`) REFERENCES `run_moves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "run_move_parts_answer" CHECK(("run_move_parts"."answer" = 'open') = ("run_move_parts"."answered_at" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `run_move_parts_consignment` ON `run_move_parts` (`consignment_id`);--> statement-breakpoint
CREATE TABLE `run_moves` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`moved_by` text NOT NULL,
	`moved_at` integer NOT NULL,
	`cut_off_was` integer NOT NULL,
	`departs_was` integer NOT NULL,
	`cut_off_at` integer,
	`departs_at` integer,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`moved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "run_moves_days" CHECK(("run_moves"."kind" = 'postponed') = ("run_moves"."departs_at" is not null) and ("run_moves"."kind" = 'postponed') = ("run_moves"."cut_off_at" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `run_moves_run` ON `run_moves` (`run_id`,`moved_at`);--> statement-breakpoint
CREATE TABLE `run_schedules` (
	`id` text PRIMARY KEY NOT NULL,
	`hub_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`service` text NOT NULL,
	`vessel` text NOT NULL,
	`weekday` integer NOT NULL,
	`departs_at` text NOT NULL,
	`cut_off_hours` integer NOT NULL,
	`days_ahead` integer NOT NULL,
	`door_fee` integer NOT NULL,
	`max_grams` integer,
	`max_parcels` integer,
	`first_day` text NOT NULL,
	`last_day` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`form_key` text NOT NULL,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "run_schedules_sane" CHECK("run_schedules"."weekday" between 0 and 6 and "run_schedules"."cut_off_hours" between 1 and 240 and "run_schedules"."days_ahead" between 1 and 28 and "run_schedules"."door_fee" >= 0 and ("run_schedules"."max_grams" is null or "run_schedules"."max_grams" > 0) and ("run_schedules"."max_parcels" is null or "run_schedules"."max_parcels" > 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `run_schedules_form_key_unique` ON `run_schedules` (`form_key`);--> statement-breakpoint
CREATE INDEX `run_schedules_state` ON `run_schedules` (`state`,`hub_id`);--> statement-breakpoint
CREATE TABLE `scheduled_days` (
	`schedule_id` text NOT NULL,
	`day` text NOT NULL,
	`outcome` text NOT NULL,
	`run_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`schedule_id`, `day`),
	FOREIGN KEY (`schedule_id`) REFERENCES `run_schedules`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `savings_movements` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`member_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`purpose` text NOT NULL,
	`way` text NOT NULL,
	`pokok` integer NOT NULL,
	`wajib` integer NOT NULL,
	`sukarela` integer NOT NULL,
	`day` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`reverses` text,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "savings_movements_sane" CHECK("savings_movements"."number" > 0 and "savings_movements"."pokok" >= 0 and "savings_movements"."wajib" >= 0 and "savings_movements"."sukarela" >= 0 and "savings_movements"."pokok" + "savings_movements"."wajib" + "savings_movements"."sukarela" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `savings_movements_reverses_unique` ON `savings_movements` (`reverses`);--> statement-breakpoint
CREATE UNIQUE INDEX `savings_movements_form_key_unique` ON `savings_movements` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `savings_movements_number` ON `savings_movements` (`group_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `savings_movements_member` ON `savings_movements` (`member_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `savings_terms` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`pokok` integer NOT NULL,
	`wajib` integer NOT NULL,
	`from_month` text NOT NULL,
	`due_day` integer NOT NULL,
	`decision` text NOT NULL,
	`form_key` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "savings_terms_sane" CHECK("savings_terms"."pokok" >= 0 and "savings_terms"."wajib" >= 0 and "savings_terms"."due_day" between 1 and 28)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `savings_terms_form_key_unique` ON `savings_terms` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `savings_terms_version` ON `savings_terms` (`group_id`,`version`);--> statement-breakpoint
CREATE TABLE `boxes` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`length_mm` integer NOT NULL,
	`width_mm` integer NOT NULL,
	`height_mm` integer NOT NULL,
	`wall_mm` integer NOT NULL,
	`empty_grams` integer NOT NULL,
	`max_grams` integer NOT NULL,
	`entered_by` text,
	`entered_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "boxes_sane" CHECK("boxes"."length_mm" > 0 and "boxes"."width_mm" > 0 and "boxes"."height_mm" > 0 and "boxes"."wall_mm" >= 0 and "boxes"."empty_grams" >= 0 and "boxes"."max_grams" > 0 and ("boxes"."retired_at" is null or "boxes"."retired_at" >= "boxes"."entered_at"))
) STRICT;
--> statement-breakpoint
CREATE TABLE `hub_keepers` (
	`hub_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`hub_id`, `person_id`),
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `hubs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`village_code` text NOT NULL,
	`address` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `pick_up_points` (
	`id` text PRIMARY KEY NOT NULL,
	`zone_id` text NOT NULL,
	`name` text NOT NULL,
	`village_code` text NOT NULL,
	`address` text NOT NULL,
	`opening_hours` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `pick_up_points_zone` ON `pick_up_points` (`zone_id`);--> statement-breakpoint
CREATE TABLE `point_keepers` (
	`pick_up_point_id` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`pick_up_point_id`, `person_id`),
	FOREIGN KEY (`pick_up_point_id`) REFERENCES `pick_up_points`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `point_keepers_person` ON `point_keepers` (`person_id`);--> statement-breakpoint
CREATE TABLE `run_points` (
	`run_id` text NOT NULL,
	`pick_up_point_id` text NOT NULL,
	PRIMARY KEY(`run_id`, `pick_up_point_id`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pick_up_point_id`) REFERENCES `pick_up_points`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `run_points_point` ON `run_points` (`pick_up_point_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`hub_id` text NOT NULL,
	`zone_id` text NOT NULL,
	`tariff_id` text NOT NULL,
	`vessel` text NOT NULL,
	`opens_at` integer,
	`cut_off_at` integer NOT NULL,
	`departs_at` integer NOT NULL,
	`door_fee` integer NOT NULL,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`max_grams` integer,
	`max_parcels` integer,
	`share_rule` text DEFAULT 'equal-saving' NOT NULL,
	`carrier_bill` integer,
	`bill_photo_id` text,
	`departed_at` integer,
	`arrived_at` integer,
	`settled_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`hub_id`) REFERENCES `hubs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tariff_id`) REFERENCES `tariffs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "runs_limit" CHECK(("runs"."max_grams" is null or "runs"."max_grams" > 0) and ("runs"."max_parcels" is null or "runs"."max_parcels" > 0)),
	CONSTRAINT "runs_planned" CHECK("runs"."state" <> 'planned' or "runs"."opens_at" is not null),
	CONSTRAINT "runs_money" CHECK("runs"."door_fee" >= 0 and ("runs"."carrier_bill" is null or "runs"."carrier_bill" >= 0))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `runs_code_unique` ON `runs` (`code`);--> statement-breakpoint
CREATE INDEX `runs_zone_state` ON `runs` (`zone_id`,`state`,`cut_off_at`);--> statement-breakpoint
CREATE TABLE `tariffs` (
	`id` text PRIMARY KEY NOT NULL,
	`service` text NOT NULL,
	`zone_id` text NOT NULL,
	`per_kg` integer NOT NULL,
	`per_parcel` integer NOT NULL,
	`boat_fee` integer DEFAULT 0 NOT NULL,
	`first_block_grams` integer DEFAULT 0 NOT NULL,
	`first_block_fee` integer DEFAULT 0 NOT NULL,
	`min_kg` integer NOT NULL,
	`tolerance_grams` integer NOT NULL,
	`step_grams` integer NOT NULL,
	`max_parcel_grams` integer NOT NULL,
	`max_side_mm` integer,
	`volume_divisor` integer NOT NULL,
	`days_under_way` integer DEFAULT 1 NOT NULL,
	`keeps_cold` integer DEFAULT false NOT NULL,
	`counts_box` integer DEFAULT false NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`source` text DEFAULT '' NOT NULL,
	`entered_by` text,
	`entered_at` integer,
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tariffs_sane" CHECK("tariffs"."per_kg" >= 0 and "tariffs"."per_parcel" >= 0 and "tariffs"."min_kg" >= 0 and "tariffs"."tolerance_grams" >= 0 and "tariffs"."step_grams" > 0 and "tariffs"."max_parcel_grams" > 0 and "tariffs"."volume_divisor" > 0 and "tariffs"."days_under_way" >= 0 and "tariffs"."boat_fee" >= 0 and "tariffs"."first_block_grams" >= 0 and "tariffs"."first_block_fee" >= 0 and ("tariffs"."max_side_mm" is null or "tariffs"."max_side_mm" > 0) and ("tariffs"."valid_to" is null or "tariffs"."valid_to" >= "tariffs"."valid_from"))
) STRICT;
--> statement-breakpoint
CREATE INDEX `tariffs_zone` ON `tariffs` (`zone_id`);--> statement-breakpoint
CREATE TABLE `zone_areas` (
	`zone_id` text NOT NULL,
	`region_code` text NOT NULL,
	PRIMARY KEY(`zone_id`, `region_code`),
	FOREIGN KEY (`zone_id`) REFERENCES `zones`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `zone_areas_region_code_unique` ON `zone_areas` (`region_code`);--> statement-breakpoint
CREATE TABLE `zones` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `split_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`rule` text NOT NULL,
	`sequence` integer DEFAULT 0 NOT NULL,
	`is_default` integer DEFAULT 0 NOT NULL,
	`state` text DEFAULT 'approved' NOT NULL,
	`decision` text DEFAULT '' NOT NULL,
	`minutes_photo_id` text,
	`created_by` text NOT NULL,
	`answered_by` text,
	`answered_at` integer,
	`effective_from` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "split_rules_two" CHECK("split_rules"."answered_by" is null or "split_rules"."answered_by" <> "split_rules"."created_by")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `split_rules_version` ON `split_rules` (`group_id`,`name`,`version`);--> statement-breakpoint
CREATE INDEX `split_rules_group` ON `split_rules` (`group_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `split_rules_waiting` ON `split_rules` (`group_id`,`name`) WHERE "split_rules"."state" = 'waiting';--> statement-breakpoint
CREATE TABLE `standing_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`variant_id` text NOT NULL,
	`quantity_milli` integer NOT NULL,
	`every_weeks` integer NOT NULL,
	`weekday` integer,
	`delivery` text NOT NULL,
	`pick_up_point_id` text,
	`address_id` text,
	`method` text NOT NULL,
	`uses_credit` integer NOT NULL,
	`ceiling` integer NOT NULL,
	`state` text NOT NULL,
	`skips_next` integer DEFAULT false NOT NULL,
	`not_before` text NOT NULL,
	`form_key` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pick_up_point_id`) REFERENCES `pick_up_points`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "standing_orders_sane" CHECK("standing_orders"."quantity_milli" > 0 and "standing_orders"."every_weeks" in (1, 2) and "standing_orders"."ceiling" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `standing_orders_form_key_unique` ON `standing_orders` (`form_key`);--> statement-breakpoint
CREATE INDEX `standing_orders_person` ON `standing_orders` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `standing_orders_variant` ON `standing_orders` (`variant_id`,`state`);--> statement-breakpoint
CREATE TABLE `standing_turns` (
	`standing_order_id` text NOT NULL,
	`turn` text NOT NULL,
	`outcome` text NOT NULL,
	`order_id` text,
	`why` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`standing_order_id`, `turn`),
	FOREIGN KEY (`standing_order_id`) REFERENCES `standing_orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `stock_costs` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`number` integer NOT NULL,
	`variant_id` text NOT NULL,
	`lot_id` text,
	`unit_cost` integer NOT NULL,
	`basis` text NOT NULL,
	`source` text NOT NULL,
	`voucher_id` text,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`variant_id`) REFERENCES `variants`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lots`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voucher_id`) REFERENCES `cash_movements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stock_costs_sane" CHECK("stock_costs"."unit_cost" >= 0 and "stock_costs"."number" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stock_costs_form_key_unique` ON `stock_costs` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `stock_costs_number` ON `stock_costs` (`group_id`,`number`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`day` text NOT NULL,
	`place` text NOT NULL,
	`present` integer NOT NULL,
	`decision` text NOT NULL,
	`photo_id` text,
	`form_key` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "meetings_present" CHECK("meetings"."present" > 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_form_key_unique` ON `meetings` (`form_key`);--> statement-breakpoint
CREATE INDEX `meetings_group` ON `meetings` (`group_id`,`day`);--> statement-breakpoint
CREATE TABLE `surplus_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`version` integer NOT NULL,
	`funds` text NOT NULL,
	`counts_voluntary` integer NOT NULL,
	`meeting_id` text NOT NULL,
	`form_key` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `surplus_policies_form_key_unique` ON `surplus_policies` (`form_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `surplus_policies_version` ON `surplus_policies` (`group_id`,`version`);--> statement-breakpoint
CREATE TABLE `surplus_years` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`year` integer NOT NULL,
	`turn` integer NOT NULL,
	`state` text NOT NULL,
	`policy_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`content` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`reversal_by` text,
	`reversal_reason` text DEFAULT '' NOT NULL,
	`reversed_by` text,
	`reversed_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_id`) REFERENCES `surplus_policies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversal_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reversed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `surplus_years_turn` ON `surplus_years` (`group_id`,`year`,`turn`);--> statement-breakpoint
CREATE TABLE `tax_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`from_day` text NOT NULL,
	`person_free` integer NOT NULL,
	`ceiling` integer NOT NULL,
	`rate_basis_points` integer NOT NULL,
	`warn_basis_points` integer NOT NULL,
	`source` text NOT NULL,
	`form_key` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "tax_rules_sane" CHECK("tax_rules"."person_free" > 0 and "tax_rules"."ceiling" > "tax_rules"."person_free" and "tax_rules"."rate_basis_points" between 0 and 10000 and "tax_rules"."warn_basis_points" between 1 and 10000)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tax_rules_version_unique` ON `tax_rules` (`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `tax_rules_form_key_unique` ON `tax_rules` (`form_key`);--> statement-breakpoint
CREATE TABLE `event_cursors` (
	`source` text PRIMARY KEY NOT NULL,
	`read_until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `reversals` (
	`id` text PRIMARY KEY NOT NULL,
	`transfer_id` text NOT NULL,
	`cause` text NOT NULL,
	`share` integer NOT NULL,
	`amount` integer NOT NULL,
	`owed` integer NOT NULL,
	`state` text NOT NULL,
	`provider_ref` text,
	`created_at` integer NOT NULL,
	`done_at` integer,
	FOREIGN KEY (`transfer_id`) REFERENCES `transfers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reversals_amounts" CHECK("reversals"."amount" >= 0 and "reversals"."owed" >= 0 and "reversals"."share" >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reversals_provider_ref_unique` ON `reversals` (`provider_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `reversals_cause` ON `reversals` (`transfer_id`,`cause`);--> statement-breakpoint
CREATE TABLE `stripe_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`provider_ref` text,
	`transfers` text NOT NULL,
	`sends_to_bank` integer NOT NULL,
	`asks` text DEFAULT '[]' NOT NULL,
	`asked_by` integer,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`seen_at` integer,
	`closed_at` integer,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `stripe_accounts_provider_ref_unique` ON `stripe_accounts` (`provider_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `stripe_accounts_open` ON `stripe_accounts` (`group_id`) WHERE "stripe_accounts"."closed_at" is null;--> statement-breakpoint
CREATE TABLE `transfers` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text NOT NULL,
	`group_id` text NOT NULL,
	`consignment_id` text NOT NULL,
	`stripe_account_id` text NOT NULL,
	`earned` integer NOT NULL,
	`set_off` integer NOT NULL,
	`amount` integer NOT NULL,
	`state` text NOT NULL,
	`provider_ref` text,
	`book_sequence` integer NOT NULL,
	`decided_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`payment_id`) REFERENCES `payments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`group_id`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consignment_id`) REFERENCES `consignments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stripe_account_id`) REFERENCES `stripe_accounts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "transfers_amounts" CHECK("transfers"."amount" >= 0 and "transfers"."set_off" >= 0 and "transfers"."amount" + "transfers"."set_off" <= "transfers"."earned")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_provider_ref_unique` ON `transfers` (`provider_ref`);--> statement-breakpoint
CREATE UNIQUE INDEX `transfers_payment_group` ON `transfers` (`payment_id`,`group_id`);--> statement-breakpoint
CREATE INDEX `transfers_group` ON `transfers` (`group_id`,`decided_at`);