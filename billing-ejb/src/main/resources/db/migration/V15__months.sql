-- The month that an account's books are in, as year * 100 + month. 999912: the account is closed, and no month follows.
ALTER TABLE ledger_balance ADD COLUMN open_month INTEGER DEFAULT 999912 NOT NULL;
-- Whether what usage takes below zero is invoiced, and what of the debt is although it is not so any more.
ALTER TABLE ledger_balance ADD COLUMN postpaid BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE ledger_balance ADD COLUMN postpaid_debt BIGINT DEFAULT 0 NOT NULL;
-- What is owed on invoices; what disputes freeze; what lost disputes have left to be paid.
ALTER TABLE ledger_balance ADD COLUMN receivable BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ledger_balance ADD COLUMN frozen BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ledger_balance ADD COLUMN dispute_debt BIGINT DEFAULT 0 NOT NULL;
-- Whether an invoice is overdue beyond its grace days.
ALTER TABLE ledger_balance ADD COLUMN past_due BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE ledger_balance SET open_month = EXTRACT(YEAR FROM LOCALTIMESTAMP) * 100 + EXTRACT(MONTH FROM LOCALTIMESTAMP)
  WHERE closed = FALSE;
UPDATE ledger_balance SET postpaid = TRUE
  WHERE account IN (SELECT id FROM billing_account WHERE terms_type <> 'PREPAID');
CREATE INDEX ledger_balance_month ON ledger_balance (open_month, account);

-- One closed month of one account, and the document that it becomes. opening + bought + granted + other - usage = closing;
-- the next month opens with closing + amount_due + rounding. The month's entries are those after first_seq up to last_seq;
-- end_seq is the last of those that moved the debt here.
CREATE TABLE invoice (
  account    BIGINT       NOT NULL REFERENCES ledger_balance (account),
  in_month   INTEGER      NOT NULL,
  kind       VARCHAR(12)  NOT NULL,
  status     VARCHAR(12)  NOT NULL,
  number     VARCHAR(40),
  first_seq  BIGINT       NOT NULL,
  last_seq   BIGINT       NOT NULL,
  end_seq    BIGINT       NOT NULL,
  last_batch BIGINT       NOT NULL,
  opening    BIGINT       NOT NULL,
  bought     BIGINT       NOT NULL,
  granted    BIGINT       NOT NULL,
  other      BIGINT       NOT NULL,
  usage_cost BIGINT       NOT NULL,
  closing    BIGINT       NOT NULL,
  amount_due BIGINT       NOT NULL,
  rounding   BIGINT       NOT NULL,
  credited   BIGINT       DEFAULT 0 NOT NULL,
  net_days   INTEGER,
  buyer      INTEGER      DEFAULT 0 NOT NULL,
  closed_at  TIMESTAMP(6) NOT NULL,
  issued_at  TIMESTAMP(6),
  due_at     TIMESTAMP(6),
  paid_at    TIMESTAMP(6),
  told       BOOLEAN      DEFAULT FALSE NOT NULL,
  tries      INTEGER      DEFAULT 0 NOT NULL,
  step_at    TIMESTAMP(6),
  PRIMARY KEY (account, in_month),
  CONSTRAINT invoice_number_once UNIQUE (number)
);
CREATE INDEX invoice_by_status ON invoice (status, in_month, account);
CREATE INDEX invoice_step ON invoice (step_at);

CREATE TABLE invoice_line (
  account  BIGINT        NOT NULL,
  in_month INTEGER       NOT NULL,
  sku_id   INTEGER       NOT NULL,
  late     BOOLEAN       NOT NULL,
  quantity NUMERIC(38,9) NOT NULL,
  amount   BIGINT        NOT NULL,
  PRIMARY KEY (account, in_month, sku_id, late)
);

-- The last number drawn, of each series and year.
CREATE TABLE invoice_counter (
  issuer VARCHAR(40) NOT NULL,
  series VARCHAR(12) NOT NULL,
  in_year INTEGER    NOT NULL,
  drawn  BIGINT      NOT NULL,
  PRIMARY KEY (issuer, series, in_year)
);

-- Who works on month ends now; a node that dies is followed by another when its time is over.
CREATE TABLE month_lease (
  id     INTEGER     NOT NULL PRIMARY KEY,
  token  BIGINT      NOT NULL,
  holder VARCHAR(40) NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO month_lease (id, token, holder, until_at) VALUES (1, 0, 'nobody', TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00');

CREATE TABLE month_run (
  in_month    INTEGER      NOT NULL PRIMARY KEY,
  started_at  TIMESTAMP(6) NOT NULL,
  finished_at TIMESTAMP(6),
  accounts    BIGINT       NOT NULL,
  done        BIGINT       NOT NULL,
  worked_ms   BIGINT       NOT NULL
);
