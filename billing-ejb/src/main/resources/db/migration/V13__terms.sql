-- A contract has a plan, and may have an end, after which PREPAID applies.
ALTER TABLE billing_account ADD COLUMN terms_plan VARCHAR(12);
ALTER TABLE billing_account ADD COLUMN terms_end TIMESTAMP(6);
CREATE INDEX billing_account_terms_end ON billing_account (terms_end);

-- Who changed the terms or the owner's limit, to what, and why. A record is never changed.
CREATE TABLE terms_change (
  account       BIGINT       NOT NULL REFERENCES ledger_balance (account),
  number        INTEGER      NOT NULL,
  changed_at    TIMESTAMP(6) NOT NULL,
  actor         VARCHAR(40)  NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  terms_type    VARCHAR(12)  NOT NULL,
  tier          INTEGER,
  terms_limit   BIGINT,
  net_days      INTEGER,
  balance_limit BIGINT,
  plan          VARCHAR(12),
  ends_at       TIMESTAMP(6),
  PRIMARY KEY (account, number)
);
