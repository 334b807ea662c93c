-- What is to be mailed, written in the transaction of its cause, and what became of it. It refers to no other table: a reference
-- would lock the row of an account or of a balance, behind the back of whoever says in which order these are locked.
-- due_at is when it is tried next, null once it was sent or given up. Production blanks what a mail said after that, because of the
-- links in it, and whom it went to if that is to be forgotten.
CREATE TABLE mail (
  id          VARCHAR(40)   NOT NULL PRIMARY KEY,
  account     BIGINT        NOT NULL,
  kind        VARCHAR(24)   NOT NULL,
  once_key    VARCHAR(120),
  recipient   VARCHAR(254)  NOT NULL,
  subject     VARCHAR(250)  NOT NULL,
  body        VARCHAR(4000) NOT NULL,
  button      VARCHAR(80),
  link        VARCHAR(1000),
  footer      VARCHAR(2000) NOT NULL,
  created_at  TIMESTAMP(6)  NOT NULL,
  due_at      TIMESTAMP(6),
  attempts    INTEGER       NOT NULL,
  sent_at     TIMESTAMP(6),
  given_up_at TIMESTAMP(6),
  failure     VARCHAR(300),
  forget      BOOLEAN       NOT NULL,
  CONSTRAINT mail_once UNIQUE (account, kind, once_key, recipient)
);
CREATE INDEX mail_due ON mail (due_at);
CREATE INDEX mail_by_account ON mail (account, id);
CREATE INDEX mail_by_recipient ON mail (recipient, id);
CREATE INDEX mail_given_up ON mail (given_up_at);

-- Who else is told what happens to an account's money, besides its registered address. Written under the account's lock.
CREATE TABLE billing_contact (
  id         VARCHAR(40)  NOT NULL PRIMARY KEY,
  account    BIGINT       NOT NULL REFERENCES billing_account (id),
  email      VARCHAR(254) NOT NULL,
  added_by   VARCHAR(40)  NOT NULL,
  created_at TIMESTAMP(6) NOT NULL,
  CONSTRAINT billing_contact_once UNIQUE (account, email)
);

-- When it has to be looked at whether a card on file expires soon; null once there is nothing to look at any more. What is new
-- is looked at once.
ALTER TABLE payment_method ADD COLUMN expiry_check_at TIMESTAMP(6) DEFAULT TIMESTAMP '1970-01-01 00:00:00';
CREATE INDEX payment_method_expiry ON payment_method (expiry_check_at);
