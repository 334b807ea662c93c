-- Reference schema for the limits: money as bigint micro-units, idempotency key unique per account.
DROP TABLE IF EXISTS ledger_entry, usage_event, account CASCADE;
CREATE TABLE account(
  id bigint PRIMARY KEY, balance bigint NOT NULL, floor_limit bigint NOT NULL DEFAULT 0,
  version bigint NOT NULL DEFAULT 0) WITH (fillfactor=50);
CREATE TABLE usage_event(
  account_id bigint NOT NULL, event_key text NOT NULL, meter int NOT NULL,
  quantity bigint NOT NULL, amount bigint NOT NULL,
  occurred_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY(account_id, event_key));
CREATE TABLE ledger_entry(
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, account_id bigint NOT NULL,
  event_key text, amount bigint NOT NULL, balance_after bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now());
CREATE INDEX ledger_by_account ON ledger_entry(account_id, id);
INSERT INTO account(id, balance) SELECT g, 1000000000000 FROM generate_series(1,:naccounts) g;
VACUUM ANALYZE account;
