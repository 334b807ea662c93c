-- Who issues documents, each version of what the configuration said. Only ever added to: a document names the version that was
-- current when it was stamped, as it names the buyer's. Documents from before there were versions were issued by the first.
CREATE TABLE issuer (
  version      INTEGER      NOT NULL PRIMARY KEY,
  name         VARCHAR(200) NOT NULL,
  address      VARCHAR(400) NOT NULL,
  country      VARCHAR(2)   NOT NULL,
  registration VARCHAR(200) NOT NULL,
  vat_id       VARCHAR(40),
  email        VARCHAR(260) NOT NULL,
  tax          VARCHAR(1)   NOT NULL,
  since_at     TIMESTAMP(6) NOT NULL
);
ALTER TABLE invoice ADD COLUMN issuer INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE credit_note ADD COLUMN issuer INTEGER DEFAULT 1 NOT NULL;

-- What the account was called then: a closed account forgets its name, its documents must not.
ALTER TABLE invoice ADD COLUMN buyer_name VARCHAR(120);
UPDATE invoice SET buyer_name = (SELECT a.name FROM billing_account a WHERE a.id = invoice.account) WHERE number IS NOT NULL;

-- The audit asks for the newest.
CREATE INDEX credit_note_newest ON credit_note (issued_at);
CREATE INDEX credit_note_by_account ON credit_note (account, issued_at);
