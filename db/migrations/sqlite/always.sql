-- Applied after every migration, again and again: a table that a migration rebuilds loses its triggers.

-- The ledger is append-only. Postings come first, then their entry, which is refused unless they sum to zero;
-- once an entry stands nothing can join it. The foreign key from postings to entries is deferred for this.
DROP TRIGGER IF EXISTS entries_no_update;
--> statement-breakpoint
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entries_no_delete;
--> statement-breakpoint
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS postings_no_update;
--> statement-breakpoint
CREATE TRIGGER postings_no_update BEFORE UPDATE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS postings_no_delete;
--> statement-breakpoint
CREATE TRIGGER postings_no_delete BEFORE DELETE ON postings BEGIN SELECT RAISE(ABORT, 'postings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS postings_before_entry;
--> statement-breakpoint
CREATE TRIGGER postings_before_entry BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'the entry is complete: nothing can join it'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entries_balance;
--> statement-breakpoint
CREATE TRIGGER entries_balance BEFORE INSERT ON entries BEGIN
  SELECT RAISE(ABORT, 'an entry needs at least two postings')
    WHERE (SELECT count(*) FROM postings WHERE entry_id = NEW.id) < 2;
  SELECT RAISE(ABORT, 'the postings of an entry must sum to zero')
    WHERE (SELECT sum(amount) FROM postings WHERE entry_id = NEW.id) <> 0;
  SELECT RAISE(ABORT, 'an entry must follow the last one of its book')
    WHERE NEW.sequence <> coalesce((SELECT max(sequence) FROM entries WHERE book = NEW.book), 0) + 1
       OR NEW.previous_hash <> coalesce((SELECT hash FROM entries WHERE book = NEW.book AND sequence = NEW.sequence - 1), '');
END;
--> statement-breakpoint
-- A standing seal covers every moment before its end: no entry of that book may bear one of them, nor one of the network's that moves
-- what is that group's.
DROP TRIGGER IF EXISTS entries_not_sealed;
--> statement-breakpoint
CREATE TRIGGER entries_not_sealed BEFORE INSERT ON entries
WHEN EXISTS (
  SELECT 1 FROM period_seals s WHERE s.kind = 'sealed' AND NEW.at < s.until_at
    AND (s.book = NEW.book OR s.book IN (
      SELECT a.owner_id FROM postings p JOIN accounts a ON a.code = p.account_code WHERE p.entry_id = NEW.id AND a.owner_kind = 'group'))
    AND NOT EXISTS (SELECT 1 FROM period_seals r WHERE r.book = s.book AND r.month = s.month AND r.turn > s.turn)
)
BEGIN SELECT RAISE(ABORT, 'the period is sealed'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS period_seals_follow;
--> statement-breakpoint
CREATE TRIGGER period_seals_follow BEFORE INSERT ON period_seals BEGIN
  SELECT RAISE(ABORT, 'a seal must follow the last one of its book')
    WHERE NEW.turn <> coalesce((SELECT max(turn) FROM period_seals WHERE book = NEW.book), 0) + 1
       OR EXISTS (SELECT 1 FROM period_seals WHERE id = NEW.id);
  SELECT RAISE(ABORT, 'a seal must name the last entry of its period')
    WHERE NEW.kind = 'sealed' AND NEW.head_hash <>
      coalesce((SELECT hash FROM entries WHERE book = NEW.book AND at < NEW.until_at ORDER BY sequence DESC LIMIT 1), '');
END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS period_seals_no_update;
--> statement-breakpoint
CREATE TRIGGER period_seals_no_update BEFORE UPDATE ON period_seals BEGIN SELECT RAISE(ABORT, 'period_seals are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS period_seals_no_delete;
--> statement-breakpoint
CREATE TRIGGER period_seals_no_delete BEFORE DELETE ON period_seals BEGIN SELECT RAISE(ABORT, 'period_seals are append-only'); END;
--> statement-breakpoint
-- What was brought, put right and written off stays as it was written: the members' money is divided by it.
DROP TRIGGER IF EXISTS deliveries_no_update;
--> statement-breakpoint
CREATE TRIGGER deliveries_no_update BEFORE UPDATE ON deliveries BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS deliveries_no_delete;
--> statement-breakpoint
CREATE TRIGGER deliveries_no_delete BEFORE DELETE ON deliveries BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS delivery_corrections_no_update;
--> statement-breakpoint
CREATE TRIGGER delivery_corrections_no_update BEFORE UPDATE ON delivery_corrections BEGIN SELECT RAISE(ABORT, 'delivery_corrections are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS delivery_corrections_no_delete;
--> statement-breakpoint
CREATE TRIGGER delivery_corrections_no_delete BEFORE DELETE ON delivery_corrections BEGIN SELECT RAISE(ABORT, 'delivery_corrections are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_offs_no_update;
--> statement-breakpoint
CREATE TRIGGER write_offs_no_update BEFORE UPDATE ON write_offs BEGIN SELECT RAISE(ABORT, 'write_offs are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_offs_no_delete;
--> statement-breakpoint
CREATE TRIGGER write_offs_no_delete BEFORE DELETE ON write_offs BEGIN SELECT RAISE(ABORT, 'write_offs are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_off_parts_no_update;
--> statement-breakpoint
CREATE TRIGGER write_off_parts_no_update BEFORE UPDATE ON write_off_parts BEGIN SELECT RAISE(ABORT, 'write_off_parts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_off_parts_no_delete;
--> statement-breakpoint
CREATE TRIGGER write_off_parts_no_delete BEFORE DELETE ON write_off_parts BEGIN SELECT RAISE(ABORT, 'write_off_parts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS deliveries_no_replace;
--> statement-breakpoint
CREATE TRIGGER deliveries_no_replace BEFORE INSERT ON deliveries
WHEN EXISTS (SELECT 1 FROM deliveries WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'deliveries are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS delivery_corrections_no_replace;
--> statement-breakpoint
CREATE TRIGGER delivery_corrections_no_replace BEFORE INSERT ON delivery_corrections
WHEN EXISTS (SELECT 1 FROM delivery_corrections WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'delivery_corrections are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_offs_no_replace;
--> statement-breakpoint
CREATE TRIGGER write_offs_no_replace BEFORE INSERT ON write_offs
WHEN EXISTS (SELECT 1 FROM write_offs WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'write_offs are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS write_off_parts_no_replace;
--> statement-breakpoint
CREATE TRIGGER write_off_parts_no_replace BEFORE INSERT ON write_off_parts
WHEN EXISTS (SELECT 1 FROM write_off_parts WHERE write_off_id = NEW.write_off_id AND delivery_id = NEW.delivery_id)
BEGIN SELECT RAISE(ABORT, 'write_off_parts are append-only'); END;
--> statement-breakpoint
-- So does what members entrusted: their notes, counts and returns.
DROP TRIGGER IF EXISTS entrustments_no_update;
--> statement-breakpoint
CREATE TRIGGER entrustments_no_update BEFORE UPDATE ON entrustments BEGIN SELECT RAISE(ABORT, 'entrustments are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrustments_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrustments_no_delete BEFORE DELETE ON entrustments BEGIN SELECT RAISE(ABORT, 'entrustments are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrustments_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrustments_no_replace BEFORE INSERT ON entrustments
WHEN EXISTS (SELECT 1 FROM entrustments WHERE id = NEW.id OR form_key = NEW.form_key OR (group_id = NEW.group_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'entrustments are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_lines_no_update;
--> statement-breakpoint
CREATE TRIGGER entrusted_lines_no_update BEFORE UPDATE ON entrusted_lines BEGIN SELECT RAISE(ABORT, 'entrusted_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_lines_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrusted_lines_no_delete BEFORE DELETE ON entrusted_lines BEGIN SELECT RAISE(ABORT, 'entrusted_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_lines_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrusted_lines_no_replace BEFORE INSERT ON entrusted_lines
WHEN EXISTS (SELECT 1 FROM entrusted_lines WHERE id = NEW.id OR (entrustment_id = NEW.entrustment_id AND position = NEW.position))
BEGIN SELECT RAISE(ABORT, 'entrusted_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_changes_no_update;
--> statement-breakpoint
CREATE TRIGGER entrusted_changes_no_update BEFORE UPDATE ON entrusted_changes BEGIN SELECT RAISE(ABORT, 'entrusted_changes are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_changes_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrusted_changes_no_delete BEFORE DELETE ON entrusted_changes BEGIN SELECT RAISE(ABORT, 'entrusted_changes are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_changes_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrusted_changes_no_replace BEFORE INSERT ON entrusted_changes
WHEN EXISTS (SELECT 1 FROM entrusted_changes WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'entrusted_changes are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_change_lines_no_update;
--> statement-breakpoint
CREATE TRIGGER entrusted_change_lines_no_update BEFORE UPDATE ON entrusted_change_lines BEGIN SELECT RAISE(ABORT, 'entrusted_change_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_change_lines_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrusted_change_lines_no_delete BEFORE DELETE ON entrusted_change_lines BEGIN SELECT RAISE(ABORT, 'entrusted_change_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_change_lines_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrusted_change_lines_no_replace BEFORE INSERT ON entrusted_change_lines
WHEN EXISTS (SELECT 1 FROM entrusted_change_lines WHERE change_id = NEW.change_id AND entrusted_line_id = NEW.entrusted_line_id)
BEGIN SELECT RAISE(ABORT, 'entrusted_change_lines are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipts_no_update;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipts_no_update BEFORE UPDATE ON entrusted_receipts BEGIN SELECT RAISE(ABORT, 'entrusted_receipts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipts_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipts_no_delete BEFORE DELETE ON entrusted_receipts BEGIN SELECT RAISE(ABORT, 'entrusted_receipts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipts_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipts_no_replace BEFORE INSERT ON entrusted_receipts
WHEN EXISTS (SELECT 1 FROM entrusted_receipts WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'entrusted_receipts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipt_parts_no_update;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipt_parts_no_update BEFORE UPDATE ON entrusted_receipt_parts BEGIN SELECT RAISE(ABORT, 'entrusted_receipt_parts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipt_parts_no_delete;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipt_parts_no_delete BEFORE DELETE ON entrusted_receipt_parts BEGIN SELECT RAISE(ABORT, 'entrusted_receipt_parts are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS entrusted_receipt_parts_no_replace;
--> statement-breakpoint
CREATE TRIGGER entrusted_receipt_parts_no_replace BEFORE INSERT ON entrusted_receipt_parts
WHEN EXISTS (SELECT 1 FROM entrusted_receipt_parts WHERE receipt_id = NEW.receipt_id AND member_id = NEW.member_id)
BEGIN SELECT RAISE(ABORT, 'entrusted_receipt_parts are append-only'); END;
--> statement-breakpoint
-- A voucher stands under its number; a mistake is put right by another one.
DROP TRIGGER IF EXISTS cash_movements_no_update;
--> statement-breakpoint
CREATE TRIGGER cash_movements_no_update BEFORE UPDATE ON cash_movements BEGIN SELECT RAISE(ABORT, 'cash_movements are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS cash_movements_no_delete;
--> statement-breakpoint
CREATE TRIGGER cash_movements_no_delete BEFORE DELETE ON cash_movements BEGIN SELECT RAISE(ABORT, 'cash_movements are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS cash_movements_no_replace;
--> statement-breakpoint
CREATE TRIGGER cash_movements_no_replace BEFORE INSERT ON cash_movements
WHEN EXISTS (SELECT 1 FROM cash_movements WHERE id = NEW.id OR form_key = NEW.form_key OR reverses = NEW.reverses OR (group_id = NEW.group_id AND year = NEW.year AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'cash_movements are append-only'); END;
--> statement-breakpoint
-- What goods cost is followed by the next record, never changed.
DROP TRIGGER IF EXISTS stock_costs_no_update;
--> statement-breakpoint
CREATE TRIGGER stock_costs_no_update BEFORE UPDATE ON stock_costs BEGIN SELECT RAISE(ABORT, 'stock_costs are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS stock_costs_no_delete;
--> statement-breakpoint
CREATE TRIGGER stock_costs_no_delete BEFORE DELETE ON stock_costs BEGIN SELECT RAISE(ABORT, 'stock_costs are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS stock_costs_no_replace;
--> statement-breakpoint
CREATE TRIGGER stock_costs_no_replace BEFORE INSERT ON stock_costs
WHEN EXISTS (SELECT 1 FROM stock_costs WHERE id = NEW.id OR form_key = NEW.form_key OR (group_id = NEW.group_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'stock_costs are append-only'); END;
--> statement-breakpoint
-- What members saved, what a meeting decided, and the limits of tax stay as they were written.
DROP TRIGGER IF EXISTS savings_terms_no_update;
--> statement-breakpoint
CREATE TRIGGER savings_terms_no_update BEFORE UPDATE ON savings_terms BEGIN SELECT RAISE(ABORT, 'savings_terms are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS savings_terms_no_delete;
--> statement-breakpoint
CREATE TRIGGER savings_terms_no_delete BEFORE DELETE ON savings_terms BEGIN SELECT RAISE(ABORT, 'savings_terms are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS savings_terms_no_replace;
--> statement-breakpoint
CREATE TRIGGER savings_terms_no_replace BEFORE INSERT ON savings_terms
WHEN EXISTS (SELECT 1 FROM savings_terms WHERE id = NEW.id OR form_key = NEW.form_key OR (group_id = NEW.group_id AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'savings_terms are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS savings_movements_no_update;
--> statement-breakpoint
CREATE TRIGGER savings_movements_no_update BEFORE UPDATE ON savings_movements BEGIN SELECT RAISE(ABORT, 'savings_movements are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS savings_movements_no_delete;
--> statement-breakpoint
CREATE TRIGGER savings_movements_no_delete BEFORE DELETE ON savings_movements BEGIN SELECT RAISE(ABORT, 'savings_movements are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS savings_movements_no_replace;
--> statement-breakpoint
CREATE TRIGGER savings_movements_no_replace BEFORE INSERT ON savings_movements
WHEN EXISTS (SELECT 1 FROM savings_movements WHERE id = NEW.id OR form_key = NEW.form_key OR reverses = NEW.reverses OR (group_id = NEW.group_id AND year = NEW.year AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'savings_movements are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS meetings_no_update;
--> statement-breakpoint
CREATE TRIGGER meetings_no_update BEFORE UPDATE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS meetings_no_delete;
--> statement-breakpoint
CREATE TRIGGER meetings_no_delete BEFORE DELETE ON meetings BEGIN SELECT RAISE(ABORT, 'meetings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS meetings_no_replace;
--> statement-breakpoint
CREATE TRIGGER meetings_no_replace BEFORE INSERT ON meetings
WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.id OR form_key = NEW.form_key)
BEGIN SELECT RAISE(ABORT, 'meetings are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS surplus_policies_no_update;
--> statement-breakpoint
CREATE TRIGGER surplus_policies_no_update BEFORE UPDATE ON surplus_policies BEGIN SELECT RAISE(ABORT, 'surplus_policies are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS surplus_policies_no_delete;
--> statement-breakpoint
CREATE TRIGGER surplus_policies_no_delete BEFORE DELETE ON surplus_policies BEGIN SELECT RAISE(ABORT, 'surplus_policies are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS surplus_policies_no_replace;
--> statement-breakpoint
CREATE TRIGGER surplus_policies_no_replace BEFORE INSERT ON surplus_policies
WHEN EXISTS (SELECT 1 FROM surplus_policies WHERE id = NEW.id OR form_key = NEW.form_key OR (group_id = NEW.group_id AND version = NEW.version))
BEGIN SELECT RAISE(ABORT, 'surplus_policies are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS complaint_windows_no_update;
--> statement-breakpoint
CREATE TRIGGER complaint_windows_no_update BEFORE UPDATE ON complaint_windows BEGIN SELECT RAISE(ABORT, 'complaint_windows are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS complaint_windows_no_delete;
--> statement-breakpoint
CREATE TRIGGER complaint_windows_no_delete BEFORE DELETE ON complaint_windows BEGIN SELECT RAISE(ABORT, 'complaint_windows are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS complaint_windows_no_replace;
--> statement-breakpoint
CREATE TRIGGER complaint_windows_no_replace BEFORE INSERT ON complaint_windows
WHEN EXISTS (SELECT 1 FROM complaint_windows WHERE id = NEW.id OR form_key = NEW.form_key OR version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'complaint_windows are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS tax_rules_no_update;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_update BEFORE UPDATE ON tax_rules BEGIN SELECT RAISE(ABORT, 'tax_rules are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS tax_rules_no_delete;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_delete BEFORE DELETE ON tax_rules BEGIN SELECT RAISE(ABORT, 'tax_rules are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS tax_rules_no_replace;
--> statement-breakpoint
CREATE TRIGGER tax_rules_no_replace BEFORE INSERT ON tax_rules
WHEN EXISTS (SELECT 1 FROM tax_rules WHERE id = NEW.id OR form_key = NEW.form_key OR version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'tax_rules are append-only'); END;
--> statement-breakpoint
-- A proposal of the surplus is frozen: only its state moves on.
DROP TRIGGER IF EXISTS surplus_years_frozen;
--> statement-breakpoint
CREATE TRIGGER surplus_years_frozen BEFORE UPDATE OF id, group_id, year, turn, policy_id, meeting_id, content, proposed_by, proposed_at ON surplus_years
BEGIN SELECT RAISE(ABORT, 'a proposal of the surplus is frozen'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS surplus_years_no_delete;
--> statement-breakpoint
CREATE TRIGGER surplus_years_no_delete BEFORE DELETE ON surplus_years BEGIN SELECT RAISE(ABORT, 'surplus_years are kept'); END;
--> statement-breakpoint
-- What was asked of a fund stands, and is answered once.
DROP TRIGGER IF EXISTS fund_payments_frozen;
--> statement-breakpoint
CREATE TRIGGER fund_payments_frozen BEFORE UPDATE ON fund_payments
WHEN NOT ((OLD.state = 'asked' AND NEW.state IN ('paid', 'refused')) OR (OLD.state = 'paid' AND NEW.state = 'reversal-asked')
  OR (OLD.state = 'reversal-asked' AND NEW.state IN ('paid', 'reversed'))) OR (OLD.number IS NOT NULL AND NEW.number IS NOT OLD.number)
  OR NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id OR NEW.fund <> OLD.fund OR NEW.amount <> OLD.amount
  OR NEW.way <> OLD.way OR NEW.asked_by <> OLD.asked_by OR NEW.receipt_photo_id <> OLD.receipt_photo_id
BEGIN SELECT RAISE(ABORT, 'fund_payments are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS fund_payments_no_delete;
--> statement-breakpoint
CREATE TRIGGER fund_payments_no_delete BEFORE DELETE ON fund_payments BEGIN SELECT RAISE(ABORT, 'fund_payments are append-only'); END;
--> statement-breakpoint
-- A document that was issued stands, under its number.
DROP TRIGGER IF EXISTS documents_no_update;
--> statement-breakpoint
CREATE TRIGGER documents_no_update BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS documents_no_delete;
--> statement-breakpoint
CREATE TRIGGER documents_no_delete BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS documents_no_replace;
--> statement-breakpoint
CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE id = NEW.id OR cause = NEW.cause OR (group_id = NEW.group_id AND kind = NEW.kind AND year = NEW.year AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'documents are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_no_update;
--> statement-breakpoint
CREATE TRIGGER activities_no_update BEFORE UPDATE ON activities BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_no_delete;
--> statement-breakpoint
CREATE TRIGGER activities_no_delete BEFORE DELETE ON activities BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE IF NOT EXISTS listing_index USING fts5(listing_id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
