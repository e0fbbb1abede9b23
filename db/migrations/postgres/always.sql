-- Applied after every migration, again and again: the same guards as in ../sqlite/always.sql.
ALTER TABLE postings ALTER CONSTRAINT postings_entry_id_entries_id_fk DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are append-only', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entries_no_truncate BEFORE TRUNCATE ON entries EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER postings_append_only BEFORE UPDATE OR DELETE ON postings FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER postings_no_truncate BEFORE TRUNCATE ON postings EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER deliveries_append_only BEFORE UPDATE OR DELETE ON deliveries FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER deliveries_no_truncate BEFORE TRUNCATE ON deliveries EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER delivery_corrections_append_only BEFORE UPDATE OR DELETE ON delivery_corrections FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER delivery_corrections_no_truncate BEFORE TRUNCATE ON delivery_corrections EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER write_offs_append_only BEFORE UPDATE OR DELETE ON write_offs FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER write_offs_no_truncate BEFORE TRUNCATE ON write_offs EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER write_off_parts_append_only BEFORE UPDATE OR DELETE ON write_off_parts FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER write_off_parts_no_truncate BEFORE TRUNCATE ON write_off_parts EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrustments_append_only BEFORE UPDATE OR DELETE ON entrustments FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrustments_no_truncate BEFORE TRUNCATE ON entrustments EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_lines_append_only BEFORE UPDATE OR DELETE ON entrusted_lines FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_lines_no_truncate BEFORE TRUNCATE ON entrusted_lines EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_changes_append_only BEFORE UPDATE OR DELETE ON entrusted_changes FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_changes_no_truncate BEFORE TRUNCATE ON entrusted_changes EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_change_lines_append_only BEFORE UPDATE OR DELETE ON entrusted_change_lines FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_change_lines_no_truncate BEFORE TRUNCATE ON entrusted_change_lines EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_receipts_append_only BEFORE UPDATE OR DELETE ON entrusted_receipts FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_receipts_no_truncate BEFORE TRUNCATE ON entrusted_receipts EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_receipt_parts_append_only BEFORE UPDATE OR DELETE ON entrusted_receipt_parts FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entrusted_receipt_parts_no_truncate BEFORE TRUNCATE ON entrusted_receipt_parts EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER cash_movements_append_only BEFORE UPDATE OR DELETE ON cash_movements FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER cash_movements_no_truncate BEFORE TRUNCATE ON cash_movements EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER stock_costs_append_only BEFORE UPDATE OR DELETE ON stock_costs FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER stock_costs_no_truncate BEFORE TRUNCATE ON stock_costs EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER savings_terms_append_only BEFORE UPDATE OR DELETE ON savings_terms FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER savings_terms_no_truncate BEFORE TRUNCATE ON savings_terms EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER savings_movements_append_only BEFORE UPDATE OR DELETE ON savings_movements FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER savings_movements_no_truncate BEFORE TRUNCATE ON savings_movements EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER meetings_append_only BEFORE UPDATE OR DELETE ON meetings FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER meetings_no_truncate BEFORE TRUNCATE ON meetings EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER surplus_policies_append_only BEFORE UPDATE OR DELETE ON surplus_policies FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER surplus_policies_no_truncate BEFORE TRUNCATE ON surplus_policies EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER complaint_windows_append_only BEFORE UPDATE OR DELETE ON complaint_windows FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER complaint_windows_no_truncate BEFORE TRUNCATE ON complaint_windows EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER tax_rules_append_only BEFORE UPDATE OR DELETE ON tax_rules FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER tax_rules_no_truncate BEFORE TRUNCATE ON tax_rules EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER surplus_years_frozen BEFORE UPDATE OF id, group_id, year, turn, policy_id, meeting_id, content, proposed_by, proposed_at ON surplus_years FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER surplus_years_no_delete BEFORE DELETE ON surplus_years FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER surplus_years_no_truncate BEFORE TRUNCATE ON surplus_years EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fund_payments_frozen BEFORE UPDATE ON fund_payments FOR EACH ROW
WHEN (NOT ((OLD.state = 'asked' AND NEW.state IN ('paid', 'refused')) OR (OLD.state = 'paid' AND NEW.state = 'reversal-asked')
  OR (OLD.state = 'reversal-asked' AND NEW.state IN ('paid', 'reversed'))) OR (OLD.number IS NOT NULL AND NEW.number IS DISTINCT FROM OLD.number)
  OR NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id OR NEW.fund <> OLD.fund OR NEW.amount <> OLD.amount
  OR NEW.way <> OLD.way OR NEW.asked_by <> OLD.asked_by OR NEW.receipt_photo_id <> OLD.receipt_photo_id)
EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fund_payments_no_delete BEFORE DELETE ON fund_payments FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER fund_payments_no_truncate BEFORE TRUNCATE ON fund_payments EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER documents_append_only BEFORE UPDATE OR DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER documents_no_truncate BEFORE TRUNCATE ON documents EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER activities_append_only BEFORE UPDATE OR DELETE ON activities FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_posting_to_complete_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM entries WHERE id = NEW.entry_id) THEN
    RAISE EXCEPTION 'the entry is complete: nothing can join it';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER postings_before_entry BEFORE INSERT ON postings FOR EACH ROW EXECUTE FUNCTION refuse_posting_to_complete_entry();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM postings WHERE entry_id = NEW.id) < 2 THEN
    RAISE EXCEPTION 'an entry needs at least two postings';
  END IF;
  IF (SELECT sum(amount) FROM postings WHERE entry_id = NEW.id) <> 0 THEN
    RAISE EXCEPTION 'the postings of an entry must sum to zero';
  END IF;
  IF NEW.sequence <> coalesce((SELECT max(sequence) FROM entries WHERE book = NEW.book), 0) + 1
     OR NEW.previous_hash <> coalesce((SELECT hash FROM entries WHERE book = NEW.book AND sequence = NEW.sequence - 1), '') THEN
    RAISE EXCEPTION 'an entry must follow the last one of its book';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entries_balance BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION check_entry();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_sealed_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM period_seals s WHERE s.kind = 'sealed' AND NEW.at < s.until_at
      AND (s.book = NEW.book OR s.book IN (
        SELECT a.owner_id FROM postings p JOIN accounts a ON a.code = p.account_code WHERE p.entry_id = NEW.id AND a.owner_kind = 'group'))
      AND NOT EXISTS (SELECT 1 FROM period_seals r WHERE r.book = s.book AND r.month = s.month AND r.turn > s.turn)
  ) THEN
    RAISE EXCEPTION 'the period is sealed';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER entries_not_sealed BEFORE INSERT ON entries FOR EACH ROW EXECUTE FUNCTION refuse_sealed_period();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_period_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.turn <> coalesce((SELECT max(turn) FROM period_seals WHERE book = NEW.book), 0) + 1 THEN
    RAISE EXCEPTION 'a seal must follow the last one of its book';
  END IF;
  IF NEW.kind = 'sealed' AND NEW.head_hash <>
     coalesce((SELECT hash FROM entries WHERE book = NEW.book AND at < NEW.until_at ORDER BY sequence DESC LIMIT 1), '') THEN
    RAISE EXCEPTION 'a seal must name the last entry of its period';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER period_seals_follow BEFORE INSERT ON period_seals FOR EACH ROW EXECUTE FUNCTION check_period_seal();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER period_seals_append_only BEFORE UPDATE OR DELETE ON period_seals FOR EACH ROW EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
CREATE OR REPLACE TRIGGER period_seals_no_truncate BEFORE TRUNCATE ON period_seals EXECUTE FUNCTION refuse_append_only();
--> statement-breakpoint
ALTER TABLE listing_words ADD COLUMN IF NOT EXISTS document tsvector
  GENERATED ALWAYS AS (setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'B')) STORED;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS listing_words_document ON listing_words USING gin (document);
