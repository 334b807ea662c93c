-- What every usage batch writes. A balance and a grant are changed in place as long as no indexed column changes, so what is
-- indexed is whether a grant is spent, not its rest; and their pages leave room for it.
DROP INDEX credit_grant_open;
ALTER TABLE credit_grant ADD COLUMN spent BOOLEAN GENERATED ALWAYS AS (rest = 0) STORED;
CREATE INDEX credit_grant_open ON credit_grant (account, spent);
ALTER TABLE credit_grant SET (fillfactor = 70);
ALTER TABLE ledger_balance SET (fillfactor = 50);

-- These are written in one statement with what they refer to, under its lock; checking each row again cost as much as writing
-- it. The self-check proves them.
ALTER TABLE ledger_entry DROP CONSTRAINT ledger_entry_account_fkey;
ALTER TABLE grant_use DROP CONSTRAINT grant_use_grant_id_fkey;
ALTER TABLE grant_use DROP CONSTRAINT grant_use_account_entry_seq_fkey;

-- A balance that changes twice in one transaction would lock its account's row to check this, after its own: whoever locks the
-- account first, as everybody has to, would wait for it in a circle.
ALTER TABLE ledger_balance DROP CONSTRAINT ledger_balance_account_fkey;

-- Few events name a hold; the others cost nothing here.
CREATE INDEX usage_event_by_hold ON usage_event (hold_id) WHERE hold_id IS NOT NULL;
