-- Free credits that expire, and when they have to be looked at next: to warn, to expire, or because a hold kept some of them.
CREATE TABLE grant_expiry (
  grant_id   VARCHAR(40)  NOT NULL PRIMARY KEY,
  account    BIGINT       NOT NULL REFERENCES ledger_balance (account),
  expires_at TIMESTAMP(6) NOT NULL,
  check_at   TIMESTAMP(6) NOT NULL,
  parts      INTEGER      NOT NULL
);
CREATE INDEX grant_expiry_due ON grant_expiry (check_at);
CREATE INDEX grant_expiry_by_account ON grant_expiry (account);

INSERT INTO grant_expiry (grant_id, account, expires_at, check_at, parts)
  SELECT id, account, expires_at, expires_at, 0 FROM credit_grant WHERE expires_at IS NOT NULL;
