ALTER TABLE ledger_balance ADD CONSTRAINT ledger_balance_disputes CHECK (frozen >= 0 AND dispute_debt >= 0);

-- OPEN while a bank asks a payment back, LOST once it got it; null if nothing of it is disputed.
ALTER TABLE credit_purchase ADD COLUMN dispute VARCHAR(12);
CREATE INDEX credit_purchase_payment ON credit_purchase (payment_ref);

-- A dispute of a payment, by the gateway's id. frozen is kept from the purchase's credits now; taken and spent are what was
-- lost, of what was left and of what was not; postings counts its entries.
CREATE TABLE dispute (
  id            VARCHAR(80)  NOT NULL PRIMARY KEY,
  purchase_id   VARCHAR(40)  NOT NULL REFERENCES credit_purchase (id),
  account       BIGINT       NOT NULL REFERENCES ledger_balance (account),
  amount        BIGINT       NOT NULL,
  reason        VARCHAR(80)  NOT NULL,
  status        VARCHAR(12)  NOT NULL,
  frozen        BIGINT       NOT NULL,
  taken         BIGINT       NOT NULL,
  spent         BIGINT       NOT NULL,
  postings      INTEGER      NOT NULL,
  opened_at     TIMESTAMP(6) NOT NULL,
  closed_at     TIMESTAMP(6),
  next_check_at TIMESTAMP(6),
  version       INTEGER      NOT NULL,
  CONSTRAINT dispute_not_negative CHECK (frozen >= 0 AND taken >= 0 AND spent >= 0)
);
CREATE INDEX dispute_by_account ON dispute (account, status);
CREATE INDEX dispute_by_purchase ON dispute (purchase_id);
CREATE INDEX dispute_due ON dispute (next_check_at);

-- Disputes that no notice told of are looked for: from when on, and when next.
CREATE TABLE dispute_search (
  id      INTEGER      NOT NULL PRIMARY KEY,
  since   TIMESTAMP(6) NOT NULL,
  next_at TIMESTAMP(6) NOT NULL
);
INSERT INTO dispute_search (id, since, next_at)
  VALUES (1, TIMESTAMP '2000-01-01 00:00:00', TIMESTAMP '2000-01-01 00:00:00');
