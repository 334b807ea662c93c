DROP INDEX credit_grant_open;
ALTER TABLE credit_grant ADD COLUMN spent BOOLEAN GENERATED ALWAYS AS (rest = 0);
CREATE INDEX credit_grant_open ON credit_grant (account, spent);
CREATE INDEX usage_event_by_hold ON usage_event (hold_id);
