-- One set of scripts for H2 and PostgreSQL: no partial indexes, no vendor types.
-- Money is whole nanos in BIGINT, times are UTC in TIMESTAMP(6), hashes are hexadecimal text.

CREATE TABLE billing_account (
  id               BIGINT       NOT NULL PRIMARY KEY,
  name             VARCHAR(120) NOT NULL,
  email            VARCHAR(254) NOT NULL,
  currency         VARCHAR(3)   NOT NULL,
  status           VARCHAR(12)  NOT NULL,
  terms_type       VARCHAR(12)  NOT NULL,
  terms_tier       INTEGER,
  terms_limit      BIGINT,
  terms_net_days   INTEGER,
  balance_limit    BIGINT,
  gateway_customer VARCHAR(255),
  default_method   VARCHAR(40),
  created_at       TIMESTAMP(6) NOT NULL,
  closed_at        TIMESTAMP(6),
  closing_check_at TIMESTAMP(6),
  version          INTEGER      NOT NULL
);
CREATE INDEX billing_account_closing ON billing_account (closing_check_at);
CREATE INDEX billing_account_by_email ON billing_account (email, id);
CREATE INDEX billing_account_by_customer ON billing_account (gateway_customer);

CREATE TABLE member (
  id            VARCHAR(40)  NOT NULL PRIMARY KEY,
  account       BIGINT       NOT NULL REFERENCES billing_account (id),
  name          VARCHAR(120) NOT NULL,
  email         VARCHAR(254) NOT NULL,
  password_hash VARCHAR(500) NOT NULL,
  role          VARCHAR(12)  NOT NULL,
  created_at    TIMESTAMP(6) NOT NULL,
  version       INTEGER      NOT NULL,
  CONSTRAINT member_email_once UNIQUE (email)
);
CREATE INDEX member_by_account ON member (account);

CREATE TABLE api_key (
  id         VARCHAR(40)  NOT NULL PRIMARY KEY,
  account    BIGINT       REFERENCES billing_account (id),
  name       VARCHAR(120) NOT NULL,
  hash       VARCHAR(64)  NOT NULL,
  hint       VARCHAR(8)   NOT NULL,
  created_by VARCHAR(40)  NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  revoked_at TIMESTAMP(6),
  CONSTRAINT api_key_hash_once UNIQUE (hash)
);
CREATE INDEX api_key_by_account ON api_key (account);

CREATE TABLE payment_method (
  id          VARCHAR(40)  NOT NULL PRIMARY KEY,
  account     BIGINT       NOT NULL REFERENCES billing_account (id),
  gateway_ref VARCHAR(255) NOT NULL,
  type        VARCHAR(20)  NOT NULL,
  brand       VARCHAR(60)  NOT NULL,
  last4       VARCHAR(4)   NOT NULL,
  exp_month   INTEGER,
  exp_year    INTEGER,
  funding     VARCHAR(20),
  created_at  TIMESTAMP(6) NOT NULL,
  removed_at  TIMESTAMP(6),
  CONSTRAINT payment_method_ref_once UNIQUE (gateway_ref)
);
CREATE INDEX payment_method_by_account ON payment_method (account);

-- The hot row: one per account, locked by whoever changes the account's books.
CREATE TABLE ledger_balance (
  account   BIGINT      NOT NULL PRIMARY KEY REFERENCES billing_account (id),
  purchased BIGINT      NOT NULL DEFAULT 0,
  free      BIGINT      NOT NULL DEFAULT 0,
  debt      BIGINT      NOT NULL DEFAULT 0,
  held      BIGINT      NOT NULL DEFAULT 0,
  purchases INTEGER     NOT NULL DEFAULT 0,
  epoch     BIGINT      NOT NULL DEFAULT 0,
  seq       BIGINT      NOT NULL DEFAULT 0,
  head      VARCHAR(64) NOT NULL,
  CONSTRAINT ledger_balance_not_negative CHECK (purchased >= 0 AND free >= 0 AND debt >= 0 AND held >= 0),
  CONSTRAINT ledger_balance_credits_pay_debt CHECK (debt = 0 OR purchased + free = 0)
);

-- Append-only. An entry is one transfer: -amount on from_account, +amount on to_account. It belongs to the balance row, which
-- whoever writes it has locked: a reference to billing_account would lock that row too, after the balance, and deadlock with
-- whoever locks the account first.
CREATE TABLE ledger_entry (
  account       BIGINT       NOT NULL REFERENCES ledger_balance (account),
  seq           BIGINT       NOT NULL,
  id            VARCHAR(40)  NOT NULL,
  kind          VARCHAR(24)  NOT NULL,
  from_account  VARCHAR(24)  NOT NULL,
  to_account    VARCHAR(24)  NOT NULL,
  amount        BIGINT       NOT NULL,
  balance_after BIGINT       NOT NULL,
  cause_type    VARCHAR(16)  NOT NULL,
  cause_id      VARCHAR(100) NOT NULL,
  actor         VARCHAR(40)  NOT NULL,
  recorded_at   TIMESTAMP(6) NOT NULL,
  hash          VARCHAR(64)  NOT NULL,
  PRIMARY KEY (account, seq),
  CONSTRAINT ledger_entry_once UNIQUE (account, cause_id, cause_type, kind),
  CONSTRAINT ledger_entry_positive CHECK (amount > 0)
);

CREATE TABLE credit_grant (
  id         VARCHAR(40)  NOT NULL PRIMARY KEY,
  account    BIGINT       NOT NULL REFERENCES ledger_balance (account),
  kind       VARCHAR(12)  NOT NULL,
  amount     BIGINT       NOT NULL,
  rest       BIGINT       NOT NULL,
  cause_type VARCHAR(16)  NOT NULL,
  cause_id   VARCHAR(100) NOT NULL,
  entry_seq  BIGINT       NOT NULL,
  granted_at TIMESTAMP(6) NOT NULL,
  expires_at TIMESTAMP(6),
  reason     VARCHAR(500),
  CONSTRAINT credit_grant_once UNIQUE (account, cause_id, cause_type),
  CONSTRAINT credit_grant_rest CHECK (rest >= 0 AND rest <= amount)
);
CREATE INDEX credit_grant_open ON credit_grant (account, rest);

-- Which grants paid for which entry. Negative where a refund that failed came back.
CREATE TABLE grant_use (
  account   BIGINT      NOT NULL,
  entry_seq BIGINT      NOT NULL,
  grant_id  VARCHAR(40) NOT NULL REFERENCES credit_grant (id),
  amount    BIGINT      NOT NULL,
  PRIMARY KEY (account, entry_seq, grant_id),
  FOREIGN KEY (account, entry_seq) REFERENCES ledger_entry (account, seq)
);
CREATE INDEX grant_use_by_grant ON grant_use (grant_id);

CREATE TABLE credit_purchase (
  id            VARCHAR(40)   NOT NULL PRIMARY KEY,
  account       BIGINT        NOT NULL REFERENCES billing_account (id),
  amount        BIGINT        NOT NULL,
  source        VARCHAR(16)   NOT NULL,
  status        VARCHAR(20)   NOT NULL,
  method_id     VARCHAR(40)   NOT NULL,
  method_ref    VARCHAR(255)  NOT NULL,
  method_type   VARCHAR(20)   NOT NULL,
  method_label  VARCHAR(80)   NOT NULL,
  customer_ref  VARCHAR(255)  NOT NULL,
  currency      VARCHAR(3)    NOT NULL,
  return_url    VARCHAR(1000) NOT NULL,
  payment_ref   VARCHAR(255),
  failure       VARCHAR(40),
  action_url    VARCHAR(2000),
  actor         VARCHAR(40)   NOT NULL,
  created_at    TIMESTAMP(6)  NOT NULL,
  next_check_at TIMESTAMP(6),
  checks        INTEGER       NOT NULL,
  key_usable    BOOLEAN       NOT NULL,
  completed_at  TIMESTAMP(6),
  desk_note     VARCHAR(500),
  refunded      BIGINT        NOT NULL,
  version       INTEGER       NOT NULL,
  CONSTRAINT credit_purchase_positive CHECK (amount > 0),
  CONSTRAINT credit_purchase_refunded CHECK (refunded >= 0 AND refunded <= amount)
);
CREATE INDEX credit_purchase_by_account ON credit_purchase (account, created_at, id);
CREATE INDEX credit_purchase_due ON credit_purchase (next_check_at);

CREATE TABLE refund (
  id            VARCHAR(40)  NOT NULL PRIMARY KEY,
  purchase_id   VARCHAR(40)  NOT NULL REFERENCES credit_purchase (id),
  payment_ref   VARCHAR(255) NOT NULL,
  account       BIGINT       NOT NULL REFERENCES billing_account (id),
  amount        BIGINT       NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  status        VARCHAR(12)  NOT NULL,
  gateway_ref   VARCHAR(255),
  actor         VARCHAR(40)  NOT NULL,
  created_at    TIMESTAMP(6) NOT NULL,
  next_check_at TIMESTAMP(6),
  checks        INTEGER      NOT NULL,
  key_usable    BOOLEAN      NOT NULL,
  completed_at  TIMESTAMP(6),
  version       INTEGER      NOT NULL,
  CONSTRAINT refund_positive CHECK (amount > 0)
);
CREATE INDEX refund_by_purchase ON refund (purchase_id);
CREATE INDEX refund_due ON refund (next_check_at);

CREATE TABLE gateway_notice (
  id          VARCHAR(255) NOT NULL PRIMARY KEY,
  kind        VARCHAR(80)  NOT NULL,
  received_at TIMESTAMP(6) NOT NULL
);
