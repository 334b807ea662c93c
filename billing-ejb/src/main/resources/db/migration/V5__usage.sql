-- What the platform reported, once per account and id, with what it cost. Written under the lock of the account's balance
-- row, together with the ledger entry of its batch; no reference checks it again, the self-check does.
CREATE TABLE usage_event (
  account     BIGINT        NOT NULL,
  event_id    VARCHAR(100)  NOT NULL,
  batch       BIGINT        NOT NULL,
  sku_id      INTEGER       NOT NULL,
  quantity    NUMERIC(28,9) NOT NULL,
  amount      BIGINT        NOT NULL,
  content     BIGINT        NOT NULL,
  occurred_at TIMESTAMP(6)  NOT NULL,
  recorded_at TIMESTAMP(6)  NOT NULL,
  api_key     VARCHAR(100),
  project     VARCHAR(100),
  model       VARCHAR(100),
  hold_id     VARCHAR(40),
  PRIMARY KEY (account, event_id)
);
CREATE INDEX usage_event_by_batch ON usage_event (account, batch);

-- The number of an account's newest usage batch, how many budgets watch it, and whether its books are closed.
ALTER TABLE ledger_balance ADD COLUMN batches BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ledger_balance ADD COLUMN budgets INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ledger_balance ADD COLUMN closed BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE ledger_balance SET closed = TRUE
  WHERE account IN (SELECT id FROM billing_account WHERE status IN ('CLOSING', 'CLOSED'));

-- Where several nodes write usage, one at a time writes to a slice of the accounts: the one who has its row locked.
CREATE TABLE usage_slice (
  slice INTEGER NOT NULL PRIMARY KEY
);
INSERT INTO usage_slice (slice) VALUES
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
  (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31),
  (32), (33), (34), (35), (36), (37), (38), (39), (40), (41), (42), (43), (44), (45), (46), (47),
  (48), (49), (50), (51), (52), (53), (54), (55), (56), (57), (58), (59), (60), (61), (62), (63);
CREATE TABLE usage_node (
  id      VARCHAR(40)                 NOT NULL PRIMARY KEY,
  seen_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
