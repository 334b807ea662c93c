-- Whoever watches an account is asked in the transaction that takes what is available below the one or up to the other. To
-- begin with, any change asks.
ALTER TABLE ledger_balance ADD COLUMN watch_below BIGINT NOT NULL DEFAULT 9223372036854775807;
ALTER TABLE ledger_balance ADD COLUMN watch_above BIGINT NOT NULL DEFAULT 9223372036854775807;

-- One open auto-recharge for each account: the account's id while it is open, then null.
ALTER TABLE credit_purchase ADD COLUMN open_recharge BIGINT;
ALTER TABLE credit_purchase ADD COLUMN agreement INTEGER;
ALTER TABLE credit_purchase ADD CONSTRAINT credit_purchase_one_open_recharge UNIQUE (open_recharge);

CREATE TABLE auto_recharge (
  account      BIGINT       NOT NULL PRIMARY KEY REFERENCES ledger_balance (account),
  enabled      BOOLEAN      NOT NULL,
  mode         VARCHAR(12)  NOT NULL,
  threshold    BIGINT       NOT NULL,
  target       BIGINT,
  amount       BIGINT,
  amount_cap   BIGINT       NOT NULL,
  count_cap    INTEGER      NOT NULL,
  off_reason   VARCHAR(24),
  failures     INTEGER      NOT NULL,
  next_try_at  TIMESTAMP(6),
  capped_month VARCHAR(7),
  agreement    INTEGER      NOT NULL,
  version      INTEGER      NOT NULL
);
CREATE INDEX auto_recharge_due ON auto_recharge (next_try_at);

-- Who agreed to what. A record is never changed.
CREATE TABLE recharge_agreement (
  account   BIGINT        NOT NULL REFERENCES ledger_balance (account),
  number    INTEGER       NOT NULL,
  text      VARCHAR(2000) NOT NULL,
  actor     VARCHAR(40)   NOT NULL,
  address   VARCHAR(64),
  agreed_at TIMESTAMP(6)  NOT NULL,
  PRIMARY KEY (account, number)
);

-- A link that lets whoever holds it approve one payment at the bank, once.
CREATE TABLE authorization_link (
  hash        VARCHAR(64)  NOT NULL PRIMARY KEY,
  purchase_id VARCHAR(40)  NOT NULL,
  expires_at  TIMESTAMP(6) NOT NULL,
  used_at     TIMESTAMP(6)
);
CREATE INDEX authorization_link_by_purchase ON authorization_link (purchase_id);

-- The balances below which an account wants to be told. The one at zero is always there.
CREATE TABLE balance_alert (
  account   BIGINT  NOT NULL REFERENCES ledger_balance (account),
  threshold BIGINT  NOT NULL,
  armed     BOOLEAN NOT NULL,
  PRIMARY KEY (account, threshold)
);
