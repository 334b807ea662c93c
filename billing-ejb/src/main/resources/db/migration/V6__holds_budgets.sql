-- Credits reserved for work that is under way. A hold belongs to the balance row: whoever changes it has that locked.
-- amount was granted; rest of it is held still, 0 once it is not open; charged is what was debited for it in all.
-- due_at is when the sweep has to look at it, null once it is not open.
CREATE TABLE credit_hold (
  id          VARCHAR(40)  NOT NULL PRIMARY KEY,
  account     BIGINT       NOT NULL REFERENCES ledger_balance (account),
  amount      BIGINT       NOT NULL,
  rest        BIGINT       NOT NULL,
  charged     BIGINT       NOT NULL,
  product     VARCHAR(24)  NOT NULL,
  reference   VARCHAR(200),
  api_key     VARCHAR(100),
  project     VARCHAR(100),
  model       VARCHAR(100),
  status      VARCHAR(12)  NOT NULL,
  on_expiry   VARCHAR(8)   NOT NULL,
  lifetime    INTEGER      NOT NULL,
  expires_at  TIMESTAMP(6) NOT NULL,
  due_at      TIMESTAMP(6),
  actor       VARCHAR(40)  NOT NULL,
  created_at  TIMESTAMP(6) NOT NULL,
  ended_at    TIMESTAMP(6),
  ended_by    VARCHAR(40),
  settled_for BIGINT,
  CONSTRAINT credit_hold_positive CHECK (amount > 0),
  CONSTRAINT credit_hold_rest CHECK (rest >= 0 AND rest <= amount)
);
CREATE INDEX credit_hold_by_account ON credit_hold (account, created_at, id);
CREATE INDEX credit_hold_open ON credit_hold (account, due_at);
CREATE INDEX credit_hold_due ON credit_hold (due_at);

-- What an account, a project or an API key may spend in a day or a month. Without a project or key the column is empty
-- and not null, because a null would not be unique.
CREATE TABLE budget (
  id          VARCHAR(40)  NOT NULL PRIMARY KEY,
  account     BIGINT       NOT NULL REFERENCES ledger_balance (account),
  project     VARCHAR(100) NOT NULL,
  api_key     VARCHAR(100) NOT NULL,
  period      VARCHAR(8)   NOT NULL,
  amount      BIGINT       NOT NULL,
  mode        VARCHAR(8)   NOT NULL,
  counts_from TIMESTAMP(6) NOT NULL,
  actor       VARCHAR(40)  NOT NULL,
  created_at  TIMESTAMP(6) NOT NULL,
  changed_at  TIMESTAMP(6) NOT NULL,
  CONSTRAINT budget_once UNIQUE (account, project, api_key, period),
  CONSTRAINT budget_not_negative CHECK (amount >= 0)
);

-- What was spent of a budget in the period that begins then: written in the transaction that records the usage.
CREATE TABLE budget_spend (
  budget     VARCHAR(40)  NOT NULL REFERENCES budget (id),
  begins_at  TIMESTAMP(6) NOT NULL,
  spent      BIGINT       NOT NULL,
  reached_at TIMESTAMP(6),
  PRIMARY KEY (budget, begins_at)
);
