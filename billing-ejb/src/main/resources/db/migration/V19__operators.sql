-- What operators did that no other table says: terms, grants, refunds, prices and the desk record it themselves.
CREATE TABLE operator_action (
  id      VARCHAR(40)  NOT NULL PRIMARY KEY,
  kind    VARCHAR(24)  NOT NULL,
  done_at TIMESTAMP(6) NOT NULL,
  account BIGINT       REFERENCES ledger_balance (account),
  actor   VARCHAR(40)  NOT NULL,
  reason  VARCHAR(500) NOT NULL,
  detail  VARCHAR(120) NOT NULL
);
CREATE INDEX operator_action_newest ON operator_action (done_at);
CREATE INDEX operator_action_by_account ON operator_action (account, done_at);

-- The audit asks each of these for its newest.
CREATE INDEX terms_change_newest ON terms_change (changed_at);
CREATE INDEX refund_newest ON refund (created_at);
CREATE INDEX refund_by_account ON refund (account, created_at);
CREATE INDEX credit_grant_newest ON credit_grant (kind, granted_at);
CREATE INDEX rejected_event_dismissed ON rejected_event (dismissed_at);

-- A change of policy that all accounts are told of. last_account is how far that has come, in the order of their ids; due_at is
-- when it goes on, null once all are told.
CREATE TABLE policy_change (
  id           VARCHAR(40)   NOT NULL PRIMARY KEY,
  title        VARCHAR(120)  NOT NULL,
  body         VARCHAR(2000) NOT NULL,
  link         VARCHAR(500),
  effective_at TIMESTAMP(6)  NOT NULL,
  announced_at TIMESTAMP(6)  NOT NULL,
  actor        VARCHAR(40)   NOT NULL,
  accounts     BIGINT        NOT NULL,
  told         BIGINT        NOT NULL,
  last_account BIGINT        NOT NULL,
  due_at       TIMESTAMP(6),
  done_at      TIMESTAMP(6)
);
CREATE INDEX policy_change_newest ON policy_change (announced_at);
