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
DROP TRIGGER IF EXISTS activities_no_update;
--> statement-breakpoint
CREATE TRIGGER activities_no_update BEFORE UPDATE ON activities BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
--> statement-breakpoint
DROP TRIGGER IF EXISTS activities_no_delete;
--> statement-breakpoint
CREATE TRIGGER activities_no_delete BEFORE DELETE ON activities BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE IF NOT EXISTS listing_index USING fts5(listing_id UNINDEXED, title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
